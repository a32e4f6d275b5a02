import { isBranchName } from "../names.ts";
import type { Oid, ProposalRef, ProposalResponse, ProposalResponseDraft } from "../port.ts";
import { failed, ok, type Result } from "../problem.ts";
import { latestOf } from "../responses.ts";
import type { ObjectReader } from "./object-reader.ts";
import type { Scratch } from "./scratch.ts";
import { parseStatement, parseTag, type StatementTag } from "./statement.ts";
import { fetchCommits, type GitContext, type Refs, type Target } from "./target.ts";

/** Below it are the refs of responses: `<id>/<user>`, each of a tag object (04-forges §2). */
export const responseRefs = "refs/coulomb/approvals/";

/** The ref of a response by its name; `undefined` for one that is not `<id>/<user>`. */
export function responseRef(name: string | undefined): string | undefined {
  const isName = name !== undefined && name.split("/").length === 2 && isBranchName(name);
  return isName ? `${responseRefs}${name}` : undefined;
}

/** A tag that a ref of responses holds. */
export interface ResponseTag extends StatementTag {
  /** User that the ref names. */
  readonly by: string;
}

/**
 * Reads the tags that refs of responses hold, by `reader`. What is no such tag, and refs of other names, are left out;
 * what cannot be read is a problem, since it may be a rejection.
 */
export async function readTags(
  reader: ObjectReader,
  refs: ReadonlyMap<string, Oid>,
): Promise<Result<readonly ResponseTag[]>> {
  const tags: ResponseTag[] = [];
  const reads = [...refs].map(async ([ref, oid]) => ({ ref, object: await reader.read(oid) }));
  for (const { ref, object } of await Promise.all(reads)) {
    if (object.kind === "stopped") return failed("unreachable", `${ref}: ${object.message}`);
    if (object.kind === "corrupt") return failed("corrupt", `${ref}: ${object.message}`);
    if (object.kind === "missing") return failed("corrupt", `${ref}: its object is not there`);
    const tag = object.type === "tag" ? parseTag(object.bytes) : undefined;
    if (tag !== undefined) tags.push({ ...tag, by: ref.slice(ref.lastIndexOf("/") + 1) });
  }
  return ok(tags);
}

/** The refs of responses among those that were read, with what they hold. */
export function refsOfResponses({ oids }: Refs): ReadonlyMap<string, Oid> {
  const found = new Map<string, Oid>();
  for (const [ref, oid] of oids) {
    const name = ref.startsWith(responseRefs) ? ref.slice(responseRefs.length) : undefined;
    if (oid !== null && responseRef(name) !== undefined) found.set(ref, oid);
  }
  return found;
}

/**
 * Fetches those responses that are of some commits, as the server told of what each tag is, so that a repository with the
 * responses of years costs nothing.
 */
export async function fetchTags(
  context: GitContext,
  target: Target,
  scratch: Scratch,
  refs: Refs,
  heads: ReadonlySet<Oid>,
): Promise<Result<ReadonlyMap<string, Oid>>> {
  const wanted = [...refsOfResponses(refs)].filter(([ref]) => heads.has(refs.peeled.get(ref) ?? ""));
  const oids = wanted.map(([, oid]) => oid);
  const fetched = await fetchCommits(context, target, scratch, oids, 1);
  return fetched.ok ? ok(new Map(wanted)) : fetched;
}

/**
 * The responses to one proposal: those whose statement names its branch and number, and whose tag is of the commit that the
 * statement names, one of `heads`. What another proposal was answered is never among them, whatever its ref is called.
 */
export function responsesOf(
  tags: readonly ResponseTag[],
  { branch, number }: ProposalRef,
  heads: ReadonlySet<Oid>,
): readonly ProposalResponse[] {
  const responses = tags.flatMap(({ by, tagged, signed }): ProposalResponse[] => {
    const statement = parseStatement(signed.statement);
    if (statement === undefined || statement.branch !== branch || statement.number !== number) return [];
    if (statement.head !== tagged || !heads.has(tagged)) return [];
    const { action, at, message, head } = statement;
    return [{ by, action, at, message, head, signed }];
  });
  // Of two that one user gave in one instant the rejection counts.
  return latestOf(responses.toSorted((a, b) => (a.action < b.action ? -1 : 1)));
}

/** Why a response cannot be written as it is asked for; `undefined` when it can. */
export function flawOf({ branch, number }: ProposalRef, draft: ProposalResponseDraft): string | undefined {
  const { name, statement } = draft;
  if (responseRef(name) === undefined) return `"${name ?? ""}" is no name of a response, as <id>/<user> is`;
  const said = statement === undefined ? undefined : parseStatement(statement);
  if (said === undefined)
    return "a response needs a statement: one line of JSON with branch, number, head, action, message and time";
  const isOf = said.branch === branch && said.number === number && said.head === draft.head;
  return isOf && said.action === draft.action && said.message === draft.message
    ? undefined
    : "the statement says something else than the response";
}
