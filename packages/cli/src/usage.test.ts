import { rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import type { Stage } from "./fleet.fixture.ts";
import { copyOwnOps, coulomb, createStage, newFolder, pilot, writeFiles } from "./fleet.fixture.ts";
import { toolVersion } from "./version.ts";

const escape = String.fromCodePoint(27);
const commands = [
  [],
  ["demo"],
  ["validate"],
  ["plan"],
  ["reconcile"],
  ["status"],
  ["why"],
  ["import"],
  ["requests"],
  ["requests", "list"],
  ["requests", "show"],
  ["requests", "merge"],
  ["requests", "close"],
  ["requests", "label"],
  ["schedule"],
  ["schedule", "next"],
  ["evidence"],
  ["promote"],
  ["promote", "status"],
  ["promote", "verify"],
  ["approve", "PROM-0001"],
  ["doctor"],
];

let stage: Stage;
let nowhere: string;
beforeAll(async () => {
  stage = await createStage({ pilots: { alpha: pilot(undefined), beta: pilot(undefined) } });
  nowhere = newFolder();
});

describe("a command line that is wrong", () => {
  it.each([
    { args: ["valdate"], meant: "validate" },
    { args: ["requests", "merg", "alpha"], meant: "merge" },
    { args: ["schedule", "nxt"], meant: "next" },
    { args: ["plan", "--otu", "x"], meant: "--out" },
    { args: ["reconcile", "--dryrun"], meant: "--dry-run" },
    { args: ["requests", "list", "--al"], meant: "--all" },
    { args: ["--versio"], meant: "--version" },
    { args: ["schedule", "next", "--repo", "alpa"], meant: "alpha" },
    { args: ["why", "betta"], meant: "beta" },
    { args: ["help", "plam"], meant: "plan" },
    { args: ["help", "requests", "merg"], meant: "merge" },
    { args: ["requests", "merge", "alpha", "--all"], meant: "not both" },
    { args: ["requests", "label", "alpha", "coulomb:hodl"], meant: "coulomb:hold" },
  ])("$args exits with 64 and suggests $meant", async ({ args, meant }) => {
    const ran = await coulomb(args, { cwd: stage.ops });
    expect(ran).toMatchObject({ code: 64, stdout: "" });
    expect(ran.stderr).toContain(meant);
  });

  it.each([
    { args: ["plan", "extra"] },
    { args: ["plan", "--out"] },
    { args: ["why"] },
    { args: ["requests", "close", "alpha"] },
    { args: ["requests", "merge"] },
    { args: ["requests", "label", "alpha"] },
    { args: ["requests", "merge", "alpha", "--all"] },
    { args: ["validate", "--format", "xml"] },
    { args: ["help", "plan", "merge"] },
    { args: ["schedule", "next", "--count", "0"] },
    { args: ["schedule", "next", "--count", "ten"] },
    { args: ["schedule", "next", "--from", "yesterday"] },
    { args: ["schedule", "next", "--from", "2027-02-30T00:00:00Z"] },
    { args: ["schedule", "next", "--from", "2027-03-28T00:00:00+01:00"] },
    { args: ["schedule", "next", "--from", "2027-03-28T00:00:00Z", "--to", "2027-03-28T00:00:00Z"] },
    { args: ["frobnicate"] },
  ])("$args exits with 64 and says why on stderr only", async ({ args }) => {
    const ran = await coulomb(args, { cwd: stage.ops });
    expect(ran).toMatchObject({ code: 64, stdout: "" });
    expect(ran.stderr).toMatch(/\S/);
    expect(ran.stderr).not.toContain("[internal]");
  });

  it.each([
    { args: ["init", "--zzzzzz"], path: "init" },
    { args: ["init", "a", "b"], path: "init" },
    { args: ["plan", "extra"], path: "plan" },
    { args: ["requests", "merge", "--zzzzzz"], path: "requests merge" },
    { args: ["kaizen", "metrics", "record", "--zzzzzz"], path: "kaizen metrics record" },
    { args: ["schedule", "next", "--count", "ten"], path: "schedule next" },
  ])("$args names the help of $path, for people and in the document", async ({ args, path }) => {
    const ran = await coulomb([...args, "--json"], { cwd: stage.ops });
    expect(ran.code).toBe(64);
    const hint = `coulomb ${path} --help shows what there is`;
    expect(ran.stderr).toContain(`(${hint})`);
    expect(JSON.parse(ran.stdout)).toMatchObject({ hint });
  });

  it.each([{ format: "sarif" }, { format: "github" }, { format: "human" }])(
    "validate --json --format $format asks for two formats at once",
    async ({ format }) => {
      const ran = await coulomb(["validate", "--json", "--format", format], { cwd: stage.ops });
      expect(ran.code).toBe(64);
      expect(JSON.parse(ran.stdout)).toMatchObject({ kind: "error", code: "usage" });
      expect((await coulomb(["validate", "--json", "--format", "json"], { cwd: stage.ops })).code).toBe(0);
    },
  );

  it.each([
    { args: ["plam"], hint: "plan" },
    { args: ["plan", "--bad"] },
    { args: ["plan", "--otu", "x"], hint: "--out" },
    { args: ["plan", "extra"] },
    { args: ["why"] },
    { args: ["schedule", "next", "--count", "ten"] },
    { args: ["requests", "merg"], hint: "merge" },
    { args: ["requests"] },
    { args: [] },
  ])("$args with --json prints an error document too", async ({ args, hint = "" }) => {
    const ran = await coulomb([...args, "--json"], { cwd: stage.ops });
    expect(ran.code).toBe(64);
    expect(JSON.parse(ran.stdout)).toMatchObject({
      kind: "error",
      code: "usage",
      message: expect.stringMatching(/^(?!error)[^\n]+$/),
      hint: expect.stringContaining(hint),
    });
    expect(ran.stderr).toMatch(/\S/);
  });

  it.each([{ args: [] }, { args: ["requests"] }, { args: ["schedule"] }])(
    "$args without a command shows the help on stderr",
    async ({ args }) => {
      const ran = await coulomb(args, { cwd: nowhere });
      expect(ran).toMatchObject({ code: 64, stdout: "" });
      expect(ran.stderr).toContain("Usage:");
    },
  );
});

describe("help", () => {
  it.each(commands.map((args) => ({ args })))("of $args shows examples on stdout", async ({ args }) => {
    const ran = await coulomb([...args, "--help"], { cwd: nowhere });
    expect(ran).toMatchObject({ code: 0, stderr: "" });
    expect(ran.stdout).toMatch(/Usage: coulomb/);
    expect(ran.stdout).toMatch(/\nExamples:\n {2}\$ coulomb /);
  });

  it.each(commands.filter((args) => args.length > 0 && !["requests", "schedule"].includes(args.join(" "))))(
    "of every command has the common options: %s %s",
    async (...args) => {
      const ran = await coulomb([...args.filter((arg) => arg !== undefined), "--help"], { cwd: nowhere });
      for (const option of ["--ops <dir>", "--json", "--no-color"]) expect(ran.stdout).toContain(option);
    },
  );

  it.each([{ args: [] }, { args: ["plan"] }, { args: ["requests"] }, { args: ["requests", "merge"] }])(
    "is a command too: help $args",
    async ({ args }) => {
      const ran = await coulomb(["help", ...args], { cwd: nowhere });
      expect(ran).toEqual(await coulomb([...args, "--help"], { cwd: nowhere }));
    },
  );

  it("of requests close says that a reason is required", async () => {
    const { stdout } = await coulomb(["requests", "close", "--help"], { cwd: nowhere });
    expect(stdout).toMatch(/--reason <text>.*required/);
  });

  it.each([
    ["schedule", "prepare", "default: PT55M"],
    ["schedule", "init", "default: coach,optimization"],
    ["metrics", "optimize", "default: P30D"],
  ])("of kaizen %s %s shows a default as it is typed: %s", async (noun, verb, shown) => {
    const { stdout } = await coulomb(["kaizen", noun, verb, "--help"], { cwd: nowhere });
    expect(stdout).toContain(shown);
  });

  it("--version prints the version alone", async () => {
    expect(await coulomb(["--version"], { cwd: nowhere })).toEqual({
      code: 0,
      stdout: `${toolVersion()}\n`,
      stderr: "",
    });
  });
});

/** What commands need beside their name. */
const needed: Readonly<Record<string, readonly string[]>> = {
  why: ["alpha"],
  import: ["alpha"],
  "requests show": ["alpha"],
  "requests merge": ["alpha"],
  "requests close": ["alpha", "--reason", "r"],
  "requests label": ["alpha", "coulomb:hold"],
};

describe("the ops repo", () => {
  const needing = commands.filter(
    (args) => !["", "demo", "requests", "schedule", "doctor"].includes(args.join(" ")),
  );

  it.each(needing.map((args) => ({ args })))("is needed by $args", async ({ args }) => {
    const more = needed[args.join(" ")] ?? [];
    const ran = await coulomb([...args, ...more, "--json"], { cwd: nowhere });
    expect(ran.code).toBe(1);
    expect(JSON.parse(ran.stdout)).toMatchObject({ kind: "error", code: "ops_missing" });
  });

  it("is found upwards, and by --ops from anywhere", async () => {
    const ops = copyOwnOps();
    for (const [args, cwd] of [
      [[], join(ops, "loops/kaizen-stack")],
      [["--ops", ops], nowhere],
      [["--ops", "."], ops],
    ] as const) {
      const ran = await coulomb(["validate", "--json", ...args], { cwd });
      expect(JSON.parse(ran.stdout)).toMatchObject({ kind: "findings", ops, errors: 0 });
    }
  });

  it.each([
    { title: "that is a link to itself", ops: [], code: "file_unreadable" },
    { title: "given as --ops", ops: ["--ops", "coulomb.yaml"], code: "ops_missing" },
  ])("with a coulomb.yaml $title is told what is wrong", async ({ ops, code }) => {
    const cwd = copyOwnOps();
    if (ops.length === 0) {
      rmSync(join(cwd, "coulomb.yaml"));
      symlinkSync("coulomb.yaml", join(cwd, "coulomb.yaml"));
    }
    const ran = await coulomb(["validate", ...ops], { cwd });
    expect(ran.code).toBe(1);
    expect(ran.stdout + ran.stderr).toContain(`[${code}]`);
    expect(ran.stderr).not.toContain("coulomb.yaml has no coulomb.yaml");
  });

  it("named by --ops is not looked for further up", async () => {
    const ops = copyOwnOps();
    const ran = await coulomb(["validate", "--json", "--ops", "loops"], { cwd: ops });
    expect(JSON.parse(ran.stdout)).toMatchObject({ kind: "error", code: "ops_missing" });
  });
});

function env(more: Readonly<Record<string, string>>): Record<string, string> {
  return { TERM: "xterm-256color", ...more };
}

describe("colours", () => {
  it.each([
    {
      title: "on a terminal",
      terminal: ["stdout", "stderr"] as const,
      env: env({}),
      args: [],
      coloured: true,
    },
    { title: "into a pipe", terminal: [] as const, env: env({}), args: [], coloured: false },
    {
      title: "with stderr on a terminal only",
      terminal: ["stderr"] as const,
      env: env({}),
      args: [],
      coloured: false,
    },
    {
      title: "with NO_COLOR",
      terminal: ["stdout"] as const,
      env: env({ NO_COLOR: "1" }),
      args: [],
      coloured: false,
    },
    {
      title: "with an empty NO_COLOR",
      terminal: ["stdout"] as const,
      env: env({ NO_COLOR: "" }),
      args: [],
      coloured: true,
    },
    {
      title: "with --no-color",
      terminal: ["stdout"] as const,
      env: env({}),
      args: ["--no-color"],
      coloured: false,
    },
    {
      title: "on a dumb terminal",
      terminal: ["stdout"] as const,
      env: env({ TERM: "dumb" }),
      args: [],
      coloured: false,
    },
    {
      title: "with FORCE_COLOR into a pipe",
      terminal: [] as const,
      env: env({ FORCE_COLOR: "1" }),
      args: [],
      coloured: true,
    },
    {
      title: "with FORCE_COLOR=0 into a pipe",
      terminal: [] as const,
      env: env({ FORCE_COLOR: "0" }),
      args: [],
      coloured: false,
    },
    {
      title: "with FORCE_COLOR and --no-color",
      terminal: [] as const,
      env: env({ FORCE_COLOR: "1" }),
      args: ["--no-color"],
      coloured: false,
    },
  ])("$title: $coloured", async ({ terminal, env: more, args, coloured }) => {
    const ran = await coulomb(["plan", ...args], { cwd: stage.ops, terminal, env: more });
    expect(ran.code).toBe(0);
    expect(ran.stdout.includes(escape)).toBe(coloured);
  });

  it.each([{ args: ["plan"] }, { args: ["validate"] }, { args: ["doctor"] }, { args: ["status"] }])(
    "and progress of $args stay out of outputs that are no terminals",
    async ({ args }) => {
      const ran = await coulomb(args, { cwd: stage.ops });
      expect(ran.stdout + ran.stderr).not.toMatch(new RegExp(`${escape}|\r`));
    },
  );

  it("stay out of errors when only stdout is a terminal", async () => {
    const broken = copyOwnOps();
    writeFiles(broken, { "coulomb.yaml": "schema_version: coulomb/v1\n" });
    const ran = await coulomb(["plan"], { cwd: broken, terminal: ["stdout"] });
    expect(ran.code).toBe(1);
    expect(ran.stderr).toMatch(/\S/);
    expect(ran.stderr).not.toContain(escape);
  });

  it("never get into a JSON document", async () => {
    const ran = await coulomb(["plan", "--json"], { cwd: stage.ops, terminal: ["stdout"], env: env({}) });
    expect(ran.stdout).not.toContain(escape);
  });
});

describe("progress", () => {
  it("counts on a terminal, on stderr, in one line that is removed at the end", async () => {
    const ran = await coulomb(["plan"], { cwd: stage.ops, terminal: ["stderr"], columns: 40 });
    const drawn = ran.stderr.split("\r").filter((part) => part !== "");
    expect(drawn.length).toBeGreaterThan(2);
    expect(drawn.every((part) => part.startsWith(`${escape}[2K`) && !part.includes("\n"))).toBe(true);
    expect(drawn.at(-1)).toBe(`${escape}[2K`);
    expect(drawn.some((part) => part.includes("2/2"))).toBe(true);
    for (const part of drawn) expect(part.length - `${escape}[2K`.length).toBeLessThan(40);
    expect(ran.stdout).not.toContain(escape);
  });
});

describe("an interruption", () => {
  it.each([{ args: ["plan"] }, { args: ["reconcile"] }, { args: ["demo"] }])(
    "before $args has done anything ends with 130 and writes nothing",
    async ({ args }) => {
      const refs = await stage.refs();
      const controller = new AbortController();
      controller.abort();
      const dir = args[0] === "demo" ? ["--dir", newFolder()] : [];
      const ran = await coulomb([...args, ...dir], { cwd: stage.ops, signal: controller.signal });
      expect(ran.code).toBe(130);
      expect(ran.stderr).not.toContain("[internal]");
      expect(await stage.refs()).toEqual(refs);
    },
  );
});
