import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { postgresMissing } from "@coulomb-loop/testkit";
import { expect, it } from "vitest";

const file = fileURLToPath(new URL("postgres.mjs", import.meta.url));

function run(env) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ["--conditions=@coulomb-loop/source", file],
    { encoding: "utf8", env },
  );
  return { status, said: stdout + stderr };
}

it.each([
  { env: {}, status: 0 },
  { env: { COULOMB_CHECK_COMPLETE: "1" }, status: 1 },
])("says where no server can be started, and ends with $status under $env", ({ env, status }) => {
  const ended = run({ PATH: "/nowhere", ...env });
  expect(ended.said).toMatch(/SKIPPED: .*install PostgreSQL's server/);
  expect(ended.status).toBe(status);
});

it.skipIf(postgresMissing() !== undefined)("passes where one can", () => {
  expect(run({ PATH: process.env.PATH })).toEqual({
    status: 0,
    said: "PostgreSQL: a server can be started\n",
  });
});
