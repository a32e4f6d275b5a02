import type { Argument } from "commander";
import { Option } from "commander";

/** What completes a value; of `free` only the user knows. */
export type ValueKind =
  | "activity"
  | "agent"
  | "analysis"
  | "command"
  | "emission"
  | "file"
  | "folder"
  | "free"
  | "label"
  | "loop"
  | "phase"
  | "priority"
  | "record"
  | "repo"
  | "status"
  | "step"
  | "supposed"
  | "task or workplan"
  | "task";

/** What stands for a value in the help, such as `<repo>`, says what completes it. */
const kinds: Readonly<Record<string, Exclude<ValueKind, "free">>> = {
  file: "file",
  paths: "file",
  folder: "folder",
  dir: "folder",
  repo: "repo",
  repos: "repo",
  loop: "loop",
  phase: "phase",
  record: "record",
  task: "task",
  "task|conflict": "task",
  "workplan|task": "task or workplan",
  activity: "activity",
  analysis: "analysis",
  step: "step",
  agent: "agent",
  agents: "agent",
  names: "agent",
  label: "label",
  status: "status",
  priority: "priority",
  "format=path": "emission",
  "repo|all=phase": "supposed",
  command: "command",
};

/** Placeholders of values that only the user knows: nothing completes them. */
const free = new Set(
  "0-1 address commit day digest domain duration forge/owner/name id image instant key kind[:note] minutes n name name=value nonce number owner ref seconds slug text unit=amount url user uses who zone why cycle".split(
    " ",
  ),
);

/** Whether it is said what completes a value; a new placeholder has to be put into one of the two lists. */
export function isKnown(of: Option | Argument): boolean {
  const placeholder = placeholderOf(of);
  return placeholder === "" || Object.hasOwn(kinds, placeholder) || free.has(placeholder);
}

/** What completes the value of an option, or an argument. */
export function kindOf(of: Option | Argument): ValueKind {
  const placeholder = placeholderOf(of);
  // A key is a repo's or an analysis's.
  if (placeholder === "key" && of instanceof Option && of.long === "--analysis") return "analysis";
  return (Object.hasOwn(kinds, placeholder) ? kinds[placeholder] : undefined) ?? "free";
}

/** The word that stands for a value in the help; empty for an option without one. */
function placeholderOf(of: Option | Argument): string {
  const name = of instanceof Option ? (/[<[](.+)[>\]]$/.exec(of.flags)?.[1] ?? "") : of.name();
  return name.replace(/\.\.\.$/, "");
}
