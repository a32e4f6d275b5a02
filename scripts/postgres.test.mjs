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

it("fails where no server can be started, and says how to go on", () => {
  const { status, said } = run({ PATH: "/nowhere" });
  expect(status).toBe(1);
  expect(said).toMatch(/SKIPPED: .*install PostgreSQL's server[^]*COULOMB_WITHOUT_POSTGRES=1/);
});

it("goes on where that is known, and says it all the same", () => {
  const { status, said } = run({ PATH: "/nowhere", COULOMB_WITHOUT_POSTGRES: "1" });
  expect(status).toBe(0);
  expect(said).toContain("SKIPPED");
});

it.skipIf(postgresMissing() !== undefined)("passes where one can", () => {
  expect(run({ PATH: process.env.PATH })).toEqual({
    status: 0,
    said: "PostgreSQL: a server can be started\n",
  });
});
