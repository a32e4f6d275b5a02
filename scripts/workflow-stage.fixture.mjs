// An ops repo on a double of a forge, with the workflows that users begin with, two pilots, and a hub.
import { execFileSync } from "node:child_process";
import { generateKeyPairSync, sign } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { createHub, hubRules, openPglite, openStore, serveHub } from "@coulomb-loop/state-hub";
import { personAt, plainEnvironment } from "@coulomb-loop/testkit";
import { createGiteaDouble } from "@coulomb-loop/testkit/gitea-double";
import { createGithubDouble } from "@coulomb-loop/testkit/github-double";
import { createHosting, mergePull, openPull } from "@coulomb-loop/testkit/hosting";
import { definitionFiles } from "../packages/cli/src/definitions.fixture.ts";
import { opsFiles } from "../packages/cli/src/demo/files.ts";
import { runWorkflow } from "./run-workflow.mjs";
import { execute, git } from "./workflow-process.mjs";

const root = join(import.meta.dirname, "..");
const repository = "coulomb/demo-ops";
const hubSecret = "a-secret-of-the-hub-of-at-least-32-characters";

/** The rights that docs/ci.md asks for, as each double names them: of the token that plans, and of the one that writes. */
const rights = {
  github: {
    plan: ["contents:read", "statuses:read", "pull_requests:write"],
    write: ["contents:write", "statuses:write", "pull_requests:write", "issues:write"],
  },
  gitea: {
    plan: ["read:repository", "write:issue", "read:user"],
    write: ["write:repository", "write:issue", "read:user"],
  },
};

export const schedule = `timezone: Europe/Berlin
domain: custodian
agents:
  coach: { cadence: daily, cron: "15 * * * *", enabled: true }
  optimization: { cadence: daily, cron: "30 * * * *", enabled: true }
`;

/** The roster of the ops repo with these pilots. */
export function rosterOf(...names) {
  return opsFiles["loops/kaizen-stack/roster.yaml"].replace(/(active:\n)(?: {2}- .*\n)*/, (_all, head) =>
    names.reduce((text, name) => `${text}  - { repo: ${name}, wave: 1 }\n`, head),
  );
}

export const rosterPath = "loops/kaizen-stack/roster.yaml";

/** The App of docs/ci.md, on every repository of `coulomb`, with what the docs ask for and one right more. */
const { publicKey, privateKey } = generateKeyPairSync("rsa", {
  modulusLength: 2048,
  publicKeyEncoding: { type: "spki", format: "pem" },
  privateKeyEncoding: { type: "pkcs8", format: "pem" },
});
const permissionsOfApp = {
  metadata: "read",
  contents: "write",
  pull_requests: "write",
  issues: "write",
  statuses: "write",
  administration: "write",
};
const app = {
  id: 7,
  slug: "reconciler",
  owner: "maker",
  publicKey,
  installations: [{ id: 70, account: "coulomb", permissions: permissionsOfApp }],
};

const part = (value) => Buffer.from(JSON.stringify(value)).toString("base64url");

/** What actions/create-github-app-token does: without an owner its token reaches the repository of the workflow alone. */
function appTokens(url, asked) {
  return async (inputs, { settings }) => {
    const now = Math.floor(Date.now() / 1000);
    const claims = `${part({ alg: "RS256", typ: "JWT" })}.${part({ iss: inputs["app-id"], iat: now - 30, exp: now + 300 })}`;
    const signature = sign("sha256", Buffer.from(claims), inputs["private-key"]).toString("base64url");
    const [, name] = settings.repository.split("/");
    const permissions = Object.fromEntries(
      Object.entries(inputs).flatMap(([input, value]) =>
        input.startsWith("permission-")
          ? [[input.slice("permission-".length).replaceAll("-", "_"), value]]
          : [],
      ),
    );
    const body = { permissions, ...(inputs.owner === undefined ? { repositories: [name] } : {}) };
    asked.push(body);
    const answer = await fetch(`${url}/app/installations/70/access_tokens`, {
      method: "POST",
      headers: { authorization: `Bearer ${claims}.${signature}`, "content-type": "application/json" },
      body: JSON.stringify(body),
    });
    if (answer.status !== 201) throw new Error(`${answer.status}: ${await answer.text()}`);
    return { token: (await answer.json()).token };
  };
}

