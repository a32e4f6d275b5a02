import { distance } from "fastest-levenshtein";

/**
 * The candidate a person most likely meant, or `undefined` when none is near: at most a third of the letters may
 * differ (of two letters one, of one letter only its case, and never more than three); two neighbours that changed
 * places count as one. Ties go to the first candidate.
 */
export function nearest(word: string, candidates: readonly string[]): string | undefined {
  const limit = word.length < 2 ? 0 : Math.min(3, Math.max(1, Math.floor(word.length / 3)));
  let best: string | undefined;
  let bestDistance = limit + 1;
  for (const candidate of candidates) {
    const found = steps(word.toLowerCase(), candidate.toLowerCase());
    if (found < bestDistance) [best, bestDistance] = [candidate, found];
  }
  return best;
}

/** Letters to insert, drop, replace or exchange with a neighbour; only a single exchange is looked for. */
function steps(word: string, candidate: string): number {
  const found = distance(word, candidate);
  if (found !== 2 || word.length !== candidate.length) return found;
  let at = 0;
  while (word[at] === candidate[at]) at += 1;
  const exchanged = word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2);
  return exchanged === candidate ? 1 : found;
}

/** A hint that names the nearest candidate, else all of them: `did you mean "cron"?`. */
export function didYouMean(word: string, candidates: readonly string[]): string {
  const found = nearest(word, candidates);
  if (found !== undefined) return `did you mean "${found}"?`;
  return candidates.length === 0 ? "remove it" : `expected one of: ${candidates.join(", ")}`;
}
