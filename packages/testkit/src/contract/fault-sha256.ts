import { mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { createGitForge, type Forge, verifySshSignature } from "@coulomb-loop/forge";
import { expect } from "vitest";
import { memoryCache } from "../memory-cache.ts";
import { fixedTime, git } from "../plain-git.ts";
import { makeSshKey, type SshKey } from "../ssh-keys.ts";
import { temporaryFolder } from "../temporary-folder.ts";
import { methodNames } from "./fault-methods.ts";
import type { Pairs } from "./fault-pairs.ts";
import { branch, valueOf, valueOfWrite } from "./harness.ts";
import { answerPatch } from "./responses.ts";

const repo = { owner: "pilot", repo: "one" };
const later = fixedTime + 60_000;

/** A repository whose ids have 64 digits: no way but git itself reads it, and every method works on it. */
export function describeSha256(pairs: Pairs): void {
  for (const name of methodNames.filter((each) => each !== "check"))
    pairs.test("SHA-256 objects", name, async (meeting) => {
      const folder = temporaryFolder();
      try {
        const path = join(folder.path, "pilot", "one.git");
        const base = await makeRepository(path);
        const forge = meeting.watch(forgeAt(folder.path));
        meeting.begin();
        await wholeLife(forge, base, makeSshKey(folder.path, "key"), name === "deleteBranch");
      } finally {
        folder.remove();
      }
    });
}

async function makeRepository(path: string): Promise<string> {
  mkdirSync(dirname(path), { recursive: true });
  const init = ["init", "--quiet", "--bare", "--object-format=sha256", "--initial-branch=main", path];
  await git(dirname(path), init);
  const input = `commit refs/heads/main\ncommitter P <p@x> ${fixedTime / 1000} +0000\ndata 1\nx\nM 100644 inline f\ndata 4\ntext\n`;
  await git(path, ["fast-import", "--quiet"], { input });
  return git(path, ["rev-parse", "main"]);
}

function forgeAt(url: string): Forge {
  return createGitForge({
    name: "test",
    url,
    identity: { name: "Coulomb", email: "coulomb@example.org" },
    installation: "pilot",
    env: process.env,
  });
}

/** Branch, proposal, text, and its end: merged, or closed and deleted. */
async function wholeLife(forge: Forge, base: string, key: SshKey, isDeclined: boolean): Promise<void> {
  const files = [{ path: "f", content: Buffer.from("new") }];
  const parents = { expected: null, base, mergeBase: false };
  const head = valueOfWrite(
    await forge.advanceBranch({ repo, branch, ...parents, files, message: "m\n", time: later }),
  );
  expect(head).toHaveLength(64);
  const text = { title: "t", body: "b", draft: false, labels: [], time: later };
  const ref = valueOfWrite(await forge.openProposal({ repo, branch, base: "main", head, ...text }));
  valueOfWrite(await forge.updateProposal(ref, { title: "other", time: later }));
  const given = answerPatch("ada", ref, head, { action: "approve", message: "Fine", time: later });
  const response = { ...given.response, signer: { key: key.file } };
  valueOfWrite(await forge.updateProposal({ repo, branch, number: ref.number }, { ...given, response }));
  const detail = valueOf(await forge.inspect(ref));
  expect(detail).toMatchObject({
    summary: { head, title: "other" },
    changed: [{ path: "f" }],
    responses: [{ by: "ada", action: "approve", head }],
  });
  const { payload = new Uint8Array(), signature = "" } = detail.responses[0]?.signed ?? {};
  const verdict = await verifySshSignature({ payload, signature, keys: [key.publicKey], namespace: "git" });
  expect(verdict).toMatchObject({ ok: true });
  if (isDeclined) {
    // By its number, since the text that was just changed has moved the revision.
    const closing = { repo, branch, number: ref.number };
    valueOfWrite(await forge.updateProposal(closing, { state: "closed", time: later }));
    expect(await forge.deleteBranch({ repo, branch }, head)).toMatchObject({ kind: "done" });
  } else expect(valueOfWrite(await forge.mergeProposal(ref, head, later))).toHaveLength(64);
  const state = isDeclined ? "closed" : "merged";
  for await (const found of forge.observe([{ repo, files: ["f"], branches: [branch] }], memoryCache())) {
    expect(valueOf(found.facts).head).toHaveLength(64);
    expect(valueOf(found.proposals.get(branch))).toMatchObject([{ state, head }]);
    const file = valueOf(found.files.get("f"));
    expect(file.kind === "file" && Buffer.from(file.bytes).toString()).toBe(isDeclined ? "text" : "new");
  }
}
