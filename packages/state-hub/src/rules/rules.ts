import type {
  Author,
  Change,
  Fields,
  Reference,
  Refusal,
  Resource,
  RuleFrame,
  Rules,
} from "../store/types.ts";
import { sorted, textOf } from "../store/json.ts";
import { refusedMove } from "./moves.ts";

/** Fields by which one resource names another, and the kind of that other. */
const links = [
  ["repo", "repos"],
  ["workstream", "workstreams"],
  ["topic", "topics"],
  ["domain", "domains"],
] as const;

/** What the register means: references are there, statuses move as they may, decisions stand, tokens keep to their repo. */
export const hubRules: Rules = { references, complete, refuse };

function references(change: Change): readonly Reference[] {
  if (change.do !== "put" && change.do !== "patch") return [];
  return links.flatMap(([field, kind]) => {
    const key = change.fields[field];
    return typeof key === "string" ? [{ kind, key }] : [];
  });
}

/** A claim is the hub's own: no client writes it, and it ends when the task is not in progress any more. */
function complete(change: Change, before: Fields | undefined, after: Fields, author: Author): Fields {
  if (change.kind !== "tasks" || change.do === "delete") return after;
  const { claim: asked, ...rest } = after;
  const claim = author.origin === "hub" ? asked : before?.["claim"];
  return claim === undefined || rest["status"] !== "in_progress" ? rest : { ...rest, claim };
}

function refuse(
  change: Change,
  before: Resource | undefined,
  after: Fields,
  frame: RuleFrame,
): Refusal | undefined {
  return (
    outsideRepo(change, before, after, frame.author) ??
    movedRepo(before, after, change) ??
    missingReference(change, frame) ??
    misnamed(change, before, after) ??
    illegalMove(change, before, after, frame.author) ??
    changedDecision(change, before, after)
  );
}

/** A token of one repo writes nothing that belongs to another, or to none. */
function outsideRepo(
  change: Change,
  before: Resource | undefined,
  after: Fields,
  { repo }: Author,
): Refusal | undefined {
  if (repo === undefined) return undefined;
  const repos = [before?.fields["repo"], change.do === "delete" ? before?.fields["repo"] : after["repo"]];
  if (
    change.kind !== "repos" &&
    repos.every((each) => each === undefined || each === repo) &&
    repos[1] === repo
  )
    return undefined;
  return { code: "forbidden_repo", message: `this token is for ${repo} and writes nothing else` };
}

function movedRepo(before: Resource | undefined, after: Fields, change: Change): Refusal | undefined {
  const was = before?.fields["repo"];
  if (was === undefined || change.do === "delete" || after["repo"] === was) return undefined;
  return {
    code: "repo_fixed",
    message: `${before?.key ?? ""} belongs to ${textOf(was) ?? "none"} for good`,
    hint: "make another one in the other repo",
  };
}

function missingReference(change: Change, { exists }: RuleFrame): Refusal | undefined {
  for (const reference of references(change)) {
    if (exists(reference)) continue;
    const { kind, key } = reference;
    return {
      code: "reference_missing",
      message: `there is no ${key} among ${kind}`,
      hint: `make it first: PUT /v1/${kind}?key=…, or coulomb hub register`,
    };
  }
  return undefined;
}

/** Domains and topics are named by their slug, repos by forge, owner and name. */
function misnamed(change: Change, before: Resource | undefined, after: Fields): Refusal | undefined {
  if (change.do === "delete" || change.do === "expect") return undefined;
  const key = before?.key ?? ("key" in change.address ? change.address.key : "");
  const named = nameIn(change, after);
  if (named === undefined || named === key) return undefined;
  return { code: "key_differs", message: `the fields name ${named}, the key is ${key}` };
}

function nameIn({ kind }: Change, after: Fields): string | undefined {
  if (kind === "domains" || kind === "topics") return textOf(after["slug"]);
  if (kind !== "repos") return undefined;
  return [after["forge"], after["owner"], after["name"]].map((part) => textOf(part) ?? "").join("/");
}

function illegalMove(
  change: Change,
  before: Resource | undefined,
  after: Fields,
  { origin, cause }: Author,
): Refusal | undefined {
  // What a file says was reviewed there, and may jump.
  if (change.kind !== "tasks" || before === undefined || change.do === "delete" || origin === "file")
    return undefined;
  const refused = refusedMove(textOf(before.fields["status"]) ?? "", textOf(after["status"]) ?? "", cause);
  return refused === undefined ? undefined : { code: "status_move", ...refused };
}

/** An accepted decision can only be superseded, and what was superseded stays so: nothing else of either changes. */
function changedDecision(change: Change, before: Resource | undefined, after: Fields): Refusal | undefined {
  if (change.kind !== "decisions" || change.do === "expect" || before === undefined) return undefined;
  const status = textOf(before.fields["status"]);
  if (status !== "accepted" && status !== "superseded") return undefined;
  const isSame = sameFields(after, before.fields);
  const isSuperseded = status === "accepted" && sameFields(after, { ...before.fields, status: "superseded" });
  if (change.do !== "delete" && (isSame || isSuperseded)) return undefined;
  return {
    code: "decision_immutable",
    message: `${before.key} is ${status}, and stays as it is`,
    hint: "write another decision that supersedes it, and set this one to superseded",
  };
}

function sameFields(a: Fields, b: Fields): boolean {
  return JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));
}
