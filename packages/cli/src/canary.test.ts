import { execFileSync } from "node:child_process";
import { chmodSync, existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { env } from "node:process";
import { describe, expect, it } from "vitest";
import { newFolder, pilot, wantedSchedule } from "./fleet.fixture.ts";
import { canary, createHostedStage, type HostedKind, type HostedStage } from "./hosted.fixture.ts";

type Fault = Parameters<HostedStage["server"]["fail"]>[0]["fault"];

const base64 = (text: string) => Buffer.from(text).toString("base64").replace(/=+$/, "");
/** The forms in which a token may leak. The last digit of base64 depends on what follows. */
const forms = ["", "x-access-token:", "bot:"]
  .flatMap((before) => [
    base64(`${before}${canary}`).slice(0, -1),
    base64(`${before}${canary}:x-oauth-basic`),
  ])
  .concat(canary);

const repeated = `cannot take ${forms.join(" or ")}, as of http://bot:${canary}@127.0.0.1/`;
const json = { "content-type": "application/json" };
const answer = (status: number, body: object): Fault => ({
  kind: "answer",
  status,
  headers: { ...json, location: `http://bot:${canary}@127.0.0.1/else/where`, "retry-after": "5" },
  body: JSON.stringify(body),
});

/** What goes wrong with every request of a command, and with every second one. */
const faults: Readonly<Record<string, Fault>> = {
  ...Object.fromEntries(
    [301, 401, 403, 404, 405, 409, 410, 422, 429, 500, 502].map((status) => [
      `answered ${status}`,
      answer(status, { message: repeated, errors: [{ message: repeated, field: "base" }] }),
    ]),
  ),
  "errors of GraphQL": answer(200, {
    data: null,
    errors: [{ message: repeated, path: ["r0"], type: "FORBIDDEN" }],
  }),
  reset: { kind: "reset" },
  "lost answer": { kind: "lost", by: 500 },
  HTML: { kind: "html" },
  "half of a body": { kind: "truncated", closes: true },
};

const commands = [["doctor"], ["plan"], ["reconcile"], ["status", "--json"], ["requests", "list"]];

/** A `git` first on PATH that notes its command line, and that of every process while it runs, and is git then. */
function spy(): { readonly path: string; readonly log: string; readonly git: string } {
  const folder = newFolder();
  const log = join(folder, "argv.log");
  const real = execFileSync("sh", ["-c", "command -v git"], { encoding: "utf8" }).trim();
  const script = `#!/bin/sh
printf '%s\\n' "$0 $*" >>'${log}'
exec 3<&0
"${real}" "$@" <&3 &
child=$!
for file in /proc/[0-9]*/cmdline; do
  tr '\\0' ' ' 2>/dev/null <"$file" && echo
done | grep -a git >>'${log}'
wait $child
`;
  writeFileSync(join(folder, "git"), script);
  chmodSync(join(folder, "git"), 0o755);
  return { path: `${folder}:${env["PATH"]}`, log, git: join(folder, "git") };
}

/** Everything in the files below a folder, objects of git among them. */
function contentOf(folder: string): string {
  const texts: string[] = [];
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    const file = join(entry.parentPath, entry.name);
    if (entry.isFile()) texts.push(file, readFileSync(file, "latin1"));
    else if (entry.isDirectory() && existsSync(join(file, "objects", "pack"))) texts.push(objectsOf(file));
  }
  return texts.join("\n");
}

function objectsOf(gitDir: string): string {
  const args = ["--git-dir", gitDir, "cat-file", "--batch-all-objects", "--batch"];
  return execFileSync("git", args, { encoding: "latin1", maxBuffer: 1 << 28 });
}

function expectNone(where: string, text: string): void {
  for (const form of forms) expect(text.includes(form), `${where} shows ${form}`).toBe(false);
}

async function underFaults(kind: HostedKind): Promise<void> {
  const stage = await createHostedStage(kind, { alpha: pilot(wantedSchedule), beta: pilot(undefined) });
  const { path, log, git } = spy();
  try {
    for (const [name, fault] of Object.entries(faults))
      for (const nth of [1, 4]) {
        stage.server.fail({ match: { nth, times: 1000 }, fault });
        for (const args of commands) {
          const ran = await stage.coulomb(args, { env: { PATH: path } });
          expectNone(`${args.join(" ")} under ${name}`, ran.stdout + ran.stderr);
        }
        stage.server.calm();
      }
    const calm = await stage.coulomb(["reconcile", "--json"], { env: { PATH: path } });
    expectNone("reconcile", calm.stdout + calm.stderr);
    expectNone("the ops repo", contentOf(stage.ops));
    expectNone("the cache", contentOf(stage.cache));
    expectNone("the repositories", contentOf(stage.hosting.folder));
    // Only Gitea is pushed to.
    const argv = existsSync(log) ? readFileSync(log, "utf8") : "";
    expect(argv.includes(`${git} push --porcelain`)).toBe(kind === "gitea");
    expectNone("a command line", argv);
  } finally {
    await stage.close();
  }
}

describe("a token", { timeout: 300_000 }, () => {
  it.each(["gitea", "github"] as const)("is nowhere to be seen, whatever goes wrong on %s", underFaults);
});
