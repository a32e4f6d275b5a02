import { loopName, type LoopDocuments, type OpsDocuments } from "@coulomb-loop/cadence";
import {
  type MergeFacts,
  type OpsRepo,
  readOpsRepo,
  recordPath,
  type RecordChange,
  type VerifyFacts,
} from "@coulomb-loop/reconciler";
import { type Evidence, type Finding, type PromotionSeal, validateEvidence } from "@coulomb-loop/schemas";
import { checkSignature } from "./check-signature.ts";
import type { Io } from "./io.ts";
import { type OpsAtCommit, readOpsAt } from "./ops-at-commit.ts";
import { runGit } from "./own-git.ts";
import { mustGit, readRecordHistory, type RecordHistory } from "./record-history.ts";

/** Where the verification reads: the git of a folder. */
interface Place {
  readonly io: Pick<Io, "env" | "now">;
  readonly folder: string;
  readonly commit: string;
}

/** Reads all that the verification of each loop is judged from: objects of the folder's own git, and nothing else. */
export async function readVerifyFacts(
  io: Place["io"],
  folder: string,
  base: string | undefined,
): Promise<{
  readonly commit: string;
  readonly loops: readonly VerifyFacts[];
  readonly locate: OpsRepo["locate"];
}> {
  const { commit, files } = await readOpsAt(io, folder, "HEAD");
  const { documents, findings, locate } = readOpsRepo(files, io.now());
  const history = await readRecordHistory(io, folder, files.loopFolders, base);
  const place = { io, folder, commit };
  const loops: VerifyFacts[] = [];
  for (const loop of documents.loops)
    loops.push(await factsOf(place, { documents, findings, history, loop }));
  return { commit, loops: [...loops, ...goneLoops(documents, history.changes)], locate };
}

interface Read {
  readonly documents: OpsDocuments;
  readonly findings: readonly Finding[];
  readonly history: RecordHistory;
  readonly loop: LoopDocuments;
}

async function factsOf(place: Place, { documents, findings, history, loop }: Read): Promise<VerifyFacts> {
  const name = loopName(loop);
  const folder = `${loop.folder}/promotions/`;
  const evidence = new Map<string, Evidence | "broken">();
  const merges = new Map<string, MergeFacts>();
  for (const { file, value } of loop.promotions) {
    const pinned = recordPath(documents, name, value.id, ".evidence");
    const text = await runGit(place.io, place.folder, ["show", `${place.commit}:${pinned}`]);
    if (text !== undefined) evidence.set(value.id, evidenceIn(text));
    const commit = history.added.get(file);
    const seal = loop.seals.find((each) => each.value.record === value.id)?.value;
    if (commit !== undefined)
      merges.set(value.id, await mergeFacts(place, loop.folder, commit, [file, pinned], seal));
  }
  return {
    loop: name,
    documents,
    findings: findings.filter((finding) => isOfRecords(finding, loop, folder)),
    changes: history.changes.filter(({ file }) => file.startsWith(folder)),
    evidence,
    merges,
  };
}

/** Whether a finding is about records, or about what they cannot be judged without. */
function isOfRecords({ file = "", code, severity }: Finding, loop: LoopDocuments, folder: string): boolean {
  if (file.startsWith(folder) || code === "promotion_phase") return file.startsWith(`${loop.folder}/`);
  if (severity !== "error" || loop.promotions.length === 0) return false;
  return file === "coulomb.yaml" || file.startsWith(`${loop.folder}/`);
}

/** Name of the loop that a file of records is, or was, of. */
function nameOf({ file }: RecordChange): string {
  return file.split("/").at(-3) ?? "";
}

/** Loops whose records were removed with their folder. */
function goneLoops(documents: OpsDocuments, changes: readonly RecordChange[]): VerifyFacts[] {
  const left = changes.filter(
    ({ file }) => !documents.loops.some((loop) => file.startsWith(`${loop.folder}/promotions/`)),
  );
  return [...new Set(left.map(nameOf))].map((loop) => ({
    loop,
    documents,
    findings: [],
    changes: left.filter((change) => nameOf(change) === loop),
    evidence: new Map(),
    merges: new Map(),
  }));
}

function evidenceIn(text: string): Evidence | "broken" {
  try {
    const checked = validateEvidence(JSON.parse(text));
    return checked.ok ? checked.value : "broken";
  } catch {
    return "broken";
  }
}

