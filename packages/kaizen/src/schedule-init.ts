import { isZone, zoneHint } from "@coulomb-loop/cadence";
import { CoulombError } from "@coulomb-loop/schemas";
import { openCheckout, type Place } from "./git.ts";
import {
  attributesPath,
  checkInside,
  type ScaffoldedPath,
  scaffoldAttributes,
  scaffoldFile,
} from "./scaffold.ts";
import { schedulePath } from "./schedule-file.ts";
import { checkAgent } from "./slot.ts";

/** What a new schedule file says. */
export interface ScheduleInitOptions extends Place {
  /** Default: UTC. */
  readonly timezone?: string;
  readonly domain?: string;
  /** In their order within a Monday; default: coach, optimization. */
  readonly agents?: readonly string[];
}

/** What was made of a checkout's files. */
export interface Scaffolded {
  readonly root: string;
  readonly paths: readonly ScaffoldedPath[];
}

/**
 * Gives a checkout a schedule file that starts nothing, and the attributes of metrics files. Overwrites nothing; a second run
 * writes nothing. Throws `usage` for an unknown zone, domain or agent, and what opening and writing throw.
 */
export async function initSchedule(options: ScheduleInitOptions): Promise<Scaffolded> {
  const text = scheduleText(options);
  const { root } = await openCheckout(options);
  checkInside(root, [schedulePath, attributesPath]);
  return { root, paths: [scaffoldFile(root, schedulePath, text), scaffoldAttributes(root)] };
}

function scheduleText({
  timezone = "UTC",
  domain,
  agents = ["coach", "optimization"],
}: ScheduleInitOptions): string {
  if (!isZone(timezone))
    throw new CoulombError("usage", `"${timezone}" is no time zone`, { hint: zoneHint(timezone) });
  if (domain !== undefined && !(/^[a-z0-9]+(?:[-_][a-z0-9]+)*$/.test(domain) && domain.length <= 80))
    throw new CoulombError("usage", `"${domain}" is no domain`, {
      hint: "a lower-case word of letters, digits, - and _",
    });
  const names = [...new Set(agents.map(checkAgent))];
  if (names.length === 0 || names.length > 12)
    throw new CoulombError("usage", `${names.length} agents`, { hint: "name one to twelve" });
  return [
    "# When the agents of this repo run. Crons are in this time zone. An agent runs only while it says enabled: true;",
    "# enabled: false here on top stops all of them. Check: coulomb kaizen schedule validate",
    `timezone: ${timezone}`,
    ...(domain === undefined ? [] : [`domain: ${word(domain)}`]),
    "agents:",
    ...names.flatMap((name, index) => [
      ...(purposes.has(name) ? [`  # ${purposes.get(name)}`] : []),
      `  ${word(name)}:`,
      "    cadence: weekly",
      `    cron: "0 ${9 + index} * * 1" # Monday ${String(9 + index).padStart(2, "0")}:00`,
      "    enabled: false",
    ]),
    "",
  ].join("\n");
}

/** Quoted where it could be read as another kind of value, such as `null` or `12`. */
function word(text: string): string {
  return purposes.has(text) || (/^[a-z][a-z0-9_-]*$/.test(text) && text.length > 5) ? text : `"${text}"`;
}

const purposes: ReadonlyMap<string, string> = new Map([
  ["coach", "Turns the metrics of the last sessions into one orientation."],
  ["optimization", "Makes one small improvement that the orientation asks for."],
]);
