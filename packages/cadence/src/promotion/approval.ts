import type { Cadence, Coulomb, Evidence } from "@coulomb-loop/schemas";
import { parseDuration } from "../duration.ts";

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
    const user = userOf(response, people, parts.forge);
    return { response, user, because: objection(response, user, { policy, people, binding, parts, now }) };
  });
  const latest = new Map<string, CountedResponse>();
  for (const each of judged)
    if (each.user !== undefined && each.because === undefined) latest.set(each.user, each);
  const rejected = [...latest.values()].filter(({ response }) => response.action === "reject");
  const approved = new Set(
    [...latest].flatMap(([user, { response }]) => (response.action === "approve" ? [user] : [])),
  );
  const required = policy.approvers.flatMap(({ user, required: must }) => (must === true ? [user] : []));
  const lacking = required.filter((user) => !approved.has(user));
  const others = policy.approvers.map(({ user }) => user).filter((user) => !approved.has(user));
  if (rejected.length > 0) {
    const [first] = rejected;
    return {
      result: "failure",
      description: `${first?.user ?? "an approver"} rejected it: ${first?.response.message ?? ""}`.trim(),
      responses: judged,
      missing: rejected.flatMap(({ user }) => user ?? []),
    };
  }
  const isMet = lacking.length === 0 && approved.size >= policy.min_approvals;
  const voided = judged.findLast(({ because }) => because !== undefined);
  const why =
    voided === undefined ? "" : `; that of ${nameOf(voided)} does not count: ${voided.because ?? ""}`;
  return {
    result: isMet ? "success" : "pending",
    description: isMet
      ? `approved by ${[...approved].sort().join(", ")}`
      : `${approved.size} of ${policy.min_approvals} approvals; wanted: ${(lacking.length > 0 ? lacking : others).join(", ")}${why}`,
    responses: judged,
    missing: isMet ? [] : lacking.length > 0 ? lacking : others,
  };
}

/** By time; of one instant a rejection comes last, and wins. What has no time that can be read comes first. */
function compareTimes(a: PromotionResponse, b: PromotionResponse): number {
  const [first, second] = [a, b].map(({ at }) => (Number.isNaN(at) ? 0 : at));
  return (first ?? 0) - (second ?? 0) || Number(a.action === "reject") - Number(b.action === "reject");
}

function nameOf({ user, response }: CountedResponse): string {
  return user ?? response.login ?? response.user ?? "somebody";
}

/** The person of a response: by login on a hosted forge, by key or ref on plain git. */
function userOf(
  { login, user }: PromotionResponse,
  people: readonly Person[],
  forge: string,
): string | undefined {
  if (login !== undefined) return people.find(({ logins }) => logins?.[forge] === login)?.user;
  return people.find((person) => person.user === user)?.user;
}

interface Judging {
  readonly policy: Policy;
  readonly people: readonly Person[];
  readonly binding: ApprovalBinding;
  readonly parts: ApprovalParts;
  readonly now: number;
}

/** Why a response does not count; `undefined`: it does. What age and reason must be is asked of an approval only. */
function objection(
  response: PromotionResponse,
  user: string | undefined,
  judging: Judging,
): string | undefined {
  const { policy, people, binding, parts } = judging;
  if (response.flaw !== undefined) return response.flaw;
  if (response.login !== undefined && parts.own.has(response.login))
    return "it is the installation's own account";
  if (user === undefined) return "coulomb.yaml knows no such person";
  if (!policy.approvers.some((approver) => approver.user === user)) return "it is no approver of this policy";
  if (response.proof === "unsigned" && policy.allow_unsigned !== true) return "it is not signed";
  const unbound = unboundOf(response, binding);
  if (unbound !== undefined) return unbound;
  const person = people.find((each) => each.user === user);
  const distinct = policy.distinct_from ?? [];
  if (distinct.includes("author") && isAuthor(person, parts))
    return "its person is an author of the proposal";
  if (distinct.includes("evidence_recorder") && isRecorder(person, parts))
    return "its person recorded evidence that it rests on";
  return response.action === "approve" ? weaknessOf(response, judging) : undefined;
}

/** Why an approval is too weak to count. A rejection stands until its person approves, whatever its age and words (P12). */
function weaknessOf({ at, message }: PromotionResponse, { policy, now }: Judging): string | undefined {
  if (Number.isNaN(at)) return "its time cannot be read";
  const validFor = parseDuration(policy.valid_for ?? "");
  if (validFor !== undefined && now - at > validFor) return "it has run out";
  if (at > now + maximalSkew) return "it is from the future";
  if (policy.require_reason === true && message.trim() === "") return "it gives no reason";
  return undefined;
}

/** Clocks of people's machines and of the forge may be ahead of ours by so many milliseconds. */
const maximalSkew = 5 * 60_000;

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

function isAuthor(person: Person | undefined, { authors, forge }: ApprovalParts): boolean {
  if (person === undefined) return false;
  const known = lowered(authors);
  return [...lowered([person.user, person.logins?.[forge], ...(person.emails ?? [])])].some((name) =>
    known.has(name),
  );
}

/** Whoever recorded evidence, sent it, or confirmed what another recorded. */
function isRecorder(person: Person | undefined, { evidence }: ApprovalParts): boolean {
  if (person === undefined || evidence === undefined) return false;
  const { user, logins = {}, emails = [], actors = [] } = person;
  const names = lowered([user, ...Object.values(logins), ...emails, ...actors]);
  return [...recordersOf(evidence)].some((name) => names.has(name));
}

function recordersOf({ records, events }: Evidence): ReadonlySet<string> {
  return lowered([
    ...records.flatMap(({ record, sent_by: sender }) => [record.actor, sender]),
    ...events.flatMap(({ type, data, by }) => (type === "note" && data?.kind === "confirmed" ? [by] : [])),
  ]);
}

function lowered(names: Iterable<string | undefined>): ReadonlySet<string> {
  return new Set([...names].flatMap((name) => name?.toLowerCase() ?? []));
}
