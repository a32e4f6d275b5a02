import type { Condition } from "../store/types.ts";
import { problem, type Reply } from "./problem.ts";

/** A condition that no resource fulfils; for routes that need none. */
export const noCondition: Condition = { rev: 0 };

/** The revision as a strong ETag (RFC 9110). */
export function etagOf(rev: number): string {
  return `"${rev}"`;
}

/** Reads what a write demands of what is there (H4): If-Match with one revision, or If-None-Match: *. */
export function readCondition(headers: Headers, kind: "create" | "change"): Condition | Reply {
  const match = headers.get("if-match")?.trim();
  const none = headers.get("if-none-match")?.trim();
  if (match !== undefined && none !== undefined)
    return problem(400, "bad_condition", "If-Match and If-None-Match exclude each other");
  if (none !== undefined) {
    if (none === "*" && kind === "create") return { absent: true };
    return problem(400, "bad_condition", `If-None-Match is ${clip(none)}`, {
      hint: kind === "create" ? "a new resource needs If-None-Match: *" : "a change needs If-Match",
    });
  }
  if (match === undefined)
    return problem(428, "precondition_required", "a write names the revision that it changes", {
      hint:
        kind === "create"
          ? 'send If-None-Match: * for a new resource, or If-Match: "<rev>"'
          : 'send If-Match: "<rev>", as ETag had it',
    });
  const [, digits] = /^"([1-9]\d{0,9})"$/.exec(match) ?? [];
  const rev = Number(digits);
  if (digits === undefined || rev > 2_147_483_647)
    return problem(400, "bad_condition", `If-Match is ${clip(match)}`, {
      hint: 'it holds one revision in quotes, such as "3"',
    });
  return { rev };
}

function clip(text: string): string {
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}
