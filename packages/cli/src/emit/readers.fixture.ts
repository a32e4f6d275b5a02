// @ts-expect-error: this release brings no types.
import parseText from "parse-prometheus-text-format";

/** A metric as the parser of somebody else reads it. */
export interface ReadMetric {
  readonly name: string;
  readonly help: string;
  readonly type: string;
  readonly metrics: readonly { readonly value: string; readonly labels?: Readonly<Record<string, string>> }[];
}

/** Reads the text format of Prometheus. */
export function readPrometheus(text: string): ReadMetric[] {
  return parseText(text);
}
