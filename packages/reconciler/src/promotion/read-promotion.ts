import type { OpenPromotion, OpsDocuments, Soundness } from "@coulomb-loop/cadence";
import { decode, readYaml } from "@coulomb-loop/documents";
import type {
  BlobCache,
  Forge,
  ProposalDetail,
  ProposalSummary,
  RepoName,
  RepoObservation,
} from "@coulomb-loop/forge";
import { branchName, parseTrailers } from "@coulomb-loop/proposals";
import {
  CoulombError,
  type Evidence,
  type Promotion,
  validateEvidence,
  validatePromotion,
} from "@coulomb-loop/schemas";
import { type BaseFiles, promotionContent, recordPath } from "./promotion-content.ts";
import { type CheckSignature, responsesOf } from "./read-responses.ts";

/** The ops repo on its forge. */
export interface OpsPlace {
  readonly forge: Forge;
  readonly cache: BlobCache;
  readonly name: RepoName;
  /** `<forge>/<owner>/<repo>`. */
  readonly repoId: string;
  /** Name of the forge in coulomb.yaml: logins of people are given by it. */
  readonly forgeName: string;
  readonly installation: string;
  /** Logins under which the tool itself writes there. */
  readonly own: ReadonlySet<string>;
}

/** An open proposal that holds a record. */
export interface FoundPromotion extends OpenPromotion {
  readonly summary: ProposalSummary;
  readonly detail: ProposalDetail;
}

/** What the forge has under a key. */
export interface FoundProposals {
  /** The record in a branch of ours that has no open proposal: a run died, or it was merged or closed since. */
  readonly left: Promotion | undefined;
  /** Files by which the branch is known for ours. */
  readonly files: readonly string[];
  /** Newest first. */
  readonly proposals: readonly ProposalSummary[];
  /** `undefined`: none is open. `broken`: one is, and holds no record that can be read. */
  readonly open: FoundPromotion | { readonly broken: string; readonly summary: ProposalSummary } | undefined;
}

/**
 * Reads what is open under a key, with its record, evidence and responses, all under one head. Throws `ops_unread` when the ops repo
 * cannot be read: nothing may be decided then.
 */
export async function readProposals(
  place: OpsPlace,
  key: string,
  base: BaseFiles,
  check: CheckSignature,
): Promise<FoundProposals> {
  const branch = branchName({ installation: place.installation, key });
  const observation = await lookAt(place, { files: [], branches: [branch] });
  const listed = observation.proposals.get(branch);
  const state = observation.branches.get(branch);
  if (listed?.kind !== "known") throw unread(place, listed?.message ?? "the forge told only a part");
  if (state?.kind !== "known") throw unread(place, state?.message ?? "the forge told only a part");
  const message = state.value.kind === "present" ? state.value.message : "";
  const files = Object.keys(parseTrailers(message)?.results ?? {});
  const summary = listed.value.find((each) => each.state === "open");
  if (summary === undefined) {
    const left =
      state.value.kind === "present" ? await recordLeft(place, state.value.head, files) : undefined;
    return { left, files, proposals: listed.value, open: undefined };
  }
  const detail = await place.forge.inspect(summary.ref);
  if (detail.kind === "unknown") throw unread(place, detail.message);
  const open = await openPromotion(place, base, detail.value, check);
  return {
    left: undefined,
    files: [...new Set([...files, ...detail.value.changed.map(({ path }) => path)])],
    proposals: listed.value,
    open,
  };
}

/** The record among the files that a branch's head says to have written; `undefined`: there is none. */
async function recordLeft(
  place: OpsPlace,
  head: string,
  files: readonly string[],
): Promise<Promotion | undefined> {
  const file = files.find((path) => recordName.test(path));
  if (file === undefined) return undefined;
  return recordIn(bytesIn(await lookAt(place, { at: head, files: [file], branches: [] }), file), file);
}

const recordName = /\/promotions\/PROM-\d+\.yaml$/;

/** What is open under a key, inspected, whatever it holds; and the files by which its branch is known for ours. Throws `ops_unread`. */
export async function inspectOpen(
  place: OpsPlace,
  key: string,
): Promise<{ readonly files: readonly string[]; readonly open: ProposalDetail | undefined }> {
  const branch = branchName({ installation: place.installation, key });
  const observation = await lookAt(place, { files: [], branches: [branch] });
  const listed = observation.proposals.get(branch);
  const state = observation.branches.get(branch);
  if (listed?.kind !== "known") throw unread(place, listed?.message ?? "the forge told only a part");
  const message = state?.kind === "known" && state.value.kind === "present" ? state.value.message : "";
  const files = Object.keys(parseTrailers(message)?.results ?? {});
  const summary = listed.value.find((each) => each.state === "open");
  if (summary === undefined) return { files, open: undefined };
  const detail = await place.forge.inspect(summary.ref);
  if (detail.kind === "unknown") throw unread(place, detail.message);
  return { files, open: detail.value };
}

/** The evidence that is pinned beside a record at a commit; `undefined` where it holds none. Throws `ops_unread`. */
export async function evidenceAt(
  place: OpsPlace,
  documents: OpsDocuments,
  { loop, id }: Promotion,
  at: string,
): Promise<Evidence | undefined> {
  const path = recordPath(documents, loop, id, ".evidence");
  return evidenceIn(bytesIn(await lookAt(place, { at, files: [path], branches: [] }), path));
}

