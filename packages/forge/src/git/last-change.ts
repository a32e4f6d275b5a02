import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { isOid } from "../names.ts";
import type { FileChange, Observed, Oid } from "../port.ts";
import { failed, known, ok, type Result, unknown } from "../problem.ts";
import type { Scratch } from "./scratch.ts";
import { firstLine, type GitContext, type Target, withObjects } from "./target.ts";

/** How far back the history of a URL is fetched to find a change: in steps, the last takes all of it. */
const depths = [256, 4096, Number.POSITIVE_INFINITY] as const;
/** Changes told of a file. */
const most = 1000;

// No -z: a path may be quoted, and only the blob beside it is read.
const format = "--format=%x00%H%n%an%n%at%n%B%x01";

/**
 * The newest commits that changed each file in the history of `head`, each with what it made of the file. Of a repository
 * that is reached by URL only as much is fetched as shows a change of each file.
 */
export async function readLastChanges(
  context: GitContext,
  target: Target,
  head: Oid,
  paths: readonly string[],
): Promise<Map<string, Observed<readonly FileChange[]>>> {
  let last: Map<string, Observed<readonly FileChange[]>> = new Map();
  for (const depth of depths) {
    const found = await withObjects(context, target, [head], depth, async (scratch) => {
      const cuts = await cutsOf(scratch);
      const changes = new Map<string, Observed<readonly FileChange[]>>();
      for (const path of paths) {
        const change = await readChanges(context, scratch, head, path, cuts);
        changes.set(path, change.ok ? known(change.value, head) : unknown(change.problem));
      }
      return ok(changes);
    });
    if (!found.ok) return new Map(paths.map((path) => [path, unknown(found.problem)]));
    last = found.value;
    const isCut = [...last.values()].some((each) => each.kind === "unknown" && each.reason === "incomplete");
    if (!isCut || target.folder !== undefined) break;
  }
  return last;
}

async function readChanges(
  context: GitContext,
  scratch: Scratch,
  head: Oid,
  path: string,
  cuts: ReadonlySet<Oid>,
): Promise<Result<readonly FileChange[]>> {
  // The path is a name and no pattern.
  const shown = ["--raw", "--no-abbrev", "--no-renames", `-${most}`, format];
  const args = ["--literal-pathspecs", "log", ...shown, "--end-of-options", head, "--", path];
  const result = await context.client.run(args, scratch);
  if (result.ended !== "exit") return failed("unreachable", `git log: ${result.ended}`);
  if (result.code !== 0) return failed("corrupt", firstLine(result.stderr));
  const changes = result.stdout.toString("utf8").split("\0").flatMap(parseChange);
  // At a cut every file looks as if it had just been added.
  const sure = changes.filter(({ commit }) => !cuts.has(commit));
  if (sure.length > 0 || cuts.size === 0) return ok(sure);
  return failed("incomplete", `the last change of ${path} lies further back than was read`);
}

async function cutsOf(scratch: Scratch): Promise<Set<Oid>> {
  const text = await readFile(join(scratch.gitDir, "shallow"), "utf8").catch(() => "");
  return new Set(text.split("\n").filter(isOid));
}

/** Reads one commit that `git log` printed in the format above. A merge tells no blob. */
function parseChange(output: string): FileChange[] {
  const [text = "", raw = ""] = output.split("\u0001");
  const [commit = "", authorName = "", seconds = "", ...message] = text.split("\n");
  if (!isOid(commit)) return [];
  const [, blob] = /^:\d+ \d+ [0-9a-f]+ ([0-9a-f]+) /m.exec(raw) ?? [];
  const made = blob === undefined ? {} : { blob: /^0+$/.test(blob) ? null : blob };
  return [{ commit, authorName, at: Number(seconds) * 1000, message: message.join("\n"), ...made }];
}
