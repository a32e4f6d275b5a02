import type { LoopDocuments, OpsDocuments, Placed, PlacedDefinition } from "@coulomb-loop/cadence";
import { checkLooseValues, checkOpsDocuments, valueAt } from "@coulomb-loop/cadence";
import type { Place, Read } from "@coulomb-loop/documents";
import { decode, readMarkdown, readWorkplan, readYaml } from "@coulomb-loop/documents";
import { blobId, digestOf } from "@coulomb-loop/schemas/digest";
import type { Coulomb, Finding, Path, Validator } from "@coulomb-loop/schemas";
import {
  compareFindings,
  hasErrors,
  salvage,
  toPointer,
  validateActivityDefinition,
  validateCadence,
  validateCoulomb,
  validateDecision,
  validatePromotion,
  validatePromotionSeal,
  validateRoster,
  validateWorkplan,
  validateWorkplanTask,
} from "@coulomb-loop/schemas";

/** What a file of an ops repo is, by its place. */
export type OpsFileKind =
  | "coulomb"
  | "roster"
  | "cadence"
  | "decision"
  | "promotion"
  | "seal"
  | "definition"
  | "workplan";

/** One file as it was read: its bytes, or why it could not be read. */
export interface OpsFile {
  /** Relative to the ops repo, with `/`. */
  readonly path: string;
  readonly kind: OpsFileKind;
  readonly content: Uint8Array | Finding;
}

/** The files of an ops repo, and the folders that hold its loops. */
export interface OpsFiles {
  readonly files: readonly OpsFile[];
  readonly loopFolders: readonly string[];
}

/** An ops repo, read and checked. */
export interface OpsRepo {
  readonly documents: OpsDocuments;
  /** All findings, placed and sorted. */
  readonly findings: readonly Finding[];
  /** Line and column of a path in a file that could be parsed. */
  readonly locate: (file: string, path: Path) => Place | undefined;
  /** Digest of every file that desired values come from. */
  readonly inputsDigest: string;
}

interface Reading {
  readonly file: OpsFile;
  readonly findings: Finding[];
  readonly locate: Read<unknown>["locate"] | undefined;
  readonly raw: unknown;
  readonly body?: { readonly text: string; readonly line: number };
}

/**
 * Reads and checks all files of an ops repo. A flaw in one file or one entry hides nothing else: what is left is checked
 * too. `asOf` is epoch milliseconds, for the age of overrides. Pure; never throws.
 */
export function readOpsRepo(ops: OpsFiles, asOf: number): OpsRepo {
  const readings = ops.files.map(readFile);
  const byFile = new Map(readings.map((reading) => [reading.file.path, reading]));
  const documents = assemble(ops, readings);
  const locate = (file: string, path: Path): Place | undefined => byFile.get(file)?.locate?.(path);
  const flawed = readings.filter((reading) => hasErrors(reading.findings));
  const loose = flawed.flatMap(({ raw, file }) => checkLooseValues(raw, file.path));
  const told = placesOf(flawed);
  const checks = distinct([...checkOpsDocuments(documents, asOf), ...loose])
    .filter((finding) => !isTold(finding, told))
    .map((finding) => place(finding, byFile));
  const findings = [
    ...readings.flatMap((reading) => reading.findings),
    ...missingFiles(ops).map((finding) => place(finding, byFile)),
    ...checks,
  ];
  return { documents, findings: findings.sort(compareFindings), locate, inputsDigest: inputsDigest(ops) };
}

/** Every place with an error that its contract found. */
function placesOf(readings: readonly Reading[]): Set<string> {
  const errors = readings.flatMap(({ findings }) => findings.filter(({ severity }) => severity === "error"));
  return new Set(errors.map(({ file, path = [] }) => `${file} ${toPointer(path)}`));
}

