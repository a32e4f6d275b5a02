import { git } from "@coulomb-loop/testkit";
import { describe, expect, it } from "vitest";
import {
  commitAll,
  env,
  fixedNow,
  hourly,
  newCheckout,
  schedulePath,
  writeFiles,
} from "./checkout.fixture.ts";
import { type PrepareOptions, prepareBundle } from "./prepare.ts";

const memoryFile = ".kaizen/memory/coach/memory.md";

function prepare(cwd: string, more: Partial<PrepareOptions> = {}) {
  return prepareBundle({ cwd, env, agent: "coach", now: fixedNow, ...more });
}

describe("a bundle", () => {
  it("says the same whatever the user's git is set to", async () => {
    const cwd = await newCheckout({ [schedulePath]: hourly, [memoryFile]: "# Grüße\n" });
    await commitAll(cwd, "Grüße");
    writeFiles(cwd, { "new.txt": "" });
    const { text } = await prepare(cwd);
    expect(text).toContain("Grüße");
    for (const [name, value] of [
      ["status.showUntrackedFiles", "no"],
      ["log.showRoot", "false"],
      ["diff.orderFile", "/nowhere"],
      ["i18n.logOutputEncoding", "ISO-8859-1"],
    ] as const) {
      await git(cwd, ["config", name, value]);
      expect((await prepare(cwd)).text).toBe(text);
    }
  });

  it.each(["GIT_OBJECT_DIRECTORY", "GIT_GLOB_PATHSPECS", "GIT_NOGLOB_PATHSPECS", "GIT_ICASE_PATHSPECS"])(
    "says the same with %s set, as in a hook or a shell of somebody",
    async (name) => {
      const cwd = await newCheckout({ [schedulePath]: hourly, [memoryFile]: "# Memory\n" });
      const { text } = await prepare(cwd);
      expect((await prepare(cwd, { env: { ...env, [name]: "1" } })).text).toBe(text);
    },
  );
});
