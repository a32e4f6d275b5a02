import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { devNull, tmpdir } from "node:os";
import { join } from "node:path";
import { CoulombError } from "@coulomb-loop/schemas";

/** A throw-away bare repository. It borrows objects of others and never gives them a ref, lock or file. */
export interface Scratch {
  readonly gitDir: string;
  /** Removes it; never throws. */
  remove(): Promise<void>;
}

export interface ScratchOptions {
  readonly tempDir: string | undefined;
  /** Object folders to borrow from. */
  readonly alternates: readonly string[];
  /** Length of an object id: 40 for SHA-1, 64 for SHA-256. */
  readonly oidLength: number;
  /** Content of the lender's `shallow` file. */
  readonly shallow?: string | undefined;
}

/**
 * Hardening that every command inherits, because every command runs in a scratch repository: no hooks, no file system
 * monitor, no `ext::`, no background work that would outlive us, no pushes we did not spell out.
 */
const config = `\
	bare = true
	logAllRefUpdates = false
	fsmonitor = false
	hooksPath = ${devNull}
	quotePath = false
[protocol "ext"]
	allow = never
[gc]
	auto = 0
[maintenance]
	auto = false
[fastimport]
	unpackLimit = 0
[fetch]
	writeCommitGraph = false
	recurseSubmodules = false
[push]
	default = nothing
	followTags = false
	gpgSign = false
	recurseSubmodules = no
[diff]
	renames = false
[log]
	showSignature = false
[credential]
	interactive = never
`;

/**
 * Makes a scratch repository by writing its files: no process. Throws `git_temporary` when the folder for temporary
 * files cannot be written: then nothing can be done anywhere.
 */
export async function createScratch(options: ScratchOptions): Promise<Scratch> {
  try {
    return await writeScratch(options);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new CoulombError("git_temporary", `no temporary repository can be made: ${reason}`, {
      hint: "free some space, or name another folder for temporary files",
      cause,
    });
  }
}

async function writeScratch(options: ScratchOptions): Promise<Scratch> {
  const gitDir = await mkdtemp(join(options.tempDir ?? tmpdir(), "coulomb-git-"));
  await Promise.all([
    mkdir(join(gitDir, "objects", "info"), { recursive: true }),
    mkdir(join(gitDir, "refs")),
    writeFile(join(gitDir, "HEAD"), "ref: refs/heads/none\n"),
    writeFile(join(gitDir, "config"), `${format(options.oidLength)}${config}`),
    ...(options.shallow === undefined ? [] : [writeFile(join(gitDir, "shallow"), options.shallow)]),
  ]);
  if (options.alternates.length > 0) {
    const lines = options.alternates.map((path) => `${quote(path)}\n`);
    await writeFile(join(gitDir, "objects", "info", "alternates"), lines.join(""));
  }
  return {
    gitDir,
    // A folder that cannot be removed is the system's to clean; it holds nothing that is not elsewhere.
    remove: () => rm(gitDir, { recursive: true, force: true, maxRetries: 3 }).catch(() => undefined),
  };
}

function format(oidLength: number): string {
  if (oidLength === 40) return "[core]\n\trepositoryFormatVersion = 0\n";
  return "[extensions]\n\tobjectFormat = sha256\n[core]\n\trepositoryFormatVersion = 1\n";
}

/** A line of `alternates`: git reads a quoted one as a C string (gitrepository-layout(5)). */
function quote(path: string): string {
  // oxlint-disable-next-line no-control-regex -- characters that would end or comment out the line
  if (!/^["#]|[\u0000-\u001f]/.test(path)) return path;
  const escaped = path.replaceAll(/["\\]/g, String.raw`\$&`).replaceAll("\n", String.raw`\n`);
  return `"${escaped}"`;
}
