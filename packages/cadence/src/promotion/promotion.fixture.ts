import type { Coulomb, Promotion, PromotionSeal } from "@coulomb-loop/schemas";
import { cutEvidence, evidenceDigest } from "../evidence/cut.ts";
import {
  agent,
  cadence,
  coulomb,
  loop,
  type OpsFiles,
  opsDocuments,
  phase,
  ramp,
  roster,
} from "../ops-documents.fixture.ts";
import type { OpsDocuments } from "../ops-documents.ts";
import type { PromotionResponse } from "./approval.ts";
import type { LoopFacts, PhaseEvidence } from "./attempt.ts";
import { decidePromotion, type OpenPromotion, type PromotionFacts } from "./decide.ts";
import { criterion, judged, now, repoId } from "./evidence.fixture.ts";
import { gatesOf } from "./gates.ts";
import { chainOf, nextLink, policyDigest, recordDigest } from "./records.ts";

/** The phases bootstrap, stabilize and operate; parts of the first two may differ. */
export function phases(first: object = {}, second: object = {}): object[] {
  const last = { exit: [], approval: undefined, workplan_task: undefined };
  const schedule = { coach: agent("0 9 * * *") };
  return [
    phase({ definitions: idsOf("hourly"), workplan_task: undefined, ...first }),
    phase({ ...last, name: "stabilize", definitions: idsOf("daily"), schedule, ...second }),
    phase({ ...last, name: "operate", definitions: [] }),
  ];
}

function idsOf(word: string): string[] {
  return ["metrics", "coach", "optimization"].map((step) => `${word}-${step}`);
}

/** A policy with two waves and one approval, and no window. */
export function policy(more: object = {}): object {
  return cadence({ phases: phases(), analyses: [criterion()], promotion_windows: [], ...more });
}

/** The people ada and bob. */
export const people: NonNullable<Coulomb["people"]> = [
  {
    user: "ada",
    logins: { local: "ada-l", other: "ada-o" },
    emails: ["Ada@Example.org"],
    actors: ["ada-agent"],
  },
  { user: "bob", logins: { local: "bob-l" } },
];

/** What a test's loop is made of. */
export interface Scene {
  /** Entries of the roster; without any one repo, a, in wave 0. */
  readonly active?: readonly object[];
  readonly policy?: object;
  readonly coulomb?: object;
  readonly definitions?: OpsFiles["definitions"];
  /** Evidence by phase; without any every repo of bootstrap has three clean cycles. */
  readonly phases?: Readonly<Record<string, PhaseEvidence>>;
  readonly records?: readonly Promotion[];
  readonly seals?: readonly PromotionSeal[];
  readonly now?: number;
}

/** The documents of a scene. */
export function documentsOf(scene: Scene = {}): OpsDocuments {
  return opsDocuments({
    coulomb: coulomb({ people, ...scene.coulomb }),
    loops: [
      loop({
        roster: roster({ active: scene.active ?? [{ repo: "a", wave: 0 }] }),
        cadence: scene.policy ?? policy(),
      }),
    ],
    definitions: scene.definitions ?? ramp(),
  });
}

/** The facts of a scene: what is not told is as it should be. */
export function factsOf(scene: Scene = {}, more: Partial<PromotionFacts> = {}): PromotionFacts {
  const documents = documentsOf(scene);
  const names = documents.loops[0]?.roster?.value.active ?? [];
  const inFirst = names.filter((entry) => (entry.phase ?? "bootstrap") === "bootstrap");
  const clean = () => ({ bootstrap: judged(Object.fromEntries(inFirst.map(({ repo }) => [repo, "sss"]))) });
  return {
    documents,
    loop: "kaizen-stack",
    phases: new Map(Object.entries(scene.phases ?? clean())),
    chain: chainOf(linked(scene.records ?? []), scene.seals ?? []),
    now: scene.now ?? now,
    sync: new Map(names.map(({ repo }) => [repoId(repo), { state: "in_sync", message: "" }])),
    schedules: new Map(
      names.flatMap(({ repo }) =>
        ["bootstrap", "stabilize", "operate"].map(
          (name) => [`${repoId(repo)} ${name}`, { ok: true }] as const,
        ),
      ),
    ),
    definitions: new Map(documents.definitions.map(({ value }) => [value.id, { ok: true }])),
    open: undefined,
    ...more,
  };
}

/** The facts of a loop alone. */
export function loopFacts(scene: Scene = {}): LoopFacts {
  return factsOf(scene);
}

