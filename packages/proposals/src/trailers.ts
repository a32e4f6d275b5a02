/** What a commit of ours says at its end; enough to rebuild a lost marker. */
export interface CommitTrailers {
  /** Who made it; empty when the commit does not say. */
  readonly installation: string;
  /** Digest of the change, as in the marker. */
  readonly change: string;
  /** Proposed blob of each planned file: `path=oid`, `-` for a removed file. */
  readonly results: Readonly<Record<string, string | null>>;
}

/**
 * Writes a commit message: subject, text, trailers, those of the caller before ours. Paths are URI-encoded, so that a
 * trailer is one line.
 */
export function formatCommitMessage(
  subject: string,
  text: string,
  trailers: CommitTrailers,
  more: readonly string[] = [],
): string {
  const results = Object.entries(trailers.results)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, blob]) => `Coulomb-Result: ${encodeURI(path)}=${blob ?? "-"}`);
  return [
    subject,
    "",
    ...(text === "" ? [] : [text.trim(), ""]),
    ...more,
    `Coulomb-Installation: ${trailers.installation}`,
    `Coulomb-Change: ${trailers.change}`,
    ...results,
    "",
  ].join("\n");
}

/** Reads the trailers of a commit message; `undefined` when it is not one of ours. Never throws. */
export function parseTrailers(message: string): CommitTrailers | undefined {
  const paragraph =
    message
      .trimEnd()
      .split(/\n\s*\n/)
      .at(-1) ?? "";
  let change: string | undefined;
  let installation = "";
  const results: Record<string, string | null> = Object.create(null);
  for (const line of paragraph.split("\n")) {
    const [, key, value] = /^(Coulomb-[A-Za-z]+): (.+)$/.exec(line.trimEnd()) ?? [];
    if (key === "Coulomb-Change") change = value;
    if (key === "Coulomb-Installation" && value !== undefined) installation = value;
    if (key !== "Coulomb-Result" || value === undefined) continue;
    const cut = value.lastIndexOf("=");
    if (cut === -1) return undefined;
    const blob = value.slice(cut + 1);
    try {
      results[decodeURI(value.slice(0, cut))] = blob === "-" ? null : blob;
    } catch {
      return undefined;
    }
  }
  return change === undefined ? undefined : { installation, change, results };
}
