import type { Coulomb, Promotion, PromotionSeal, ResponseRecord } from "@coulomb-loop/schemas";
import { describe, expect, it } from "vitest";
import { readOpsRepo } from "../ops-repo.ts";
import { verifyApprovals } from "./verify-approvals.ts";
import type { MergeFacts, RecordInHand } from "./verify-facts.ts";

const head = "a".repeat(40);
const merge = "b".repeat(40);
const digest = "c".repeat(64);

/** An ops repo whose phase is left with two approvals, on a forge of this kind. */
function baseOn(kind: Coulomb["forges"][number]["kind"]): MergeFacts["base"] {
  const files = {
    "coulomb.yaml": `schema_version: coulomb/v1
installation: coulomb-loop
timezone: UTC
forges: [{ name: here, kind: ${kind}, owner: o, url: "${kind === "git" ? "../x" : "https://api.github.com"}"${kind === "git" ? "" : ", token: { env: TOKEN }"} }]
ops_repo: { forge: here, owner: o, repo: ops }
people:
  - { user: ann, logins: { here: ann-l }, emails: [ann@example.org] }
  - { user: bob, logins: { here: bob-l } }
  - { user: eve, logins: { here: eve-l } }
`,
    "loops/l/cadence.yaml": `schema_version: cadence/v1
loop: l
timezone: UTC
steps: [metrics]
phases:
  - { name: slow, definitions: [], schedule: { coach: { cadence: daily, cron: "0 9 * * *", enabled: true } }, exit: [], approval: two }
  - { name: fast, definitions: [], schedule: { coach: { cadence: daily, cron: "0 9 * * *", enabled: true } } }
approvals:
  - name: two
    approvers: [{ user: ann, required: true }, { user: bob }]
    min_approvals: 2
    distinct_from: [author]
`,
  };
  const read = Object.entries(files).map(([path, text]) => ({
    path,
    kind: path === "coulomb.yaml" ? ("coulomb" as const) : ("cadence" as const),
    content: new TextEncoder().encode(text),
  }));
  const { documents } = readOpsRepo({ files: read, loopFolders: ["loops/l"] }, 0);
  return { documents, files: new Map(), format: "sha1" };
}

function answer(user: string, more: Partial<ResponseRecord> = {}): ResponseRecord {
  return {
    user,
    login: `${user}-l`,
    action: "approve",
    time: "2026-07-06T10:00:00Z",
    message: "yes",
    head,
    proof: "forge",
    ...more,
  };
}

function verify(
  responses: ResponseRecord[],
  {
    kind = "github",
    authors = [],
    result = "merged",
  }: {
    readonly kind?: Coulomb["forges"][number]["kind"];
    readonly authors?: readonly string[];
    readonly result?: PromotionSeal["result"];
  } = {},
) {
  const record: Promotion = {
    schema_version: "promotion/v1",
    id: "PROM-0001",
    loop: "l",
    direction: "promote",
    from: "slow",
    to: "fast",
    trigger: "evidence",
    proposed_at: "2026-07-06T09:00:00Z",
    proposed_by: "coulomb-loop",
    policy_digest: digest,
    prev_record_digest: null,
    gates: [],
    targets: [],
    responses: [],
    result: "proposed",
  };
  const seal: PromotionSeal = {
    schema_version: "promotion-seal/v1",
    record: "PROM-0001",
    record_digest: digest,
    merge_commit: merge,
    head,
    merged_by: "coulomb-loop",
    sealed_at: "2026-07-06T12:00:00Z",
    responses,
    targets: [],
    result,
  };
  const inHand: RecordInHand = {
    record,
    file: "r",
    seal,
    sealFile: "s",
    evidenceFile: "e",
    evidence: undefined,
  };
  const base = baseOn(kind);
  const { approvals, findings } = verifyApprovals(inHand, {
    commit: merge,
    parents: [digest.slice(24), head],
    time: Date.parse("2026-07-06T11:00:00Z"),
    base,
    after: base?.documents ?? readOpsRepo({ files: [], loopFolders: [] }, 0).documents,
    changed: new Map(),
    headBlobs: new Map(),
    authors: new Set(authors),
    signatureFlaws: new Map(),
  });
  return {
    approvals: approvals.map(({ user, proof }) => `${user} ${proof}`),
    findings: findings.map(({ severity, message }) => `${severity} ${message}`),
  };
}

describe("approvals on a hosted forge", () => {
  it("count as claimed by the forge", () => {
    expect(verify([answer("ann"), answer("bob")])).toEqual({
      approvals: ["ann forge", "bob forge"],
      findings: [],
    });
  });

  it.each<{
    readonly title: string;
    readonly given: ResponseRecord[];
    readonly wanted: string;
    readonly authors?: readonly string[];
  }>([
    { title: "one person twice", given: [answer("ann"), answer("ann")], wanted: "1 of 2 approvals" },
    { title: "the required one missing", given: [answer("bob")], wanted: "wanted: ann" },
    { title: "no approver", given: [answer("ann"), answer("eve")], wanted: "it is no approver" },
    {
      title: "a login of somebody else",
      given: [answer("ann"), answer("bob", { login: "eve-l" })],
      wanted: "the login eve-l is not that of bob",
    },
    {
      title: "an older head",
      given: [answer("ann"), answer("bob", { head: merge })],
      wanted: "it is for an older head",
    },
    {
      title: "a rejection",
      given: [answer("ann"), answer("bob", { action: "reject", message: "no" })],
      wanted: "bob rejected it",
    },
    {
      title: "an author",
      given: [answer("ann"), answer("bob")],
      authors: ["ann@example.org"],
      wanted: "its person is an author",
    },
    {
      title: "a signature that was never given",
      given: [answer("ann"), answer("bob", { proof: "signature" })],
      wanted: "the seal has nothing that was signed",
    },
  ])("$title: is named", ({ given, wanted, authors = [] }) => {
    const { findings } = verify(given, { authors });
    expect(findings).toContainEqual(expect.stringContaining(wanted));
    expect(findings.every((each) => each.startsWith("error "))).toBe(true);
  });

  it("that lack are a warning where the seal says external", () => {
    const { findings } = verify([answer("ann")], { result: "external" });
    expect(findings).toEqual([expect.stringMatching(/^warning .*1 of 2 approvals/)]);
  });
});

describe("approvals on plain git", () => {
  it("are never claimed by the forge", () => {
    const { approvals, findings } = verify([answer("ann"), answer("bob")], { kind: "git" });
    expect(approvals).toEqual([]);
    expect(findings).toContainEqual(expect.stringContaining("only a signature proves"));
  });
});
