import type { Finding, Validator } from "@coulomb-loop/schemas";
import {
  salvage,
  toPointer,
  validateActivityDefinition,
  validateCadence,
  validateCoulomb,
  validateDecision,
  validatePromotion,
  validatePromotionSeal,
  validateRoster,
  validateWorkplan,
} from "@coulomb-loop/schemas";
import type { LoopDocuments, OpsDocuments, Placed, PlacedDefinition } from "./ops-documents.ts";

/** The files of a loop, as they would be read: plain values, flaws included. */
export interface LoopFiles {
  readonly folder: string;
  readonly roster: object | undefined;
  readonly cadence: object | undefined;
  readonly decisions: readonly object[];
  /** Records by their ids, and seals by those of their records. */
  readonly promotions: readonly object[];
  readonly seals: readonly object[];
}

/** An activity definition's file. */
export interface DefinitionFile {
  readonly file: string;
  readonly front: object;
  readonly body: string;
}

/** The files of an ops repo. `unread` names definitions whose file exists and cannot be read. */
export interface OpsFiles {
  readonly coulomb: object | undefined;
  readonly loops: readonly LoopFiles[];
  readonly definitions: readonly DefinitionFile[];
  readonly workplans: readonly (readonly [file: string, value: object])[];
  readonly unread: readonly string[];
}

/** An ops repo without flaws, with some of its files replaced. Flawed files are salvaged, as the reader does it. */
export function opsDocuments(files: Partial<OpsFiles> = {}): OpsDocuments {
  const all: OpsFiles = {
    coulomb: coulomb(),
    loops: [loop()],
    definitions: [definition()],
    workplans: [["workplans/LOOP-WP-0001.md", workplan()]],
    unread: [],
    ...files,
  };
  return {
    coulomb: placed("coulomb.yaml", all.coulomb, validateCoulomb),
    loops: all.loops.map(readLoop),
    definitions: all.definitions.flatMap(readDefinition),
    workplans: all.workplans.flatMap(([file, value]) => placed(file, value, validateWorkplan) ?? []),
    ids: {
      definitions: new Set([...all.definitions.map(({ file }) => idOf(file)), ...all.unread]),
      workplans: new Set(all.unread),
      decisions: new Set(all.unread),
    },
  };
}

function placed<T>(file: string, raw: object | undefined, validate: Validator<T>): Placed<T> | undefined {
  const salvaged = raw === undefined ? undefined : salvage(raw, validate);
  return salvaged === undefined ? undefined : { file, ...salvaged };
}

function readLoop(files: LoopFiles): LoopDocuments {
  const { folder, roster: rosterFile, cadence: cadenceFile, decisions, promotions, seals } = files;
  return {
    folder,
    roster: placed(`${folder}/roster.yaml`, rosterFile, validateRoster),
    cadence: placed(`${folder}/cadence.yaml`, cadenceFile, validateCadence),
    decisions: decisions.flatMap((value, index) => {
      const name = index === 0 ? "DEC-001" : `DEC-00${index + 1}-more`;
      return placed(`${folder}/decisions/${name}.yaml`, value, validateDecision) ?? [];
    }),
    promotions: promotions.flatMap(
      (value, at) => placed(`${folder}/promotions/PROM-000${at + 1}.yaml`, value, validatePromotion) ?? [],
    ),
    seals: seals.flatMap(
      (value, at) =>
        placed(`${folder}/promotions/PROM-000${at + 1}.seal.yaml`, value, validatePromotionSeal) ?? [],
    ),
  };
}

function readDefinition({ file, front, body }: DefinitionFile): PlacedDefinition[] {
  const read = placed(file, front, validateActivityDefinition);
  return read === undefined ? [] : [{ ...read, body, bodyLine: 20 }];
}

function idOf(file: string): string {
  return (file.split("/").at(-1) ?? "").replace(/\.md$/, "");
}

/** A coulomb.yaml with one forge and one person. */
export function coulomb(more: object = {}): object {
  return {
    schema_version: "coulomb/v1",
    installation: "coulomb-loop",
    timezone: "Europe/Berlin",
    forges: [forge()],
    ops_repo: { forge: "local", owner: "coulomb", repo: "coulomb-loop" },
    people: [{ user: "ada", logins: { local: "ada" } }],
    ...more,
  };
}

/** A forge of that name. */
export function forge(name = "local", more: object = {}): object {
  return { name, kind: "git", url: "../forge/{owner}/{repo}.git", owner: "coulomb", ...more };
}

/** The loop kaizen-stack. */
export function loop(more: Partial<LoopFiles> = {}): LoopFiles {
  return {
    folder: "loops/kaizen-stack",
    roster: roster(),
    cadence: cadence(),
    decisions: [decision()],
    promotions: [],
    seals: [],
    ...more,
  };
}

/** A roster of two repos. */
export function roster(more: object = {}): object {
  return {
    schema_version: "roster/v1",
    loop: "kaizen-stack",
    decision: "DEC-001",
    defaults: { forge: "local", owner: "coulomb", domain: "custodian", phase: "bootstrap" },
    active: [
      { repo: "kaizen-agentic", wave: 0 },
      { repo: "activity-core", wave: 1, overrides: [override()] },
    ],
    ...more,
  };
}

/** A pinned cron that ends a month after 2026-08-01. */
export function override(more: object = {}): object {
  return {
    path: "/agents/coach/cron",
    value: "20 * * * *",
    reason: "nightly build at :15",
    owner: "ops",
    expires_at: "2026-09-01T00:00:00Z",
    ...more,
  };
}

