import { type DesiredRepo, loopName, type OpsDocuments } from "@coulomb-loop/cadence";
import { readMetricsBytes } from "@coulomb-loop/documents";
import type { BlobCache, Forge, RepoObservation, RepoQuery } from "@coulomb-loop/forge";
import type { Finding } from "@coulomb-loop/schemas";
import type { HubApi } from "@coulomb-loop/schemas/hub";
import type { LedgerClient } from "@coulomb-loop/state-hub-sync";

/** What records are brought in with. */
export interface IngestContext {
  readonly documents: OpsDocuments;
  readonly repos: readonly DesiredRepo[];
  readonly forges: ReadonlyMap<string, Forge>;
  readonly cache: BlobCache;
  readonly ledger: Pick<LedgerClient, "records" | "putRecord">;
  /** Epoch milliseconds. */
  readonly asOf: number;
}

/** What came in. */
export interface Ingested {
  /** Records that the hub did not have. */
  readonly records: number;
  /** Lines that are none, and records that were not taken; `file` begins with the repo's id. */
  readonly findings: readonly Finding[];
}

const oneDay = 86_400_000;

/** Records that were committed later than this after their day are not looked for. */
const longestLag = 2 * oneDay;

/**
 * Brings the records that stand in the pilots' metrics files, and that the hub does not have, to the hub: those of the last
 * two days of every step of a repo's loop. A hub that was away when a session ended learns of it so. A repo that cannot be read is
 * left for the next time.
 */
export async function ingestRecords(context: IngestContext): Promise<Ingested> {
  const findings: Finding[] = [];
  let records = 0;
  for (const [name, members] of Map.groupBy(context.repos, ({ forge }) => forge)) {
    const forge = context.forges.get(name);
    if (forge === undefined) continue;
    for (const [repo, files] of await metricsFiles(context, forge, members)) {
      const { found, flaws } = recordsIn(repo, files);
      findings.push(...flaws);
      const known = await knownIds(context, repo);
      for (const record of found) {
        if (known.has(record.record_id)) continue;
        const kept = await context.ledger.putRecord(record);
        if (kept.kind === "done") records += kept.isNew ? 1 : 0;
        else findings.push(notTaken(repo, record, kept.kind === "refused" ? kept.message : kept.kind));
      }
    }
  }
  return { records, findings };
}

/** A file of an agent, with its bytes. */
interface AgentFile {
  readonly agent: string;
  readonly path: string;
  readonly bytes: Uint8Array;
}

function queryOf({ owner, repo }: DesiredRepo): RepoQuery {
  return { repo: { owner, repo }, files: [], branches: [] };
}

/** The newest metrics files of repos on one forge: first which there are, then what they hold. */
async function metricsFiles(
  { documents, cache, asOf }: IngestContext,
  forge: Forge,
  repos: readonly DesiredRepo[],
): Promise<ReadonlyMap<DesiredRepo, readonly AgentFile[]>> {
  // Several loops may run in one repo: it is read once, for the steps of all.
  const byName = new Map(repos.map((repo) => [`${repo.owner}/${repo.repo}`, repo]));
  const stepsIn = ({ id }: DesiredRepo) => [
    ...new Set(repos.filter((each) => each.id === id).flatMap(({ loop }) => stepsOf(documents, loop))),
  ];
  const repoOf = ({ repo }: RepoObservation) => byName.get(`${repo.owner}/${repo.repo}`);
  const wanted = new Map<DesiredRepo, string[]>();
  const listing = [...byName.values()].map((repo) => ({
    ...queryOf(repo),
    folders: stepsIn(repo).map((step) => `.kaizen/metrics/${step}`),
  }));
  for await (const observation of forge.observe(listing, cache)) {
    const repo = repoOf(observation);
    const paths = [...(observation.folders?.values() ?? [])].flatMap((folder) =>
      folder.kind === "known" && folder.value.kind === "folder"
        ? folder.value.entries.flatMap(({ path, kind }) =>
            kind === "file" && isRecent(path, asOf) ? [path] : [],
          )
        : [],
    );
    if (repo !== undefined && paths.length > 0) wanted.set(repo, paths);
  }
  const found = new Map<DesiredRepo, readonly AgentFile[]>();
  const reading = [...wanted].map(([repo, files]) => ({ ...queryOf(repo), files }));
  for await (const observation of forge.observe(reading, cache)) {
    const repo = repoOf(observation);
    if (repo === undefined) continue;
    found.set(
      repo,
      [...observation.files].flatMap(([path, file]) =>
        file.kind === "known" && file.value.kind === "file"
          ? [{ agent: path.split("/")[2] ?? "", path, bytes: file.value.bytes }]
          : [],
      ),
    );
  }
  return found;
}

function stepsOf(documents: OpsDocuments, loop: string): readonly string[] {
  return documents.loops.find((each) => loopName(each) === loop)?.cadence?.value.steps ?? [];
}

/** Whether a file's day is near enough; files of other names hold no records. */
function isRecent(path: string, asOf: number): boolean {
  const [, day] = /\/(\d{4}-\d{2}-\d{2})\.jsonl$/.exec(path) ?? [];
  const start = day === undefined ? Number.NaN : Date.parse(`${day}T00:00:00Z`);
  // A clock that is ahead names tomorrow at most.
  return start > asOf - longestLag - oneDay && start <= asOf + oneDay;
}

function recordsIn(
  repo: DesiredRepo,
  files: readonly AgentFile[],
): { readonly found: readonly HubApi.MetricsRecord[]; readonly flaws: readonly Finding[] } {
  const read = files.map(({ agent, path, bytes }) => readMetricsBytes(bytes, path, agent));
  const all = read.flatMap(({ lines }) => lines.flatMap(({ record }) => record ?? []));
  const foreign = all.filter((record) => record.repo !== repo.id);
  return {
    found: all.filter((record) => record.repo === repo.id),
    flaws: [
      ...read
        .flatMap(({ findings }) => findings)
        .map((finding) => ({ ...finding, file: `${repo.id}/${finding.file ?? ""}` })),
      ...foreign.map((record) => notTaken(repo, record, `it says that it is of ${record.repo}`)),
    ],
  };
}

async function knownIds({ ledger, asOf }: IngestContext, { id }: DesiredRepo): Promise<ReadonlySet<string>> {
  // What came in before its day cannot be: a day more covers every zone's idea of it.
  const from = new Date(asOf - longestLag - 2 * oneDay).toISOString();
  return new Set((await ledger.records({ repo: id, from })).map(({ record }) => record.record_id));
}

function notTaken(repo: DesiredRepo, { record_id: id, agent }: HubApi.MetricsRecord, why: string): Finding {
  return {
    code: "record_refused",
    severity: "warning",
    message: `record ${id} of ${agent} does not count: ${why}`,
    hint: "records are only ever added: write another one that corrects it",
    file: `${repo.id}/.kaizen/metrics/${agent}`,
  };
}
