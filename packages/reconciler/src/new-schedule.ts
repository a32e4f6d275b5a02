import type { DesiredRepo } from "@coulomb-loop/cadence";
import type { Edit, Source } from "@coulomb-loop/documents";
import { decode, editYaml } from "@coulomb-loop/documents";
import { fromPointer, validateSchedule } from "@coulomb-loop/schemas";
import type { EditedSchedule, ScheduleWrite } from "./schedule-file.ts";

/** The value that a new file begins with, so that it is a map; it is set like every other. */
const begin = "timezone: UTC";

/** A new file: a text for people, filled by the same editor as every other. */
export function newSchedule({ loop, file }: Pick<DesiredRepo, "loop" | "file">): Source {
  return sourceOf(`${headerOf(loop)}${begin}\n`, file);
}

function headerOf(loop: string): string {
  return [
    "# When coding agents run in this repository.",
    `# The loop ${loop} keeps its own values here current by pull request; every other key is yours.`,
    "# To opt out, set enabled: false at the top level.",
    "",
  ].join("\n");
}

/** Whether a file holds comments and blank lines only: it is there, and has no value. */
export function isBlank({ text }: Pick<Source, "text">): boolean {
  return text.split("\n").every((line) => /^[ \t]*(?:#.*)?$/.test(line));
}

/** Sets values in a blank file: they come behind what is there, of which no byte changes. */
export function fillBlank(
  { loop, file }: Pick<DesiredRepo, "loop" | "file">,
  source: Source,
  writes: readonly ScheduleWrite[],
): EditedSchedule {
  const before = new TextDecoder("utf-8", { ignoreBOM: true }).decode(source.bytes);
  const ending = source.lines[0]?.ending || "\n";
  const glue = source.text === "" || source.text.endsWith("\n") ? "" : ending;
  const header = source.text.trim() === "" ? headerOf(loop).replaceAll("\n", ending) : "";
  const start = sourceOf(`${before}${glue}${header}${begin}${ending}`, file);
  const sets = writes.flatMap(({ pointer, value }): Edit[] =>
    value === undefined ? [] : [{ op: "set", path: fromPointer(pointer), value }],
  );
  const result = editYaml(start, sets, validateSchedule);
  if (result.status === "refused") return { refused: result.findings };
  const bytes = result.status === "unchanged" ? start.bytes : result.bytes;
  const size = source.bytes.length;
  // The proof of the editor holds from the beginning line on; this is the rest of it.
  if (!source.bytes.every((byte, index) => bytes[index] === byte))
    throw new Error(`${file}: an edit reached into the comments of the file`);
  return { bytes, splices: [[size, size, new TextDecoder().decode(bytes.subarray(size))]] };
}

function sourceOf(text: string, file: string): Source {
  const source = decode(new TextEncoder().encode(text), file);
  if (Array.isArray(source)) throw new Error(`the beginning of a new ${file} does not decode`);
  return source;
}
