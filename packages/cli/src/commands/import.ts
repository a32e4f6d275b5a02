import { longestOverride, parseDuration } from "@coulomb-loop/cadence";
import type { RepoObservation } from "@coulomb-loop/forge";
import type { ImportRefusal, ImportTarget, ImportWish, PlannedImport } from "@coulomb-loop/reconciler";
import { importTarget, observeFleet, planImport, readState } from "@coulomb-loop/reconciler";
import { CoulombError } from "@coulomb-loop/schemas";
import type { CommonOptions, Invocation } from "../command-line/builder.ts";
import { printFindings } from "../output/findings.ts";
import { importLines, importReport } from "../output/import-report.ts";
import { personIdentity } from "../person.ts";
import { replaceFile } from "../replace-file.ts";
import { shellWord } from "../shell-word.ts";
import type { Terminal } from "../terminal.ts";
import type { OpenWorkspace } from "../workspace.ts";
import { openWorkspace } from "../workspace.ts";

interface Options extends CommonOptions {
  readonly loop?: string;
  readonly forge?: string;
  readonly owner?: string;
  readonly phase?: string;
  readonly wave?: number;
  readonly answers?: string;
  readonly reason: string;
  readonly expiresIn: string;
  readonly dryRun?: boolean;
}

/**
 * `coulomb import <repo>`: writes the roster entry of a repo from what it has, with an override for each value that
 * differs and may stay. Reads the forge and writes nothing to it.
 */
export async function importRepo(
  { io, terminal }: Invocation,
  options: Options,
  [named = ""]: readonly string[],
): Promise<void> {
  const now = io.now();
  const wish = { ...wishOf(named, options), ...chosen(options) };
  const expiresAt = endOf(options.expiresIn, now);
  const reason = lineOf("--reason", options.reason);
  const answers =
    options.answers === undefined ? (await personIdentity(io)).name : lineOf("--answers", options.answers);
  const workspace = openWorkspace(io, terminal, options.ops);
  const target = accepted(importTarget(workspace.ops, wish), terminal);
  const { base } = await readState(
    {
      forge: workspace.opsRepo.forge,
      repo: workspace.opsRepo.name,
      installation: workspace.config.installation,
    },
    workspace.cache,
  );
  const planned = accepted(
    planImport({
      files: workspace.read,
      ops: workspace.ops,
      installation: workspace.config.installation,
      target,
      observation: await observe(workspace, target),
      terms: { reason, owner: answers, expiresAt },
      base,
      asOf: now,
    }),
    terminal,
  );
  const written = options.dryRun !== true && !io.signal.aborted;
  if (written) writeRoster(workspace, target, planned);
  const next = written ? "coulomb plan" : againCommand(named, options);
  const report = importReport(target, planned, { written, next, expiresAt });
  if (options.json === true) terminal.data(JSON.stringify(report, null, 2));
  else for (const line of importLines(report, planned, answers, terminal.paint)) terminal.data(line);
}

async function observe(workspace: OpenWorkspace, target: ImportTarget): Promise<RepoObservation> {
  const { id, forge, owner, repo, file, loop } = target;
  const observable = { id, forge, owner, repo, file, loop: loop.roster.value.loop, lastChange: true };
  const { forges, config, cache } = workspace;
  const seen = (await observeFleet([observable], forges, config.installation, cache)).get(id);
  if (seen === undefined) throw new Error(`${id} was not observed`);
  return seen;
}

/** The value, or its refusal as an error, after what is wrong in a file was printed. */
function accepted<T extends object>(value: T | ImportRefusal, terminal: Terminal): T {
  if (!("refused" in value)) return value;
  const { code, message, hint, findings = [] } = value.refused;
  for (const line of printFindings(findings, terminal.paint)) terminal.note(line);
  throw new CoulombError(code, message, { hint });
}

function writeRoster({ folder }: OpenWorkspace, { loop }: ImportTarget, planned: PlannedImport): void {
  const { file } = loop.roster;
  const replaced = replaceFile(folder, planned.source, file, planned.bytes);
  if (replaced.kind === "changed")
    throw new CoulombError("roster_changed", `${file} changed while it was edited`, {
      hint: "nothing was written; run the command again",
    });
  if (replaced.kind === "unwritable")
    throw new CoulombError("roster_unwritable", `${file} cannot be written: ${replaced.reason}`, {
      hint: "mend the permissions of the file and its folder",
      cause: replaced.cause,
    });
}

/** Reads `repo`, `owner/repo` or `forge/owner/repo`; what an option says too must be the same. Throws `usage`. */
function wishOf(named: string, options: Options): ImportWish {
  const parts = named.split("/");
  const [repo = "", owner, forge] = parts.reverse();
  const known = [repo, owner, forge, options.owner].filter((part) => part !== undefined);
  if (parts.length > 3 || !known.every((part) => /^(?!\.{1,2}$)[A-Za-z0-9._-]{1,100}$/.test(part)))
    throw new CoulombError("usage", `"${named}" names no repo`, {
      hint: "name it as repo, owner/repo or forge/owner/repo",
    });
  const one = (option: "forge" | "owner", part: string | undefined) => {
    const said = options[option];
    if (part !== undefined && said !== undefined && part !== said)
      throw new CoulombError("usage", `"${named}" and --${option} ${said} disagree`, {
        hint: `give the ${option} once`,
      });
    return said ?? part;
  };
  return { repo, ...given("owner", one("owner", owner)), ...given("forge", one("forge", forge)) };
}

function chosen({ loop, phase, wave }: Options): Pick<ImportWish, "loop" | "phase" | "wave"> {
  return { ...given("loop", loop), ...given("phase", phase), ...(wave === undefined ? {} : { wave }) };
}

/** A key with its value, left out when there is none. */
function given<K extends string>(key: K, value: string | undefined): { [key in K]?: string } {
  const pair: { [key in K]?: string } = {};
  if (value !== undefined) pair[key] = value;
  return pair;
}

/** When overrides end, as an instant in whole seconds. Throws `usage`. */
function endOf(text: string, now: number): string {
  const length = parseDuration(text);
  if (length === undefined || length < 1000 || length > longestOverride)
    throw new CoulombError("usage", `--expires-in ${text} is no duration up to 90 days`, {
      hint: "write an ISO 8601 duration without months or years, such as P30D",
    });
  return new Date(now + length).toISOString().replace(/\.\d+Z$/, "Z");
}

/** Text that fits one line of a roster. Throws `usage`. */
function lineOf(option: string, text: string): string {
  if (text.trim() !== "" && text.length <= 2000) return text;
  throw new CoulombError("usage", `${option} needs a text of at most 2000 characters`, {
    hint: "overrides have a reason and somebody who answers for them",
  });
}

/** The same command without --dry-run, for a shell. */
function againCommand(named: string, options: Options): string {
  const said: [string, string | number | undefined][] = [
    ["--ops", options.ops],
    ["--loop", options.loop],
    ["--forge", options.forge],
    ["--owner", options.owner],
    ["--phase", options.phase],
    ["--wave", options.wave],
    ["--answers", options.answers],
    ["--reason", options.reason],
    ["--expires-in", options.expiresIn],
  ];
  const words = said.flatMap(([flag, value]) =>
    value === undefined ? [] : [flag, shellWord(String(value))],
  );
  return ["coulomb", "import", named, ...words].join(" ");
}
