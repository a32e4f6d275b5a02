import type { Analysis, Evidence, Promotion } from "@coulomb-loop/schemas";
import { resolveDesired } from "../../desired.ts";
import { evaluate } from "../../evidence/evaluate.ts";
import {
  digest,
  dispatched,
  evidenceOf,
  failed,
  hour,
  type Letters,
  repoId,
  retried,
  type Story,
  start,
  told,
} from "../../evidence/evidence.fixture.ts";
import { cyclesOf } from "../../evidence/judge-cycles.ts";
import { inPhases } from "../../in-phases.ts";
import type { OpsDocuments } from "../../ops-documents.ts";
import type { LoopFacts } from "../attempt.ts";
import { phaseRank } from "../phase-rank.ts";
import { criterion } from "../evidence.fixture.ts";
import { documentsOf, phases, policy, record } from "../promotion.fixture.ts";
import { chainOf } from "../records.ts";
import type { BacktestInput } from "./backtest.ts";
import { filesAfter, noFiles } from "./files.ts";
import { chainUntil, type Span, type Stay, staysOf } from "./stays.ts";
import type { PolicyHistory, WalkInput } from "./walk.ts";

/** What a letter tells of a slot that is to be closed in 55 minutes; nothing is corrected later. */
export const happened: Readonly<Record<string, Story>> = {
  /** Closed in time. */
  S: { events: [dispatched()], records: [{}] },
  /** Closed by the second attempt. */
  R: {
    events: [dispatched(), retried(700)],
    records: [failed, { attempt: 2, trigger: "retry", began: 760, after: 1500 }],
  },
  /** Failed, and settled. */
  F: { events: [dispatched(), told("settled", 700)], records: [failed] },
  /** Failed, and nobody settled it. */
  f: { events: [dispatched()], records: [failed] },
  /** Began too late. */
  L: { events: [dispatched(900)], records: [{ began: 960, after: 1200 }] },
  /** Somebody stepped in before it was closed. */
  H: { events: [dispatched(), told("intervention", 60, { kind: "force" })] },
  I: { events: [told("opted_out", -60)] },
  N: { events: [told("not_in_sync", 2)] },
  /** Nothing came. */
  P: { events: [dispatched()] },
};

/** A history of two phases, hour by hour. */
export interface Past {
  /** By phase: repos by name, a letter a cycle, of what would have happened had it been there. */
  readonly letters: Readonly<Record<string, Letters>>;
  readonly records?: readonly Promotion[];
  /** Parts of the usual policy. */
  readonly policy?: object;
  readonly analyses?: readonly Analysis[];
  readonly waves?: Readonly<Record<string, number>>;
  readonly steps?: readonly string[];
  readonly hours: number;
  /** A repo's slots are written for so many cycles after it left. Default 0. */
  readonly ahead?: number;
  /** From this cycle on the definition of metrics is another, by phase. */
  readonly redefined?: Readonly<Record<string, number>>;
  /** From this cycle on a repo's own schedule is another, by name. */
  readonly rescheduled?: Readonly<Record<string, number>>;
  /** The instants at which cycles begin; default: every hour from `start`. */
  readonly anchors?: readonly number[];
}

/** The names of all repos of a past. */
function namesOf({ letters }: Past): readonly string[] {
  return [...new Set(Object.values(letters).flatMap(Object.keys))].sort();
}

/** What a walk over a past is made from. */
export function walkInput(past: Past): WalkInput {
  const { hours, records = [], anchors = [] } = past;
  const documents = documentsOfPast(past);
  const chain = chainOf(records, []);
  const last = anchors.at(-1) ?? start + (hours - 1) * hour;
  const span: Span = { from: anchors[0] ?? start, to: last + 2 * hour };
  const stays = staysOf(chain, resolveDesired(documents, span.to), span);
  return { history: historyOfPast(past, documents, stays, span), loop: "kaizen-stack", chain, stays, span };
}

/** What a backtest of a past is made from; `tried` says what differs under the other policy. */
export function backtestInput(past: Past, tried: Partial<Past> = {}): BacktestInput {
  const present = walkInput(past);
  const { loop, chain, span, history } = present;
  const repos = resolveDesired(history.documents, span.to);
  return { loop, chain, repos, span, present: history, tried: walkInput({ ...past, ...tried }).history };
}

function documentsOfPast(past: Past): OpsDocuments {
  const { waves = {}, analyses = [criterion()] } = past;
  return documentsOf({
    active: namesOf(past).map((repo) => ({ repo, wave: waves[repo] ?? 0 })),
    policy: policy({ phases: phases(), analyses, ...past.policy }),
  });
}

function historyOfPast(
  past: Past,
  documents: OpsDocuments,
  stays: readonly Stay[],
  span: Span,
): PolicyHistory {
  const cadence = documents.loops[0]?.cadence?.value;
  const found = Object.entries(past.letters).map(([phase, letters]): [string, Evidence] => {
    const exit = cadence?.phases.find(({ name }) => name === phase)?.exit ?? [];
    const analyses = (past.analyses ?? [criterion()]).filter(({ key }) => exit.includes(key));
    return [phase, evidenceOfPhase(past, phase, letters, { analyses, stays, span })];
  });
  return { documents, phases: new Map(found) };
}

interface Frame {
  readonly analyses: readonly Analysis[];
  readonly stays: readonly Stay[];
  readonly span: Span;
}