/** Whether a finding only repeats an error of the contract: of the same cron, or of one taken out as flawed. */
function isTold({ code, file, path = [] }: Finding, told: ReadonlySet<string>): boolean {
  if (!code.startsWith("cron_")) return false;
  return told.has(`${file} ${toPointer(code === "cron_missing" ? [...path, "cron"] : path)}`);
}

/** Findings without those that two checks made of the same place. */
function distinct(findings: readonly Finding[]): Finding[] {
  const seen = new Map(
    findings.map((finding) => [
      `${finding.code} ${finding.file} ${toPointer(finding.path ?? [])} ${finding.message}`,
      finding,
    ]),
  );
  return [...seen.values()];
}

/** Where coulomb.yaml says the other files are; the defaults when it does not, or cannot be read. */
export function opsPaths(content: Uint8Array): {
  loops: string[];
  workplans: string[];
  activityDefinitions: string[];
} {
  const source = decode(content);
  const raw = Array.isArray(source) ? undefined : readYaml(source, validateCoulomb).raw;
  const paths = salvage<Coulomb>(raw, validateCoulomb)?.value.paths;
  return {
    loops: paths?.loops ?? ["loops/*"],
    workplans: paths?.workplans ?? ["workplans/*.md"],
    activityDefinitions: paths?.activity_definitions ?? ["activity-definitions/*.md"],
  };
}

const validators: Readonly<Record<Exclude<OpsFileKind, "workplan" | "definition">, Validator<unknown>>> = {
  coulomb: validateCoulomb,
  roster: validateRoster,
  cadence: validateCadence,
  decision: validateDecision,
  promotion: validatePromotion,
  seal: validatePromotionSeal,
};

function readFile(file: OpsFile): Reading {
  const { content, kind, path } = file;
  if (!(content instanceof Uint8Array))
    return { file, findings: [content], locate: undefined, raw: undefined };
  const source = decode(content, path);
  if (Array.isArray(source)) return { file, findings: source, locate: undefined, raw: undefined };
  if (kind === "workplan") {
    const read = readWorkplan(source, { frontmatter: validateWorkplan, task: validateWorkplanTask });
    return { file, findings: read.findings, locate: read.locate, raw: read.raw };
  }
  if (kind === "definition") {
    const read = readMarkdown(source, validateActivityDefinition);
    return {
      file,
      findings: read.findings,
      locate: read.locate,
      raw: read.raw,
      body: { text: read.body.text, line: read.body.line },
    };
  }
  const read = readYaml(source, validators[kind]);
  return { file, findings: read.findings, locate: read.locate, raw: read.raw };
}

function assemble(ops: OpsFiles, readings: readonly Reading[]): OpsDocuments {
  const one = <T>(path: string, validate: Validator<T>): Placed<T> | undefined => {
    const reading = readings.find((candidate) => candidate.file.path === path);
    return reading === undefined ? undefined : placed(reading, validate);
  };
  const many = <T>(kind: OpsFileKind, folder: string, validate: Validator<T>): Placed<T>[] =>
    readings
      .filter(({ file }) => file.kind === kind && file.path.startsWith(folder))
      .flatMap((reading) => placed(reading, validate) ?? []);
  const loops = ops.loopFolders.map(
    (folder): LoopDocuments => ({
      folder,
      roster: one(`${folder}/roster.yaml`, validateRoster),
      cadence: one(`${folder}/cadence.yaml`, validateCadence),
      decisions: many("decision", `${folder}/`, validateDecision),
      promotions: many("promotion", `${folder}/`, validatePromotion),
      seals: many("seal", `${folder}/`, validatePromotionSeal),
    }),
  );
  const definitions = readings.flatMap((reading): PlacedDefinition[] => {
    const document =
      reading.file.kind === "definition" ? placed(reading, validateActivityDefinition) : undefined;
    return document === undefined
      ? []
      : [{ ...document, body: reading.body?.text ?? "", bodyLine: reading.body?.line ?? 1 }];
  });
  return {
    coulomb: one("coulomb.yaml", validateCoulomb),
    loops,
    definitions,
    workplans: many("workplan", "", validateWorkplan),
    ids: {
      definitions: idsOf(readings, "definition", /^(.+)\.md$/),
      workplans: idsOf(readings, "workplan", /^([A-Z][A-Z0-9]*-WP-\d{4})/),
      decisions: idsOf(readings, "decision", /^(DEC-\d{3,})/),
    },
  };
}

