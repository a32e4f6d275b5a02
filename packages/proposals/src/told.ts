import type { Comment } from "@coulomb-loop/forge";
import { labels } from "./decide.ts";
import type { Wanted } from "./wanted.ts";

const pattern = /<!-- coulomb:edited ([0-9a-z]+) -->/g;

/** The changes about which our comments say that an edited branch is left alone. */
export function toldIn(comments: readonly Pick<Comment, "body">[]): Set<string> {
  return new Set(
    comments.flatMap(({ body }) => [...body.matchAll(pattern)].map(([, change = ""]) => change)),
  );
}

/** Tells people, once for each change, that their edited branch is theirs, and how to give it back. */
export function toldText(change: string, wanted: Wanted | null): string {
  const now =
    wanted === null
      ? "Nothing is left to propose here: close it when you need it no more."
      : `What would be proposed now: *${wanted.title}*.`;
  return [
    "Somebody pushed to this branch, so it is yours: the tool changes neither the branch nor the text any more.",
    `${now} To have it made anew, add the label \`${labels.rebuild}\`; commits stay in the history of the branch.`,
    "",
    `<!-- coulomb:edited ${change} -->`,
  ].join("\n");
}