/** A policy of two phases, with everything that it can name. */
export function cadence(more: object = {}): object {
  return {
    schema_version: "cadence/v1",
    loop: "kaizen-stack",
    timezone: "Europe/Berlin",
    steps: ["metrics", "coach", "optimization"],
    phases: [phase(), phase({ name: "stabilize", definitions: [], schedule: { coach: agent("0 9 * * *") } })],
    analyses: [analysis()],
    approvals: [approval()],
    waves: [
      { name: "canary", select: { wave: 0 } },
      { name: "rest", select: { wave: 1 } },
    ],
    promotion_windows: [{ name: "office", kind: "allow", cron: "0 9 * * 1-4", duration: "PT7H" }],
    ownership: [{ path: "/agents/<step>/cadence", class: "overridable" }],
    ...more,
  };
}

/** The phase bootstrap. */
export function phase(more: object = {}): object {
  return {
    name: "bootstrap",
    definitions: ["hourly-coach"],
    schedule: { coach: agent("15 * * * *"), optimization: agent("30 * * * *") },
    exit: ["cycles-clean"],
    approval: "regulator",
    workplan_task: "LOOP-WP-0001-T08",
    ...more,
  };
}

/** What a phase wants of an agent. */
export function agent(cron: string, more: object = {}): object {
  return { cadence: "daily", cron, enabled: true, ...more };
}

/** An exit criterion. */
export function analysis(more: object = {}): object {
  return {
    key: "cycles-clean",
    unit: "cycle",
    scope: "fleet",
    availability: "all",
    consecutive_success_limit: 3,
    on_missing: "hold",
    start_deadline: "PT5M",
    close_deadline: "PT55M",
    ...more,
  };
}

/** An approval by one person. */
export function approval(more: object = {}): object {
  return { name: "regulator", approvers: [{ user: "ada" }], min_approvals: 1, ...more };
}

/** The definition hourly-coach, in the file of that name. */
export function definition(more: object = {}, file: Partial<DefinitionFile> = {}): DefinitionFile {
  return {
    file: "activity-definitions/hourly-coach.md",
    front: {
      id: "hourly-coach",
      type: "activity-definition",
      title: "Hourly coach orientation",
      owner: "coulomb-loop",
      loop: "kaizen-stack",
      phase: "bootstrap",
      step: "coach",
      trigger: { kind: "cron", cron: "15 * * * *", timezone: "Europe/Berlin", jitter: { max: "PT2M" } },
      policy: { start_deadline: "PT5M", close_deadline: "PT40M" },
      task: { title: "Coach {{repo}} ({{cycle}})" },
      ...more,
    },
    body: "Coach {{ repo }} at {{slot}} as {{agent}}.\n\nUse {{inputs.bundle}}.\n",
    ...file,
  };
}

/** An enabled definition of a step, fired by a cron; `more` replaces parts of its frontmatter. */
export function activity(id: string, step: string, cron: string, more: object = {}): DefinitionFile {
  return definition(
    { id, step, enabled: true, trigger: { kind: "cron", cron, timezone: "Europe/Berlin" }, ...more },
    { file: `activity-definitions/${id}.md` },
  );
}

/** The three steps of the phase bootstrap, every hour, and of stabilize, every day; all enabled. */
export function ramp(): DefinitionFile[] {
  const daily = { phase: "stabilize" };
  return [
    activity("hourly-metrics", "metrics", "0 * * * *"),
    activity("hourly-coach", "coach", "15 * * * *"),
    activity("hourly-optimization", "optimization", "30 * * * *"),
    activity("daily-metrics", "metrics", "0 8 * * *", daily),
    activity("daily-coach", "coach", "0 9 * * *", daily),
    activity("daily-optimization", "optimization", "0 10 * * *", daily),
  ];
}

/** A policy whose phases list the definitions of `ramp`. */
export function rampCadence(more: object = {}): object {
  const schedule = { coach: agent("0 9 * * *"), optimization: agent("0 10 * * *") };
  return cadence({
    phases: [
      phase({ definitions: idsOf("hourly") }),
      phase({ name: "stabilize", definitions: idsOf("daily"), schedule }),
    ],
    ...more,
  });
}

function idsOf(word: string): string[] {
  return ["metrics", "coach", "optimization"].map((step) => `${word}-${step}`);
}

/** An accepted decision. */
export function decision(more: object = {}): object {
  return {
    schema_version: "decision/v1",
    id: "DEC-001",
    question: "Which repos pilot the loop?",
    options: [
      { key: "A", summary: "three" },
      { key: "B", summary: "one" },
    ],
    chosen: "A",
    status: "accepted",
    decided_by: "ada",
    decided_at: "2026-06-18T00:00:00Z",
    ...more,
  };
}

/** The workplan LOOP-WP-0001 with one task. */
export function workplan(more: object = {}): object {
  return {
    id: "LOOP-WP-0001",
    type: "workplan",
    title: "Kaizen Improvement Stack",
    status: "active",
    tasks: [{ id: "T08", status: "todo", title: "Promote cadence to daily" }],
    ...more,
  };
}

/** Findings as a test compares them: severity unless error, code, file and place, sorted. */
export function brief(findings: readonly Finding[]): string[] {
  return findings
    .map(({ severity, code, file, path, target, line, column }) => {
      const place = line === undefined ? toPointer(path ?? []) : `:${line}:${column ?? 0}`;
      const parts = [severity === "error" ? "" : severity, code, `${file ?? ""}${place}`, target ?? ""];
      return parts.filter((part) => part !== "").join(" ");
    })
    .sort();
}