/** The ids that files of a kind bear in their names, whatever is in them, and those that stand in them. */
function idsOf(readings: readonly Reading[], kind: OpsFileKind, pattern: RegExp): Set<string> {
  return new Set(
    readings.flatMap(({ file, raw }) => {
      if (file.kind !== kind) return [];
      const named = pattern.exec(file.path.split("/").at(-1) ?? "")?.[1];
      const written = valueAt(raw, "/id");
      return [...(named === undefined ? [] : [named]), ...(typeof written === "string" ? [written] : [])];
    }),
  );
}

/** What a flawed document may say without a further finding: its names as its place gives them, and no entries. */
function neutralOf({ kind, path }: OpsFile): Readonly<Record<string, unknown>> {
  const loop = path.split("/").at(-2) ?? "";
  switch (kind) {
    case "roster":
      return { schema_version: "roster/v1", loop, active: [] };
    case "cadence":
      return { schema_version: "cadence/v1", loop, timezone: "UTC" };
    case "coulomb":
      return { schema_version: "coulomb/v1", installation: "unknown", timezone: "UTC" };
    case "decision":
      return { schema_version: "decision/v1", question: "unknown" };
    // A record that is not whole is none: nothing may rest on it.
    case "promotion":
    case "seal":
      return {};
    case "definition":
      return { type: "activity-definition", title: "unknown", owner: "unknown" };
    case "workplan":
      return { type: "workplan", title: "unknown", status: "draft", tasks: [] };
  }
}

function placed<T>(reading: Reading, validate: Validator<T>): Placed<T> | undefined {
  const left = salvage(reading.raw, validate, neutralOf(reading.file));
  return left === undefined ? undefined : { file: reading.file.path, ...left };
}

function place(finding: Finding, byFile: ReadonlyMap<string, Reading>): Finding {
  if (finding.line !== undefined || finding.file === undefined) return finding;
  const found = byFile.get(finding.file)?.locate?.(finding.path ?? [], finding.target);
  return found === undefined ? finding : { ...finding, line: found.line, column: found.column };
}

function missingFiles({ files, loopFolders }: OpsFiles): Finding[] {
  const present = new Set(files.map((file) => file.path));
  const wanted = loopFolders.flatMap((folder) => [`${folder}/roster.yaml`, `${folder}/cadence.yaml`]);
  const none: Finding = {
    code: "loop_missing",
    // A definition belongs to a loop, so there was one.
    severity: files.some(({ kind }) => kind === "definition") ? "error" : "warning",
    message: "paths.loops of coulomb.yaml matches no folder, so nothing is run anywhere",
    hint: "write loops/<loop>/roster.yaml and cadence.yaml, or correct the pattern",
    file: "coulomb.yaml",
    path: ["paths", "loops"],
  };
  const missing = ["coulomb.yaml", ...wanted]
    .filter((file) => !present.has(file))
    .map(
      (file): Finding => ({
        code: "file_missing",
        severity: "error",
        message: `there is no ${file}`,
        hint: "write it, or remove the folder it belongs to",
        file,
      }),
    );
  return loopFolders.length === 0 && present.has("coulomb.yaml") ? [none, ...missing] : missing;
}

function inputsDigest({ files }: OpsFiles): string {
  const inputs = files.filter(({ kind }) => kind === "coulomb" || kind === "roster" || kind === "cadence");
  return digestOf(
    Object.fromEntries(
      inputs.map(({ path, content }) => [path, content instanceof Uint8Array ? blobId(content) : null]),
    ),
  );
}
