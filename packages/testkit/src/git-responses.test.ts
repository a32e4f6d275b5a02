import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { branch, valueOfWrite } from "./contract/harness.ts";
import {
  adasRef,
  answer,
  asAnswer,
  isSignedBy,
  no,
  putTag,
  responsesTo,
  tagText,
  yes,
} from "./git-responses.fixture.ts";
import { gitNow, later, onGit } from "./git-stage.ts";
import { tryGit } from "./plain-git.ts";
import { makeSshKey } from "./ssh-keys.ts";
import { type PersonAnswer, statementOf } from "./statement.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const folder = temporaryFolder();
afterAll(() => folder.remove());
const ada = makeSshKey(folder.path, "ada");
const mallory = makeSshKey(folder.path, "mallory");

describe.concurrent("responses on plain git", { timeout: 60_000 }, () => {
  it.each(["bare", "file"] as const)(
    "are signed by git itself, and verify with the key alone (%s)",
    (layout) =>
      onGit(layout, async (stage, path) => {
        const given = await stage.propose();
        valueOfWrite(await answer(stage, given, yes, ada.file));
        const [found] = await responsesTo(stage, given);
        expect(found).toMatchObject({ ...yes, by: "ada", head: given.head, at: later });
        expect(found?.signed?.statement).toBe(
          statementOf({ ...asAnswer(given), ...yes, time: later }, given.head),
        );
        expect(await isSignedBy(found, [mallory.publicKey, ada.publicKey])).toBe(true);
        expect(await isSignedBy(found, [mallory.publicKey])).toBe(false);
        const allowed = join(folder.path, `allowed-${layout}`);
        writeFileSync(allowed, `ada ${ada.publicKey}\n`);
        const oid = gitNow(path, ["rev-parse", adasRef]);
        const verify = ["-c", `gpg.ssh.allowedSignersFile=${allowed}`, "verify-tag", oid];
        expect((await tryGit(path, verify)).stderr).toMatch(/^Good "git" signature for ada/);
        valueOfWrite(await answer(stage, given, yes, ada.file));
        expect(gitNow(path, ["rev-parse", adasRef])).toBe(oid);
        expect(gitNow(path, ["tag", "--list"])).toBe("");
      })(),
  );

  it(
    "are told without a signature where there is none",
    onGit("bare", async (stage) => {
      const given = await stage.propose();
      valueOfWrite(await answer(stage, given, yes));
      const [found] = await responsesTo(stage, given);
      expect(found?.signed?.signature).toBeUndefined();
      expect(await isSignedBy(found, [ada.publicKey])).toBe(false);
    }),
  );

  it(
    "that people sign past the tool verify too",
    onGit("bare", async (stage) => {
      const given = await stage.propose();
      await stage.person.respond({ ...asAnswer(given), ...no, key: ada.file });
      const [found] = await responsesTo(stage, given);
      expect(found).toMatchObject({ ...no, by: "ada" });
      expect(await isSignedBy(found, [ada.publicKey])).toBe(true);
    }),
  );

  it(
    "under somebody else's name, or tampered with, do not verify",
    onGit("bare", async (stage, path) => {
      const given = await stage.propose();
      await stage.person.respond({ ...asAnswer(given), ...yes, key: mallory.file });
      const [forged] = await responsesTo(stage, given);
      expect(forged).toMatchObject({ by: "ada" });
      expect(await isSignedBy(forged, [ada.publicKey])).toBe(false);
      await stage.person.respond({ ...asAnswer(given), ...no, key: ada.file });
      const text = gitNow(path, ["cat-file", "tag", adasRef]);
      putTag(path, adasRef, `${text.replace('"reject"', '"approve"')}\n`);
      const [tampered] = await responsesTo(stage, given);
      expect(tampered).toMatchObject({ action: "approve", message: no.message, by: "ada" });
      expect(await isSignedBy(tampered, [ada.publicKey])).toBe(false);
      gitNow(path, [
        "update-ref",
        "refs/coulomb/approvals/PROM-0001/ben",
        gitNow(path, ["rev-parse", adasRef]),
      ]);
      expect((await responsesTo(stage, given)).map(({ by }) => by)).toEqual(["ada", "ben"]);
    }),
  );

  it.each(["bare", "file"] as const)(
    "that are none of this proposal, or malformed, are left out (%s)",
    (layout) =>
      onGit(layout, async (stage, path) => {
        const given = await stage.propose();
        const main = await stage.head();
        const { head } = given;
        const as = (patch: Partial<PersonAnswer>, of = head) =>
          statementOf({ ...asAnswer(given), ...yes, time: later, ...patch }, of);
        const put = (user: string, text: string) => putTag(path, `refs/coulomb/approvals/X/${user}`, text);
        put("foreign-commit", tagText(main, as({}, main)));
        put("other-head", tagText(head, as({}, main)));
        put("other-commit", tagText(main, as({})));
        put("other-number", tagText(head, as({ number: 2 })));
        put("other-branch", tagText(head, as({ branch: "coulomb/pilot/other" })));
        put("no-json", tagText(head, "fine\n"));
        put("a-list", tagText(head, "[]\n"));
        put("two-lines", tagText(head, `${as({})}more\n`));
        put("no-line-feed", tagText(head, as({}).trim()));
        put("no-message", tagText(head, ""));
        put("other-action", tagText(head, as({}).replace("approve", "comment")));
        put("no-time", tagText(head, as({}).replace("2033-05-18T03:33:20Z", "yesterday")));
        put("no-such-day", tagText(head, as({}).replace("2033-05-18", "2033-15-18")));
        put("more-headers", tagText(head, as({}), "gpgsig x\n"));
        put("of-a-tag", tagText(put("inner", tagText(head, "x")), as({})).replace("type commit", "type tag"));
        for (const [user, oid] of [
          ["a-commit", head],
          ["a-blob", gitNow(path, ["hash-object", "-w", "--stdin"], as({}))],
        ] as const)
          gitNow(path, ["update-ref", `refs/coulomb/approvals/X/${user}`, oid]);
        for (const ref of ["too-short", "X/too/long"])
          putTag(path, `refs/coulomb/approvals/${ref}`, tagText(head, as({})));
        putTag(path, "refs/x/refs/coulomb/approvals/X/zed", tagText(head, as({})));
        expect(await responsesTo(stage, given)).toEqual([]);
        put("zoe", tagText(head, as({})));
        expect(await responsesTo(stage, given)).toMatchObject([{ ...yes, by: "zoe", head }]);
      })(),
  );

  it.each(["bare", "file"] as const)(
    "of an older head are told with it, also after the branch was forced (%s)",
    (layout) =>
      onGit(layout, async (stage) => {
        const given = await stage.propose();
        valueOfWrite(await answer(stage, given, yes));
        await stage.person.commit(branch, { a: "b" });
        expect(await responsesTo(stage, given)).toMatchObject([{ ...yes, head: given.head }]);
        await stage.person.force(branch, await stage.head());
        await stage.person.commit(branch, { b: "c" });
        expect(await responsesTo(stage, given)).toMatchObject([{ ...yes, head: given.head }]);
      })(),
  );

  it(
    "of which one is newer under another id: the newest stands, and of two of one instant the rejection",
    onGit("bare", async (stage) => {
      const given = await stage.propose();
      await stage.person.respond({ ...asAnswer(given), ...no, time: later, record: "B" });
      await stage.person.respond({ ...asAnswer(given), ...yes, time: later, record: "C" });
      expect(await responsesTo(stage, given)).toMatchObject([no]);
      await stage.person.respond({ ...asAnswer(given), ...yes, time: later + 1000, record: "A" });
      expect(await responsesTo(stage, given)).toMatchObject([yes]);
    }),
  );

  it(
    "are read from packed refs, by the hundred",
    onGit("bare", async (stage, path) => {
      const given = await stage.propose();
      const users = Array.from({ length: 120 }, (_, index) => `user-${String(index).padStart(3, "0")}`);
      const text = tagText(given.head, statementOf({ ...asAnswer(given), ...yes, time: later }, given.head));
      const oid = gitNow(path, ["mktag"], text);
      const lines = users.map((user) => `create refs/coulomb/approvals/PROM-0001/${user} ${oid}\n`);
      gitNow(path, ["update-ref", "--stdin"], lines.join(""));
      gitNow(path, ["pack-refs", "--all"]);
      valueOfWrite(await answer(stage, given, no));
      const found = await responsesTo(stage, given);
      expect(found.map(({ by }) => by)).toEqual(["ada", ...users]);
    }),
  );

  it(
    "whose object is lost are unknown, for they may be rejections",
    onGit("bare", async (stage, path) => {
      const { ref } = await stage.propose();
      gitNow(path, ["update-ref", adasRef, await stage.head()]);
      writeFileSync(join(path, adasRef), `${"1".repeat(40)}\n`);
      expect(await stage.forge.inspect(ref)).toMatchObject({ kind: "unknown", reason: "corrupt" });
    }),
  );
});
