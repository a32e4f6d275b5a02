import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { actionFlaws, workflowFlaws } from "./workflow-rules.mjs";

const root = join(import.meta.dirname, "..");
const read = (path) => readFileSync(join(root, path), "utf8");
const templates = globSync("packages/cli/assets/workflows/*/*.yml", { cwd: root }).sort();

/** Of a release that is yet to come: `coulomb init` will put one in its place. */
const placeholder = /uses: coulomb-loop\/coulomb-loop@0{40} # of a release, see docs\/ci\.md$/gm;

/** Events, jobs, and when and how long they run. */
function skeletonOf(text) {
  return text.match(/^(?:on|jobs):|^ {2}[\w-]+:|^ {4}(?:if|timeout-minutes):.*$/gm);
}

describe("the workflows that ops repos begin with", () => {
  it.each(templates)("%s is the one of this repository, but for where the action is from", (path) => {
    const [, kind, name] = /workflows\/(\w+)\/(.*)$/.exec(path);
    const text = read(path);
    expect(text).toMatch(placeholder);
    expect(text.replaceAll(placeholder, "uses: ./")).toBe(read(`.${kind}/workflows/${name}`));
  });

  it("are the same four on both forges", () => {
    const names = ["activity-tick", "promote", "reconcile", "state-hub-sync"];
    expect(templates).toEqual(
      ["gitea", "github"].flatMap((kind) =>
        names.map((name) => `packages/cli/assets/workflows/${kind}/${name}.yml`),
      ),
    );
  });

  it("have the same jobs on both, for the same events", () => {
    for (const path of templates.filter((each) => each.includes("/github/")))
      expect(skeletonOf(read(path.replace("/github/", "/gitea/")))).toEqual(skeletonOf(read(path)));
  });
});

const reconcile = read(".github/workflows/reconcile.yml");

