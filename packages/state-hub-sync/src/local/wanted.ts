import { type Wanted } from "@coulomb-loop/proposals";
import { blobId, digestOf } from "@coulomb-loop/schemas/digest";
import type { LocalView } from "../model.ts";
import type { FileEdit } from "../plan/types.ts";
import { copiedTrailer } from "./copied.ts";
import type { EditedFile } from "./edit-files.ts";
import { textOf, titleOf } from "./proposal-text.ts";

/** What the proposal should be; `null` where no file would change. */
export function wantedOf(files: readonly EditedFile[], view: LocalView): Wanted | null {
  const edits = files.flatMap((file) => file.edits);
  if (edits.length === 0) return null;
  const written = files.map(({ path, base, bytes }) => ({
    path,
    base,
    result: blobId(bytes, base.length === 64 ? "sha256" : "sha1"),
    content: bytes,
  }));
  const trailers = edits
    .flatMap((edit) => (edit.do === "value" ? [copiedTrailer(edit, edit.rev)] : []))
    .sort();
  const inputs = digestOf(edits);
  return {
    plan: digestOf({ inputs, files: written.map(({ path, base, result }) => [path, base, result]) }),
    inputs,
    change: changeDigest(edits),
    class: "sync",
    values: Object.fromEntries(edits.map((edit) => [nameOf(edit), meantBy(edit)])),
    files: written,
    title: titleOf(files),
    text: textOf(files, view, trailers),
    labels: [],
    draft: false,
    trailers,
  };
}

/**
 * What the edits mean, whatever they are called and wherever the files stand: a change that was declined is the same as long
 * as it would set the same values, also of a later revision.
 */
function changeDigest(edits: readonly FileEdit[]): string {
  return digestOf(edits.map((edit) => [nameOf(edit), meantBy(edit)]).sort(byName));
}

function byName([a]: readonly (string | null)[], [b]: readonly (string | null)[]): number {
  return String(a) < String(b) ? -1 : 1;
}

/** `LOOP-WP-0001-T07.status` */
function nameOf(edit: FileEdit): string {
  switch (edit.do) {
    case "value":
      return `${edit.key}.${edit.field}`;
    case "repair":
      return `${edit.key}.status`;
    case "task_id":
      return `${edit.key}.state_hub_task_id`;
    case "workstream_id":
      return `${edit.key}.state_hub_workstream_id`;
  }
}

function meantBy(edit: FileEdit): string | null {
  return edit.do === "value" || edit.do === "repair" ? edit.value : edit.id;
}
