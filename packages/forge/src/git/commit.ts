import { isOid } from "../names.ts";
import type { FileWrite, Instant, Oid } from "../port.ts";
import { failed, ok, type Result } from "../problem.ts";
import type { Scratch } from "./scratch.ts";
import { firstLine, type GitContext } from "./target.ts";

/** Author and committer of what this forge writes. */
export interface GitIdentity {
  readonly name: string;
  readonly email: string;
}

/** One commit to make. */
export interface CommitPlan {
  /** Tree to start from; `null`: the empty one. */
  readonly tree: Oid | null;
  readonly parents: readonly Oid[];
  /** Put into the tree in this order. */
  readonly files: readonly (FileWrite & { readonly executable?: boolean })[];
  readonly message: string;
  /** Author and committer time, cut to seconds, zone +0000. */
  readonly time: Instant;
}

/**
 * Makes a commit in a scratch repository and answers with its id; the same plan and identity give the same id. One
 * `git fast-import`: git builds the trees, and its files' bytes go in by a pipe, untouched by filters or line ends.
 */
export async function makeCommit(
  context: GitContext,
  identity: GitIdentity,
  scratch: Scratch,
  plan: CommitPlan,
): Promise<Result<Oid>> {
  // --force: the ref of an earlier commit in this scratch repository is of no use to anybody.
  const result = await context.client.run(
    ["fast-import", "--quiet", "--force", "--done", "--date-format=raw"],
    {
      gitDir: scratch.gitDir,
      input: printPlan(identity, plan),
    },
  );
  if (result.ended !== "exit") return failed("unreachable", `git fast-import: ${result.ended}`);
  const oid = result.stdout.toString("utf8").trim();
  if (result.code !== 0 || !isOid(oid)) return failed("corrupt", firstLine(result.stderr));
  return ok(oid);
}

/** The stream for git-fast-import(1). */
function printPlan(identity: GitIdentity, plan: CommitPlan): Buffer {
  const [first, ...others] = plan.parents;
  const parts: (string | Uint8Array)[] = [
    "commit refs/made/commit\nmark :1\n",
    `committer ${identity.name} <${identity.email}> ${Math.floor(plan.time / 1000)} +0000\n`,
    ...data(Buffer.from(plan.message, "utf8")),
    ...(first === undefined ? [] : [`from ${first}\n`]),
    ...others.map((oid) => `merge ${oid}\n`),
    // The tree of the first parent is no part of the plan.
    "deleteall\n",
    ...(plan.tree === null ? [] : [`M 040000 ${plan.tree} ""\n`]),
  ];
  for (const { path, content, executable } of plan.files) {
    if (content === null) parts.push(`D ${quotePath(path)}\n`);
    else
      parts.push(
        `M ${executable === true ? "100755" : "100644"} inline ${quotePath(path)}\n`,
        ...data(content),
      );
  }
  parts.push("\nget-mark :1\ndone\n");
  return Buffer.concat(parts.map((part) => (typeof part === "string" ? Buffer.from(part, "utf8") : part)));
}

function data(bytes: Uint8Array): (string | Uint8Array)[] {
  return [`data ${bytes.byteLength}\n`, bytes, "\n"];
}

function quotePath(path: string): string {
  return path.startsWith('"') ? `"${path.replaceAll(/["\\]/g, String.raw`\$&`)}"` : path;
}
