import { existsSync, globSync, readFileSync, statSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import type { Lookup } from "./complete.ts";
import type { ValueKind } from "./value-kind.ts";

// What is read while somebody waits at a prompt: by its form only, and no more than this.
const mostFiles = 300;
const mostBytes = 1_000_000;

/**
 * Looks values up in the files of the ops repo, or of the pilot, that `cwd` is in, or that `--ops` names. Reads no
 * contract and asks no forge and no hub; what is missing or broken gives no values.
 */
export function lookupIn(cwd: string): Lookup {
  return async (kind, { options }) => {
    try {
      const given = options.get("--ops");
      const ops = given === undefined ? upwards(cwd, "coulomb.yaml") : resolve(cwd, given);
      return await valuesOf(kind, { cwd, ops, loop: options.get("--loop") });
    } catch {
      return [];
    }
  };
}

interface Place {
  readonly cwd: string;
  readonly ops: string | undefined;
  readonly loop: string | undefined;
}

async function valuesOf(kind: ValueKind, place: Place): Promise<readonly string[]> {
  if (kind === "label") return ["coulomb:hold", "coulomb:rebuild", "coulomb:reopen"];
  if (kind === "status") return ["todo", "in_progress", "blocked", "done", "cancelled"];
  if (kind === "priority") return ["low", "medium", "high", "critical"];
  if (kind === "emission") return (await import("../emit/parse-emit.ts")).emitFormats;
  if (kind === "agent") return await agents(place.cwd);
  const { ops } = place;
  if (ops === undefined) return [];
  const { parse } = await import("yaml");
  const yaml = (path: string): unknown => parsed(path, parse);
  const paths = field(yaml(join(ops, "coulomb.yaml")), "paths");
  const files = (name: string, usual: string) =>
    texts(field(paths, name), [usual])
      .flatMap((pattern) => globSync(pattern, { cwd: ops }))
      .toSorted()
      .slice(0, mostFiles)
      .map((path) => join(ops, path));
  const loops = files("loops", "loops/*").filter(
    (loop) => place.loop === undefined || basename(loop) === place.loop,
  );
  const inLoops = (name: string, take: (document: unknown) => readonly unknown[]) =>
    unique(loops.flatMap((loop) => take(yaml(join(loop, name)))));
  switch (kind) {
    case "loop":
      return unique(files("loops", "loops/*").map((loop) => basename(loop)));
    case "repo":
      return inLoops("roster.yaml", (roster) =>
        ["active", "expansion_queue", "saturated"].flatMap((list) => named(field(roster, list), "repo")),
      );
    case "phase":
      return inLoops("cadence.yaml", (cadence) => named(field(cadence, "phases"), "name"));
    case "step":
      return inLoops("cadence.yaml", (cadence) => items(field(cadence, "steps")));
    case "analysis":
      return inLoops("cadence.yaml", (cadence) => named(field(cadence, "analyses"), "key"));
    case "record":
      return unique(
        loops
          .flatMap((loop) => globSync("promotions/*.yaml", { cwd: loop }))
          .map((path) => basename(path, ".yaml"))
          .filter((name) => !name.endsWith(".seal")),
      );
    case "activity":
      return ids(files("activity_definitions", "activity-definitions/*.md"), /^id: *["']?([\w-]+)/m);
    case "task":
      return ids(files("workplans", "workplans/*.md"), taskId);
    case "task or workplan":
      return [
        ...ids(files("workplans", "workplans/*.md"), /^id: *["']?([\w-]+)/m),
        ...ids(files("workplans", "workplans/*.md"), taskId),
      ];
    default:
      return [];
  }
}

/** The id of a task in its own block, which is whole there. */
const taskId = /^id: *["']?([\w-]+-T\d+)\b/gm;

/** The agents of the schedule file of the pilot that one is in, else those of the kaizen stack. */
async function agents(cwd: string): Promise<readonly string[]> {
  const folder = upwards(cwd, ".kaizen/schedule.yml");
  const usual = ["coach", "optimization", "metrics"];
  if (folder === undefined) return usual;
  const { parse } = await import("yaml");
  const found = field(parsed(join(folder, ".kaizen/schedule.yml"), parse), "agents");
  const names = typeof found === "object" && found !== null ? Object.keys(found) : [];
  return names.length === 0 ? usual : names;
}

function parsed(path: string, parse: (text: string) => unknown): unknown {
  const text = read(path);
  try {
    return text === undefined ? undefined : parse(text);
  } catch {
    return undefined;
  }
}

function read(path: string): string | undefined {
  const stat = statSync(path, { throwIfNoEntry: false });
  return stat?.isFile() === true && stat.size <= mostBytes ? readFileSync(path, "utf8") : undefined;
}

function ids(files: readonly string[], id: RegExp): readonly string[] {
  return unique(
    files.flatMap((file) => {
      const text = read(file) ?? "";
      return id.global ? [...text.matchAll(id)].map((match) => match[1]) : [id.exec(text)?.[1]];
    }),
  );
}

function upwards(from: string, path: string): string | undefined {
  for (let folder = from; ; folder = dirname(folder)) {
    if (existsSync(join(folder, path))) return folder;
    if (dirname(folder) === folder) return undefined;
  }
}

function field(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined;
}

function items(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function texts(value: unknown, usual: readonly string[]): readonly string[] {
  const found = items(value).filter((each) => typeof each === "string");
  return found.length === 0 ? usual : found;
}

function named(list: unknown, name: string): readonly unknown[] {
  return items(list).map((entry) => field(entry, name));
}

function unique(values: readonly unknown[]): readonly string[] {
  return [...new Set(values.filter((value) => typeof value === "string"))];
}
