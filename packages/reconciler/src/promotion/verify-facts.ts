import type { OpsDocuments } from "@coulomb-loop/cadence";
import type { Evidence, Finding, Promotion, PromotionSeal, ResponseRecord } from "@coulomb-loop/schemas";
import type { BaseFiles } from "./promotion-content.ts";

/** A file of records that the history changed or removed after it was added. */
export interface RecordChange {
  readonly file: string;
  readonly what: "changed" | "removed";
  /** Where, in words: a commit, or the branch it is compared with. */
  readonly where: string;
}

/** The commit that brought a record to the default branch, and what git tells of it. */
export interface MergeFacts {
  readonly commit: string;
  readonly parents: readonly string[];
  /** When it was made, in epoch milliseconds. */
  readonly time: number;
  /** The ops repo at its first parent; `undefined` where that cannot be read. */
  readonly base: BaseFiles | undefined;
  /** Documents with the rosters that it left. */
  readonly after: OpsDocuments;
  /** Paths that it changed on its first parent, with the blob that it left; `null`: removed. */
  readonly changed: ReadonlyMap<string, string | null>;
  /** Blobs of the record and its evidence under the head that people answered to; `undefined`: the clone has no such commit. */
  readonly headBlobs: ReadonlyMap<string, string> | undefined;
  /** Names and e-mail addresses of who wrote a commit on the merged branch. */
  readonly authors: ReadonlySet<string>;
  /** Of the seal's responses: why a signature does not stand. */
  readonly signatureFlaws: ReadonlyMap<ResponseRecord, string>;
}

/** All that the verification of a loop is judged from. */
export interface VerifyFacts {
  readonly loop: string;
  /** The ops repo at the commit that is verified. */
  readonly documents: OpsDocuments;
  /** What reading and checking its records found there. */
  readonly findings: readonly Finding[];
  readonly changes: readonly RecordChange[];
  /** By id of the record; `broken`: the file holds no evidence. Absent: there is no file. */
  readonly evidence: ReadonlyMap<string, Evidence | "broken">;
  /** By id of the record; absent: it is not merged yet. */
  readonly merges: ReadonlyMap<string, MergeFacts>;
}

/** A record with its seal, and where a finding about it goes. */
export interface RecordInHand {
  readonly record: Promotion;
  readonly file: string;
  readonly seal: PromotionSeal | undefined;
  readonly sealFile: string;
  readonly evidenceFile: string;
  readonly evidence: Evidence | "broken" | undefined;
}

/** What can be wrong with a record. */
export type VerifyCode =
  | "promotion_evidence"
  | "promotion_policy"
  | "promotion_merge"
  | "promotion_scope"
  | "promotion_approval"
  | "promotion_signature";

/** A finding about a file of a record. */
export function findingAt(
  file: string,
  path: NonNullable<Finding["path"]>,
  code: VerifyCode,
  message: string,
  severity: Finding["severity"] = "error",
): Finding {
  return { code, severity, message, hint: hints[code], file, path };
}

const hints: Readonly<Record<VerifyCode, string>> = {
  promotion_evidence:
    "restore the record and its evidence from the history; else hold the targets and decide anew",
  promotion_policy: "hold the targets, and have people decide by the policy that holds",
  promotion_merge: "compare the seal with git log --first-parent; hold the targets until it is explained",
  promotion_scope: "take back what does not belong to the record, by a pull request of its own",
  promotion_approval: "hold the targets, and have the approval given anew by who may give it",
  promotion_signature:
    "restore the seal from the history; else hold the targets and have the approval given anew",
};

/** How bad a gate unmet is: a seal that says `external` says so itself, and its targets are held (page 07 P7). */
export function unmet({ seal }: Pick<RecordInHand, "seal">): Finding["severity"] {
  return seal?.result === "external" ? "warning" : "error";
}
