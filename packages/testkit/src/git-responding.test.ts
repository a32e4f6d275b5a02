import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { onStage, type Stage, startFiles, valueOfWrite } from "./contract/harness.ts";
import { answerPatch } from "./contract/responses.ts";
import { gitHarness } from "./git-harness.ts";
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
import { forgeAt, gitNow, later, onGit, putHook, refsOf } from "./git-stage.ts";
import { makeSshKey } from "./ssh-keys.ts";
import { statementOf } from "./statement.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const folder = temporaryFolder();
afterAll(() => folder.remove());
const ada = makeSshKey(folder.path, "ada");

describe.concurrent("giving responses on plain git", { timeout: 60_000 }, () => {
  const locked = makeSshKey(folder.path, "locked", "passphrase");
  const noKey = join(folder.path, "no-key");
  writeFileSync(noKey, "no key at all\n", { mode: 0o600 });

  it.each([
    ["that is not there", join(folder.path, "nowhere")],
    ["that wants a passphrase", locked.file],
    ["that is no key", noKey],
  ])("is refused with a hint for a key %s, and moves nothing", (_what, key) =>
    onGit("bare", async (stage, path) => {
      const given = await stage.propose();
      const before = refsOf(path);
      const result = await answer(stage, given, yes, key);
      expect(result).toMatchObject({ kind: "rejected", reason: "no_access" });
      expect(result).toHaveProperty("hint", expect.stringContaining(key));
      expect(refsOf(path)).toBe(before);
    })(),
  );

  it("signs with a key that an agent holds, whose other half is in no file", async () => {
    const key = makeSshKey(folder.path, "held");
    const socket = join(folder.path, "agent");
    const agent = spawn("ssh-agent", ["-D", "-a", socket]);
    try {
      await once(agent.stdout, "data");
      const env = { ...process.env, SSH_AUTH_SOCK: socket };
      execFileSync("ssh-add", ["-q", key.file], { env });
      rmSync(key.file);
      const sign = async (stage: Stage) => {
        const given = await stage.propose();
        valueOfWrite(await answer(stage, given, yes, `${key.file}.pub`));
        const [found] = await responsesTo(stage, given);
        expect(await isSignedBy(found, [key.publicKey])).toBe(true);
      };
      await onGit("bare", sign, { env })();
    } finally {
      agent.kill();
      await once(agent, "close");
    }
  });

  it("is refused without ssh-keygen", async () => {
    // Where git keeps its own programs there is nothing else.
    const env = { PATH: gitNow(folder.path, ["--exec-path"]) };
    await onGit(
      "bare",
      async (stage) => {
        const given = await stage.propose();
        expect(await answer(stage, given, yes, ada.file)).toMatchObject({
          kind: "rejected",
          reason: "unsupported",
        });
        valueOfWrite(await answer(stage, given, yes));
      },
      { env },
    )();
  });

  it.each([
    ["no name", { name: undefined }],
    ["a name of one part", { name: "ada" }],
    ["a name of three parts", { name: "a/b/c" }],
    ["a name that leaves the place", { name: "../ada" }],
    ["no statement", { statement: undefined }],
    ["a statement of two lines", { statement: "{}\n{}\n" }],
    ["a statement about another head", { head: "1".repeat(40) }],
    ["a statement that says something else", { action: "reject" }],
    ["a statement with other words", { message: "Other" }],
  ] as const)("is refused with %s", (_what, patch) =>
    onGit("bare", async (stage, path) => {
      const { ref, head } = await stage.propose();
      const before = refsOf(path);
      const given = answerPatch("ada", ref, head, yes);
      const { name, statement, ...rest } = { ...given.response, ...patch };
      const response = {
        ...rest,
        ...(name === undefined ? {} : { name }),
        ...(statement === undefined ? {} : { statement }),
      };
      const result = await stage.forge.updateProposal(ref, { ...given, response });
      expect(result).toMatchObject({ kind: "rejected", reason: "unsupported" });
      expect(refsOf(path)).toBe(before);
    })(),
  );

  it.each(["bare", "file"] as const)(
    "loses the race when somebody answered in the user's name meanwhile (%s)",
    (layout) =>
      onGit(layout, async (stage, path, meanwhile) => {
        const given = await stage.propose();
        const theirs = tagText(
          given.head,
          statementOf({ ...asAnswer(given), ...no, time: later }, given.head),
        );
        meanwhile.act = () => void putTag(path, adasRef, theirs);
        expect(await answer(stage, given, yes)).toEqual({ kind: "lost_race" });
        expect(await responsesTo(stage, given)).toMatchObject([no]);
        valueOfWrite(await answer(stage, given, yes));
        expect(await responsesTo(stage, given)).toMatchObject([yes]);
      })(),
  );

  it(
    "is refused by a hook, and the record beside it stays too",
    onGit("bare", async (stage, path) => {
      const given = await stage.propose();
      putHook(path, "update", 'case "$1" in refs/coulomb/approvals/*) echo no >&2; exit 1;; esac');
      const before = refsOf(path);
      const patch = { ...answerPatch("ada", given.ref, given.head, yes), comment: "Look" };
      expect(await stage.forge.updateProposal(given.ref, patch)).toMatchObject({
        kind: "rejected",
        reason: "hook_declined",
      });
      expect(refsOf(path)).toBe(before);
    }),
  );

  it(
    "works where people's settings sign every tag otherwise",
    onGit(
      "bare",
      async (stage, path) => {
        const given = await stage.propose();
        valueOfWrite(await answer(stage, given, yes));
        expect(gitNow(path, ["cat-file", "tag", adasRef])).not.toContain("BEGIN");
        valueOfWrite(await answer(stage, given, no, ada.file));
        const [found] = await responsesTo(stage, given);
        expect(await isSignedBy(found, [ada.publicKey])).toBe(true);
      },
      {
        config: [
          ["tag.gpgSign", "true"],
          ["gpg.format", "openpgp"],
          ["user.signingKey", "nobody"],
        ],
      },
    ),
  );
});

describe.concurrent("what reading responses costs", { timeout: 60_000 }, () => {
  it.each([
    ["bare", 0],
    ["file", 2],
  ] as const)("%s: %i processes where there are some, none where there are none", async (layout, more) => {
    const commands: string[] = [];
    const harness = await gitHarness(layout, startFiles, { onProcess: ([name = ""]) => commands.push(name) });
    await onStage(
      async () => harness,
      async (stage) => {
        const given = await stage.propose();
        const count = async () => {
          commands.length = 0;
          await responsesTo(stage, given);
          return commands.length;
        };
        const before = await count();
        const other = tagText(
          await stage.head(),
          statementOf({ ...asAnswer(given), ...yes, time: later }, given.head),
        );
        putTag(harness.path, "refs/coulomb/approvals/PROM-0000/ada", other);
        expect(await count()).toBe(before);
        valueOfWrite(await answer(stage, given, yes));
        expect(await count()).toBe(before + more);
      },
    )();
  });

  it("a forge of a folder and one of its URL tell the same", async () => {
    const harness = await gitHarness("bare", startFiles);
    await onStage(
      async () => harness,
      async (stage) => {
        const given = await stage.propose();
        valueOfWrite(await answer(stage, given, yes, ada.file));
        const url = `file://${harness.path.replace(/\/pilot\/one\.git$/, "")}`;
        expect(await responsesTo({ forge: forgeAt(url) }, given)).toEqual(await responsesTo(stage, given));
      },
    )();
  });
});
