import type { Oid } from "../port.ts";
import { noCommit, ok, type Result } from "../problem.ts";
import { createObjectReader, type ObjectReader } from "./object-reader.ts";
import { createScratch, type Scratch } from "./scratch.ts";
import { fetchCommits, type GitContext, type Target } from "./target.ts";

/** A reader that costs nothing until it is asked for. */
export interface LazyReader {
  /** The reader, made on the first call. */
  readonly open: () => Promise<Result<ObjectReader>>;
  /** Ends its process and removes its repository; must be called, also when `open` never was. */
  readonly close: () => Promise<void>;
}

/**
 * Reads objects of many folders through one repository that has them all as alternates. An id is its content: whoever
 * lends an object, it is right, also when the repository that should have it has lost it.
 */
export function readFolders(context: GitContext, targets: readonly Target[]): LazyReader {
  const folders = targets.flatMap((target) => target.folder?.objectsDir ?? []);
  return createLazyReader(context, { alternates: [...new Set(folders)], oidLength: 40 }, async () =>
    ok(null),
  );
}

/** Reads the given commits of one repository, so many generations deep, fetched when the first is asked for. */
export function readFetched(
  context: GitContext,
  target: Target,
  commits: readonly Oid[],
  depth: number,
): LazyReader {
  const options = { alternates: [], oidLength: commits[0]?.length ?? 40 };
  return createLazyReader(context, options, (scratch) =>
    fetchCommits(context, target, scratch, commits, depth),
  );
}

/** Reads one commit that was asked for by its id; a server that says it has none is believed. */
export function readAsked(context: GitContext, target: Target, commit: Oid): LazyReader {
  return createLazyReader(context, { alternates: [], oidLength: commit.length }, async (scratch) => {
    const fetched = await fetchCommits(context, target, scratch, [commit], 1);
    const isMissing = !fetched.ok && fetched.problem.message.includes(`not our ref ${commit}`);
    return isMissing ? { ok: false, problem: noCommit(commit) } : fetched;
  });
}

function createLazyReader(
  context: GitContext,
  options: { readonly alternates: readonly string[]; readonly oidLength: number },
  fill: (scratch: Scratch) => Promise<Result<null>>,
): LazyReader {
  let opened: Promise<Result<ObjectReader>> | undefined;
  let scratch: Scratch | undefined;
  async function open(): Promise<Result<ObjectReader>> {
    scratch = await createScratch({ ...options, tempDir: context.tempDir });
    const filled = await fill(scratch);
    return filled.ok ? ok(createObjectReader(context.client, scratch.gitDir)) : filled;
  }
  return {
    open: () => (opened ??= open()),
    async close() {
      try {
        const reader = await opened;
        if (reader?.ok === true) await reader.value.close();
      } finally {
        await scratch?.remove();
      }
    },
  };
}
