import { chainOfLoop, historyOf, loopName, policyOfLoop, resolveDesired } from "@coulomb-loop/cadence";
import { hasErrors } from "@coulomb-loop/schemas";
import { git, tryGit } from "@coulomb-loop/testkit";
import { type OpsFile, type OpsFileKind, readOpsRepo } from "../ops-repo.ts";
import type { Bringing, LoopGround, PolicyBefore } from "./judge-loop.ts";
import type { BaseFiles } from "./promotion-content.ts";
import { evidenceOf, firstCycle } from "./promotion-evidence.fixture.ts";
import { loop } from "./promotion-files.fixture.ts";

const asOf = firstCycle;

/** Everything that a promotion is decided from: all is well but, perhaps, the cycles, whose letters are given by phase. */
export function groundOf(
  { documents }: BaseFiles,
  cycles: ReadonlyMap<string, string>,
  now: number,
): LoopGround {
  const found = documents.loops.find((each) => loopName(each) === loop);
  const chain = chainOfLoop(documents, loop);
  const repos = resolveDesired(documents, now);
  const phases = found?.cadence?.value.phases ?? [];
  const analyses = found?.cadence?.value.analyses ?? [];
  const evidence = phases.map(({ name, exit = [] }) => {
    const members = repos.filter(({ phase }) => phase === name);
    const facts = {
      phase: name,
      letters: cycles.get(name) ?? "",
      repos: new Map(members.map(({ repo, id }) => [repo, historyOf(chain, id, now).since])),
      analyses: analyses.filter(({ key }) => exit.includes(key)),
      now,
    };
    return [name, evidenceOf(facts)] as const;
  });
  return {
    documents,
    loop,
    phases: new Map(evidence),
    chain,
    now,
    sync: new Map(repos.map(({ id }) => [id, { state: "in_sync", message: "" }])),
    schedules: new Map(
      repos.flatMap(({ id }) => phases.map(({ name }) => [`${id} ${name}`, { ok: true }] as const)),
    ),
    definitions: new Map(documents.definitions.map(({ value }) => [value.id, { ok: true }])),
  };
}

/** The policy and the people of a base branch. */
export function policyOf({ documents }: BaseFiles): PolicyBefore {
  const cadence = policyOfLoop({ documents, loop });
  if (cadence === undefined) throw new Error("there is no policy");
  return { cadence, people: documents.coulomb?.value.people ?? [] };
}

const kinds: readonly (readonly [RegExp, OpsFileKind])[] = [
  [/^coulomb\.yaml$/, "coulomb"],
  [/\/roster\.yaml$/, "roster"],
  [/\/cadence\.yaml$/, "cadence"],
  [/\.seal\.yaml$/, "seal"],
  [/\/promotions\/.*\.yaml$/, "promotion"],
  [/^activity-definitions\//, "definition"],
  [/^workplans\//, "workplan"],
];

/** Reads and checks what a commit of the ops repo holds. Throws when it has errors. */
export async function readBase(
  path: string,
  rev: string,
  blobs: Map<string, Uint8Array>,
): Promise<BaseFiles> {
  const listed = await git(path, ["ls-tree", "-r", "--format=%(objectname) %(path)", rev]);
  const files = new Map<string, Uint8Array>();
  for (const line of listed.split("\n").filter((each) => each !== "")) {
    const [blob = "", file = ""] = line.split(" ");
    const bytes = blobs.get(blob) ?? Buffer.from((await tryGit(path, ["cat-file", "blob", blob])).stdout);
    blobs.set(blob, bytes);
    files.set(file, bytes);
  }
  const read = [...files].flatMap(([file, content]): OpsFile[] => {
    const kind = kinds.find(([pattern]) => pattern.test(file))?.[1];
    return kind === undefined ? [] : [{ path: file, kind, content }];
  });
  const ops = readOpsRepo({ files: read, loopFolders: [`loops/${loop}`] }, asOf);
  if (hasErrors(ops.findings)) throw new Error(`${rev} has errors: ${JSON.stringify(ops.findings)}`);
  return { documents: ops.documents, files, format: "sha1" };
}

/** The commit of the base branch's own line that added a file first. */
export async function broughtBy(path: string, file: string): Promise<Bringing | undefined> {
  const shown = ["--first-parent", "-m", "--no-renames", "--diff-filter=A", "--format=%H%n%P%n%ct%n%an"];
  const listed = await git(path, ["log", ...shown, "main", "--", file]);
  const [commit = "", parents = "", time = "", by = ""] = listed.trim().split("\n").slice(-4);
  return commit === "" ? undefined : { commit, parents: parents.split(" "), at: Number(time) * 1000, by };
}
