import { existsSync } from "node:fs";
import { join } from "node:path";
import { resolveDesired } from "@coulomb-loop/cadence";
import type { Forge, Identity, UnknownReason } from "@coulomb-loop/forge";
import { memoryCache, observeFleet, readState, stateBranch } from "@coulomb-loop/reconciler";
import type { DoctorCheck, DoctorReport } from "@coulomb-loop/schemas";
import { CoulombError, hasErrors } from "@coulomb-loop/schemas";
import { createHubClient, type HubClient } from "@coulomb-loop/state-hub-sync";
import type { CommonOptions, Invocation } from "../command-line/builder.ts";
import { openForges, toolIdentity } from "../forges.ts";
import { repoKeyOf } from "../hub-workspace.ts";
import type { Io } from "../io.ts";
import { exitCodes } from "../io.ts";
import { type HubPlace, hubPlace, openHub, transportTo } from "../open-hub.ts";
import { publishedCheck } from "../ops-published.ts";
import { ineligibleStep } from "../output/ineligible.ts";
import { createRequestCounter } from "../request-count.ts";
import { printable, table } from "../terminal.ts";
import { toolVersion } from "../version.ts";
import type { Workspace } from "../workspace.ts";
import { readWorkspace } from "../workspace.ts";

/** `coulomb doctor`: everything a run needs, checked one by one; each failure says how to mend it. Writes nothing. */
export async function doctor({ io, terminal, exit }: Invocation, options: CommonOptions): Promise<void> {
  const checks: DoctorCheck[] = [runtime()];
  const workspace = opsCheck(io, options.ops, checks);
  if (workspace !== undefined) {
    await forgeChecks(io, workspace, checks);
    await hubCheck(io, workspace, checks);
  }
  const report: DoctorReport = {
    format_version: "1.0",
    kind: "doctor",
    ok: checks.every((check) => check.status !== "error"),
    checks,
  };
  if (options.json === true) terminal.data(JSON.stringify(report, null, 2));
  else {
    const mark = {
      ok: terminal.paint.green("ok"),
      warning: terminal.paint.yellow("warning"),
      error: terminal.paint.red("error"),
    };
    const rows = checks.flatMap((check) => [
      [mark[check.status], terminal.paint.bold(check.name), printable(check.message)],
      ...(check.hint === undefined ? [] : [["", "", `${terminal.paint.cyan("→")} ${check.hint}`]]),
    ]);
    for (const line of table(rows)) terminal.data(line);
  }
  exit(report.ok ? exitCodes.ok : exitCodes.error);
}

function runtime(): DoctorCheck {
  return {
    name: "program",
    status: "ok",
    message: `coulomb ${toolVersion()} on Node ${process.versions.node}, tzdata ${process.versions.tz ?? "unknown"}`,
  };
}

function opsCheck(io: Io, named: string | undefined, checks: DoctorCheck[]): Workspace | undefined {
  try {
    const workspace = readWorkspace(io, named);
    const errors = workspace.ops.findings.filter((finding) => finding.severity === "error").length;
    checks.push(
      hasErrors(workspace.ops.findings)
        ? {
            name: "ops repo",
            status: "error",
            message: `${workspace.folder} has ${errors} errors`,
            hint: "coulomb validate lists them",
          }
        : { name: "ops repo", status: "ok", message: `${workspace.folder}, ${workspace.files.length} files` },
    );
    return workspace;
  } catch (error) {
    if (!(error instanceof CoulombError)) throw error;
    checks.push({
      name: "ops repo",
      status: "error",
      message: error.message,
      ...(error.hint === undefined ? {} : { hint: error.hint }),
    });
    return undefined;
  }
}

async function forgeChecks(io: Io, workspace: Workspace, checks: DoctorCheck[]): Promise<void> {
  const { documents } = workspace.ops;
  const config = documents.coulomb?.value;
  if (config === undefined) return;
  const forges = new Map<string, Forge>();
  for (const declared of config.forges) {
    const opened = await forgeCheck(
      `forge ${declared.name}`,
      () =>
        openForges({
          config: { ...config, forges: [declared] },
          folder: workspace.folder,
          io,
          writer: toolIdentity(config.installation),
          counter: createRequestCounter(),
        }).get(declared.name),
      checks,
    );
    if (opened !== undefined) forges.set(declared.name, opened);
  }
  const cache = memoryCache();
  const opsForge = forges.get(config.ops_repo.forge);
  if (opsForge !== undefined) {
    await guarded(`state ${stateBranch(config.installation)}`, checks, async () => {
      const state = await readState(
        { forge: opsForge, repo: config.ops_repo, installation: config.installation },
        cache,
      ).catch((error: unknown) => {
        throw unreadState(error);
      });
      return state.head === null
        ? "not there yet; the first reconcile makes it"
        : `${state.base.length} schedule files remembered, at ${state.head.slice(0, 10)}`;
    });
    const published = await publishedCheck(io, { folder: workspace.folder, config, forge: opsForge, cache });
    if (published !== undefined) checks.push(published);
  }
  // Of a forge that is declared and could not be opened, the check above has said what is wrong.
  const closed = new Set(config.forges.map(({ name }) => name).filter((name) => !forges.has(name)));
  const desired = resolveDesired(documents, io.now());
  const observable = desired.filter(({ forge }) => !closed.has(forge));
  const forgeOf = new Map(desired.map(({ id, forge }) => [id, forge]));
  const seen = await observeFleet(observable, forges, config.installation, cache);
  checks.push(...uncheckedRepos(desired.filter(({ forge }) => closed.has(forge)).map(({ id }) => id)));
  for (const [id, { facts }] of [...seen].sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (facts.kind === "unknown")
      checks.push({
        name: id,
        status: "error",
        message: facts.message,
        hint: repoHint(facts.reason, forges.has(forgeOf.get(id) ?? "")),
      });
    else if (!facts.value.eligible.ok)
      checks.push({
        name: id,
        status: "warning",
        message: `the repo is ${facts.value.eligible.reason}: it gets no proposals`,
        hint: ineligibleStep(facts.value.eligible.reason),
      });
    else
      checks.push({
        name: id,
        status: "ok",
        message: `${facts.value.defaultBranch} at ${facts.value.head?.slice(0, 10) ?? "nothing"}`,
      });
  }
}

