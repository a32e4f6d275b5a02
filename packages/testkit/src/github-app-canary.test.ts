import { generateKeyPairSync } from "node:crypto";
import { createServer } from "node:http";
import { createGithubForge, type GithubForgeOptions } from "@coulomb-loop/forge";
import { describe, expect, it } from "vitest";
import { createGithubDouble } from "./github-double/index.ts";
import { createHosting } from "./hosting/index.ts";
import { manualClock } from "./manual-clock.ts";

const { privateKey } = generateKeyPairSync("rsa", {
  modulusLength: 2048,
  publicKeyEncoding: { type: "spki", format: "pem" },
  privateKeyEncoding: { type: "pkcs8", format: "pem" },
});

/** Everything that a check tells or throws, its causes too. */
async function told(options: Pick<GithubForgeOptions, "url" | "auth">): Promise<string> {
  const forge = createGithubForge({
    name: "test",
    owner: "pilot",
    now: () => Date.now(),
    writeIntervalMs: 0,
    ...options,
  });
  try {
    return JSON.stringify(await forge.check());
  } catch (error) {
    const texts: string[] = [];
    for (let at: unknown = error; at instanceof Error && texts.length < 8; at = at.cause)
      texts.push(String(at.stack), JSON.stringify(at));
    return texts.join("\n");
  }
}

it.each([
  ["sound", privateKey],
  ["broken", privateKey.replace(/^(.{200})[^]{40}/, "$1!")],
])(
  "a line of an App's private key is nowhere to be seen when the key is %s and the server repeats it",
  async (_what, key) => {
    const hosting = createHosting({ clock: manualClock().now });
    const double = await createGithubDouble(hosting);
    const lines = key.split("\n").filter((line) => line.length > 20 && !line.startsWith("-----"));
    try {
      double.fail({
        match: { times: 100 },
        fault: {
          kind: "answer",
          status: 401,
          headers: { "content-type": "application/json" },
          body: JSON.stringify({ message: `bad ${lines[3]} of ${key}` }),
        },
      });
      const text = await told({ url: double.url, auth: { kind: "app", appId: "7", privateKey: key } });
      expect(text).not.toBe("");
      for (const line of lines) expect(text).not.toContain(line);
    } finally {
      await double.close();
      hosting.remove();
    }
  },
);

const base64 = (text: string) => Buffer.from(text).toString("base64").replace(/=+$/, "");

/** The forms in which a server may repeat what it was sent. */
const forms: Readonly<Record<string, (token: string) => string>> = {
  "as it is": (token) => `bad ${token}.`,
  cut: (token) => `bad ${token.slice(0, token.lastIndexOf(".") - 4)}`,
  "in base64": (token) => base64(token),
  "as git sends it": (token) => `Basic ${base64(`x-access-token:${token}`)}`,
  "in an address": (token) => `http://x-access-token:${token}@host/`,
};

/** Whether text has so much of a secret in any of its forms that it tells something of it. */
function leaks(text: string, secret: string): boolean {
  const encoded = ["", "a", "ab"].map((before) => base64(before + secret).slice(4));
  return [secret, ...encoded].some((form) =>
    Array.from({ length: form.length - 20 }, (_, at) => form.slice(at, at + 20)).some((part) =>
      text.includes(part),
    ),
  );
}

/** A server that lets an App in as far as `isLetIn` says, and repeats the token of what it refuses. */
async function repeatingServer(isLetIn: (path: string) => boolean, repeated: (token: string) => string) {
  const issued = `ghs_7_${[1, 2, 3].map((part) => `eyJ${`${part}a_-`.repeat(12)}`).join(".")}`;
  const seen = new Set<string>();
  const server = createServer((request, response) => {
    const path = request.url ?? "";
    const [, token = ""] = (request.headers.authorization ?? "").split(" ");
    seen.add(token);
    const isIssue = path.endsWith("/access_tokens");
    const answer = isIssue
      ? { token: issued, expires_at: "2100-01-01T00:00:00Z", permissions: {}, repository_selection: "all" }
      : { id: 70 };
    const status = isLetIn(path) ? (isIssue ? 201 : 200) : 422;
    response.writeHead(status, { "content-type": "application/json" });
    response.end(JSON.stringify(status === 422 ? { message: repeated(token) } : answer));
  });
  const { promise, resolve } = Promise.withResolvers<void>();
  server.listen(0, "127.0.0.1", resolve);
  await promise;
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the server has no port");
  return {
    url: `http://127.0.0.1:${address.port}`,
    issued,
    seen,
    [Symbol.asyncDispose]: async () => {
      const closed = Promise.withResolvers<void>();
      server.close(() => closed.resolve());
      server.closeAllConnections();
      await closed.promise;
    },
  };
}

describe.each([
  { what: "token of an installation", isLetIn: (path: string) => path.includes("nstallation") },
  {
    what: "signed token with which the App asks for one",
    isLetIn: (path: string) => path.startsWith("/orgs"),
  },
  { what: "signed token with which the App looks its installation up", isLetIn: () => false },
])("a $what is nowhere to be seen when the server repeats it", ({ isLetIn }) => {
  it.each(Object.keys(forms))("%s", async (form) => {
    await using server = await repeatingServer(isLetIn, forms[form] ?? String);
    const text = await told({ url: server.url, auth: { kind: "app", appId: "7", privateKey } });
    expect(text).toContain("***");
    const sent = [...server.seen];
    expect(sent.includes(server.issued)).toBe(isLetIn("/app/installations/70/access_tokens"));
    for (const token of [...sent, server.issued]) expect(leaks(text, token)).toBe(false);
  });
});
