/** A secret in a text: where it stands, and what kind it looks like. */
export interface Secret {
  readonly start: number;
  readonly end: number;
  readonly kind: string;
}

/**
 * Shapes by which a secret is known without asking anybody. Prefixes are those the issuers document so that scanners find
 * them; a length keeps words of prose out. Words such as `password = x` are not looked for: they are mostly no secrets, and
 * a detector that cries too often is switched off. Every pattern is linear: bounded repetitions, no nested ones.
 */
const shapes: readonly (readonly [kind: string, pattern: RegExp])[] = [
  // To its end, or to the end of the text: half a key is still one.
  [
    "private key",
    /-----BEGIN (?:[A-Z0-9]+ ){0,4}PRIVATE KEY(?: BLOCK)?-----(?:(?!-----END )[\s\S])*(?:-----END [A-Z0-9 ]*-----)?/g,
  ],
  ["GitHub token", /\bgh[pousr]_[A-Za-z0-9]{20,255}/g],
  ["GitHub token", /\bgithub_pat_[A-Za-z0-9_]{20,255}/g],
  ["GitLab token", /\bgl(?:pat|ptt|dt|rt|soat|cbt)-[A-Za-z0-9_-]{16,255}/g],
  ["AWS key id", /\b(?:AKIA|ASIA)[A-Z0-9]{16,255}/g],
  ["Slack token", /\bxox[abeoprs]-[A-Za-z0-9-]{10,255}/g],
  ["npm token", /\bnpm_[A-Za-z0-9]{36}/g],
  ["JSON web token", /\beyJ[A-Za-z0-9_-]{8,2000}\.eyJ[A-Za-z0-9_-]{4,4000}\.[A-Za-z0-9_-]{8,2000}/g],
  // What was redacted already has a bracket there, and a variable or a placeholder is no secret.
  ["password in a URL", /:\/\/[^\s:/@'"<>|]{0,200}:(?![[$<{*])[^\s@/'"<>|]{3,200}@(?=[A-Za-z0-9[])/g],
];

/** Secrets in a text by their shapes, ascending, without overlaps. Pure. */
export function findSecrets(text: string): readonly Secret[] {
  const found = shapes.flatMap(([kind, pattern]) =>
    [...text.matchAll(pattern)].map(
      (match): Secret => ({
        start: match.index,
        end: match.index + match[0].length,
        kind,
      }),
    ),
  );
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: Secret[] = [];
  for (const each of found) if (each.start >= (kept.at(-1)?.end ?? 0)) kept.push(each);
  return kept;
}

/** What stands where a secret was. */
const replacement = "[redacted]";

/** The text with `[redacted]` for every secret; holds none by `findSecrets` then. */
export function redact(text: string): string {
  let clean = text;
  // Taking one out can bring another to light; each round leaves fewer bytes or none to take.
  for (let found = findSecrets(clean); found.length > 0; found = findSecrets(clean)) {
    let next = "";
    let at = 0;
    for (const { start, end } of found) {
      next += clean.slice(at, start) + replacement;
      at = end;
    }
    clean = next + clean.slice(at);
  }
  return clean;
}
