import type { FolderEntry, FolderState, RepoObservation } from "@coulomb-loop/forge";
import { headOf, look, must, type Reading } from "./forge-reading.ts";
import { fitsSegment, type Glob, type Place, placeBelow } from "./globs.ts";

/** What the default branch has at the places that patterns name. */
export interface Listing {
  /** Head of the default branch; everything was listed under it. */
  readonly head: string;
  /** The first look, with our branch and its proposals. */
  readonly observation: RepoObservation;
  /** By path: files, and links and submodules that stand where a file should. */
  readonly entries: ReadonlyMap<string, FolderEntry>;
}

/**
 * Lists the files that patterns name, folder by folder: one look at the repo, and one more for each `*` among the folders.
 * Throws `sync_repo_unread` where a folder could not be listed: whatever is not seen may be in it.
 */
export async function listFiles(reading: Reading, branch: string, globs: readonly Glob[]): Promise<Listing> {
  let places = globs.map((glob) => placeBelow(glob, [], glob.folders));
  const observation = await look(reading, { branches: [branch], folders: foldersOf(places) });
  const { head } = headOf(reading.repoId, observation);
  const entries = new Map<string, FolderEntry>();
  let seen = observation;
  while (places.length > 0) {
    const next: Place[] = [];
    for (const place of places) {
      const listed = entriesOf(must(reading.repoId, seen.folders?.get(place.folder)));
      if (place.rest.length > 0) next.push(...below(place, listed));
      else for (const entry of filesIn(place, listed)) entries.set(entry.path, entry);
    }
    places = next;
    if (places.length > 0) seen = await look(reading, { at: head, folders: foldersOf(places) });
  }
  return { head, observation, entries };
}

function foldersOf(places: readonly Place[]): readonly string[] {
  return [...new Set(places.map(({ folder }) => folder))];
}

function entriesOf(state: FolderState): readonly FolderEntry[] {
  return state.kind === "folder" ? state.entries : [];
}

function below({ glob, rest: [segment = "", ...rest] }: Place, listed: readonly FolderEntry[]): Place[] {
  return listed
    .filter(({ path, kind }) => kind === "directory" && fitsSegment(segment, nameOf(path)))
    .map(({ path }) => placeBelow(glob, path.split("/"), rest));
}

function filesIn({ glob }: Place, listed: readonly FolderEntry[]): readonly FolderEntry[] {
  return listed.filter(({ path, kind }) => kind !== "directory" && fitsSegment(glob.file, nameOf(path)));
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}
