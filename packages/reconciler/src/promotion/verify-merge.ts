import {
  loopName,
  type OpsDocuments,
  policyDigest,
  policyOfLoop,
  recordedGatesFlaw,
  recordedTimeFlaw,
  resolveDesired,
  shortName,
} from "@coulomb-loop/cadence";
import type { Finding } from "@coulomb-loop/schemas";
import { digestOf } from "@coulomb-loop/schemas/digest";
import { promotionContent } from "./promotion-content.ts";
import { findingAt, type MergeFacts, type RecordInHand, unmet } from "./verify-facts.ts";

/** Whether the merge that brought a record is the one its seal names, was made on its policy, and changed what it says. Pure. */
export function verifyMerge(inHand: RecordInHand, merge: MergeFacts): readonly Finding[] {
  const { record, file } = inHand;
  const { base } = merge;
  if (base === undefined)
    return [
      findingAt(
        file,
        [],
        "promotion_merge",
        `what ${record.id} was merged on cannot be read: commit ${merge.commit.slice(0, 10)} has no sound first parent`,
      ),
    ];
  return [
    ...verifySealed(inHand, merge),
    ...verifyPolicy(inHand, base.documents),
    ...verifyWords(inHand, base.documents),
    ...verifyRoster(inHand, base.documents, merge.after),
    ...verifyFiles(inHand, merge, base),
  ];
}

/** The seal names the merge and the head that the history has, and that head holds the record and the evidence. */
function verifySealed(inHand: RecordInHand, merge: MergeFacts): readonly Finding[] {
  const { record, seal, sealFile, file, evidenceFile } = inHand;
  if (seal === undefined) return [];
  const { commit, parents, headBlobs, changed } = merge;
  const flaw = (key: string, message: string) =>
    findingAt(sealFile, [key], "promotion_merge", message, unmet(inHand));
  const named = seal.merge_commit;
  const wrongMerge =
    named === commit
      ? []
      : [
          flaw(
            "merge_commit",
            `${record.id} was brought by ${commit.slice(0, 10)}, and the seal names ${named.slice(0, 10)}`,
          ),
        ];
  if (seal.head === undefined) return wrongMerge;
  const merged = parents.length > 1 ? parents.slice(1) : [commit];
  if (!merged.includes(seal.head))
    return [
      ...wrongMerge,
      flaw("head", `${seal.head.slice(0, 10)} is not the head that ${commit.slice(0, 10)} merged`),
    ];
  const isOther = [file, evidenceFile].some(
    (path) => changed.has(path) && headBlobs?.get(path) !== changed.get(path),
  );
  return isOther
    ? [
        ...wrongMerge,
        flaw("head", `the head ${seal.head.slice(0, 10)} holds another record or evidence than was merged`),
      ]
    : wrongMerge;
}

function verifyPolicy(inHand: RecordInHand, documents: OpsDocuments): readonly Finding[] {
  const { record, file } = inHand;
  const cadence = policyOfLoop({ documents, loop: record.loop });
  const digest = cadence === undefined ? undefined : policyDigest(cadence, documents.coulomb?.value.people);
  if (digest === record.policy_digest) return [];
  // Only a promotion rests on the approvals of its policy.
  const severity = record.direction === "promote" ? unmet(inHand) : "warning";
  return [
    findingAt(
      file,
      ["policy_digest"],
      "promotion_policy",
      `${record.id} was decided by another policy than it was merged on: ${digest?.slice(0, 10) ?? "none"}`,
      severity,
    ),
  ];
}

