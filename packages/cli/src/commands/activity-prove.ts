import { definitionDigest, type PlacedDefinition } from "@coulomb-loop/cadence";
import { decode, type Edit, editFrontmatter, type Source } from "@coulomb-loop/documents";
import { type ActivityProveReport, CoulombError, validateActivityDefinition } from "@coulomb-loop/schemas";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import type { CommonOptions, Invocation } from "../command-line/builder.ts";
import { replaceFile } from "../replace-file.ts";
import { table } from "../terminal.ts";
import { gateErrors, readSound } from "../workspace.ts";
import { oneOf } from "./one-of.ts";

interface Options extends CommonOptions {
  readonly phase?: string;
  readonly kind: "smoke_test" | "dry_run";
  readonly ref: string;
  readonly enable?: boolean;
}

/**
 * `coulomb activity prove`: writes a proof into the gate of definitions, for the digest that they have now, and with `--enable` turns
 * them on. A proof of the same kind for another digest goes: it proves nothing any more. Writes none where one is refused.
 */
export async function prove(
  { io, terminal }: Invocation,
  options: Options,
  ids: readonly string[],
): Promise<void> {
  const { folder, ops } = readSound(io, terminal, options.ops, gateErrors);
  const chosen = choose(ops.documents.definitions, ids, options.phase);
  const edited = chosen.map((placed) => edit(folder, placed, options, io.now()));
  for (const each of edited) write(folder, each);
  const report: ActivityProveReport = {
    format_version: "1.0",
    kind: "activity-prove",
    definitions: edited.map(({ placed: { value, file, body }, bytes }) => ({
      id: value.id,
      file,
      digest: definitionDigest(value, body),
      written: bytes !== undefined,
      enabled: options.enable === true || value.enabled === true,
    })),
  };
  if (options.json === true) return terminal.data(JSON.stringify(report, null, 2));
  const { paint } = terminal;
  for (const line of table(
    report.definitions.map(({ id, digest, written, enabled }) => [
      paint.bold(id),
      digest.slice(0, 12),
      written ? `${options.kind} is proved` : paint.dim("as it was"),
      enabled ? paint.green("enabled") : paint.dim("not enabled"),
    ]),
  ))
    terminal.data(line);
  terminal.data("Next: coulomb activity compile pins them; commit both.");
}

function choose(
  all: readonly PlacedDefinition[],
  ids: readonly string[],
  phase: string | undefined,
): readonly PlacedDefinition[] {
  if (ids.length > 0 === (phase !== undefined))
    throw new CoulombError("usage", "name the definitions, or give --phase, not both", {
      hint: "coulomb activity compile lists the definitions",
    });
  if (phase !== undefined) {
    oneOf("phase", phase, [...new Set(all.flatMap(({ value }) => value.phase ?? []))]);
    return all.filter(({ value }) => value.phase === phase);
  }
  return ids.map((id) => {
    oneOf(
      "activity",
      id,
      all.map(({ value }) => value.id),
    );
    return all.find(({ value }) => value.id === id) ?? unknownDefinition(id);
  });
}

function unknownDefinition(id: string): never {
  throw new CoulombError("internal", `${id} was there a moment ago`);
}

interface Edited {
  readonly placed: PlacedDefinition;
  readonly source: Source;
  /** `undefined`: nothing changes. */
  readonly bytes: Uint8Array | undefined;
}

function edit(folder: string, placed: PlacedDefinition, options: Options, now: number): Edited {
  const { file } = placed;
  const source = decode(readFileSync(resolve(folder, file)), file);
  if (Array.isArray(source)) throw new CoulombError("internal", `${file} was read a moment ago`);
  const result = editFrontmatter(source, editsOf(placed, options, now), validateActivityDefinition);
  if (result.status === "refused") {
    const [first] = result.findings;
    throw new CoulombError("gate_unwritable", `${file}: ${first?.message ?? "it cannot be edited"}`, {
      hint: first?.hint ?? "write the proof under enable_gate by hand",
    });
  }
  return { placed, source, bytes: result.status === "edited" ? result.bytes : undefined };
}

function editsOf({ value, body, file }: PlacedDefinition, options: Options, now: number): readonly Edit[] {
  const { kind, ref, enable } = options;
  const digest = definitionDigest(value, body);
  const { requires = [], proof = [] } = value.enable_gate ?? {};
  const lacking = requires.filter(
    (each) => each !== kind && !proof.some((given) => given.kind === each && given.digest === digest),
  );
  if (enable === true && lacking.length > 0)
    throw new CoulombError("gate_unmet", `${file} still lacks the proof of ${lacking.join(" and ")}`, {
      hint: lacking.includes("regulator_approval")
        ? "it is enabled by the promotion into its phase; leave --enable out"
        : `try that first, then coulomb activity prove ${value.id} --kind ${lacking[0] ?? ""} --ref <where>`,
    });
  const own = proof.filter((given) => given.kind === kind);
  const isProved = own.some((given) => given.digest === digest);
  return [
    ...(isProved ? [] : own.map((): Edit => ({ op: "remove", path: [...gate, { key: "kind", is: kind }] }))),
    ...(isProved
      ? []
      : [
          {
            op: "append",
            path: gate,
            value: { kind, ref, digest, at: new Date(now).toISOString() },
          } as const,
        ]),
    ...(enable === true ? [{ op: "set", path: ["enabled"], value: true } as const] : []),
  ];
}

const gate = ["enable_gate", "proof"] as const;

function write(folder: string, { placed: { file }, source, bytes }: Edited): void {
  if (bytes === undefined) return;
  const replaced = replaceFile(folder, source, file, bytes);
  if (replaced.kind === "done") return;
  const what =
    replaced.kind === "unwritable" ? `cannot be written: ${replaced.reason}` : "was changed meanwhile";
  throw new CoulombError("gate_unwritable", `${file} ${what}`, {
    hint: "run the command again: what is proved already stays as it is",
  });
}
