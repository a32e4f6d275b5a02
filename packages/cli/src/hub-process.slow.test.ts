import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { afterEach, expect, it } from "vitest";
import { coulomb, newFolder, plainUser } from "./fleet.fixture.ts";
import { bin } from "./process.fixture.ts";

const secret = "a-secret-of-at-least-thirty-two-characters";
const headers = {
  authorization: `Bearer ${secret}`,
  "content-type": "application/json",
  "if-none-match": "*",
};
const repo = "local/coulomb/coulomb-loop";

const children: ChildProcess[] = [];
afterEach(() => {
  for (const child of children.splice(0)) child.kill("SIGKILL");
});

/** Starts `coulomb hub serve` on a folder, and answers when it listens. */
async function serve(folder: string): Promise<{ readonly child: ChildProcess; readonly url: string }> {
  const child = spawn(
    process.execPath,
    [bin, "hub", "serve", "--port", "0", "--data-dir", folder, "--json"],
    {
      cwd: newFolder(),
      env: { ...plainUser(), COULOMB_HUB_ADMIN_TOKEN: secret },
      stdio: ["ignore", "pipe", "inherit"],
    },
  );
  children.push(child);
  for await (const chunk of child.stdout ?? []) {
    const { url }: { readonly url: string } = JSON.parse(String(chunk));
    return { child, url };
  }
  throw new Error("it ended before it listened");
}

async function put(url: string, path: string, body: object): Promise<number> {
  const response = await fetch(`${url}${path}`, { method: "PUT", headers, body: JSON.stringify(body) });
  await response.text();
  return response.status;
}

it("ends on SIGTERM with 0, and lets no second process into its folder", async () => {
  const folder = newFolder();
  const { child, url } = await serve(folder);
  expect((await fetch(`${url}/readyz`)).status).toBe(200);
  const second = await coulomb(["hub", "token", "list", "--data-dir", folder], { cwd: newFolder() });
  expect(second).toMatchObject({ code: 1, stderr: expect.stringContaining(`process ${child.pid}`) });
  child.kill("SIGTERM");
  expect(await once(child, "exit")).toEqual([0, null]);
  expect((await coulomb(["hub", "token", "list", "--data-dir", folder], { cwd: newFolder() })).code).toBe(0);
});

it("keeps every batch that it answered when it is killed in the middle of others, each whole or absent", async () => {
  const folder = newFolder();
  const { child, url } = await serve(folder);
  await put(url, `/v1/repos?key=${repo}`, {
    id: "11111111-1111-4111-8111-111111111111",
    forge: "local",
    owner: "coulomb",
    name: "coulomb-loop",
  });
  await put(url, "/v1/workstreams?key=LOOP-WP-0001", { title: "Plan", status: "active", repo });
  const replica = `${url}/v1/replicas/11111111-1111-4111-8111-111111111111`;
  const post = (path: string, body: object) =>
    fetch(`${replica}/${path}`, { method: "POST", headers, body: JSON.stringify(body) });
  await (await post("lease", { holder: "test" })).text();
  const size = 40;
  const answered = new Set<number>();
  const batch = async (number: number) => {
    const items = Array.from({ length: size }, (_, at) => ({
      do: "create",
      key: `B${number}-${at}`,
      workstream: "LOOP-WP-0001",
      values: { status: "todo", title: "t" },
    }));
    try {
      const response = await post("sync", { fence: 1, items });
      await response.text();
      if (response.status === 200) answered.add(number);
    } catch {
      // Killed while it was at it.
    }
    if (answered.size === 6) child.kill("SIGKILL");
  };
  // Several at once, so that one is under way when the process is killed.
  await Promise.all(
    [0, 1, 2, 3].map(async (lane) => {
      for (let round = 0; round < 10; round += 1) await batch(lane * 10 + round);
    }),
  );
  expect(answered.size).toBeGreaterThanOrEqual(6);
  const again = await serve(folder);
  const lines = (await (await fetch(`${again.url}/v1/snapshot`, { headers })).text()).trimEnd().split("\n");
  const counts = new Map<string, number>();
  for (const line of lines) {
    const [, number] = /"kind":"(?:tasks|links)".*"key":"(?:[^"]* )?B(\d+)-/.exec(line) ?? [];
    if (number !== undefined) counts.set(number, (counts.get(number) ?? 0) + 1);
  }
  // A task and its link for each item.
  expect(new Set(counts.values())).toEqual(new Set([2 * size]));
  expect([...answered].filter((number) => !counts.has(String(number)))).toEqual([]);
  const meta = await (await fetch(`${again.url}/v1/meta`, { headers })).json();
  expect(meta).toMatchObject({ head_seq: 2 + counts.size * 2 * size });
  again.child.kill("SIGTERM");
  await once(again.child, "exit");
});
