import { connect } from "node:net";
import { afterEach, expect, it } from "vitest";
import { createHub, hubRules, openPglite, openStore, type ServedHub, serveHub, type Store } from "./index.ts";

let served: ServedHub | undefined;
let store: Store | undefined;
afterEach(async () => {
  await served?.close();
  await store?.close();
});

async function hubHere() {
  store = await openStore(await openPglite(), {
    clock: () => Date.parse("2026-08-01T00:00:00Z"),
    rules: hubRules,
  });
  return createHub({ store, storeKind: "pglite", version: "0.1.0", adminSecret: "secret" });
}

it("listens on this machine, and on no other address while nobody has a token", async () => {
  const hub = await hubHere();
  await expect(serveHub(hub, { host: "0.0.0.0", port: 0, hasTokens: false })).rejects.toMatchObject({
    code: "hub_no_token",
  });
  served = await serveHub(hub, { port: 0, hasTokens: false });
  expect(await (await fetch(`${served.url}/healthz`)).json()).toEqual({ status: "ok" });
  expect((await fetch(`${served.url}/v1/tasks`)).status).toBe(401);
  const port = Number(new URL(served.url).port);
  await expect(serveHub(hub, { port, hasTokens: false })).rejects.toMatchObject({ code: "hub_address" });
});

it("answers waiting requests when it is closed, and takes no more", async () => {
  const hub = await hubHere();
  const listening = await serveHub(hub, { port: 0, hasTokens: true });
  const { url } = listening;
  const headers = { authorization: "Bearer secret" };
  const waiting = fetch(`${url}/v1/changes?since=0&wait=30`, { headers });
  // The request is there when a second one has been answered.
  await (await fetch(`${url}/v1/meta`, { headers })).json();
  const closed = listening.close();
  const answer = await waiting;
  expect(answer.status).toBe(200);
  expect(await answer.json()).toMatchObject({ changes: [] });
  await closed;
  await expect(fetch(`${url}/healthz`)).rejects.toThrow("fetch failed");
});

it("refuses a body that is too large although it says otherwise, and lives on", async () => {
  const hub = await hubHere();
  served = await serveHub(hub, { port: 0, hasTokens: true });
  const { port } = new URL(served.url);
  const headers = { authorization: "Bearer secret", "content-type": "application/json" };
  const large = await fetch(`${served.url}/v1/events`, {
    method: "POST",
    headers,
    body: "x".repeat(1_100_000),
  });
  expect(large.status).toBe(413);
  // Chunked: no length is told beforehand.
  const body = new ReadableStream({
    pull(controller) {
      controller.enqueue(new TextEncoder().encode("x".repeat(65_536)));
    },
  });
  const endless = { method: "POST", headers, body, duplex: "half" } as RequestInit;
  const status = await fetch(`${served.url}/v1/events`, endless).then(
    (response) => response.status,
    () => "closed",
  );
  expect([413, "closed"]).toContain(status);
  // Bytes that are no HTTP.
  await new Promise<void>((resolve) => {
    const socket = connect(Number(port), "127.0.0.1", () => socket.end("\0\0\0 nonsense\r\n\r\n"));
    socket.on("close", () => resolve());
    socket.on("error", () => resolve());
    socket.resume();
  });
  expect((await fetch(`${served.url}/healthz`)).status).toBe(200);
});

it("ends although a client does not read its answer", async () => {
  const hub = await hubHere();
  const listening = await serveHub(hub, { port: 0, hasTokens: true, longestCloseMs: 50 });
  const headers = { authorization: "Bearer secret", "content-type": "application/json" };
  const message = "x".repeat(15_000);
  for (let at = 0; at < 300; at += 1) {
    const body = JSON.stringify({ id: `e-${at}`, type: "note", message });
    await (await fetch(`${listening.url}/v1/events`, { method: "POST", headers, body })).text();
  }
  const socket = connect(Number(new URL(listening.url).port), "127.0.0.1");
  socket.pause();
  socket.write("GET /v1/snapshot HTTP/1.1\r\nhost: hub\r\nauthorization: Bearer secret\r\n\r\n");
  // What it asks for is more than any buffer takes; it is under way when another request was answered.
  await (await fetch(`${listening.url}/v1/meta`, { headers })).text();
  await listening.close();
  socket.destroy();
  await expect(fetch(`${listening.url}/healthz`)).rejects.toThrow("fetch failed");
});
