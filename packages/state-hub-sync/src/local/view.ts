import type { FolderEntry, Observed, FileState } from "@coulomb-loop/forge";
import { compareFindings, type Finding } from "@coulomb-loop/schemas";
import type { LocalDecision, LocalPlan, LocalView } from "../model.ts";
import { look, must, type Reading } from "./forge-reading.ts";
import { fitsGlob, type Glob } from "./globs.ts";
import type { Listing } from "./list-files.ts";
import {
  type FileKind,
  type LocalValidators,
  type ParsedFile,
  type ParsedFiles,
  parsedKey,
  parseFile,
} from "./parse-file.ts";

/** What reading the files needs. */
export interface ViewOptions extends Reading {
  readonly plans: readonly Glob[];
  readonly decisions: readonly Glob[];
  readonly validators: LocalValidators;
  readonly parsed: ParsedFiles;
}

/** Reads the files of a listing: only those whose blobs were not parsed before are fetched. */
export async function readView(options: ViewOptions, { head, entries }: Listing): Promise<LocalView> {
  const files = [...entries.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
  const missing = files.filter((entry) => entry.kind === "file" && parsedOf(options, entry) === undefined);
  const observed =
    missing.length === 0
      ? undefined
      : await look(options, { at: head, files: missing.map(({ path }) => path) });
  const plans: LocalPlan[] = [];
  const decisions: LocalDecision[] = [];
  const unreadable: string[] = [];
  const findings: Finding[] = [];
  for (const entry of files) {
    const { path, oid } = entry;
    const {
      plan,
      decision,
      findings: own,
    } = parsedOf(options, entry) ?? readEntry(options, entry, observed?.files.get(path));
    findings.push(...own.map((finding) => ({ ...finding, file: path })));
    if (plan !== undefined) plans.push({ file: path, blob: oid, ...plan });
    else if (decision === undefined) unreadable.push(path);
    else
      decisions.push({
        file: path,
        key: decisionKey(options.repoId, path, decision.id),
        values: decision.values,
        places: decision.places,
      });
  }
  return { head, plans, decisions, unreadable, findings: findings.sort(compareFindings) };
}

function parsedOf(options: ViewOptions, entry: FolderEntry): ParsedFile | undefined {
  return entry.kind === "file"
    ? options.parsed.get(parsedKey(kindOf(options, entry.path), entry.oid))
    : undefined;
}

function kindOf({ plans }: ViewOptions, path: string): FileKind {
  return plans.some((glob) => fitsGlob(glob, path)) ? "plan" : "decision";
}

function readEntry(
  { repoId, validators, parsed, ...options }: ViewOptions,
  { path, kind, oid }: FolderEntry,
  fact: Observed<FileState> | undefined,
): ParsedFile {
  if (kind !== "file") return noFile(`it is a ${kind === "symlink" ? "symbolic link" : kind}`);
  // What will not be any better in the next run stops this file alone.
  if (fact?.kind === "unknown" && (fact.reason === "corrupt" || fact.reason === "unsupported"))
    return noFile(fact.message);
  const state = must(repoId, fact);
  if (state.kind !== "file") return noFile("it is no file");
  const as = kindOf({ repoId, validators, parsed, ...options }, path);
  const file = parseFile(as, state.bytes, validators);
  parsed.set(parsedKey(as, oid), file);
  return file;
}

function noFile(why: string): ParsedFile {
  const hint = "put a file that can be read in its place";
  return {
    findings: [{ code: "file_unreadable", severity: "error", message: `cannot be read: ${why}`, hint }],
  };
}

/** `<repo key>/<loop>/<id>`: the loop is the folder that holds the folder of decisions. */
function decisionKey(repoId: string, path: string, id: string): string {
  return `${repoId}/${path.split("/").at(-3) ?? ""}/${id}`;
}
