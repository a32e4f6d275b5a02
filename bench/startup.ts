// What it costs to start the command, as it is installed: `--version`, `--help` and one completion beside `node -e 0`, and how
// large it is. The command is packed and installed alone in an empty folder first; the contenders take turns.
//
//   npm run bench:startup -- [rounds]        default 41
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { tellMissed } from "./shared/measure.ts";

const rounds = Number(process.argv[2] ?? 41);
const most = { version: 1.5, completion: 100 };
const ops = process.cwd();
const scratch = mkdtempSync(join(tmpdir(), "coulomb-startup-"));

try {
  const tarball = pack();
  const folder = join(scratch, "alone");
  mkdirSync(folder);
  execFileSync("npm", ["install", "--silent", "--prefer-offline", "--no-audit", "--no-fund", tarball], {
    cwd: folder,
    stdio: "inherit",
  });
  const installed = join(folder, "node_modules/@coulomb-loop/cli");
  console.log(
    [
      `packed ${kilobytes([tarball])}`,
      `unpacked ${kilobytes(filesBelow(installed))}`,
      `installed with what it needs ${kilobytes(filesBelow(join(folder, "node_modules")))}`,
    ].join(", "),
  );
  measure(join(installed, "bin.js"));
} finally {
  rmSync(scratch, { recursive: true });
}

function pack(): string {
  const args = ["pack", "--silent", "--workspace", "@coulomb-loop/cli", "--pack-destination", scratch];
  execFileSync("npm", args, { stdio: ["ignore", "ignore", "inherit"] });
  return join(scratch, readdirSync(scratch).find((name) => name.endsWith(".tgz")) ?? "");
}

function measure(bin: string): void {
  const contenders: Readonly<Record<string, readonly string[]>> = {
    "node -e 0": ["-e", "0"],
    "coulomb --version": [bin, "--version"],
    "coulomb --help": [bin, "--help"],
    "completion of a command": [bin, "__complete", "--", "pro"],
    "completion of a repo": [bin, "__complete", "--", "why", ""],
    "completion of a task": [bin, "__complete", "--", "workplan", "set", ""],
  };
  const times = new Map<string, number[]>(Object.keys(contenders).map((name) => [name, []]));
  for (let round = 0; round < rounds + 1; round++) {
    for (const [name, args] of Object.entries(contenders)) {
      const start = performance.now();
      execFileSync(process.execPath, args, { cwd: ops, stdio: ["ignore", "ignore", "inherit"] });
      // The first one reads files that are not in memory yet.
      if (round > 0) times.get(name)?.push(performance.now() - start);
    }
  }
  const medians = new Map([...times].map(([name, all]) => [name, middle(all)]));
  const of = (name: string) => medians.get(name) ?? Number.NaN;
  const [node, help] = [of("node -e 0"), of("coulomb --help")];
  const ratio = of("coulomb --version") / node;
  const over = Math.max(of("completion of a repo"), of("completion of a task")) - help;
  console.log(`Node ${process.versions.node}, medians of ${rounds} runs, taking turns`);
  console.table(
    [...medians].map(([what, time]) => ({
      what,
      time: `${time.toFixed(0)} ms`,
      "times node -e 0": Number((time / node).toFixed(2)),
      target:
        what === "coulomb --version"
          ? `<= ${most.version}`
          : what.endsWith("repo") || what.endsWith("task")
            ? `< ${most.completion} ms over --help: ${(time - help).toFixed(0)} ms`
            : "",
    })),
  );
  tellMissed([
    ...(ratio <= most.version ? [] : [`--version takes ${ratio.toFixed(2)} times as long as node -e 0`]),
    ...(over < most.completion ? [] : [`a completion takes ${over.toFixed(0)} ms more than --help`]),
  ]);
}

function middle(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN;
}

function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

function kilobytes(files: readonly string[]): string {
  const bytes = files.reduce((sum, file) => sum + statSync(file).size, 0);
  return `${Math.round(bytes / 1000).toLocaleString("en")} kB`;
}
