import { distance } from "fastest-levenshtein";

/**
 * The candidate a person most likely meant, or `undefined` when none is near: at most a third of the letters may
 * differ (of two letters one, of one letter only its case, and never more than three). Ties go to the first candidate.
 */
export function nearest(word: string, candidates: readonly string[]): string | undefined {
  const limit = word.length < 2 ? 0 : Math.min(3, Math.max(1, Math.floor(word.length / 3)));
  let best: string | undefined;
  let bestDistance = limit + 1;
  for (const candidate of candidates) {
    const found = distance(word.toLowerCase(), candidate.toLowerCase());
    if (found < bestDistance) [best, bestDistance] = [candidate, found];
  }
  return best;
}

/** A hint that names the nearest candidate, else all of them: `did you mean "cron"?`. */
export function didYouMean(word: string, candidates: readonly string[]): string {
  const found = nearest(word, candidates);
  if (found !== undefined) return `did you mean "${found}"?`;
  return candidates.length === 0 ? "remove it" : `expected one of: ${candidates.join(", ")}`;
}
