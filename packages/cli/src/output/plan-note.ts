import { changeKeys, changeLine, classOrder } from "@coulomb-loop/reconciler";
import type { Plan, RepoPlan } from "@coulomb-loop/schemas";
import { escapeMarkdown, fitted, row } from "../emit/markdown.ts";
import { counted } from "../terminal.ts";
import { countLine } from "./plan.ts";

/** GitHub takes 65,536 characters of a comment. */
const mostBytes = 60_000;

/** Most changes whose keys stand in a note; the rest of it is what people read. */
const mostKeys = 2_000;

/** How the note of an installation begins: the one comment that is found again, and changed. */
export function planMarker(installation: string): string {
  return `<!-- coulomb:plan/v1 ${installation} `;
}

/**
 * A plan as the note on a pull request: the keys of what it would write, in a comment that is not shown, then what people
 * review. A function of the plan without its time: a plan that says the same is the same note. At most 60,000 bytes in UTF-8.
 */
export function planNote(plan: Plan): string {
  const keys = changeKeys(plan);
  const listed = keys.slice(0, mostKeys);
  const head = [
    `${planMarker(plan.installation)}${JSON.stringify({ changes: listed, of: keys.length })} -->`,
    `## Coulomb: the plan of ${escapeMarkdown(plan.installation)}`,
    "",
    `${escapeMarkdown(countLine(plan.repos))}. Merging this pull request applies ${keys.length === 0 ? "nothing" : `what is listed (${counted(keys.length, "proposal")})`}, unless something changes in between: that is left alone, and the run says so.`,
    ...(keys.length > listed.length
      ? [
          "",
          `Only the first ${listed.length} changes can be applied by a merge; the rest waits for the next run.`,
        ]
      : []),
  ];
  const top = `${head.join("\n")}\n`;
  const rows = [...plan.repos]
    .sort((a, b) => classOrder.indexOf(a.class) - classOrder.indexOf(b.class))
    .flatMap(repoRows);
  return `${top}${fitted(tableHead, rows, mostBytes - Buffer.byteLength(top)).join("\n")}\n`;
}

const tableHead = ["", "| repo | class | what changes |", "|---|---|---|"];

/** A repo with all that changes there, in one row; nothing for one in sync. */
function repoRows(repo: RepoPlan): readonly string[] {
  if (repo.class === "in_sync") return [];
  const paths = repo.paths.filter(
    ({ class: found }) => found !== "in_sync" && found !== "released" && found !== "overridden",
  );
  const lines =
    repo.change === null || paths.length === 0 ? [repo.reason] : paths.map((path) => changeLine(path));
  const waits =
    repo.change === null || repo.gate.open ? [] : [`waits: ${repo.gate.message ?? "a gate is shut"}`];
  const markdown = [...lines, ...waits].map(escapeMarkdown).join("<br>");
  return [row([repo.repo_id, repo.class.replaceAll("_", " "), { markdown }])];
}

/** The keys that a note holds; `undefined` for a text that is no note of the installation. */
export function keysOfNote(installation: string, body: string): readonly string[] | undefined {
  const marker = planMarker(installation);
  const [first = ""] = body.split(/\r?\n/, 1);
  if (!first.startsWith(marker) || !first.endsWith(" -->")) return undefined;
  try {
    const value: unknown = JSON.parse(first.slice(marker.length, -" -->".length));
    const changes: unknown =
      typeof value === "object" && value !== null && "changes" in value ? value.changes : undefined;
    return Array.isArray(changes) && changes.every((key) => typeof key === "string") ? changes : undefined;
  } catch {
    return undefined;
  }
}
