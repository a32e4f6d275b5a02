import type { Finding } from "@coulomb-loop/schemas";
import { gatherEdits } from "./edit-gather.ts";
import { writeIntents } from "./edit-write.ts";
import { byteAt, findingAt } from "./line-map.ts";
import type { TextSplice } from "./place-text.ts";
import type { Edit, LineMap, Splice } from "./types.ts";
import type { YamlTree } from "./yaml-tree.ts";

/** What edits come to: splices of the file (none when everything is there already), or every reason why not. */
export type Plan = { readonly splices: readonly Splice[] } | { readonly findings: readonly Finding[] };

/** Plans edits of one parsed host. All are resolved against the same text; one obstacle refuses all (rule R8). */
export function planEdits(host: LineMap, tree: YamlTree, edits: readonly Edit[]): Plan {
  const intents = gatherEdits(host, tree.root, edits);
  if (Array.isArray(intents)) return { findings: intents };
  const written = writeIntents(host, tree, intents);
  if (!isText(written)) return { findings: written };
  const ordered = written.sort((a, b) => a.start - b.start || a.end - b.end || a.rank - b.rank);
  const overlap = ordered.findIndex((splice, at) => splice.start < (ordered[at - 1]?.end ?? 0));
  const found = ordered[overlap];
  if (found !== undefined) {
    const message = "two edits change the same text";
    return {
      findings: [findingAt(host, found.start, "edit_overlap", message, "make them one after the other")],
    };
  }
  return { splices: joinInsertions(ordered).map((splice) => inBytes(host, splice)) };
}

function isText(written: TextSplice[] | Finding[]): written is TextSplice[] {
  return written.every((each) => "rank" in each);
}

/** Several insertions at one offset become one splice: readers of a plan see one place once. */
function joinInsertions(ordered: readonly TextSplice[]): TextSplice[] {
  const joined: TextSplice[] = [];
  for (const splice of ordered) {
    const last = joined.at(-1);
    if (
      last !== undefined &&
      last.start === last.end &&
      splice.start === last.start &&
      splice.end === last.end
    ) {
      joined.splice(-1, 1, { ...last, text: last.text + splice.text });
    } else joined.push(splice);
  }
  return joined;
}

function inBytes(host: LineMap, { start, end, text }: TextSplice): Splice {
  return [byteAt(host, start), byteAt(host, end), text];
}
