import { describeCron } from "@coulomb-loop/cadence";
import type { PathPlan } from "@coulomb-loop/schemas";
import { fromPointer } from "@coulomb-loop/schemas";

/** What a path is about, in words: `coach: cron`. */
export function subject(path: Pick<PathPlan, "pointer">): string {
  const steps = fromPointer(path.pointer);
  return steps[0] === "agents" && steps.length === 3
    ? `${steps[1] ?? ""}: ${steps[2] ?? ""}`
    : steps.join(".");
}

/** One line for terminals: `coach cron: hourly at :15 → daily 09:00`. */
export function changeLine(path: Pick<PathPlan, "pointer" | "live" | "desired">): string {
  return `${subject(path).replace(":", "")}: ${plain(path, path.live)} → ${plain(path, path.desired)}`;
}

function plain(path: Pick<PathPlan, "pointer">, shown: unknown): string {
  if (shown === undefined) return "nothing";
  if (path.pointer.endsWith("/cron") && typeof shown === "string") {
    const words = describeCron(shown);
    return words === shown ? `"${shown}"` : `${words} ("${shown}")`;
  }
  return typeof shown === "string" ? shown : JSON.stringify(shown);
}

/** What changes, one Markdown line per agent: `**coach**: hourly at :15 → daily 09:00; cadence daily → weekly`. */
export function changeLines(paths: readonly PathPlan[]): string[] {
  const groups = Map.groupBy(paths, ({ pointer }) => {
    const [section, agent] = fromPointer(pointer);
    return section === "agents" && agent !== undefined ? agent : "";
  });
  return [...groups].flatMap(([agent, members]) =>
    agent === ""
      ? members.map((path) => `**${subject(path)}**: ${arrow(path)}`)
      : [`**${agent}**: ${inOrder(members).map(agentChange).join("; ")}`],
  );
}

/** What matters most to people first. */
const keys = ["cron", "enabled", "cadence"];

function inOrder(paths: readonly PathPlan[]): PathPlan[] {
  return [...paths].sort((a, b) => placeOf(a) - placeOf(b));
}

/** Unknown keys come last. */
function placeOf({ pointer }: PathPlan): number {
  const place = keys.indexOf(fromPointer(pointer)[2] ?? "");
  return place === -1 ? keys.length : place;
}

function agentChange(path: PathPlan): string {
  const key = fromPointer(path.pointer)[2] ?? "";
  if (key === "enabled" && typeof path.desired === "boolean")
    return path.desired ? "turned on" : "turned off";
  return key === "cron" ? arrow(path) : `${key} ${arrow(path)}`;
}

function arrow(path: PathPlan): string {
  const wanted = path.class === "leaving" ? "removed" : shownValue(path, path.desired);
  return `${shownValue(path, path.live)} → ${wanted}`;
}

/** A value in a sentence: a cron in words with its text, everything else as code; a dash for none. */
export function shownValue(path: Pick<PathPlan, "pointer">, shown: unknown): string {
  if (shown === undefined) return "–";
  const text = typeof shown === "string" ? shown : JSON.stringify(shown);
  const words = path.pointer.endsWith("/cron") ? describeCron(text) : text;
  return words === text ? code(text) : `${words} (${code(text)})`;
}

/** A value of somebody's file in Markdown: one line, no markup, no end of a table's cell. */
export function code(text: string): string {
  const line = text.replaceAll(/\s+/g, " ").slice(0, 120);
  const ticks = "`".repeat(Math.max(0, ...[...line.matchAll(/`+/g)].map((run) => run[0].length)) + 1);
  const pad = line.startsWith("`") || line.endsWith("`") ? " " : "";
  return `${ticks}${pad}${line.replaceAll("|", "\\|")}${pad}${ticks}`;
}
