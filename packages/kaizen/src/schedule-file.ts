import { checkSchedule, optedOut } from "@coulomb-loop/cadence";
import { decode, readYaml } from "@coulomb-loop/documents";
import type { Finding, Schedule, ScheduleAgent } from "@coulomb-loop/schemas";
import { CoulombError, compareFindings, hasErrors, salvage, validateSchedule } from "@coulomb-loop/schemas";
import { openCheckout, type Place } from "./git.ts";
import { errorCode, reasonOf } from "./inside.ts";
import { readInside } from "./read-inside.ts";

/** Where the schedule file stands in a pilot repo. */
export const schedulePath = ".kaizen/schedule.yml";

/** A read schedule file: a value when nothing is wrong with it, and all findings with their places. */
export interface ReadSchedule {
  readonly value?: Schedule;
  readonly findings: readonly Finding[];
}

/** Reads the bytes of a schedule file against its contract, zone and crons. Never throws. */
export function readScheduleBytes(bytes: Uint8Array, file: string): ReadSchedule {
  const source = decode(bytes, file);
  if (Array.isArray(source)) return { findings: source };
  const read = readYaml(source, validateSchedule);
  const left = salvage(read.raw, validateSchedule);
  const checks = left === undefined ? [] : checkSchedule(left.value, file);
  const findings = [
    ...read.findings,
    ...checks.map((finding) => ({ ...finding, ...read.locate(finding.path ?? [], finding.target) })),
  ].sort(compareFindings);
  return read.value === undefined || hasErrors(findings) ? { findings } : { value: read.value, findings };
}

/** What `schedule validate` found. */
export interface ScheduleValidation {
  readonly root: string;
  readonly findings: readonly Finding[];
}

/** All findings of the schedule file of a checkout; a file that is not there is one. Throws what opening throws. */
export async function validateScheduleFile(place: Place): Promise<ScheduleValidation> {
  const { root } = await openCheckout(place);
  return { root, findings: readSchedule(root).findings };
}

/** Reads the schedule file of a work tree. Findings: also `schedule_missing`, `path_outside`, `file_unreadable`. */
export function readSchedule(root: string): ReadSchedule {
  try {
    return readScheduleBytes(readInside(root, schedulePath), schedulePath);
  } catch (error) {
    return { findings: [unread(error)] };
  }
}

function unread(error: unknown): Finding {
  const code = errorCode(error);
  if (error instanceof CoulombError && error.code === "path_outside")
    return {
      code: "path_outside",
      severity: "error",
      message: error.message,
      hint: error.hint ?? "replace the link by a file of the repo",
      file: schedulePath,
    };
  if (code === "ENOENT" || code === "ENOTDIR")
    return {
      code: "schedule_missing",
      severity: "error",
      message: `there is no ${schedulePath}`,
      hint: "coulomb kaizen schedule init makes one",
      file: schedulePath,
    };
  return {
    code: "file_unreadable",
    severity: "error",
    message: `${schedulePath} cannot be read (${reasonOf(error)})`,
    hint: "mend the file or its permissions",
    file: schedulePath,
  };
}

/** The schedule of a work tree. Throws `schedule_missing`, `path_outside` and `schedule_invalid`. */
export function needSchedule(root: string): Schedule {
  const { value, findings } = readSchedule(root);
  if (value !== undefined) return value;
  const first = findings.find(({ severity }) => severity === "error");
  if (first?.code === "schedule_missing")
    throw new CoulombError("schedule_missing", `${root}: ${first.message}`, {
      hint: "coulomb kaizen schedule init makes one",
    });
  if (first?.code === "path_outside")
    throw new CoulombError("path_outside", first.message, {
      hint: first.hint ?? "replace the link by a file of the repo",
    });
  const place = first?.line === undefined ? schedulePath : `${schedulePath}:${first.line}`;
  throw new CoulombError("schedule_invalid", `${place}: ${first?.message ?? "the file is flawed"}`, {
    hint: "coulomb kaizen schedule validate shows all findings",
  });
}

/**
 * The settings of an agent that may run now. Throws `repo_opted_out` where the repo withdrew its consent, and
 * `agent_disabled` for an agent that is not scheduled or not enabled.
 */
export function enabledAgent(schedule: Schedule, agent: string, now: number): ScheduleAgent {
  const stop = optedOut(schedule, now);
  if (stop !== undefined)
    throw new CoulombError("repo_opted_out", stop, {
      hint: `${schedulePath} says so; nothing runs here until its people take that out`,
    });
  const settings = Object.hasOwn(schedule.agents, agent) ? schedule.agents[agent] : undefined;
  if (settings?.enabled === true) return settings;
  const flaw = settings === undefined ? "is not scheduled" : "is not enabled";
  throw new CoulombError("agent_disabled", `${agent} ${flaw} in ${schedulePath}`, {
    hint:
      settings === undefined
        ? `it has ${agentNames(schedule)}${agent === "metrics" ? "; the metrics step is coulomb kaizen metrics optimize" : ""}`
        : "set enabled: true there when it may run",
  });
}

function agentNames(schedule: Schedule): string {
  const names = Object.keys(schedule.agents);
  return names.length === 0 ? "no agent" : names.join(", ");
}
