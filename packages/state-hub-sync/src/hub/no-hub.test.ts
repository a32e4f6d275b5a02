import { describe, expect, it } from "vitest";
import { createHubClient, createTransport, type HubClient } from "../index.ts";

/** A client of what is no hub: whatever it is asked, it answers the same. */
function clientOf(answer: () => Response): HubClient {
  return createHubClient(
    createTransport({
      fetch: async () => answer(),
      url: "http://hub.test",
      wait: async () => undefined,
    }),
  );
}

const page = () => new Response("<html>Sign in</html>", { headers: { "content-type": "text/html" } });
const untyped = () => new Response(new TextEncoder().encode("hello"));
const otherApi = () => Response.json({ ok: true });

const asked: readonly [string, (client: HubClient) => Promise<unknown>][] = [
  ["its release", (client) => client.meta()],
  ["a list", (client) => client.list("repos", { key: "local/coulomb/x" })],
  ["tokens", (client) => client.tokens()],
  ["a new token", (client) => client.createToken({ name: "x", scopes: ["read"] }, "1")],
  ["to revoke one", (client) => client.revokeToken("1")],
  ["a write", (client) => client.patch("tasks", "1", { status: "done" }, 1)],
  ["a deletion", (client) => client.remove("tasks", "1", 1)],
];

describe("a client that was led to something else than a hub", () => {
  it.each(asked)("takes no page for an answer when it asks for %s", async (_what, ask) => {
    await expect(ask(clientOf(page))).rejects.toMatchObject({
      code: "hub_refused",
      message: "http://hub.test answered 200 with text/html, as no state hub does",
      hint: expect.stringContaining("state_hub.url"),
    });
    await expect(ask(clientOf(untyped))).rejects.toMatchObject({ code: "hub_refused" });
  });

  it.each(asked.slice(0, 3))("takes no answer of another API when it asks for %s", async (_what, ask) => {
    await expect(ask(clientOf(otherApi))).rejects.toMatchObject({
      code: "hub_refused",
      hint: expect.stringContaining("coulomb doctor"),
    });
  });
});