/** Reads what git tells of the commit that brought a record. */
async function mergeFacts(
  place: Place,
  loopFolder: string,
  commit: string,
  files: readonly string[],
  seal: PromotionSeal | undefined,
): Promise<MergeFacts> {
  const { io, folder } = place;
  const [time = "", ...parents] = (
    await mustGit(io, folder, ["log", "-1", "--no-show-signature", "--format=%ct %P", commit])
  )
    .trim()
    .split(" ");
  const [first, second] = parents;
  const before = first === undefined ? undefined : await opsOrNone(place, first);
  const documents = before === undefined ? undefined : readOpsRepo(before.files, io.now()).documents;
  return {
    commit,
    parents,
    time: Number(time) * 1000,
    base:
      before === undefined || documents === undefined
        ? undefined
        : { documents, files: bytesOf(before), format: commit.length === 64 ? "sha256" : "sha1" },
    after: await documentsAfter(place, commit, loopFolder, before, documents),
    changed: first === undefined ? new Map() : await changedBetween(place, first, commit),
    headBlobs: await blobsAt(place, seal?.head ?? second ?? commit, files),
    authors: await authorsOf(place, second === undefined ? `${commit}^!` : `${commit}^1..${second}`),
    signatureFlaws: await signatureFlaws(seal, documents),
  };
}

async function opsOrNone({ io, folder }: Place, commit: string): Promise<OpsAtCommit | undefined> {
  try {
    return await readOpsAt(io, folder, commit);
  } catch {
    return undefined;
  }
}

function bytesOf({ files }: OpsAtCommit): ReadonlyMap<string, Uint8Array> {
  return new Map(
    files.files.flatMap(({ path, content }) => (content instanceof Uint8Array ? [[path, content]] : [])),
  );
}

/** The documents before a merge, with the roster that it left. */
async function documentsAfter(
  { io, folder }: Place,
  commit: string,
  loopFolder: string,
  before: OpsAtCommit | undefined,
  documents: OpsDocuments | undefined,
): Promise<OpsDocuments> {
  const path = `${loopFolder}/roster.yaml`;
  const text = await runGit(io, folder, ["show", `${commit}:${path}`]);
  const files = (before?.files.files ?? []).filter((file) => file.path !== path);
  const roster = text === undefined ? [] : [{ path, kind: "roster" as const, content: Buffer.from(text) }];
  const read = readOpsRepo(
    { files: [...files, ...roster], loopFolders: before?.files.loopFolders ?? [] },
    io.now(),
  );
  return documents === undefined ? read.documents : { ...documents, loops: read.documents.loops };
}

async function changedBetween(
  { io, folder }: Place,
  from: string,
  to: string,
): Promise<ReadonlyMap<string, string | null>> {
  const listed = await mustGit(io, folder, ["diff-tree", "-r", "-z", "--no-renames", from, to]);
  const parts = listed.split("\0");
  const changed = new Map<string, string | null>();
  for (let at = 0; at + 1 < parts.length; at += 2) {
    const blob = parts[at]?.split(" ")[3] ?? "";
    changed.set(parts[at + 1] ?? "", /^0+$/.test(blob) ? null : blob);
  }
  return changed;
}

async function blobsAt(
  { io, folder }: Place,
  commit: string,
  files: readonly string[],
): Promise<ReadonlyMap<string, string> | undefined> {
  const listed = await runGit(io, folder, ["ls-tree", "-r", "-z", commit, "--", ...files]);
  if (listed === undefined) return undefined;
  return new Map(
    listed
      .split("\0")
      .filter((line) => line !== "")
      .map((line): [string, string] => {
        const [entry = "", path = ""] = line.split("\t");
        return [path, entry.split(" ")[2] ?? ""];
      }),
  );
}

/** Who wrote a commit on a branch: names and e-mail addresses, in lower case. */
async function authorsOf({ io, folder }: Place, range: string): Promise<ReadonlySet<string>> {
  const printed = await mustGit(io, folder, [
    "log",
    "--no-show-signature",
    "--no-mailmap",
    "--format=%ae%n%an",
    range,
    "--",
  ]);
  const names = printed.split("\n").filter((name) => name !== "");
  return new Set(names.map((name) => name.toLowerCase()));
}

/** Of the signed responses of a seal: why a signature is not by a key that its person had before the merge. */
async function signatureFlaws(
  seal: PromotionSeal | undefined,
  documents: OpsDocuments | undefined,
): Promise<MergeFacts["signatureFlaws"]> {
  const people = documents?.coulomb?.value.people ?? [];
  const flaws = new Map<PromotionSeal["responses"][number], string>();
  for (const response of seal?.responses ?? []) {
    const { proof, user, payload, signature, statement, action, message, head } = response;
    if (proof !== "signature") continue;
    const checked = await checkSignature(
      {
        by: user,
        at: Date.parse(response.time),
        action,
        message,
        head,
        signed: {
          payload: Buffer.from(payload ?? "", "base64"),
          signature: signature ?? "none",
          statement: statement ?? "",
        },
      },
      people,
    );
    if ("flaw" in checked) flaws.set(response, checked.flaw);
  }
  return flaws;
}
