import { CoulombError } from "@coulomb-loop/schemas";

/** A pattern for files below some folder: its folders, the last of which holds the files, and their names. */
export interface Glob {
  /** The first is a plain name; the others may hold `*`. */
  readonly folders: readonly string[];
  readonly file: string;
}

/**
 * Reads patterns such as `workplans/*.md`, where `*` stands for any part of one name. Throws `sync_glob` for what cannot be
 * found by listing folders one by one: `**`, braces, brackets, `?`, `!`, a place outside the repo, files at its root.
 */
export function parseGlobs(patterns: readonly string[]): readonly Glob[] {
  return patterns.map((pattern) => {
    const segments = pattern.replace(/^\.\//, "").split("/");
    const file = segments.pop() ?? "";
    const isPlain = [...segments, file].every(
      (each) => /^[^?[\]{}()!\\]+$/.test(each) && !/\*\*|^\.+$/.test(each),
    );
    if (isPlain && segments[0]?.includes("*") === false) return { folders: segments, file };
    throw new CoulombError(
      "sync_glob",
      `"${pattern}": the sync finds files by folders and "*" in their names only`,
      {
        hint: 'write it as "workplans/*.md": a folder by its name first, and "*" for any part of one name',
      },
    );
  });
}

/** Whether a name fits one segment of a pattern. As in shells, a dot at the beginning is not found by `*`. */
export function fitsSegment(segment: string, name: string): boolean {
  if (name.startsWith(".") && !segment.startsWith(".")) return false;
  const source = segment
    .split("*")
    .map((part) => part.replaceAll(/[\\^$.*+?()[\]{}|/]/g, "\\$&"))
    .join("[^/]*");
  return new RegExp(`^${source}$`, "u").test(name);
}

/** Whether a path fits a pattern. */
export function fitsGlob({ folders, file }: Glob, path: string): boolean {
  const names = path.split("/");
  const segments = [...folders, file];
  return names.length === segments.length && segments.every((each, at) => fitsSegment(each, names[at] ?? ""));
}

/** A folder on the way of a pattern, with what is to be found below it. */
export interface Place {
  readonly folder: string;
  /** Folders that are still to be gone through, the first of them with a `*`. */
  readonly rest: readonly string[];
  readonly glob: Glob;
}

/** Goes on from a folder as far as names are plain: what is there has to be listed. */
export function placeBelow(glob: Glob, start: readonly string[], rest: readonly string[]): Place {
  const stop = rest.findIndex((segment) => segment.includes("*"));
  const plain = stop === -1 ? rest : rest.slice(0, stop);
  return { glob, folder: [...start, ...plain].join("/"), rest: stop === -1 ? [] : rest.slice(stop) };
}
