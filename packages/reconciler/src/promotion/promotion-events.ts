import {
  type CountedResponse,
  type PromotionChain,
  type PromotionDecision,
  shortName,
} from "@coulomb-loop/cadence";
import type { ProposalSummary } from "@coulomb-loop/forge";
import type { Promotion, PromotionEvent, PromotionSeal } from "@coulomb-loop/schemas";
import { digestOf } from "@coulomb-loop/schemas/digest";
import type { FoundPromotion } from "./read-promotion.ts";

/** What is open for a loop, as one look saw it. */
export interface OpenView {
  readonly promote: Pick<FoundPromotion, "head" | "record"> | undefined;
  /** What was decided of it. */
  readonly decision: PromotionDecision | undefined;
  readonly demote: Pick<FoundPromotion, "head" | "record"> | undefined;
}

/** A demotion that is due and could not be merged. */
export interface WaitingDemotion {
  readonly record: Promotion;
  /** `undefined`: it could not be proposed yet. */
  readonly head: string | undefined;
  readonly message: string;
}

/** What events are told from. */
export interface EventFacts {
  readonly installation: string;
  /** Id of the ops repo. */
  readonly opsRepo: string;
  readonly loop: string;
  /** The records and seals that stand on the default branch. */
  readonly chain: PromotionChain;
  /** Merged proposals that brought records, by id of the record, as far as the forge still lists them. */
  readonly merged: ReadonlyMap<string, Pick<ProposalSummary, "head" | "closedAt" | "closedBy">>;
  /** By time: what one run found, and what it left. */
  readonly views: readonly OpenView[];
  readonly waiting: WaitingDemotion | undefined;
  /** Epoch milliseconds. */
  readonly now: number;
}

type Kind = PromotionEvent["kind"];

/** What makes an event this one; see `PromotionEvent.id`. */
interface About {
  readonly record: Promotion;
  /** Where the kind may happen to several heads of one record. */
  readonly head?: string;
  readonly gate?: string;
  readonly user?: string;
}

/** What an event says beside. An instant that cannot be read is that of the run. */
type Said = Pick<PromotionEvent, "message"> &
  Partial<Pick<PromotionEvent, "actor" | "head" | "result" | "answer">> & { readonly at: number | undefined };

type Tell = (kind: Kind, about: About, said: Said) => PromotionEvent;

/**
 * Everything that happened to the records of a loop, as far as it shows (page 07, 9): ascending by time, each once, under the same id
 * whichever run tells it. What stands on the default branch is told from there, so that a run after a crash tells what the dead one did
 * not; what is open is told from the proposal and its answers. Pure.
 */
export function promotionEvents(facts: EventFacts): readonly PromotionEvent[] {
  const tell: Tell = (kind, about, said) => eventOf(facts, kind, about, said);
  const { records } = facts.chain;
  const events = [
    ...records.flatMap((record) => standing(facts, record, tell)),
    ...facts.views.flatMap((view) => [...openPromotion(facts, view, tell), ...openDemotion(view, tell)]),
    ...(facts.waiting === undefined ? [] : [waits(facts.waiting, facts.now, tell)]),
  ];
  const once = new Map<string, PromotionEvent>();
  // The first that says it is from what stands, or from before the run acted.
  for (const event of events) if (!once.has(event.id)) once.set(event.id, event);
  return [...once.values()].sort((a, b) => instantOf(a.at) - instantOf(b.at));
}

function eventOf(
  { installation, opsRepo, loop, now }: EventFacts,
  kind: Kind,
  { record, head, gate, user }: About,
  { at = now, message, ...said }: Said,
): PromotionEvent {
  const { id, direction, from, to, targets } = record;
  const shown = said.head ?? head;
  return {
    format_version: "1.0",
    kind,
    id: digestOf([installation, opsRepo, kind, loop, id, head ?? null, gate ?? null, user ?? null]),
    installation,
    ops_repo: opsRepo,
    loop,
    record: id,
    direction,
    ...(shown === undefined ? {} : { head: shown }),
    at: new Date(Number.isNaN(at) ? now : at).toISOString(),
    repos: targets.map(({ repo }) => repo),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    ...(said.actor === undefined ? {} : { actor: said.actor.slice(0, 200) }),
    message: message.slice(0, longestMessage),
    ...(gate === undefined ? {} : { gate }),
    ...(said.result === undefined ? {} : { result: said.result }),
    ...(said.answer === undefined ? {} : { answer: said.answer }),
  };
}

/** Characters that a message has at most: a hub takes no more. */
const longestMessage = 8_000;

/** What a record that stands on the default branch tells. It is merged once, whatever its head was. */
function standing({ chain, merged }: EventFacts, record: Promotion, tell: Tell): readonly PromotionEvent[] {
  const seal = chain.seals.get(record.id);
  const proposal = merged.get(record.id);
  const head = seal?.head ?? proposal?.head;
  const by = seal?.merged_by ?? proposal?.closedBy;
  const done = {
    at: proposal?.closedAt ?? instantOf(seal?.sealed_at ?? record.proposed_at),
    message: `${summaryOf(record)}: merged`,
    ...(head === undefined ? {} : { head }),
    ...(by === undefined ? {} : { actor: by }),
  };
  const proposed = head === undefined ? [] : [proposedEvent(record, head, tell)];
  switch (record.direction) {
    case "promote":
      return [
        ...proposed,
        ...(seal === undefined ? [] : sealedAnswers(record, seal, tell)),
        tell("promotion_merged", { record }, done),
        ...(seal === undefined ? [] : [sealedEvent(record, seal, tell)]),
      ];
    case "demote":
      return [
        ...proposed,
        tell("demotion_merged", { record }, done),
        ...(seal === undefined ? [] : [sealedEvent(record, seal, tell)]),
      ];
    case "hold":
    case "release": {
      const kind = record.direction === "hold" ? "hold_created" : "hold_released";
      return [tell(kind, { record }, { ...done, message: becauseOf(record), actor: record.proposed_by })];
    }
  }
}

