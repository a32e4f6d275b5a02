import { fromPointer } from "@coulomb-loop/schemas";

/**
 * Consent withdrawn by the repo itself, in words: it wins, and is not drift. `raw` is its schedule file as parsed, `asOf`
 * (epoch milliseconds) ends a pause that says until when.
 */
export function optedOut(raw: unknown, asOf: number): string | undefined {
  if (valueAt(raw, "/enabled") === false) return "the repo switched its agents off (enabled: false)";
  const paused = valueAt(raw, "/paused");
  if (typeof paused !== "object" || paused === null) return undefined;
  const until = valueAt(raw, "/paused/until");
  if (typeof until === "string" && Date.parse(until) <= asOf) return undefined;
  const reason = valueAt(raw, "/paused/reason");
  const end = typeof until === "string" ? ` until ${shortened(until)}` : "";
  return `the repo paused its agents${end}${typeof reason === "string" ? `: ${shortened(reason)}` : ""}`;
}

/** Somebody's words as they fit into one sentence of a plan. */
function shortened(text: string): string {
  const line = text.toWellFormed().replaceAll(/\s+/g, " ");
  return line.length > 500 ? `${line.slice(0, 499).toWellFormed()}…` : line;
}

/** The value at a pointer of a parsed document; `undefined` when absent. Own properties only. */
export function valueAt(raw: unknown, pointer: string): unknown {
  let value = raw;
  for (const step of fromPointer(pointer)) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, step)) return undefined;
    value = Reflect.get(value, step);
  }
  return value;
}
