import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { limitRows } from "./fault-limits.ts";
import { guarded, peopleRows, renamed, repositoryRows } from "./fault-repositories.ts";
import {
  elsewhere,
  type Expected,
  type FaultRow,
  type RepositoryFault,
  requests,
  row,
  type Struck,
} from "./fault-row.ts";
import type { FaultKind } from "./fault-stage.ts";
import { branch } from "./harness.ts";

const ownVersion = { check: "impossible: it asks git for its version, and no repository" } as const;
const noReads = {
  observe: "impossible: a read takes no lock and stores nothing",
  inspect: "impossible: a read takes no lock and stores nothing",
} as const;
const noFolder = "impossible: a server stands before its folders, and says what it says of anything";

/** Names of the rows about folders, for kinds of server that have none. */
export function folderRows(kind: FaultKind): readonly FaultRow[] {
  return ownRows.map(({ name }) => row(name, elsewhere, kind === "git" ? {} : noFolder));
}

/** Ref of the record of the suite's branch. */
const recordRef = "refs/coulomb/proposals/pilot/schedule";

/** Files that are put in the way and taken away again. */
function withFiles(names: (path: string) => readonly string[]): Pick<RepositoryFault, "begin" | "end"> {
  return {
    begin({ hosted }: Struck) {
      for (const name of names(hosted.path).map((each) => join(hosted.path, each))) {
        mkdirSync(dirname(name), { recursive: true });
        writeFileSync(name, "");
      }
    },
    end({ hosted }: Struck) {
      for (const name of names(hosted.path))
        if (readable(join(hosted.path, name)) === "") rmSync(join(hosted.path, name));
    },
  };
}

function readable(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch {
    // It is a folder, or gone.
    return undefined;
  }
}

const stored: Expected = { read: [], write: ["rejected/storage"] };

const locks: RepositoryFault = {
  strikes: "repository",
  folder: true,
  ...stored,
  ...withFiles(() => [`refs/heads/${branch}`, "refs/heads/main", recordRef].map((ref) => `${ref}.lock`)),
};

/** Files where git makes folders for new objects: tests may run as root, whom no permission stops. */
const full: RepositoryFault = {
  strikes: "repository",
  folder: true,
  ...stored,
  ...withFiles((path) =>
    Array.from({ length: 256 }, (_, first) => join("objects", first.toString(16).padStart(2, "0"))).filter(
      (name) => !existsSync(join(path, name)) || readable(join(path, name)) === "",
    ),
  ),
};

/** The commit of our branch is cut to nothing. */
const corrupt: RepositoryFault = {
  strikes: "repository",
  folder: true,
  hides: "some",
  read: ["corrupt"],
  write: ["rejected/storage"],
  async begin(stage) {
    const file = await branchObject(stage);
    kept.set(stage.hosted, readFileSync(file));
    rmSync(file);
    writeFileSync(file, "");
  },
  async end(stage) {
    const file = await branchObject(stage);
    rmSync(file, { force: true });
    writeFileSync(file, kept.get(stage.hosted) ?? "");
  },
};
const kept = new WeakMap<object, Uint8Array>();

async function branchObject({ hosted }: Struck): Promise<string> {
  const oid = (await hosted.refs.read(`refs/heads/${branch}`)) ?? "";
  return join(hosted.path, "objects", oid.slice(0, 2), oid.slice(2));
}

/** The repository says that it is stored in a way that no git we know can read. */
const unknownStorage: RepositoryFault = {
  strikes: "repository",
  folder: true,
  read: ["unsupported"],
  write: ["rejected/unsupported"],
  begin({ hosted }) {
    const file = join(hosted.path, "config");
    kept.set(hosted, readFileSync(file));
    const core = "[core]\n\trepositoryformatversion = 1\n\tbare = true\n";
    writeFileSync(file, `${core}[extensions]\n\trefstorage = none-such\n`);
  },
  end({ hosted }) {
    writeFileSync(join(hosted.path, "config"), kept.get(hosted) ?? "");
  },
};

/** Faults of a repository that git reaches as a folder. */
const ownRows: readonly FaultRow[] = [
  row("a lock left behind", locks, { ...ownVersion, ...noReads }),
  row("no object can be stored", full, {
    ...ownVersion,
    ...noReads,
    deleteBranch: "impossible: it makes no object",
  }),
  row("a corrupt object", corrupt, ownVersion),
  row("a storage that git does not know", unknownStorage, ownVersion),
  row("SHA-256 objects", elsewhere, ownVersion),
];

const wrong: Expected = { read: ["incomplete", "corrupt"], write: ["retry_at", "unclear"] };

/** The matrix of plain git: `shared` are faults of the way and of answers, which it meets over HTTP. */
export function gitRows(shared: readonly FaultRow[]): readonly FaultRow[] {
  const hosted = new Map(
    [...repositoryRows("github"), ...limitRows("github")].map((each) => [each.name, each]),
  );
  const rows = [
    ...shared,
    row("renamed", renamed),
    row("protected ref", guarded("protected", ["rejected/hook_declined"], [recordRef]), noReads),
    row("hook declines", guarded("hook", ["rejected/hook_declined"], [recordRef]), noReads),
    row("empty", elsewhere, nothingThere),
    row("no default branch", elsewhere),
    row("wrong bytes in a pack", requests(wrong, { kind: "wrong_bytes" }, { only: packs, avoidable: true })),
    ...peopleRows("git"),
    ...ownRows,
  ].map((each) => ({ ...each, impossible: { ...each.impossible, ...ownVersion } }));
  const names = new Set(rows.map(({ name }) => name));
  const others = [...hosted.keys()].filter((name) => !names.has(name));
  return [...rows, ...others.map((name) => row(name, elsewhere, "impossible: plain git has no such thing"))];
}

const packs = { path: /git-upload-pack$/, body: /command=fetch/ };
const noBranch = "impossible: without a commit there is no branch of ours and no proposal";
const nothingThere = { inspect: noBranch, updateProposal: noBranch, mergeProposal: noBranch } as const;