/** Reads the ops repo once. Throws `ops_unread`. */
export async function lookAt(
  { forge, cache, name, repoId }: OpsPlace,
  asked: { readonly files: readonly string[]; readonly branches: readonly string[]; readonly at?: string },
): Promise<RepoObservation> {
  for await (const found of forge.observe([{ repo: name, ...asked }], cache)) {
    if (found.facts.kind === "unknown") throw unread({ repoId }, found.facts.message);
    return found;
  }
  throw unread({ repoId }, "the forge answered nothing");
}

function unread({ repoId }: Pick<OpsPlace, "repoId">, why: string): CoulombError {
  return new CoulombError("ops_unread", `the ops repo ${repoId} cannot be read: ${why}`, {
    hint: "nothing was written; coulomb doctor tells what the forge answers, then run again",
  });
}

async function openPromotion(
  place: OpsPlace,
  base: BaseFiles,
  detail: ProposalDetail,
  check: CheckSignature,
): Promise<FoundProposals["open"]> {
  const { summary } = detail;
  const paths = detail.changed.map(({ path }) => path);
  const recordFile = paths.find((path) => recordName.test(path));
  const broken = (why: string) => ({ broken: why, summary });
  if (recordFile === undefined) return broken("its branch holds no promotion record");
  const evidenceFile = recordFile.replace(/\.yaml$/, ".evidence.json");
  const seen = await lookAt(place, { at: summary.head, files: [recordFile, evidenceFile], branches: [] });
  const record = recordIn(bytesIn(seen, recordFile), recordFile);
  if (record === undefined) return broken(`${recordFile} is no promotion record`);
  const evidence = evidenceIn(bytesIn(seen, evidenceFile));
  const asked = record.direction === "promote";
  if (asked && evidence === undefined) return broken(`${evidenceFile} holds no evidence`);
  const compared = compare(base, record, evidence, detail);
  return {
    summary,
    detail,
    head: summary.head,
    record,
    evidence: evidence ?? noEvidence(record),
    ...compared,
    responses: (await responsesOf(detail, check)).map(({ response }) => response),
    parts: {
      forge: place.forgeName,
      authors: authorsOf(detail),
      own: place.own,
    },
  };
}

/** Bytes of a file as it was seen; `undefined` for what is none. */
export function bytesIn({ files }: RepoObservation, path: string): Uint8Array | undefined {
  const found = files.get(path);
  return found?.kind === "known" && found.value.kind === "file" ? found.value.bytes : undefined;
}

/** Reads a record; `undefined` for what is none. */
function recordIn(bytes: Uint8Array | undefined, path: string): Promotion | undefined {
  const source = bytes === undefined ? undefined : decode(bytes, path);
  return source === undefined || Array.isArray(source)
    ? undefined
    : readYaml(source, validatePromotion).value;
}

/** Reads pinned evidence; `undefined` for what is none. */
function evidenceIn(bytes: Uint8Array | undefined): Evidence | undefined {
  if (bytes === undefined) return undefined;
  try {
    const checked = validateEvidence(JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes)));
    return checked.ok ? checked.value : undefined;
  } catch {
    return undefined;
  }
}

/** Stands for the evidence of a record that rests on none. */
function noEvidence({ loop, from = "none", proposed_at: asOf }: Promotion): Evidence {
  return {
    format_version: "1.0",
    kind: "evidence",
    loop,
    phase: from,
    as_of: asOf,
    timezone: "UTC",
    tzdata: "none",
    analyses: [],
    digests: { policy: "0".repeat(64), definitions: {} },
    repos: [],
    past: [],
    activities: [],
    cycles: [],
    slots: [],
    events: [],
    records: [],
  };
}

/**
 * Compares a proposal with what the tool writes for its record on the present base: byte for byte, and no file more. Where the base
 * moved since the branch was made, it is outdated, which is nobody's fault.
 */
function compare(
  base: BaseFiles,
  record: Promotion,
  evidence: Evidence | undefined,
  { changed }: ProposalDetail,
): { readonly diff: Soundness; readonly outdated: string | undefined } {
  const content = promotionContent(base, record, evidence);
  if (!content.ok) return { diff: { ok: false, message: content.message }, outdated: content.message };
  const wanted = new Map(content.files.map((file) => [file.path, file]));
  const moved = changed.find(({ path, baseBlob }) => wanted.has(path) && wanted.get(path)?.base !== baseBlob);
  if (moved !== undefined) {
    const message = `${moved.path} changed on the base branch`;
    return { diff: { ok: false, message }, outdated: message };
  }
  const other = changed.find(({ path, headBlob }) => wanted.get(path)?.result !== headBlob);
  const missing = content.files.find(({ path }) => !changed.some((file) => file.path === path));
  const flaw = other ?? missing;
  return {
    diff:
      flaw === undefined
        ? { ok: true }
        : { ok: false, message: `${flaw.path} is not as the tool writes it for ${record.id}` },
    outdated: undefined,
  };
}

/** Who opened a proposal or wrote a commit on it: logins, names and e-mail addresses, in lower case. */
export function authorsOf({ summary, commits }: ProposalDetail): ReadonlySet<string> {
  const names = [
    summary.openedBy,
    ...commits.flatMap(({ authorEmail, authorName }) => [authorEmail, authorName]),
  ];
  return new Set(names.map((name) => name.toLowerCase()));
}
