import { writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { type PreparedBundle, prepareBundle } from "@coulomb-loop/kaizen";
import { CoulombError, type KaizenBundleReport } from "@coulomb-loop/schemas";
import type { CommonOptions, Invocation } from "../command-line/builder.ts";
import { placeOf, type SlotOptions, slotOf } from "../kaizen-place.ts";
import { printFindings, withPointers } from "../output/findings.ts";

interface Options extends CommonOptions, SlotOptions {
  readonly out?: string;
  readonly upstream?: readonly string[];
  readonly definition?: string;
  readonly expiresIn: number;
}

/** `coulomb kaizen schedule prepare`: prints one bundle, or writes it to --out. */
export async function prepare(
  { io, terminal }: Invocation,
  options: Options,
  [agent = ""]: readonly string[],
): Promise<void> {
  const bundle = await prepareBundle({
    ...placeOf(io),
    ...slotOf(io, options),
    agent,
    now: io.now(),
    expiresIn: options.expiresIn,
    ...(options.upstream === undefined ? {} : { upstream: options.upstream }),
    ...(options.definition === undefined ? {} : { definition: options.definition }),
  });
  if (options.out !== undefined) writeBundle(resolve(io.cwd, options.out), options.out, bundle.text);
  for (const line of printFindings(bundle.warnings, terminal.paint)) terminal.note(line);
  if (options.json === true) return terminal.data(JSON.stringify(reportOf(bundle, options.out), null, 2));
  if (options.out === undefined) return void io.stdout.write(bundle.text);
  terminal.data(`${options.out}: ${bundle.agent}, ${bundle.slot}, until ${bundle.expiresAt}`);
}

function reportOf(bundle: PreparedBundle, file: string | undefined): KaizenBundleReport {
  return {
    format_version: "1.0",
    kind: "kaizen-bundle",
    agent: bundle.agent,
    repo: bundle.repo,
    slot: bundle.slot,
    slot_source: bundle.slotSource,
    expires_at: bundle.expiresAt,
    digest: bundle.digest,
    bytes: Buffer.byteLength(bundle.text),
    ...(file === undefined ? {} : { file }),
    bundle: bundle.text,
    warnings: withPointers(bundle.warnings),
  };
}

function writeBundle(full: string, file: string, text: string): void {
  try {
    writeFileSync(full, text);
  } catch (error) {
    throw new CoulombError("bundle_unwritable", `${file} cannot be written`, {
      hint: "name another file with --out",
      cause: error,
    });
  }
}
