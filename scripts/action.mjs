// What the steps of action.yml do. Plain JavaScript for the host's Node. Everything comes by the environment: nothing that
// somebody else wrote is read by a shell.
import { spawn, spawnSync } from "node:child_process";
import { createHash, randomUUID } from "node:crypto";
import { appendFileSync, existsSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const lockfile = join(root, "package-lock.json");

/** GitHub takes 1 MiB of a step's summary. */
const mostSummary = 512 * 1024;

const steps = { lock, install, run };
const step = steps[process.argv[2]];
if (step === undefined) throw new Error(`expected one of ${Object.keys(steps).join(", ")}`);
process.exitCode = await step();

/** Tells what the cache of packages goes by. */
function lock() {
  tell("digest", createHash("sha256").update(readFileSync(lockfile)).digest("hex"));
  return 0;
}

/** Installs what the command needs to run from this checkout, and nothing that only its development needs. */
function install() {
  const installed = join(root, "node_modules", ".package-lock.json");
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(lockfile).mtimeMs) return 0;
  const args = ["ci", "--omit=dev", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];
  const { status, error } = spawnSync("npm", args, { cwd: root, stdio: ["ignore", 2, 2] });
  if (error !== undefined) console.error(error.message);
  return status ?? 1;
}

/** Runs the command, and shows what it did. */
async function run() {
  const { COULOMB_ACTION_COMMAND: command = "", COULOMB_ACTION_ARGS: more = "", ...env } = process.env;
  const folder = resolve(env.COULOMB_ACTION_FOLDER ?? ".");
  delete env.COULOMB_ACTION_FOLDER;
  const words = command.split(/\s+/).filter((word) => word !== "");
  const args = more
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== "");
  const shown = reportsOf(words, args, folder, env);
  // What is printed may hold words of others, which the runner must not obey; annotations are escaped.
  const token = randomUUID();
  if (!shown.isAnnotations) console.log(`::stop-commands::${token}`);
  const ran = await start([...words, ...args, ...shown.args], folder, env);
  const { code } = ran;
  const printed = shown.isAnnotations ? asText(ran.printed, code) : ran.printed;
  if (!shown.isAnnotations) console.log(`\n::${token}::`);
  if (existsSync(shown.annotations)) process.stdout.write(readFileSync(shown.annotations, "utf8"));
  rmSync(shown.annotations, { force: true });
  if (!shown.hasSummary) summarize(words, code, printed, env.GITHUB_STEP_SUMMARY);
  tell("exit-code", String(code));
  if (shown.plan !== undefined && existsSync(shown.plan)) tell("plan", shown.plan);
  return code;
}

/** What is added to a command that can write reports: the summary, annotations, and the plan as a file. */
function reportsOf([command = ""], args, folder, { RUNNER_TEMP = tmpdir(), GITHUB_STEP_SUMMARY: summary }) {
  const annotations = join(RUNNER_TEMP, `coulomb-annotations-${randomUUID()}`);
  if (command === "validate" && !args.some((each) => each.startsWith("--format")))
    return { args: ["--format=github"], annotations, hasSummary: false, isAnnotations: true };
  if (command !== "plan" && command !== "reconcile") return { args: [], annotations, hasSummary: false };
  const at = args.findLastIndex((each) => each === "--out" || each.startsWith("--out="));
  const asked = args[at] === "--out" ? args[at + 1] : args[at]?.slice("--out=".length);
  const isOurs = command === "plan" && at === -1;
  const file = isOurs ? join(RUNNER_TEMP, "coulomb-plan.json") : asked;
  // The command takes a relative path from its folder, and the next step has another one.
  const plan = command === "plan" && file !== undefined ? resolve(folder, file) : undefined;
  return {
    annotations,
    plan,
    hasSummary: summary !== undefined,
    args: [
      ...(isOurs ? [`--out=${plan}`] : []),
      `--emit=github=${annotations}`,
      ...(summary === undefined ? [] : [`--emit=github-summary=${summary}`]),
    ],
  };
}

/** Runs the program; answers with its exit code and what it printed, which is passed on. */
function start(args, cwd, env) {
  return new Promise((done) => {
    const bin = join(root, "packages", "cli", "bin.js");
    const child = spawn(process.execPath, [bin, ...args], { cwd, env, stdio: ["ignore", "pipe", "pipe"] });
    let printed = "";
    // On one stream, since the runner reads two in no order, and would obey what comes after the end of the stop.
    const take = (data) => {
      process.stdout.write(data);
      printed = `${printed}${data}`.slice(-mostSummary);
    };
    child.stdout.setEncoding("utf8").on("data", take);
    child.stderr.setEncoding("utf8").on("data", take);
    // A job that is cancelled gets SIGINT, then SIGTERM: what is under way is finished first.
    for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => child.kill(signal));
    child.on("error", (error) => done({ code: 1, printed: error.message }));
    child.on("close", (code) => done({ code: code ?? 1, printed }));
  });
}

/** Annotations as a person reads them, a line each; where there are none, that all is well. */
function asText(printed, code) {
  const lines = printed.split("\n").map((line) => {
    const [, level, properties, message] = /^::(error|warning|notice) ?(.*?)::(.*)$/.exec(line) ?? [];
    if (level === undefined) return line;
    const { file, line: at } = Object.fromEntries(properties.split(",").map((each) => each.split("=", 2)));
    const place = [file, at].filter((each) => each !== undefined).join(":");
    return unescape(`${place === "" ? "" : `${place}: `}${level}: ${message}`);
  });
  const text = lines.join("\n");
  return text.trim() === "" && code === 0
    ? "Every file is as its contract says, and they agree: no errors, no warnings."
    : text;
}

function unescape(text) {
  const meant = { "%0A": "\n", "%0D": "\r", "%3A": ":", "%2C": ",", "%25": "%" };
  return text.replaceAll(/%(?:0A|0D|3A|2C|25)/g, (code) => meant[code]);
}

/** The summary of a command that writes none itself: what it printed, as it is. */
function summarize(words, code, printed, file) {
  if (file === undefined) return;
  const longest = Math.max(2, ...[...printed.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const fence = "`".repeat(longest + 1);
  const text = printed.trim() === "" ? "It printed nothing." : `${fence}text\n${printed.trimEnd()}\n${fence}`;
  appendFileSync(file, `## coulomb ${words.join(" ")}: exit code ${code}\n\n${text}\n`);
}

/** An output of the step: one line. */
function tell(name, value) {
  const { GITHUB_OUTPUT: file } = process.env;
  if (file !== undefined && !/[\r\n]/.test(value)) appendFileSync(file, `${name}=${value}\n`);
}