describe("workflowFlaws", () => {
  it("finds none in what is sound", async () => {
    expect(await workflowFlaws("x.yml", reconcile)).toEqual([]);
  });

  it.each([
    ["a key that there is not", /runs-on/, "run-on", /Unexpected value 'run-on'/],
    ["a cron that is none", /41 \* \* \* \*/, "41 * * *", /cron/i],
    [
      "an expression that is none",
      /format\('--reviewed=\{0\}', github\.sha\)/,
      "format(",
      /Unexpected symbol/,
    ],
    ["a context that there is not", /vars\.COULOMB_CI/, "wars.COULOMB_CI", /wars/],
    ["a tag in place of a commit", /checkout@[0-9a-f]{40}/, "checkout@v5", /full commit id/],
    ["a commit without its release", / # v5\.0\.0/, "", /full commit id/],
    ["a shortened commit", /(checkout@[0-9a-f]{39})[0-9a-f]/, "$1", /full commit id/],
    [
      "rights for every job",
      /^permissions: \{\}$/m,
      "permissions: write-all",
      /permissions: \{\} at the top/,
    ],
    ["a job without rights of its own", /^ {4}permissions: \{\}\n/m, "", /permissions of its own/],
    ["a job without an end", /^ {4}timeout-minutes: 60\n/m, "", /timeout-minutes/],
    ["an event that gives secrets away", /^ {2}pull_request:$/m, "  pull_request_target:", /somebody else/],
    [
      "a condition that lets forks in",
      /==\n? *github\.repository/,
      "!= github.repository",
      /fork's pull request has no secret/,
    ],
    [
      "a secret where forks run",
      / {10}command: validate\n/,
      "          command: validate\n        env:\n          T: ${{ secrets.COULOMB_TOKEN }}\n",
      /fork's pull request has no secret/,
    ],
    ["a right to write where forks run", /contents: read/, "contents: write", /permission contents: write/],
    ["an expression in a script", /\$words"\n/, '${{ github.head_ref }}"\n', /way in/],
    [
      "a token that is left behind",
      /persist-credentials: false/,
      "persist-credentials: true",
      /persist-credentials/,
    ],
    ["an apply that is cancelled", /cancel-in-progress: false/, "cancel-in-progress: true", /not cancelled/],
    [
      "two applies at once",
      /^ {4}concurrency:\n {6}group: coulomb-apply\n {6}cancel-in-progress: false\n/m,
      "",
      /job apply: expected a concurrency group/,
    ],
    [
      "a secret of the whole workflow",
      /^permissions: \{\}$/m,
      "permissions: {}\nenv:\n  T: ${{ secrets.COULOMB_TOKEN }}",
      /a secret for every job/,
    ],
    [
      "a secret of a whole job",
      /^ {4}environment: coulomb$/m,
      "    environment: coulomb\n    env: { T: '${{ Secrets[''COULOMB_TOKEN''] }}' }",
      /job apply: a secret for every step/,
    ],
    [
      "all rights, of one job",
      /^ {4}permissions: \{\}$/m,
      "    permissions: write-all",
      /job fork: permissions write-all/,
    ],
    [
      "a right to write where no fork runs",
      /(apply:[^]*?)contents: read/,
      "$1contents: write",
      /job apply: permission contents: write/,
    ],
    [
      "a right that nothing needs",
      /(apply:[^]*?)contents: read/,
      "$1contents: read\n      packages: read",
      /job apply: permission packages: read/,
    ],
    [
      "a plan without a group",
      /^ {4}concurrency:\n {6}group: coulomb-plan.*\n.*\n/m,
      "",
      /job plan: expected a concurrency group/,
    ],
    [
      "an event that others cause",
      /^ {2}workflow_dispatch:$/m,
      "  workflow_dispatch:\n  issue_comment:",
      /event issue_comment/,
    ],
    [
      "an image that may change",
      /^ {4}environment: coulomb$/m,
      "    environment: coulomb\n    container: node:latest",
      /job apply: image node:latest/,
    ],
    [
      "an image of a service that may change",
      /^ {4}environment: coulomb$/m,
      "    environment: coulomb\n    services: { db: { image: postgres } }",
      /job apply: image postgres/,
    ],
    [
      "a tag behind a quoted key",
      /uses: actions\/checkout@\S+/,
      "'uses': actions/checkout@v5",
      /full commit id/,
    ],
    ["an image as an action", /uses: actions\/checkout@\S+/, "uses: docker://alpine:3", /full commit id/],
    [
      "a workflow of elsewhere",
      /^jobs:$/m,
      `jobs:\n  call:\n    uses: acme/x/.github/workflows/x.yml@${"a".repeat(40)} # v1\n    secrets: inherit\n`,
      /job call: expected steps/,
    ],
    [
      "the token that writes, in a plan",
      /secrets\.COULOMB_PLAN_TOKEN/,
      "secrets.COULOMB_TOKEN",
      /job plan: .*no secret that writes: COULOMB_TOKEN/,
    ],
    [
      "all rights of an App",
      /( {10}permission-[\w-]+: \w+\n)+/,
      "",
      /job plan: a token with all that the App may do/,
    ],
  ])("finds %s", async (_what, from, to, flaw) => {
    const text = reconcile.replace(from, to);
    expect(text).not.toBe(reconcile);
    expect((await workflowFlaws("x.yml", text)).join("\n")).toMatch(flaw);
  });
});

describe("the workflow of this repository alone", () => {
  const ci = read(".github/workflows/ci.yml");

  it("is the same on both forges, but for what says so", () => {
    expect(read(".gitea/workflows/ci.yml").split("\n").slice(1).join("\n")).toBe(ci);
  });

  it("lets neither the nightly run nor a push cancel the other", async () => {
    expect(await workflowFlaws("ci.yml", ci)).toEqual([]);
    const shared = ci.replace("${{ github.event_name }}-", "");
    expect(shared).not.toBe(ci);
    expect(await workflowFlaws("ci.yml", shared)).toEqual([
      "ci.yml: job check: a run of one event cancels that of another",
    ]);
  });
});

describe("actionFlaws", () => {
  const action = read("action.yml");

  it.each([
    ["a key that there is not", /using: composite/, "uses: composite", /./],
    ["a step without a shell", / {6}shell: bash\n/, "", /shell/],
    ["an input in a script", /scripts\/action\.mjs" run/, 'x" ${{ inputs.args }}', /way in/],
    ["a secret", /\$\{\{ inputs\.args \}\}/, "${{ secrets.TOKEN }}", /secret/],
    ["a tag in place of a commit", /cache@[0-9a-f]{40}/, "cache@v4", /full commit id/],
  ])("finds %s", async (_what, from, to, flaw) => {
    expect(await actionFlaws("action.yml", action)).toEqual([]);
    const text = action.replace(from, to);
    expect(text).not.toBe(action);
    expect((await actionFlaws("action.yml", text)).join("\n")).toMatch(flaw);
  });
});
