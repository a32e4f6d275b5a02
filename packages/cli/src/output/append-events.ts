import { appendFileSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { CoulombError, type PromotionEvent } from "@coulomb-loop/schemas";
import { type Emission, isStream } from "./emit-run.ts";

/** Where events go beside files. */
interface Outputs {
  /** Relative paths start here. */
  readonly cwd: string;
  readonly print: (text: string) => void;
  /** Tells people. */
  readonly note: (line: string) => void;
}

/**
 * Appends events to each file that was asked for, one line each, but those whose ids stand there already; no byte that is there changes. A
 * last line without an end that is no event was torn by a crash: it stays, and is reported. Stdout and streams remember nothing, and get
 * every event. Throws `emit_unwritable`, after the other files were written.
 */
export function appendEvents(
  { cwd, print, note }: Outputs,
  events: readonly PromotionEvent[],
  emissions: readonly Emission[],
): void {
  const failures: CoulombError[] = [];
  for (const { path } of emissions) {
    if (path === "-") {
      print(linesOf(events));
      continue;
    }
    try {
      const torn = appendTo(resolve(cwd, path), events);
      if (torn !== undefined)
        note(
          `${path}:${torn} is torn: a run ended while it wrote. The line is kept, and what was missing is written behind it.`,
        );
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      failures.push(
        new CoulombError("emit_unwritable", `${path} cannot be written: ${reason}`, {
          hint: "name another file with --emit; the run itself is done",
          cause: error,
        }),
      );
    }
  }
  const [first] = failures;
  if (first !== undefined) throw first;
}

/** Answers with the number of a torn last line. */
function appendTo(file: string, events: readonly PromotionEvent[]): number | undefined {
  if (isStream(file)) {
    appendFileSync(file, linesOf(events));
    return undefined;
  }
  const text = textOf(file);
  const lines = text.split("\n");
  const known = new Set(lines.map(idIn));
  const last = lines.at(-1) ?? "";
  const missing = events.filter(({ id }) => !known.has(id));
  if (missing.length > 0) appendFileSync(file, (last === "" ? "" : "\n") + linesOf(missing));
  return last !== "" && idIn(last) === undefined ? lines.length : undefined;
}

function textOf(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return "";
    throw error;
  }
}

function linesOf(events: readonly PromotionEvent[]): string {
  return events.map((event) => `${JSON.stringify(event)}\n`).join("");
}

/** The id of an event that a line holds; other lines are somebody else's. */
function idIn(line: string): string | undefined {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === "object" && value !== null && "id" in value && typeof value.id === "string"
      ? value.id
      : undefined;
  } catch {
    return undefined;
  }
}