/** A record of some repos; `more` says what is not usual. */
export function record(number: number, repos: readonly string[], more: Partial<Promotion> = {}): Promotion {
  return {
    schema_version: "promotion/v1",
    id: `PROM-${String(number).padStart(4, "0")}`,
    loop: "kaizen-stack",
    direction: "promote",
    trigger: "evidence",
    proposed_at: "2026-06-18T10:00:00Z",
    proposed_by: "coulomb-loop",
    policy_digest: "1".repeat(64),
    prev_record_digest: null,
    gates: [],
    targets: repos.map((name) => ({ repo: repoId(name) })),
    responses: [],
    result: "proposed",
    ...more,
  };
}

/** A seal of a record. */
export function seal(number: number, result: PromotionSeal["result"]): PromotionSeal {
  return {
    schema_version: "promotion-seal/v1",
    record: `PROM-${String(number).padStart(4, "0")}`,
    record_digest: "2".repeat(64),
    merge_commit: "3".repeat(40),
    merged_by: "somebody",
    sealed_at: "2026-06-18T10:30:00Z",
    responses: [],
    targets: [],
    result,
  };
}

/** Records that follow one another. */
function linked(records: readonly Promotion[]): Promotion[] {
  let prev: string | null = null;
  return records.map((each) => {
    const next: Promotion = { ...each, prev_record_digest: prev };
    prev = recordDigest(next);
    return next;
  });
}

export const head = "a".repeat(40);

/** The proposal that a run opens for what it decides, or for `attempt`. */
export function opened(facts: PromotionFacts, more: Partial<OpenPromotion> = {}): OpenPromotion {
  const { attempt, candidates } = decidePromotion({ ...facts, open: undefined });
  const value = facts.documents.loops[0]?.cadence?.value;
  if (attempt === undefined || value === undefined) throw new Error("the scene has no attempt");
  const gates = gatesOf({ ...facts, candidates, diff: { ok: true }, approval: undefined }, attempt);
  const { from, to, wave } = attempt;
  const evidence = pinned(facts, from);
  const { id, prev } = nextLink(facts.chain);
  const parts = { forge: "local", authors: new Set<string>(), own: new Set(["coulomb-bot"]) };
  return {
    head,
    record: {
      ...record(1, []),
      id,
      from,
      to,
      ...(wave === undefined ? {} : { wave }),
      policy_digest: policyDigest(value, facts.documents.coulomb?.value.people),
      ...(evidence === undefined ? {} : { evidence_digest: evidenceDigest(evidence) }),
      prev_record_digest: prev,
      proposed_at: new Date(facts.now).toISOString(),
      gates: gates.map(({ key, result, description, enforced, measurements }) => ({
        key,
        result,
        description,
        ...(enforced ? {} : { enforcement: "dry_run" as const }),
        ...(measurements === undefined ? {} : { measurements: { ...measurements } }),
      })),
      targets: attempt.targets.map(({ repo }) => ({ repo: repo.id, from, to })),
    },
    evidence: evidence ?? judged({}, { analyses: [] }).evidence,
    diff: { ok: true },
    responses: [],
    parts,
    outdated: undefined,
    ...more,
  };
}

/** The cycles that met each exit criterion of a phase. */
function pinned({ phases: all, documents }: PromotionFacts, from: string) {
  const found = all.get(from);
  const exits = documents.loops[0]?.cadence?.value.phases.find(({ name }) => name === from)?.exit ?? [];
  if (found === undefined) return undefined;
  const results = found.results.filter(({ analysis }) => exits.includes(analysis.key));
  const cycles = results.flatMap(({ analysis, streak, repos }) =>
    (repos.size === 0 ? [streak] : [...repos.values()].map((each) => each.streak)).flatMap((each) =>
      each.cycles.slice(-analysis.consecutive_success_limit),
    ),
  );
  return cutEvidence(found.evidence, new Set(cycles), new Set(exits));
}

/** An approval by ada on the hosted forge, a minute ago. */
export function response(more: Partial<PromotionResponse> = {}): PromotionResponse {
  return {
    login: "ada-l",
    action: "approve",
    at: now - 60_000,
    message: "three clean cycles",
    head,
    proof: "forge",
    ...more,
  };
}

/** The facts of a scene with the proposal that it leads to, open. */
export function withOpen(
  scene: Scene = {},
  more: Partial<OpenPromotion> = {},
  rest: Partial<PromotionFacts> = {},
): PromotionFacts {
  const facts = factsOf(scene, rest);
  return { ...facts, open: opened(facts, more) };
}