/** A promotion says of its gates and its time what the tool writes when it opens one by that policy, and no other. */
function verifyWords(inHand: RecordInHand, documents: OpsDocuments): readonly Finding[] {
  const { record, file, evidence, seal } = inHand;
  const cadence = policyOfLoop({ documents, loop: record.loop });
  // Another policy is a finding of its own.
  const isOfPolicy =
    cadence !== undefined && policyDigest(cadence, documents.coulomb?.value.people) === record.policy_digest;
  if (record.direction !== "promote" || !isOfPolicy) return [];
  const asOf =
    evidence === undefined || evidence === "broken" ? Number.NEGATIVE_INFINITY : Date.parse(evidence.as_of);
  // By the clock that wrote both: a forge that merges has its own.
  const latest = seal === undefined ? Number.POSITIVE_INFINITY : Date.parse(seal.sealed_at);
  const flaws = [
    ["proposed_at", recordedTimeFlaw(record, asOf, latest)],
    ["gates", recordedGatesFlaw(cadence, record)],
  ] as const;
  return flaws.flatMap(([key, flaw]) =>
    flaw === undefined
      ? []
      : [
          findingAt(
            file,
            [key],
            "promotion_scope",
            `${record.id} was not written by the tool so: ${flaw}`,
            unmet(inHand),
          ),
        ],
  );
}

/** The phases of the roster changed for exactly the targets, and nothing else of it did. */
function verifyRoster(
  { record, file }: RecordInHand,
  before: OpsDocuments,
  after: OpsDocuments,
): readonly Finding[] {
  const moves = record.direction === "promote" || record.direction === "demote";
  const targets = new Map(moves ? record.targets.map((target) => [target.repo, target]) : []);
  const [was, is] = [phasesOf(before, record.loop), phasesOf(after, record.loop)];
  const flaw = (message: string) => findingAt(file, ["targets"], "promotion_scope", message);
  const phases = [...new Set([...was.keys(), ...is.keys(), ...targets.keys()])].toSorted().flatMap((repo) => {
    const target = targets.get(repo);
    const wanted = target === undefined ? was.get(repo) : target.to;
    const isFrom = target === undefined || target.from === undefined || was.get(repo) === target.from;
    if (is.get(repo) === wanted && isFrom) return [];
    return [
      flaw(
        `${shortName(repo)} went from ${was.get(repo) ?? "nothing"} to ${is.get(repo) ?? "nothing"}, and ${record.id} says ${target === undefined ? "nothing of it" : `${target.from ?? ""} to ${target.to ?? ""}`}`,
      ),
    ];
  });
  const isSame = restOf(before, record.loop) === restOf(after, record.loop);
  return isSame || phases.length > 0
    ? phases
    : [flaw(`the merge of ${record.id} changed more of the roster than phases`)];
}

function phasesOf(documents: OpsDocuments, loop: string): ReadonlyMap<string, string> {
  return new Map(
    resolveDesired(documents, 0)
      .filter((repo) => repo.loop === loop)
      .map(({ id, phase }) => [id, phase]),
  );
}

/** A roster without the phases of its entries. */
function restOf({ loops }: OpsDocuments, loop: string): string {
  const roster = loops.find((each) => loopName(each) === loop)?.roster?.value;
  return digestOf(
    roster === undefined
      ? null
      : { ...roster, active: (roster.active ?? []).map(({ phase: _phase, ...entry }) => entry) },
  );
}

/** The merge changed the files that a record's proposal changes, and no other; definitions and workplan as the tool writes them. */
function verifyFiles(
  inHand: RecordInHand,
  { changed }: MergeFacts,
  base: NonNullable<MergeFacts["base"]>,
): readonly Finding[] {
  const { record, file, evidenceFile, evidence } = inHand;
  const content = promotionContent(base, record, evidence === "broken" ? undefined : evidence);
  const flaw = (message: string, severity: Finding["severity"]) =>
    findingAt(file, [], "promotion_scope", message, severity);
  if (!content.ok)
    return [flaw(`what ${record.id} should have changed cannot be told: ${content.message}`, "warning")];
  const wanted = new Map(content.files.map(({ path, result }) => [path, result]));
  const known = new Set([...wanted.keys(), file, evidenceFile]);
  const others = [...changed.keys()].filter((path) => !known.has(path)).toSorted();
  // Another version of the tool may have written them otherwise.
  const differs = [...wanted].filter(([path, result]) => changed.get(path) !== result).map(([path]) => path);
  return [
    ...others.map((path) =>
      flaw(`the merge of ${record.id} also changed ${path}, which is no part of it`, unmet(inHand)),
    ),
    ...differs.map((path) => flaw(`${path} is not as this version writes it for ${record.id}`, "warning")),
  ];
}