function evidenceOfPhase(
  past: Past,
  phase: string,
  letters: Letters,
  { analyses, stays, span }: Frame,
): Evidence {
  const { ahead = 0, redefined = {}, rescheduled = {}, steps = ["metrics"], anchors = [] } = past;
  const anchorOf = (at: number) => anchors[at] ?? start + at * hour;
  const isThere = (name: string, at: number) =>
    stays.some(
      (stay) =>
        stay.repo.id === repoId(name) &&
        stay.phase === phase &&
        stay.from <= anchorOf(at) &&
        anchorOf(at) < stay.to + ahead * hour,
    );
  const own = Object.entries(letters).map(([name, line]) => [
    name,
    line
      .split("")
      .map((letter, at) => (isThere(name, at) ? letter : "-"))
      .join(""),
  ]);
  const evidence = evidenceOf(Object.fromEntries(own), {
    steps,
    anchors,
    analyses: [...analyses],
    as_of: new Date(span.to).toISOString(),
    repos: [],
    tell: ({ repo, at, step, letter }) => {
      const definition = step === "metrics" && at >= (redefined[phase] ?? Number.POSITIVE_INFINITY);
      const schedule = at >= (rescheduled[repo] ?? Number.POSITIVE_INFINITY);
      return under(happened[letter] ?? {}, {
        definition_digest: definition ? digest.other : digest.definition,
        schedule_digest: schedule ? digest.other : digest.schedule,
      });
    },
  });
  return inPhase(evidence, phase);
}

/** A story under other files. */
function under(story: Story, digests: Record<string, string>): Story {
  return {
    ...story,
    slot: { ...story.slot, ...digests },
    events: (story.events ?? []).map((event) =>
      event.type === "dispatched" ? { ...event, data: { ...event.data, ...digests } } : event,
    ),
  };
}

/** The same evidence of another phase. */
function inPhase(evidence: Evidence, phase: string): Evidence {
  const text = JSON.stringify(evidence).replaceAll("kaizen-stack/bootstrap@", `kaizen-stack/${phase}@`);
  // Of two phases no two slots have one key.
  return { ...JSON.parse(text.replaceAll("hourly-", `${phase}-`)), phase };
}

/** Promotes a repo at so many hours after the start. */
export function promoted(number: number, at: number, name: string, more: Partial<Promotion> = {}): Promotion {
  return moved(number, at, name, "promote", { from: "bootstrap", to: "stabilize", ...more });
}

/** Takes it back. */
export function demoted(number: number, at: number, name: string, more: Partial<Promotion> = {}): Promotion {
  return moved(number, at, name, "demote", { from: "stabilize", to: "bootstrap", ...more });
}

/** A record of a repo at so many hours after the start. */
export function moved(
  number: number,
  at: number,
  name: string,
  direction: Promotion["direction"],
  more: Partial<Promotion> = {},
): Promotion {
  const time = new Date(start + at * hour).toISOString();
  return record(number, [name], { direction, proposed_at: time, ...more });
}

/**
 * The facts of a loop as they were at an instant: by production code alone, from the evidence cut to what was known then and the roster and
 * records of then.
 */
export function factsThen({ history, loop, chain, stays }: WalkInput, now: number): LoopFacts {
  const here = stays.filter(({ from, to }) => from <= now && now < to);
  const documents = inPhases(history.documents, (id) => here.find(({ repo }) => repo.id === id)?.phase);
  const cadence = documents.loops[0]?.cadence?.value;
  if (cadence === undefined) throw new Error("there is a policy");
  const rank = phaseRank(cadence);
  const then = chainUntil(chain, now);
  const found = [...history.phases].map(([phase, whole]) => {
    const members = here.filter((stay) => stay.phase === phase);
    const past = here.filter((stay) => rank(stay.phase) > rank(phase)).map(({ repo }) => repo.id);
    const evidence = evidenceThen(whole, members, past, now);
    return [phase, { evidence, results: evaluate(evidence) }] as const;
  });
  return { documents, loop, phases: new Map(found), chain: then, now };
}

function evidenceThen(whole: Evidence, members: readonly Stay[], past: string[], now: number): Evidence {
  const begun = (cycle: string) => Date.parse(cycle.slice(cycle.lastIndexOf("@") + 1)) <= now;
  const slots = whole.slots.filter(({ cycle }) => begun(cycle));
  const files = cyclesOf(whole)
    .filter(({ anchor }) => anchor <= now)
    .reduce(filesAfter, noFiles);
  return {
    ...whole,
    as_of: new Date(now).toISOString(),
    cycles: whole.cycles.filter(({ id }) => begun(id)),
    slots,
    activities: whole.activities.filter((id) => files.activities.includes(id)),
    digests: { ...whole.digests, definitions: { ...files.definitions } },
    repos: members.map(({ repo, began, from }) => ({
      repo: repo.id,
      ...(began === undefined ? {} : { since: new Date(from).toISOString() }),
      ...(files.schedules[repo.id] === undefined ? {} : { schedule_digest: files.schedules[repo.id] }),
    })),
    past,
    events: whole.events.filter(
      ({ at, slot }) => Date.parse(at) <= now && slots.some(({ key }) => key === slot),
    ),
    records: whole.records.filter(
      ({ received_at: at, record: { slot } }) =>
        Date.parse(at) <= now && slots.some(({ key }) => key === slot),
    ),
  };
}
