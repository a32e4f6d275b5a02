import { didYouMean } from "@coulomb-loop/schemas/errors";

/** The formats that a run can be written in. */
export const emitFormats = [
  "json",
  "jsonl",
  "sarif",
  "junit",
  "github",
  "github-summary",
  "prometheus",
] as const;

/** A format that a run can be written in. */
export type EmitFormat = (typeof emitFormats)[number];

/** What `--emit` asks for: a format and a file, `-` for stdout; or why the option cannot be read. */
export type EmitTarget =
  | { readonly kind: "target"; readonly format: EmitFormat; readonly path: string }
  | { readonly kind: "refused"; readonly reason: string };

/** Reads a value of `--emit`, `<format>=<path>`. The path may hold further `=`. `there` is what the command can write. */
export function parseEmit(text: string, there: readonly EmitFormat[] = emitFormats): EmitTarget {
  const at = text.indexOf("=");
  const name = at === -1 ? text : text.slice(0, at);
  const path = at === -1 ? "" : text.slice(at + 1);
  const format = there.find((each) => each === name);
  if (format === undefined)
    return {
      kind: "refused",
      reason: emitFormats.some((each) => each === name)
        ? `${name} is no format of this command: there is ${there.join(", ")}`
        : `unknown format "${name}": ${didYouMean(name, there)}`,
    };
  if (path === "")
    return {
      kind: "refused",
      reason: `expected ${format}=<path>, with - as path for stdout; received "${text}"`,
    };
  return { kind: "target", format, path };
}
