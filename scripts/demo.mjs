// `npm run demo`. With `--forge gitea` or `--forge github` it starts a double of that server as a child process, runs the
// demo against it and ends it. `--forge gitea` uses a real server when COULOMB_TEST_GITEA_URL and COULOMB_TEST_GITEA_TOKEN
// name one: in repositories that it makes there and deletes in the end. Plain JavaScript for Node 20.
import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { startDouble } from "./double-process.mjs";
import { makeRepos } from "./throw-away-repos.mjs";

const bin = join(dirname(fileURLToPath(import.meta.url)), "..", "packages", "cli", "bin.js");
const repos = ["kaizen-agentic", "the-custodian", "activity-core", "demo-ops"];
const products = { gitea: "Gitea", github: "GitHub" };

const args = process.argv.slice(2);
// The child of a Ctrl-C ends by itself; what was started or made here is taken away after it.
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => {});
process.exitCode = await main(forgeOf(args));

async function main(kind) {
  const isNamed = args.some((arg) => /^--url(=|$)/.test(arg)) || args.includes("--help");
  if (products[kind] === undefined || isNamed) return demo(args, {});
  const { COULOMB_TEST_GITEA_URL: url = "", COULOMB_TEST_GITEA_TOKEN: token = "" } = process.env;
  try {
    return kind === "gitea" && url !== "" && token !== "" ? await onServer(url, token) : await onDouble(kind);
  } catch (error) {
    note(`The demo cannot run: ${error.message}`);
    return 1;
  }
}

async function onDouble(kind) {
  const owner = "coulomb";
  const accounts = { "coulomb-bot": secret(), robin: secret() };
  const permissions = { "coulomb-bot": "write", robin: "write" };
  const double = await startDouble({
    kind,
    accounts,
    repos: Object.fromEntries(repos.map((name) => [`${owner}/${name}`, { permissions }])),
  });
  note(
    `A double of ${products[kind]} runs at ${double.url}: a program of this project that answers as ${products[kind]} does,`,
  );
  note("over real git repositories in a temporary folder.\n");
  try {
    const gitUrl = kind === "github" ? ["--git-url", `${double.url}/html`] : [];
    return await demo([...args, "--url", double.url, ...gitUrl, "--owner", owner], {
      COULOMB_DEMO_TOKEN: accounts["coulomb-bot"],
      COULOMB_DEMO_PERSON_TOKEN: accounts.robin,
      COULOMB_DEMO_UNPACED: "1",
    });
  } finally {
    await double.stop();
    note(
      `\nThe double has ended, and its repositories are gone: addresses at ${double.url} lead nowhere now.`,
    );
  }
}

async function onServer(url, token) {
  const { owner, suffix, remove } = await makeRepos(url, token, repos);
  note(`Made four empty private repositories of ${owner} on ${url}; their names end in -${suffix}.\n`);
  try {
    return await demo([...args, "--url", url, "--owner", owner, "--suffix", suffix], {
      COULOMB_DEMO_TOKEN: token,
      COULOMB_DEMO_PERSON_TOKEN: token,
    });
  } finally {
    await remove();
    note(`\nDeleted the four repositories of ${owner} whose names end in -${suffix}.`);
  }
}

/** Runs the demo; answers with its exit code. */
async function demo(options, env) {
  const child = spawn(process.execPath, [bin, "demo", ...options], {
    stdio: "inherit",
    env: { ...process.env, ...env },
  });
  for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => child.kill(signal));
  const [code] = await once(child, "exit");
  return code ?? 1;
}

function forgeOf(options) {
  const at = options.findIndex((option) => /^--forge(=|$)/.test(option));
  const [, value] = /^--forge=(.*)$/.exec(options[at] ?? "") ?? [];
  return value ?? options[at + 1];
}

function secret() {
  return `demo${randomBytes(18).toString("hex")}`;
}

/** For people: data on stdout is the demo's. */
function note(line) {
  process.stderr.write(`${line}\n`);
}
