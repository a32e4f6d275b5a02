import { expect, it } from "vitest";
import { coulomb, document, newFolder } from "./fleet.fixture.ts";

it("prints one document with --json, needs no git that knows its user, and ignores what the user has set", async () => {
  const folder = newFolder();
  const ran = await coulomb(["demo", "--dir", folder, "--json"], {
    cwd: newFolder(),
    env: {
      GIT_DIR: "/nowhere",
      GIT_AUTHOR_NAME: "Somebody Else",
      GIT_CONFIG_COUNT: "1",
      GIT_CONFIG_KEY_0: "init.defaultBranch",
      GIT_CONFIG_VALUE_0: "trunk",
    },
  });
  expect(ran.code).toBe(0);
  expect(document(ran.stdout)).toEqual({ format_version: "1.0", kind: "demo", folder, ok: true });
});
