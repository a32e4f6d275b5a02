import type { FileState, RepoFacts, RepoObservation } from "@coulomb-loop/forge";
import { blobId } from "@coulomb-loop/schemas/digest";
import type { PlannedImport } from "./import-repo.ts";
import { planImport } from "./import-repo.ts";
import type { ImportRefusal, ImportWish } from "./import-target.ts";
import { importTarget } from "./import-target.ts";
import type { OpsFiles } from "./ops-repo.ts";
import { readOpsRepo } from "./ops-repo.ts";

/** The instant of every import of these tests. */
const now = Date.UTC(2026, 6, 1, 10);
const schedulePath = ".kaizen/schedule.yml";
const rosterPath = "loops/kaizen/roster.yaml";

const encode = (text: string) => new TextEncoder().encode(text);

const coulomb = `schema_version: coulomb/v1
installation: test
timezone: Europe/Berlin
forges:
  - { name: local, kind: git, url: ../forge, owner: acme }
  - { name: other, kind: git, url: ../other, owner: others }
ops_repo: { forge: local, owner: acme, repo: ops }
`;

/** A cadence policy of three phases, the second daily; in the last only the coach runs. */
export const cadence = `schema_version: cadence/v1
loop: kaizen
timezone: Europe/Berlin
steps: [coach, review]
phases:
  - name: bootstrap
    schedule:
      coach: { cadence: daily, cron: "15 * * * *", enabled: true }
      review: { cadence: daily, cron: "30 * * * *", enabled: true }
  - name: stabilize
    schedule:
      coach: { cadence: daily, cron: "0 9 * * *", enabled: true }
      review: { cadence: daily, cron: "0 10 * * *", enabled: true }
  - name: operate
    schedule:
      coach: { cadence: weekly, cron: "0 9 * * 1", enabled: true }
`;

/** A roster with this below \`active:\` and these lines after it. */
export function rosterOf(active = ["  - { repo: first }"], more: readonly string[] = []): string {
  return [
    "schema_version: roster/v1",
    "loop: kaizen # the loop",
    "defaults: { forge: local, owner: acme, domain: custodian, phase: bootstrap }",
    "active:",
    ...active,
    ...more,
    "",
  ].join("\n");
}

/** A schedule file with these agents. */
export function schedule(...agents: readonly string[]): string {
  return [
    "timezone: Europe/Berlin",
    "domain: custodian",
    "agents:",
    ...agents.map((agent) => `  ${agent}`),
    "",
  ].join("\n");
}

/** A repo as a forge shows it. */
export interface SeenRepo {
  /** Its schedule file; `undefined`: it has none. */
  readonly text?: string | undefined;
  readonly file?: FileState;
  readonly facts?: RepoObservation["facts"];
}

export const known: RepoFacts = {
  id: "1",
  defaultBranch: "main",
  head: "a".repeat(40),
  eligible: { ok: true },
};

function observation({ text, file, facts }: SeenRepo): RepoObservation {
  const proof = "b".repeat(40);
  const state: FileState =
    file ??
    (text === undefined
      ? { kind: "absent" }
      : { kind: "file", blob: blobId(encode(text)), bytes: encode(text) });
  return {
    repo: { owner: "acme", repo: "newcomer" },
    facts: facts ?? { kind: "known", value: known, proof },
    files: new Map([[schedulePath, { kind: "known", value: state, proof }]]),
    branches: new Map(),
    proposals: new Map(),
  };
}

/** Documents of an ops repo, by path. */
function opsFiles(roster: string, more: Readonly<Record<string, string>> = {}): OpsFiles {
  const all = {
    "coulomb.yaml": coulomb,
    [rosterPath]: roster,
    "loops/kaizen/cadence.yaml": cadence,
    ...more,
  };
  const kinds = { roster: "roster", cadence: "cadence", coulomb: "coulomb" } as const;
  const files = Object.entries(all).map(([path, text]) => {
    const name = path.split("/").at(-1)?.replace(".yaml", "");
    const kind = name === "roster" || name === "cadence" ? kinds[name] : kinds.coulomb;
    return { path, kind, content: encode(text) };
  });
  const loopFolders = [...new Set(files.map(({ path }) => path.split("/").slice(0, -1).join("/")))];
  return { files, loopFolders: loopFolders.filter((folder) => folder !== "") };
}

/** What an import of one repo is made from. */
export interface ImportCase extends SeenRepo {
  readonly wish?: Partial<ImportWish>;
  readonly roster?: string;
  readonly more?: Readonly<Record<string, string>>;
}

/** Imports `newcomer` on paper. */
export function imported({
  wish,
  roster = rosterOf(),
  more,
  ...seen
}: ImportCase): PlannedImport | ImportRefusal {
  const files = opsFiles(roster, more);
  const ops = readOpsRepo(files, now);
  const target = importTarget(ops, { repo: "newcomer", ...wish });
  if ("refused" in target) return target;
  return planImport({
    files,
    ops,
    installation: "test",
    target,
    observation: observation(seen),
    terms: { reason: "as it was", owner: "acme", expiresAt: "2026-07-31T10:00:00Z" },
    base: [],
    asOf: now,
  });
}

/** The same where it must work. */
export function planned(options: ImportCase): PlannedImport {
  const result = imported(options);
  if ("refused" in result) throw new Error(`${result.refused.code}: ${result.refused.message}`);
  return result;
}
