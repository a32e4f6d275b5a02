/** What somebody answers to a proposal. */
export interface PersonAnswer {
  readonly branch: string;
  readonly number: number;
  /** User on plain git, login elsewhere. */
  readonly by: string;
  readonly action: "approve" | "reject";
  readonly message: string;
  /** Epoch milliseconds, whole seconds. */
  readonly time?: number;
  /** Plain git: what is answered, the first part of the ref's name; default `PROM-0001`. */
  readonly record?: string;
  /** Plain git: file of the private key to sign with. */
  readonly key?: string;
}

/** Name of the ref of an answer, below `refs/coulomb/approvals/`. */
export function answerName({ by, record = "PROM-0001" }: Pick<PersonAnswer, "by" | "record">): string {
  return `${record}/${by}`;
}

/** The statement that is signed: canonical JSON, one line (07-promotion §4). */
export function statementOf(answer: PersonAnswer & { readonly time: number }, head: string): string {
  const { action, branch, message, number, record = "PROM-0001", time } = answer;
  const digest = "0".repeat(64);
  const fields = {
    action,
    branch,
    evidence_digest: digest,
    head,
    message,
    number,
    policy_digest: digest,
    record,
    time: new Date(time).toISOString().replace(/\.000Z$/, "Z"),
  };
  return `${JSON.stringify(fields)}\n`;
}