/** Makes the stage: `alpha` is in the roster and in sync, `beta` and `gamma` are not in it. */
export async function createWorkflowStage(kind) {
  const folder = mkdtempSync(join(tmpdir(), "coulomb-workflows-"));
  const hosting = createHosting({ clock: Date.now, detectsManualMerge: true });
  const store = await openStore(await openPglite(), { clock: Date.now, rules: hubRules });
  const hub = createHub({ store, storeKind: "pglite", version: "0.1.0", adminSecret: hubSecret });
  const served = await serveHub(hub, { port: 0, hasTokens: true });
  const double = await (kind === "gitea"
    ? createGiteaDouble(hosting)
    : createGithubDouble(hosting, { apps: [app] }));
  const tokens = {
    COULOMB_PLAN_TOKEN: hosting.users.allow(
      "bot",
      "github_pat_planTokenThatNobodyMaySee012",
      rights[kind].plan,
    ),
    COULOMB_TOKEN: hosting.users.allow("bot", "github_pat_writeTokenThatNobodyMaySee01", rights[kind].write),
  };
  const permissions = { bot: "write" };
  const pilot = (text) => ({
    files: { "README.md": "# pilot\n", ...text },
    permissions,
    flags: { private: true },
  });
  await hosting.add({
    "coulomb/alpha": pilot({ ".kaizen/schedule.yml": schedule }),
    "coulomb/beta": pilot({}),
    "coulomb/gamma": pilot({}),
    [repository]: { ...pilot({}), files: filesOf(kind, double.url, served.url) },
  });
  const ops = hosting.repo(repository);
  const person = personAt(ops.path);
  const env = {
    ...plainEnvironment(),
    HOME: folder,
    XDG_CONFIG_HOME: folder,
    COULOMB_CACHE_DIR: join(folder, "cache"),
  };
  env.PATH = [dirname(process.execPath), env.PATH].join(delimiter);
  const settings = {
    repository,
    server: kind,
    remote: ops.path,
    secrets: { ...tokens, COULOMB_HUB_TOKEN: hubSecret },
    vars: { COULOMB_CI: "on" },
    env,
    action: root,
  };
  const logs = [];
  /** Runs a workflow of the ops repo; with `changes` under other settings. */
  const run = async (name, event, changes = {}) => {
    await hosting.notice(ops);
    const file = join(root, "packages", "cli", "assets", "workflows", kind, `${name}.yml`);
    const ran = await runWorkflow({ ...settings, ...changes, file, event });
    logs.push(...Object.values(ran.jobs).flatMap(({ text, summary }) => [text, summary]));
    return ran.jobs;
  };
  const head = () => execFileSync("git", ["-C", ops.path, "rev-parse", "main"], { encoding: "utf8" }).trim();
  return {
    hosting,
    double,
    ops,
    person,
    run,
    /** Settings under which GitHub's workflows use the App alone; the tokens that they asked for go into `asked`. */
    asApp: (asked) => ({
      vars: { ...settings.vars, COULOMB_APP_ID: "7" },
      secrets: { COULOMB_APP_KEY: privateKey, COULOMB_HUB_TOKEN: hubSecret },
      actions: { "actions/create-github-app-token": appTokens(double.url, asked) },
    }),
    /** What was printed must hold no secret. */
    leaks: () =>
      Object.values(settings.secrets).filter((secret) => logs.some((text) => text.includes(secret))),
    pilot: (name) => personAt(hosting.repo(`coulomb/${name}`).path),
    offered: (name) =>
      hosting.repo(`coulomb/${name}`).refs.read("refs/heads/coulomb/demo/schedule-kaizen-stack"),
    requests: (since = 0) =>
      double.requests.entries.slice(since).map(({ method, path }) => `${method} ${path}`),
    /** Calls coulomb in a clone of the ops repo, as a person who has the hub's token; answers with the clone. */
    async coulomb(args) {
      const clone = mkdtempSync(join(folder, "clone-"));
      await git({ env }, clone, ["clone", "--quiet", ops.path, "."]);
      const given = { ...env, COULOMB_HUB_TOKEN: hubSecret, COULOMB_FORGE_TOKEN: tokens.COULOMB_TOKEN };
      const bin = join(root, "packages/cli/bin.js");
      const { code, text } = await execute(process.execPath, [bin, ...args], { cwd: clone, env: given });
      if (code !== 0) throw new Error(text);
      return clone;
    },
    hub: async (path) =>
      (await hub.fetchAs({ name: "pat", scopes: ["admin"] }, new Request(`http://hub.test${path}`))).json(),
    /** Opens a pull request that changes files; of a fork, when it is named. */
    async propose(branch, files, fork) {
      const pushed = await person.commit(branch, files);
      const draft = {
        title: `Change ${branch}`,
        body: "",
        headBranch: branch,
        base: "main",
        author: "coulomb",
      };
      if (fork !== undefined) draft.fork = { repo: fork, head: pushed };
      const opened = await ops.exclusive(() => openPull(ops, draft));
      if (opened.kind !== "done") throw new Error(opened.kind);
      const { number } = opened.pull;
      return {
        number,
        event: () => pullEvent(ops.pulls.get(number), fork),
        comments: () => ops.pulls.get(number).comments,
        async merge() {
          const request = { number, by: hosting.users.find("coulomb"), message: "Merge", at: Date.now() };
          await hosting.notice(ops);
          const merged = await ops.exclusive(() => mergePull(ops, request));
          if (merged.kind !== "done") throw new Error(merged.kind);
          return {
            name: "push",
            ref: "refs/heads/main",
            sha: merged.oid,
            payload: {},
            changed: Object.keys(files),
          };
        },
      };
    },
    timed: (name = "schedule") => ({ name, ref: "refs/heads/main", sha: head(), payload: {} }),
    async close() {
      await double.close();
      await served.close();
      await store.close();
      hosting.remove();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function pullEvent({ number, head, headBranch, base }, fork) {
  const pull = {
    number,
    head: { ref: headBranch, sha: head, repo: { full_name: fork ?? repository } },
    base: { ref: base },
  };
  return {
    name: "pull_request",
    ref: `refs/pull/${number}/merge`,
    sha: head,
    base_ref: base,
    head_ref: headBranch,
    payload: { number, pull_request: pull },
  };
}

function filesOf(kind, url, hubUrl) {
  const config = opsFiles["coulomb.yaml"]
    .replace(/kind: git .*/, `kind: ${kind}`)
    .replace(/url: .*/, `url: ${url}\n    token: { env: COULOMB_FORGE_TOKEN }`)
    .replace(/state_hub: .*/, `state_hub: { url: "${hubUrl}", token: { env: COULOMB_HUB_TOKEN } }`);
  const workflows = ["reconcile", "promote", "state-hub-sync", "activity-tick"].map((name) => [
    `.${kind}/workflows/${name}.yml`,
    readFileSync(join(root, "packages/cli/assets/workflows", kind, `${name}.yml`), "utf8"),
  ]);
  return {
    ...opsFiles,
    ...definitionFiles,
    ...Object.fromEntries(workflows),
    "coulomb.yaml": config,
    [rosterPath]: rosterOf("alpha"),
  };
}
