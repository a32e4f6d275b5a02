import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import pLimit from "p-limit";
import { parse } from "yaml";
import { schedulePath, wanted, workers } from "./ops-repo.ts";

const execute = promisify(execFile);

/** A fleet of bare repositories on this machine, read in ways that a team would write first. */
export interface Readers {
  /** One `git show` process for each repo, its file parsed and compared. */
  readonly processPerRepo: () => Promise<void>;
  /** One depth-1 clone for each repo, its file parsed and compared. */
  readonly clonePerRepo: () => Promise<void>;
  /**
   * What the bytes alone cost by git's fastest reader: the object ids are known, `cat-file --batch` gets them, nothing is
   * parsed. One process for every 250 repos, for with all of them in one git is many times slower.
   */
  readonly catFileBatch: () => Promise<void>;
  /** A line of shell for each repo, `REPO` standing for its folder, and nothing read of what it prints. */
  readonly fromShell: (line: string) => Promise<void>;
}

/** Readers of `<forge>/coulomb/<name>.git`; what they make goes below `root`. */
export async function createReaders(root: string, names: readonly string[]): Promise<Readers> {
  const gitDir = (name: string) => join(root, "forge", "coulomb", `${name}.git`);
  const clones = join(root, "clones");
  const batches = await prepareBatches(root, names.map(gitDir));
  const each = async (work: (name: string) => Promise<void>) => {
    const limit = pLimit(workers);
    await Promise.all(names.map((name) => limit(() => work(name))));
  };
  const show = ["show", `HEAD:${schedulePath}`];
  return {
    processPerRepo: () =>
      each(async (name) => compare(name, (await execute("git", ["-C", gitDir(name), ...show])).stdout)),
    async clonePerRepo() {
      await each(async (name) => {
        const clone = join(clones, name);
        await execute("git", ["clone", "--quiet", "--depth", "1", `file://${gitDir(name)}`, clone]);
        compare(name, readFileSync(join(clone, schedulePath), "utf8"));
      });
      rmSync(clones, { recursive: true, force: true });
    },
    async catFileBatch() {
      const limit = pLimit(workers);
      const sizes = await Promise.all(batches.map((batch) => limit(() => readBatch(batch))));
      const total = sizes.reduce((sum, size) => sum + size, 0);
      if (total < names.length * 100) throw new Error(`cat-file answered ${total} bytes only`);
    },
    async fromShell(line) {
      const script = `xargs -P ${workers} -I REPO sh -c '${line}' >/dev/null`;
      const child = execute("sh", ["-c", script], { cwd: root, maxBuffer: 2 ** 26 });
      child.child.stdin?.end(`${names.map(gitDir).join("\n")}\n`);
      await child;
      rmSync(clones, { recursive: true, force: true });
    },
  };
}

function compare(name: string, text: string): void {
  const file: unknown = parse(text);
  if (!JSON.stringify(file).includes(wanted.coach)) throw new Error(`${name} differs`);
}

interface Batch {
  readonly gitDir: string;
  readonly input: string;
}

/** Repositories that borrow the objects of 250 others each, and the ids of their files. */
async function prepareBatches(root: string, gitDirs: readonly string[]): Promise<Batch[]> {
  const batches: Batch[] = [];
  for (let start = 0; start < gitDirs.length; start += 250) {
    const some = gitDirs.slice(start, start + 250);
    const gitDir = join(root, "batches", String(start));
    mkdirSync(join(gitDir, "objects", "info"), { recursive: true });
    mkdirSync(join(gitDir, "refs"));
    writeFileSync(join(gitDir, "HEAD"), "ref: refs/heads/none\n");
    writeFileSync(join(gitDir, "config"), "[core]\n\trepositoryFormatVersion = 0\n\tbare = true\n");
    const lenders = some.map((lender) => `${join(lender, "objects")}\n`);
    writeFileSync(join(gitDir, "objects", "info", "alternates"), lenders.join(""));
    const limit = pLimit(workers);
    const blobs = await Promise.all(
      some.map((lender) =>
        limit(async () => (await execute("git", ["-C", lender, "rev-parse", `HEAD:${schedulePath}`])).stdout),
      ),
    );
    batches.push({ gitDir, input: blobs.join("") });
  }
  return batches;
}

async function readBatch({ gitDir, input }: Batch): Promise<number> {
  const child = spawn("git", ["-C", gitDir, "cat-file", "--batch"], { stdio: ["pipe", "pipe", "inherit"] });
  const ended = once(child, "close");
  child.stdin.end(input);
  let size = 0;
  for await (const chunk of child.stdout) size += Buffer.byteLength(chunk);
  await ended;
  return size;
}
