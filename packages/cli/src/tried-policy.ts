import { existsSync } from "node:fs";
import { basename, resolve } from "node:path";
import { loopName } from "@coulomb-loop/cadence";
import { decode, readYaml } from "@coulomb-loop/documents";
import { type OpsFile, readOpsRepo } from "@coulomb-loop/reconciler";
import { type Cadence, CoulombError, hasErrors, validateCadence } from "@coulomb-loop/schemas";
import type { Io } from "./io.ts";
import { opsPath, readOpsFile } from "./ops-files.ts";
import { printFindings } from "./output/findings.ts";
import type { Terminal } from "./terminal.ts";
import type { SoundWorkspace } from "./workspace.ts";

/** A policy that is tried in the place of a loop's own. */
export interface TriedPolicy {
  readonly loop: string;
  readonly cadence: Cadence;
  /** Its file, relative to the ops repo. */
  readonly file: string;
}

/**
 * Reads a cadence policy as if it stood in the place of its loop's own: by the same contract and the same checks against the other files.
 * Throws `policy_invalid`, after printing what is wrong with it, and `policy_loop` where it is of another loop than the one that
 * is meant.
 */
export function readTriedPolicy(
  { io, terminal }: { readonly io: Io; readonly terminal: Terminal },
  { folder, ops, read }: SoundWorkspace,
  path: string,
  meant: string | undefined,
): TriedPolicy {
  const name = opsPath(folder, io.cwd, path);
  if (!existsSync(resolve(io.cwd, path)))
    throw new CoulombError("policy_invalid", `there is no file ${path}`, {
      hint: "name a file that holds a whole cadence policy, as the cadence.yaml of a loop does",
    });
  const { content } = readOpsFile(folder, name, "cadence");
  const loops = ops.documents.loops.map(loopName);
  const declared = loopOf(content);
  const loop = declared ?? meant ?? loops[0] ?? "";
  const place = ops.documents.loops.find((each) => loopName(each) === loop);
  if (place === undefined || (meant !== undefined && meant !== loop))
    throw new CoulombError("policy_loop", `${basename(path)} is a policy of loop "${loop}"`, {
      hint:
        place === undefined
          ? `this ops repo has ${loops.join(", ")}: correct its field loop`
          : `name no --loop, or --loop ${loop}`,
    });
  const own = `${place.folder}/cadence.yaml`;
  const files = read.files.map((file): OpsFile => (file.path === own ? { ...file, content } : file));
  const tried = readOpsRepo({ ...read, files }, io.now());
  // What a policy breaks elsewhere, such as a phase that a repo is in, is no flaw of a policy that is only tried.
  const findings = tried.findings
    .filter(({ file }) => file === own || file === name)
    .map((finding) => ({ ...finding, file: name }));
  const cadence = tried.documents.loops.find((each) => loopName(each) === loop)?.cadence?.value;
  if (cadence === undefined || hasErrors(findings)) {
    for (const line of printFindings(findings, terminal.paint)) terminal.note(line);
    throw new CoulombError("policy_invalid", `${name} is no policy that could be tried`, {
      hint: "correct what is listed above; it is checked as if it were the cadence.yaml of its loop",
    });
  }
  return { loop, cadence, file: name };
}

/** The loop that a policy says it is of, where that can be read. */
function loopOf(content: OpsFile["content"]): string | undefined {
  const source = content instanceof Uint8Array ? decode(content) : [];
  const raw: unknown = Array.isArray(source) ? undefined : readYaml(source, validateCadence).raw;
  return typeof raw === "object" && raw !== null && "loop" in raw && typeof raw.loop === "string"
    ? raw.loop
    : undefined;
}
