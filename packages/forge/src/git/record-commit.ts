import type { Instant, Oid } from "../port.ts";
import type { Result } from "../problem.ts";
import { makeCommit } from "./commit.ts";
import { bodyFile, recordFile } from "./mapping.ts";
import type { StoredProposal } from "./proposals.ts";
import { type ProposalRecord, printRecord } from "./record.ts";
import type { GitSession, Workshop } from "./session.ts";

/** The next version of a record. */
export interface RecordWrite {
  /** The version before; `undefined` for the first. */
  readonly former: StoredProposal | undefined;
  readonly record: ProposalRecord;
  readonly body: string;
  readonly time: Instant;
}

/**
 * Makes the commit of a record on top of the former one. A head that is new to it becomes the second parent: the
 * proposed commits stay reachable after their branch is deleted, so a closed proposal can still be read (S3).
 */
export async function makeRecordCommit(
  session: GitSession,
  { scratch, reader }: Workshop,
  write: RecordWrite,
): Promise<Result<Oid>> {
  const { former, record, body, time } = write;
  const key = record.branch.slice(record.branch.lastIndexOf("/") + 1);
  const isNew = former?.record.head !== record.head;
  // From a URL a head that people moved may not have been fetched; it is in the base branch then.
  const keep = isNew && (await reader.read(record.head)).kind === "object" ? [record.head] : [];
  return makeCommit(session, session.identity, scratch, {
    tree: null,
    parents: former === undefined ? keep : [former.oid, ...keep],
    files: [
      { path: recordFile, content: Buffer.from(printRecord(record), "utf8") },
      { path: bodyFile, content: Buffer.from(body, "utf8") },
    ],
    message: `Proposal ${key} #${record.number}: ${record.state}\n`,
    time,
  });
}