/** The same error with a way on: its own would send whoever runs doctor to doctor. */
function unreadState(error: unknown): unknown {
  if (!(error instanceof CoulombError) || error.code !== "state_unreachable") return error;
  return new CoulombError(error.code, error.message, {
    hint: "check ops_repo and the forge's url in coulomb.yaml, and the network; where the repo is not there yet, make it on the forge",
    cause: error,
  });
}

/** Whether the state hub answers, knows the token and this repo. One that was never made is left alone. */
async function hubCheck(io: Io, { ops, folder }: Workspace, checks: DoctorCheck[]): Promise<void> {
  const config = ops.documents.coulomb?.value;
  if (config?.state_hub === undefined) return;
  await guarded("state hub", checks, async () => {
    const place = hubPlace(io, { folder, config }, {}, { mayMake: true });
    if (place.kind === "folder" && !existsSync(join(place.folder, "data")))
      return `${place.folder} is not there yet; coulomb hub register makes it`;
    const hub = await openHub(io, place, config.installation);
    try {
      return await hubWords(createHubClient(transportTo(hub, io)), place, repoKeyOf({ config }));
    } finally {
      await hub.close();
    }
  });
}

async function hubWords(hub: HubClient, place: HubPlace, repo: string): Promise<string> {
  const { hub_id: id, version, store, head_seq: newest } = await hub.meta();
  const found = await hub.list("repos", { key: repo });
  // A number, no count: a hub that was restored numbers on far behind the last that anybody saw.
  const known = found.length > 0 ? "" : "; it does not know this repo: coulomb hub register";
  const kept = {
    served: "",
    postgresql: "",
    folder: "; its folder survives a killed process, not a power cut: take backups",
  };
  return `${store}, release ${version}, hub ${id}, newest change ${newest}${known}${kept[place.kind]}`;
}

function uncheckedRepos(ids: readonly string[]): DoctorCheck[] {
  return [...new Set(ids)].sort().map((id) => ({
    name: id,
    status: "warning",
    message: "not checked: its forge cannot be opened",
    hint: "mend the forge first, as said above",
  }));
}

async function forgeCheck(
  name: string,
  open: () => Forge | undefined,
  checks: DoctorCheck[],
): Promise<Forge | undefined> {
  let forge: Forge | undefined;
  await guarded(name, checks, async () => {
    forge = open();
    const identity = await forge?.check();
    if (identity?.kind !== "known")
      throw new CoulombError("forge_unreachable", identity?.message ?? "no answer", {
        hint: unknownHints[identity?.reason ?? "unreachable"] ?? awayHint,
      });
    checks.push(...identityChecks(name, identity.value));
    const { server, login, budget } = identity.value;
    const left =
      budget === undefined
        ? ""
        : `, ${budget.left} requests left until ${new Date(budget.resetsAt).toISOString()}`;
    return `${server}, writes as ${login}${left}`;
  });
  return forge;
}

const unknownHints: Readonly<Partial<Record<UnknownReason, string>>> = {
  no_access: "make a new token for the account and set it where coulomb.yaml says",
  not_found: "check the url: it must be the API's address",
  moved: "write the address that the forge has now",
  rate_limited: "wait until the forge counts anew",
};

const awayHint =
  "the server cannot be reached, or is in trouble: check the host and port of the forge's url, the network, proxy and firewall, and whether the server is up";

/** What to do about a repo that cannot be read. */
function repoHint(reason: UnknownReason, isDeclared: boolean): string {
  if (!isDeclared) return "declare the forge in coulomb.yaml, or correct its name in the roster";
  switch (reason) {
    case "unreachable":
      return awayHint;
    case "rate_limited":
      return "wait until the forge counts anew";
    case "moved":
      return "give it the name that it has now in the roster";
    default:
      return "correct forge, owner or repo in the roster, or the forge's url; or make the repo readable for this user";
  }
}

/** A minute: more would put proposals and plans into an order that never was. */
const mostOffset = 60_000;

/** What else is to be known of an account and its server. */
function identityChecks(name: string, { clockOffsetMs, remarks = [] }: Identity): DoctorCheck[] {
  const found: DoctorCheck[] = remarks.map(({ message, hint }) => ({
    name,
    status: "warning",
    message,
    hint,
  }));
  if (clockOffsetMs !== undefined && Math.abs(clockOffsetMs) > mostOffset)
    found.push({
      name,
      status: "warning",
      message: `its clock is ${Math.abs(Math.round(clockOffsetMs / 1000))} s ${clockOffsetMs > 0 ? "ahead of" : "behind"} ours`,
      hint: "set the clock of this machine (or of the server) by NTP",
    });
  return found;
}

async function guarded(name: string, checks: DoctorCheck[], work: () => Promise<string>): Promise<void> {
  try {
    checks.push({ name, status: "ok", message: await work() });
  } catch (error) {
    if (!(error instanceof CoulombError)) throw error;
    checks.push({
      name,
      status: "error",
      message: error.message,
      ...(error.hint === undefined ? {} : { hint: error.hint }),
    });
  }
}
