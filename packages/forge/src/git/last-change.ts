import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { LastChange, Observed, Oid } from "../port.ts";
import { isOid } from "./names.ts";
import { failed, known, ok, type Result, unknown } from "./problem.ts";
import type { Scratch } from "./scratch.ts";
import { firstLine, type GitContext, type Target, withObjects } from "./target.ts";

/** How far back the history of a URL is fetched to find a change. */
const depth = 256;

const format = "--format=%H%n%an%n%at%n%B";

/**
 * The newest commit that changed each file in the history of `head`. Of a repository that is reached by URL only the
 * newest 256 commits are looked at: what lies further back is unknown.
 */
export async function readLastChanges(
  context: GitContext,
  target: Target,
  head: Oid,
  paths: readonly string[],
): Promise<Map<string, Observed<LastChange | null>>> {
  const found = await withObjects(context, target, [head], depth, async (scratch) => {
    const cuts = await cutsOf(scratch);
    const changes = new Map<string, Observed<LastChange | null>>();
    for (const path of paths) {
      const change = await readLastChange(context, scratch, head, path, cuts);
      changes.set(path, change.ok ? known(change.value, head) : unknown(change.problem));
    }
    return ok(changes);
  });
  if (found.ok) return found.value;
  return new Map(paths.map((path) => [path, unknown(found.problem)]));
}

async function readLastChange(
  context: GitContext,
  scratch: Scratch,
  head: Oid,
  path: string,
  cuts: ReadonlySet<Oid>,
): Promise<Result<LastChange | null>> {
  // The path is a name and no pattern.
  const args = ["--literal-pathspecs", "log", "-1", format, "--end-of-options", head, "--", path];
  const result = await context.client.run(args, scratch);
  if (result.ended !== "exit") return failed("unreachable", `git log: ${result.ended}`);
  if (result.code !== 0) return failed("corrupt", firstLine(result.stderr));
  const change = parseLastChange(result.stdout.toString("utf8"));
  if (change === null && cuts.size === 0) return ok(null);
  // At a cut every file looks as if it had just been added.
  if (change === null || cuts.has(change.commit))
    return failed("incomplete", `the last change of ${path} lies further back than was read`);
  return ok(change);
}

async function cutsOf(scratch: Scratch): Promise<Set<Oid>> {
  const text = await readFile(join(scratch.gitDir, "shallow"), "utf8").catch(() => "");
  return new Set(text.split("\n").filter(isOid));
}

/** Reads what `git log` prints in the format above; `null` when it printed nothing. */
function parseLastChange(output: string): LastChange | null {
  const [commit = "", authorName = "", seconds = "", ...message] = output.split("\n");
  if (!isOid(commit)) return null;
  return { commit, authorName, at: Number(seconds) * 1000, message: message.join("\n") };
}
