import { constants } from "node:fs";
import { access, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Instant, Oid, ProposalResponseDraft, WriteResult } from "../port.ts";
import { failed, ok, type Result } from "../problem.ts";
import type { GitResult } from "./client.ts";
import type { GitIdentity } from "./commit.ts";
import { rejected, type Workshop } from "./session.ts";
import { parseTag } from "./statement.ts";
import { firstLine, type GitContext } from "./target.ts";

/** A tag object to make: `statement` is its message to the byte. */
export interface TagPlan {
  readonly name: string;
  readonly tagged: Oid;
  readonly statement: string;
  readonly signer: ProposalResponseDraft["signer"];
  readonly tagger: GitIdentity;
  /** Tagger time, cut to seconds, zone +0000. */
  readonly time: Instant;
}

/**
 * Makes a tag object in a scratch repository that has its commit, signed by git itself with SSH. A key that cannot be used,
 * or would have to be asked for its passphrase, ends it as `rejected`: nobody is asked, and nothing waits for a person.
 */
export async function makeTag(
  context: GitContext,
  { scratch, reader }: Workshop,
  plan: TagPlan,
): Promise<Result<Oid | WriteResult<never>>> {
  const { signer, name, tagged, tagger, time } = plan;
  const unreadable = signer === undefined ? undefined : await unreadableKey(signer.key);
  if (unreadable !== undefined) return rejected("no_access", unreadable);
  const config = signer === undefined ? [] : ["gpg.format=ssh", `user.signingkey=${signer.key}`];
  const how = signer === undefined ? ["--annotate", "--no-sign"] : ["--sign"];
  const result = await context.client.run(
    [...config.flatMap((each) => ["-c", each]), "tag", ...how, "--cleanup=verbatim", "-F", "-", name, tagged],
    {
      gitDir: scratch.gitDir,
      input: Buffer.from(plan.statement, "utf8"),
      env: {
        GIT_COMMITTER_NAME: tagger.name,
        GIT_COMMITTER_EMAIL: tagger.email,
        GIT_COMMITTER_DATE: `${Math.floor(time / 1000)} +0000`,
        // Without a terminal ssh would start a program that asks, where there is a display.
        SSH_ASKPASS_REQUIRE: "never",
      },
    },
  );
  if (result.ended === "aborted") return failed("unreachable", "git tag: aborted");
  if (signer !== undefined && (result.ended !== "exit" || result.code !== 0))
    return unsigned(signer.key, result);
  if (result.ended !== "exit") return failed("unreachable", `git tag: ${result.ended}`);
  if (result.code !== 0) return failed("corrupt", firstLine(result.stderr));
  const oid = (await readFile(join(scratch.gitDir, "refs", "tags", name), "utf8")).trim();
  const object = await reader.read(oid);
  const made = object.kind === "object" && object.type === "tag" ? parseTag(object.bytes) : undefined;
  // git 2.39 ends well without a signature when ssh-keygen does not make one: it takes a positive exit code for success.
  if (signer !== undefined && made?.signed.signature === undefined) return unsigned(signer.key, result);
  return made?.signed.statement === plan.statement
    ? ok(oid)
    : failed("corrupt", `the tag ${name} was not made as it was to be`);
}

/** Why a key cannot even be read; `undefined` when it can. */
async function unreadableKey(key: string): Promise<string | undefined> {
  try {
    await access(key, constants.R_OK);
    return undefined;
  } catch {
    return `the key ${key} cannot be read; name the file of an SSH key`;
  }
}

/** What a signature that was not made means. Only words depend on what ssh says, never whether something happened. */
function unsigned(key: string, { ended, stderr }: GitResult): Result<WriteResult<never>> {
  const said = [...new Set(stderr.split("\n").map((line) => line.replace(/\?$/, "").trim()))]
    .filter((line) => line !== "" && line !== "error:" && !line.startsWith("@"))
    .slice(0, 4)
    .join("; ");
  if (ended !== "exit")
    return rejected(
      "no_access",
      `signing with ${key} came to no end: the agent or the key waits for somebody`,
    );
  if (/cannot run|cannot exec|usage: |unknown option|needed for ssh signing/i.test(stderr))
    return rejected("unsupported", `install OpenSSH 8.2 or newer, whose ssh-keygen signs: ${said}`);
  return rejected(
    "no_access",
    `${key} signs nothing; a key with a passphrase must be in an agent (ssh-add ${key}): ${said}`,
  );
}
