import type { Cadence, Coulomb, Evidence } from "@coulomb-loop/schemas";
import { parseDuration } from "../duration.ts";
import { maximalSkew } from "./skew.ts";

type Policy = NonNullable<Cadence["approvals"]>[number];
type Person = NonNullable<Coulomb["people"]>[number];

/** What a person answered to a promotion's proposal, as the forge or a signature tells it. */
export interface PromotionResponse {
  /** Login on the hosted forge that it was given on; absent on plain git. */
  readonly login?: string;
  /** User whose key it is signed with, or that its ref names where nothing is signed. */
  readonly user?: string;
  readonly action: "approve" | "reject";
  /** Epoch milliseconds. */
  readonly at: number;
  readonly message: string;
  readonly head: string;
  /** What a signed response says it is for; a review is for what its head holds. */
  readonly evidenceDigest?: string;
  readonly policyDigest?: string;
  readonly record?: string;
  readonly proof: "signature" | "forge" | "unsigned";
  /** Why it does not stand, as the forge or the check of its signature says. */
  readonly flaw?: string;
}

/** What an approval must be for, exactly (page 07 P9). */
export interface ApprovalBinding {
  readonly record: string;
  readonly head: string;
  readonly evidenceDigest: string | undefined;
  readonly policyDigest: string;
}

/** Who has a part in the attempt. */
export interface ApprovalParts {
  /** Name of the forge that the ops repo is on. */
  readonly forge: string;
  /** Logins and e-mail addresses of who opened the proposal or wrote a commit on it. */
  readonly authors: ReadonlySet<string>;
  /** Logins that are the installation's own. */
  readonly own: ReadonlySet<string>;
  readonly evidence: Evidence | undefined;
}

/** A response, whose it is, and whether it counts. */
export interface CountedResponse {
  readonly response: PromotionResponse;
  readonly user: string | undefined;
  /** Why it does not count; `undefined`: it does. */
  readonly because: string | undefined;
}

/** What the responses come to. */
export interface ApprovalState {
  readonly result: "success" | "failure" | "pending";
  readonly description: string;
  /** By time. */
  readonly responses: readonly CountedResponse[];
  /** Users that still have to agree, or may. */
  readonly missing: readonly string[];
  /** Whether each of them has to; else any of them may. */
  readonly needsEach: boolean;
}

/**
 * Counts the responses to a promotion (page 07 P9 to P12). The latest of each person counts, and only for exactly the present head,
 * evidence and policy; a rejection by an approver stands until that person approves. `now` is epoch milliseconds. Pure.
 */
export function countApprovals(
  policy: Policy,
  people: readonly Person[],
  responses: readonly PromotionResponse[],
  binding: ApprovalBinding,
  parts: ApprovalParts,
  now: number,
): ApprovalState {
  const judged = responses.toSorted(compareTimes).map((response): CountedResponse => {
    const person = personOf(response, people, parts.forge);
    return {
      response,
      user: person?.user,
      because: objection(response, person, { policy, binding, parts, now }),
    };
  });
  const latest = new Map<string, PromotionResponse>();
  for (const { user, because, response } of judged)
    if (user !== undefined && because === undefined) latest.set(user, response);
  const rejected = [...latest].filter(([, { action }]) => action === "reject");
  const [first] = rejected;
  if (first !== undefined) {
    const [user, { message }] = first;
    return {
      result: "failure",
      description: [`${user} rejected it`, message.trim()].filter((part) => part !== "").join(": "),
      responses: judged,
      missing: rejected.map(([each]) => each),
      needsEach: true,
    };
  }
  const wanted = policy.approvers.filter(({ user }) => !latest.has(user));
  const required = wanted.filter((approver) => approver.required === true);
  if (required.length === 0 && latest.size >= policy.min_approvals)
    return {
      result: "success",
      description: `approved by ${[...latest.keys()].sort().join(", ")}`,
      responses: judged,
      missing: [],
      needsEach: false,
    };
  const missing = (required.length > 0 ? required : wanted).map(({ user }) => user);
  return {
    result: "pending",
    description: `${latest.size} of ${policy.min_approvals} approvals; wanted: ${missing.join(", ")}${lastVoid(judged)}`,
    responses: judged,
    missing,
    needsEach: required.length > 0,
  };
}

/** What is said of the latest response that does not count. */
function lastVoid(judged: readonly CountedResponse[]): string {
  const last = judged.findLast(({ because }) => because !== undefined);
  return last === undefined
    ? ""
    : `; that of ${last.user ?? last.response.login ?? last.response.user ?? "somebody"} does not count: ${last.because}`;
}