function proposedEvent(record: Promotion, head: string, tell: Tell): PromotionEvent {
  const kind = record.direction === "demote" ? "demotion_proposed" : "promotion_proposed";
  const { proposed_at: at, proposed_by: actor } = record;
  return tell(kind, { record, head }, { at: instantOf(at), actor, message: becauseOf(record) });
}

/** The approvals that counted when it was merged: who was killed before telling them leaves them to the seal. */
function sealedAnswers(record: Promotion, seal: PromotionSeal, tell: Tell): readonly PromotionEvent[] {
  return seal.responses
    .filter(({ action }) => action === "approve")
    .map(({ user, time, message, head }) =>
      tell(
        "approval_counted",
        { record, head, user },
        { at: instantOf(time), actor: user, answer: "approve", message: answerWords(user, message) },
      ),
    );
}

function sealedEvent(record: Promotion, seal: PromotionSeal, tell: Tell): PromotionEvent {
  const states = seal.targets.map(({ repo, state }) => `${shortName(repo)} ${state}`).join(", ");
  const said = { at: instantOf(seal.sealed_at), ...(seal.head === undefined ? {} : { head: seal.head }) };
  return seal.result === "merged"
    ? tell("promotion_settled", { record }, { ...said, message: `${record.id} is settled: ${states}` })
    : tell(
        "external_change",
        { record },
        {
          ...said,
          actor: seal.merged_by,
          message: `${record.id} was merged by hand or with a gate unmet: its targets are held until somebody releases them`,
        },
      );
}

function openDemotion({ demote }: OpenView, tell: Tell): readonly PromotionEvent[] {
  return demote === undefined ? [] : [proposedEvent(demote.record, demote.head, tell)];
}

function openPromotion(
  { now }: EventFacts,
  { promote, decision }: OpenView,
  tell: Tell,
): readonly PromotionEvent[] {
  if (promote === undefined) return [];
  const { record, head } = promote;
  const proposed = proposedEvent(record, head, tell);
  if (decision === undefined) return [proposed];
  const { action, result, gates, approval } = decision;
  const leading = gates.find((gate) => gate.enforced && gate.result === "failure");
  // What is made anew or closed now is blocked no longer.
  const isBlocked = result === "failure" && action === "none" && leading !== undefined;
  return [
    proposed,
    ...(isBlocked
      ? [
          tell(
            "promotion_blocked",
            { record, head, gate: leading.key },
            { at: now, result: leading.result, message: `${record.id} cannot go on: ${leading.description}` },
          ),
        ]
      : []),
    ...(action === "ask"
      ? [
          tell(
            "approval_requested",
            { record, head },
            { at: now, message: `${becauseOf(record)}: ${approval?.description ?? "it waits for people"}` },
          ),
        ]
      : []),
    ...(approval === undefined ? [] : answered(record, head, now, approval.responses, tell)),
  ];
}

/** Approvals that count, and answers that do not. A rejection that counts is what blocks. */
function answered(
  record: Promotion,
  head: string,
  now: number,
  responses: readonly CountedResponse[],
  tell: Tell,
): readonly PromotionEvent[] {
  const latest = new Map(
    responses.flatMap((each) =>
      each.user === undefined || each.because !== undefined ? [] : [[each.user, each.response] as const],
    ),
  );
  const counted = [...latest].filter(([, { action }]) => action === "approve");
  return [
    ...counted.map(([user, { at, message }]) =>
      tell(
        "approval_counted",
        { record, head, user },
        { at, actor: user, answer: "approve", message: answerWords(user, message) },
      ),
    ),
    ...responses.flatMap(({ response, user, because }) => {
      if (because === undefined) return [];
      const by = user ?? response.login ?? response.user ?? "somebody";
      return [
        tell(
          "approval_void",
          { record, head: response.head, user: by },
          {
            at: now,
            actor: by,
            answer: response.action,
            message: `the answer of ${by} does not count: ${because}`,
          },
        ),
      ];
    }),
  ];
}

function waits({ record, head, message }: WaitingDemotion, now: number, tell: Tell): PromotionEvent {
  const leading = record.gates.find(({ result }) => result !== "success");
  const said = { at: now, message: `${summaryOf(record)}: ${message}` };
  const event = tell(
    "demotion_waiting",
    { record, ...(head === undefined ? {} : { head }) },
    leading === undefined ? said : { ...said, result: leading.result },
  );
  return leading === undefined ? event : { ...event, gate: leading.key };
}

function answerWords(user: string, message: string): string {
  return message.trim() === "" ? `approved by ${user}` : `approved by ${user}: ${message}`;
}

function becauseOf(record: Promotion): string {
  return record.reason === undefined ? summaryOf(record) : `${summaryOf(record)}: ${record.reason}`;
}

/** What a record does, in a line. */
function summaryOf({ id, direction, from, to, targets, all }: Promotion): string {
  const names = all === true ? "every repo" : targets.map(({ repo }) => shortName(repo)).join(", ");
  const way = from === undefined || to === undefined ? "" : ` from ${from} to ${to}`;
  return `${id}: ${direction} ${names.slice(0, 1500)}${way}`;
}

function instantOf(text: string): number {
  return Date.parse(text);
}
