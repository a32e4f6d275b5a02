import { describe, expect, it } from "vitest";
import { branch, onStage, startFiles, valueOf, valueOfWrite } from "./contract/harness.ts";
import { appSettings, githubHarness } from "./github-harness.ts";

/** A forge that writes as an App installed at the owner of the repository, or at nobody. */
const asApp = (account: string, isGiven = false) => {
  const { server, options } = appSettings(account, isGiven);
  return githubHarness(startFiles, server, options);
};

describe("a GitHub App", { timeout: 60_000 }, () => {
  it.each([false, true])(
    "finds its installation at the owner (given: %s), proposes, and merges as itself",
    (isGiven) =>
      onStage(
        () => asApp("pilot", isGiven),
        async ({ forge, propose, proposals, person }) => {
          expect(valueOf(await forge.check()).login).toBe("coulomb[bot]");
          const { ref, head } = await propose();
          expect(await proposals()).toMatchObject([{ ref, state: "open", head, openedBy: "coulomb[bot]" }]);
          const merged = valueOfWrite(await forge.mergeProposal(ref, head, 0));
          expect(await person.head("main")).toBe(merged);
          expect(await person.head(branch)).toBeNull();
          expect(await proposals()).toMatchObject([{ state: "merged", closedBy: "coulomb[bot]" }]);
        },
      )(),
  );

  it("knows itself by its key where GraphQL is away", () =>
    onStage(
      async () => {
        const stage = await asApp("pilot");
        stage.double.settings.graphql = "gone";
        return stage;
      },
      async ({ forge, look }) => {
        expect(valueOf(await forge.check()).login).toBe("coulomb[bot]");
        expect((await look()).facts).toMatchObject({ kind: "known" });
      },
    )());

  it("says so where it is not installed, and writes nothing", () =>
    onStage(
      () => asApp("somebody-else"),
      async ({ forge, look, write, person }) => {
        expect((await look()).facts).toMatchObject({ kind: "unknown", reason: "no_access" });
        expect(await forge.advanceBranch(await write())).toMatchObject({
          kind: "rejected",
          reason: "not_found",
        });
        expect(await person.head(branch)).toBeNull();
      },
    )());
});