/** By time; of one instant a rejection comes last, and wins. What has no time that can be read comes first. */
function compareTimes(a: PromotionResponse, b: PromotionResponse): number {
  const [first, second] = [a, b].map(({ at }) => (Number.isNaN(at) ? 0 : at));
  return (first ?? 0) - (second ?? 0) || Number(a.action === "reject") - Number(b.action === "reject");
}

/** The person of a response: by login on a hosted forge, by key or ref on plain git. */
function personOf(
  { login, user }: PromotionResponse,
  people: readonly Person[],
  forge: string,
): Person | undefined {
  if (login !== undefined) return people.find(({ logins }) => logins?.[forge] === login);
  return people.find((person) => person.user === user);
}

interface Judging {
  readonly policy: Policy;
  readonly binding: ApprovalBinding;
  readonly parts: ApprovalParts;
  readonly now: number;
}

/** Why a response does not count; `undefined`: it does. What age and reason must be is asked of an approval only. */
function objection(
  response: PromotionResponse,
  person: Person | undefined,
  judging: Judging,
): string | undefined {
  const { policy, binding, parts } = judging;
  if (response.flaw !== undefined) return response.flaw;
  if (response.login !== undefined && parts.own.has(response.login))
    return "it is the installation's own account";
  if (person === undefined) return "coulomb.yaml knows no such person";
  if (!policy.approvers.some(({ user }) => user === person.user)) return "it is no approver of this policy";
  if (response.proof === "unsigned" && policy.allow_unsigned !== true) return "it is not signed";
  const unbound = unboundOf(response, binding);
  if (unbound !== undefined) return unbound;
  if (policy.distinct_from?.includes("author") === true && isAuthor(person, parts))
    return "its person is an author of the proposal";
  if (policy.distinct_from?.includes("evidence_recorder") === true && isRecorder(person, parts))
    return "its person recorded evidence that it rests on";
  return response.action === "approve" ? weaknessOf(response, judging) : undefined;
}

/** Why an approval is too weak to count. A rejection stands until its person approves, whatever its age and words (P12). */
function weaknessOf({ at, message }: PromotionResponse, { policy, now }: Judging): string | undefined {
  if (Number.isNaN(at)) return "its time cannot be read";
  const validFor = policy.valid_for === undefined ? undefined : parseDuration(policy.valid_for);
  if (now - at > (validFor ?? Number.POSITIVE_INFINITY)) return "it has run out";
  if (at > now + maximalSkew) return "it is from the future";
  if (policy.require_reason === true && message.trim() === "") return "it gives no reason";
  return undefined;
}

/** A review is for what its head holds; any other response has to say what it is for. */
function unboundOf(response: PromotionResponse, binding: ApprovalBinding): string | undefined {
  if (response.head !== binding.head) return "it is for an older head";
  const { record, evidenceDigest, policyDigest, proof } = response;
  const isReview = proof === "forge";
  const differs = (given: string | undefined, wanted: string | undefined) =>
    given === undefined && isReview ? false : (given ?? "") !== (wanted ?? "");
  if (differs(record, binding.record)) return "it is for another record";
  if (differs(evidenceDigest, binding.evidenceDigest)) return "it is for other evidence";
  if (differs(policyDigest, binding.policyDigest)) return "it is for another policy";
  return undefined;
}

function isAuthor({ user, logins, emails = [] }: Person, { authors, forge }: ApprovalParts): boolean {
  return haveCommon(authors, [user, logins?.[forge], ...emails]);
}

/** Whoever recorded evidence, sent it, or confirmed what another recorded. */
function isRecorder({ user, logins = {}, emails = [], actors = [] }: Person, parts: ApprovalParts): boolean {
  const names = [user, ...Object.values(logins), ...emails, ...actors];
  return parts.evidence !== undefined && haveCommon(recordersOf(parts.evidence), names);
}

function recordersOf({ records, events }: Evidence): readonly (string | undefined)[] {
  const confirmed = events.filter(({ type, data }) => type === "note" && data?.kind === "confirmed");
  return [
    ...records.flatMap(({ record, sent_by: sender }) => [record.actor, sender]),
    ...confirmed.map(({ by }) => by),
  ];
}

/** Whether a name is in both, without regard to case, as forges compare them. */
function haveCommon(some: Iterable<string | undefined>, others: Iterable<string | undefined>): boolean {
  const [known, asked] = [some, others].map((names) =>
    [...names].flatMap((name) => (name === undefined ? [] : [name.toLowerCase()])),
  );
  return asked?.some((name) => known?.includes(name)) ?? false;
}
