import { mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import type { Json, Ran } from "./fleet.fixture.ts";
import { copyOwnOps, coulomb, document, isMap, newFolder, rows, writeFiles } from "./fleet.fixture.ts";

/** A finding as every format can tell it. */
interface Told {
  readonly code: string;
  readonly severity: string;
  readonly file: string;
  readonly line: number | undefined;
  readonly column: number | undefined;
}

/**
 * A fault in a file: `«code»` stands where the finding is expected, and is taken out before the file is written.
 * `find` is replaced once; without it `write` is a new file, or is put at the end of a file that is there.
 */
interface Fault {
  readonly file: string;
  readonly find?: string;
  readonly write: string;
}

const loop = "loops/kaizen-stack";
const hourly = "activity-definitions/hourly-coach-orientation.md";

const faults: readonly Fault[] = [
  // coulomb.yaml
  { file: "coulomb.yaml", find: "timezone: Europe/Berlin", write: "timezone: «zone_unknown»Europe/Berln" },
  { file: "coulomb.yaml", find: "  concurrency: 8", write: "  concurrency: «schema_type»eight" },
  {
    file: "coulomb.yaml",
    find: "    owner: coulomb\n",
    write: "    «schema_unknown_key»ownr: coulomb\n    owner: coulomb\n",
  },
  {
    file: "coulomb.yaml",
    find: "ops_repo:\n  forge: local",
    write: "ops_repo:\n  forge: «forge_unknown»locl",
  },
  // roster.yaml
  { file: `${loop}/roster.yaml`, find: "decision: DEC-001", write: "decision: «decision_missing»DEC-099" },
  {
    file: `${loop}/roster.yaml`,
    find: "  - { repo: the-custodian, wave: 1 }",
    write: "  - { repo: the-custodian, wave: «wave_unknown»7, phase: «phase_unknown»bootstrp }",
  },
  {
    file: `${loop}/roster.yaml`,
    find: "  - { repo: activity-core, wave: 1 }",
    write: `  - repo: activity-core
    wave: 1
    overrides:
      - path: /agents/coach/cron
        value: "20 * * * *"
        reason: "🙂 «»nightly"
        owner: ops
        expires_at: «override_too_long»2026-12-24T00:00:00Z
      - { path: «override_path»/agents/coach/enabled, value: false, reason: r, owner: ops, expires_at: 2026-08-01T00:00:00Z }
      - { path: /agents/coach/cadence, reason: "🙂 é", owner: ops, expires_at: «override_expired:warning»2026-06-01T00:00:00Z }
      - { path: /agents/optimization/cron, value: «cron_field»"61 * * * *", reason: r, owner: ops, expires_at: 2026-08-01T00:00:00Z }
  - { repo: new-one, forge: «forge_unknown»gitub, wave: 1 }`,
  },
  {
    file: `${loop}/roster.yaml`,
    find: "expansion_queue: []",
    write: "expansion_queue:\n  - { repo: «repo_twice»kaizen-agentic }",
  },
  // cadence.yaml
  {
    file: `${loop}/cadence.yaml`,
    find: '      coach: { cadence: daily, cron: "15 * * * *", enabled: true }',
    write: '      coach: { cadence: daily, cron: «cron_field»"75 * * * *", enabled: true }',
  },
  {
    file: `${loop}/cadence.yaml`,
    find: '      optimization: { cadence: daily, cron: "0 10 * * *", enabled: true }',
    write: '      optimization: { cadence: daily, cron: «cron_never»"0 10 31 2 *", enabled: true }',
  },
  {
    file: `${loop}/cadence.yaml`,
    find: "      - daily-metrics-optimize",
    write: "      - «definition_missing»daily-metric-optimize",
  },
  { file: `${loop}/cadence.yaml`, find: "exit: [days-clean]", write: "exit: [«analysis_missing»day-clean]" },
  {
    file: `${loop}/cadence.yaml`,
    find: '  - { name: office-hours, kind: allow, cron: "0 9 * * 1-4", duration: PT7H }',
    write: '  - «window_shut»{ name: office-hours, kind: allow, cron: "0 9 1 1 *", duration: PT7H }',
  },
  { file: `${loop}/cadence.yaml`, find: "  - key: smoke-clean", write: "  - key: «analysis_reserved»soak" },
  {
    file: `${loop}/cadence.yaml`,
    find: "    approval: regulator # to leave stabilize",
    write: "    approval: «approval_missing»regulater",
  },
  { file: `${loop}/cadence.yaml`, find: "LOOP-WP-0001-T08", write: "«task_missing»LOOP-WP-0001-T88" },
  {
    file: `${loop}/cadence.yaml`,
    find: "    min_approvals: 1",
    write: "    min_approvals: «approval_impossible»3",
  },
  {
    file: `${loop}/cadence.yaml`,
    find: "{ user: regulator, required: true }",
    write: "{ user: «person_unknown»regulatr, required: true }",
  },
  { file: `${loop}/cadence.yaml`, find: "suspend: false", write: "suspend: «schema_type»perhaps" },
  // A definition of no known phase is also not one of the phase that lists it.
  {
    file: `${loop}/cadence.yaml`,
    find: "- weekly-coach-orientation",
    write: "- «definition_phase»weekly-coach-orientation",
  },
  // activity definitions
  { file: hourly, find: "enabled: false", write: "enabled: «gate_unproved»true" },
  { file: hourly, find: "# Coach {{repo}}\n", write: "# Coach «variable_unknown»{{repos}}\n" },
  {
    file: hourly,
    find: "governance: coulomb_social",
    write: "governance: coulomb_social\n«schema_unknown_key»titel: again",
  },
  {
    file: "activity-definitions/hourly-metrics-optimize.md",
    find: "depends_on: []",
    write: "depends_on: [{ activity: hourly-optimization-review, when: prepared }]",
  },
  // A cycle is told once, at its first member.
  { file: hourly, find: "depends_on:\n  - ", write: "depends_on:\n  «dependency_cycle»- " },
  {
    file: "activity-definitions/weekly-coach-orientation.md",
    find: "phase: operate",
    write: "phase: «phase_unknown»operat",
  },
  {
    file: "activity-definitions/daily-coach-orientation.md",
    find: "kind: cron",
    write: "kind: «schema_enum»corn",
  },
  // workplans
  {
    file: "workplans/LOOP-WP-0001-kaizen-improvement-stack.md",
    find: "  - id: T07\n    status: todo",
    write: "  - id: T07\n    status: in_progress",
  },
  {
    file: "workplans/LOOP-WP-0001-kaizen-improvement-stack.md",
    find: "id: LOOP-WP-0001-T07\nstatus: todo",
    write: "id: LOOP-WP-0001-T07\nstatus: «status_disagrees»todo",
  },
  {
    file: "workplans/LOOP-WP-0003-ci-reconcile.md",
    find: "  - id: T04\n",
    write: "  - id: «task_duplicate»T03\n    status: todo\n    title: Twice\n  - id: T04\n",
  },
  {
    file: "workplans/LOOP-WP-0003-ci-reconcile.md",
    find: "depends_on: [LOOP-WP-0000]",
    write: "depends_on: [«workplan_missing»LOOP-WP-0900]",
  },
  {
    file: "workplans/LOOP-WP-0004-regulator-sign-off.md",
    find: "  - id: T01\n    status: todo",
    write: "  - id: T01\n    status: «status_unknown»tood",
  },
  // whole files
  {
    file: `${loop}/decisions/DEC-002.yaml`,
    write: "schema_version: decision/v1\nid: DEC-002\noptions:\n«yaml_syntax»\t- key: A\n",
  },
  {
    file: `${loop}/decisions/DEC-003.yaml`,
    write:
      "schema_version: decision/v1\nid: DEC-003\nquestion: Why?\noptions:\n  - { key: A, summary: One, «yaml_syntax»key: B }\nstatus: proposed\n",
  },
  {
    file: `${loop}/decisions/DEC-004.yaml`,
    write:
      "schema_version: «schema_version»decision/v2\r\nid: DEC-004\r\nquestion: «schema_type»7\r\noptions:\r\n  - { key: A, summary: One }\r\nstatus: proposed\r\n",
  },
  {
    file: `${loop}/decisions/DEC-005.yaml`,
    write:
      "schema_version: decision/v1\nid: «duplicate_id»«id_file:warning»DEC-001\nquestion: Again?\noptions:\n  - { key: A, summary: One }\nchosen: «option_unknown»Z\nstatus: «decision_incomplete»«decision_incomplete»accepted\n",
  },
  {
    file: `${loop}/decisions/DEC-006.yaml`,
    write: "schema_version: decision/v1\n«yaml_documents»--- \nid: DEC-006\n",
  },
  {
    file: `${loop}/decisions/DEC-007.yaml`,
    write:
      "id: DEC-007\n«conflict_marker»<<<<<<< ours\na: 1\n=======\na: 2\n«conflict_marker»>>>>>>> theirs\n",
  },
  { file: "loops/third/roster.yaml", write: "«yaml_documents»" },
  { file: "loops/third/cadence.yaml", write: "«yaml_documents»# nothing but this\n\n" },
  { file: "activity-definitions/plain.md", write: "«frontmatter»# No frontmatter\n" },
  { file: "activity-definitions/empty.md", write: "«frontmatter»" },
];

let folder: string;
const planted: Told[] = [];

/** Puts the faults into the files, and remembers where each stands. */
function plant(root: string): void {
  for (const file of new Set(faults.map((fault) => fault.file))) {
    let text = "";
    for (const fault of faults.filter((candidate) => candidate.file === file)) {
      if (fault.find === undefined) text += fault.write;
      else {
        text ||= readFileSync(join(root, file), "utf8");
        if (!text.includes(fault.find)) throw new Error(`${file} does not hold ${fault.find}`);
        text = text.replace(fault.find, () => fault.write);
      }
    }
    writeFiles(root, { [file]: takeMarks(file, text) });
  }
  const copied = readFileSync(join(root, "activity-definitions/weekly-metrics-optimize.md"), "utf8");
  const copy = "activity-definitions/z-copy.md";
  writeFiles(root, { [copy]: takeMarks(copy, copied.replace("id: ", "id: «duplicate_id»«id_file»")) });
  // What text cannot show.
  const latin = Buffer.from("---\nid: latin\ntitle: Größe\n---\n", "latin1");
  writeFileSync(join(root, "activity-definitions/latin.md"), latin);
  planted.push({
    code: "not_utf8",
    severity: "error",
    file: "activity-definitions/latin.md",
    line: 3,
    column: 10,
  });
  writeFileSync(join(root, "activity-definitions/huge.md"), "x".repeat(5 * 1024 * 1024));
  symlinkSync("loop-b.md", join(root, "activity-definitions/loop-a.md"));
  symlinkSync("loop-a.md", join(root, "activity-definitions/loop-b.md"));
  symlinkSync("nowhere", join(root, "workplans/dangling.md"));
  mkdirSync(join(root, "workplans/folder.md"));
  mkdirSync(join(root, "loops/second"));
  const whole = (code: string, ...files: string[]) => {
    for (const file of files)
      planted.push({ code, severity: "error", file, line: undefined, column: undefined });
  };
  whole("too_large", "activity-definitions/huge.md");
  whole("file_unreadable", "activity-definitions/loop-a.md", "activity-definitions/loop-b.md");
  whole("file_unreadable", "workplans/dangling.md", "workplans/folder.md");
  whole("file_missing", "loops/second/roster.yaml", "loops/second/cadence.yaml");
}

function takeMarks(file: string, marked: string): string {
  const mark = /«([a-z0-9_]*)(?::([a-z]+))?»/;
  let text = marked;
  for (let match = mark.exec(text); match !== null; match = mark.exec(text)) {
    const before = text.slice(0, match.index).split("\n");
    text = text.slice(0, match.index) + text.slice(match.index + match[0].length);
    if (match[1] === undefined || match[1] === "") continue;
    planted.push({
      code: match[1],
      severity: match[2] ?? "error",
      file,
      line: before.length,
      column: (before.at(-1)?.length ?? 0) + 1,
    });
  }
  return text;
}

function sorted(list: readonly Told[]): Told[] {
  const key = (each: Told) => JSON.stringify([each.file, each.line ?? 0, each.column ?? 0, each.code]);
  return [...list].sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
}

beforeAll(() => {
  folder = copyOwnOps();
  plant(folder);
});

function told(report: Json): Told[] {
  return rows(report.findings).map((finding) => ({
    code: String(finding.code),
    severity: String(finding.severity),
    file: String(finding.file),
    line: asNumber(finding.line),
    column: asNumber(finding.column),
  }));
}

function asNumber(value: unknown): number | undefined {
  return value === undefined ? undefined : Number(value);
}

/** Walks down a document; `undefined` where there is nothing. */
function at(value: unknown, ...path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>((node, step) => {
    if (Array.isArray(node)) return node[Number(step)];
    return isMap(node) ? node[step] : undefined;
  }, value);
}

const readers: Readonly<Record<string, (ran: Ran) => Told[]>> = {
  json: ({ stdout }) => told(document(stdout)),
  sarif: ({ stdout }) =>
    rows(at(document(stdout), "runs", 0, "results")).map((result) => {
      const place = at(result, "locations", 0, "physicalLocation");
      return {
        code: String(result.ruleId),
        severity: String(result.level),
        file: decodeURIComponent(String(at(place, "artifactLocation", "uri"))),
        line: asNumber(at(place, "region", "startLine")),
        column: asNumber(at(place, "region", "startColumn")),
      };
    }),
  github: ({ stdout }) =>
    stdout
      .trimEnd()
      .split("\n")
      .map((line) => {
        const match = /^::(error|warning|notice) ([^:]+)::/.exec(line);
        if (match === null) throw new Error(`no workflow command: ${line}`);
        const properties = new Map(
          (match[2] ?? "").split(",").map((each): [string, string] => {
            const [key = "", value = ""] = each.split("=");
            return [key, value.replaceAll("%2C", ",").replaceAll("%3A", ":").replaceAll("%25", "%")];
          }),
        );
        return {
          code: properties.get("title") ?? "",
          severity: match[1] ?? "",
          file: properties.get("file") ?? "",
          line: asNumber(properties.get("line")),
          column: asNumber(properties.get("col")),
        };
      }),
  human: ({ stdout }) =>
    stdout.split("\n").flatMap((line) => {
      const match = /^([^\s:]+)(?::(\d+):(\d+))? (error|warning|info) .*\[([a-z0-9_]+)\]$/.exec(line);
      return match === null
        ? []
        : [
            {
              code: match[5] ?? "",
              severity: match[4] ?? "",
              file: match[1] ?? "",
              line: asNumber(match[2]),
              column: asNumber(match[3]),
            },
          ];
    }),
};

describe("validate on a copy with many faults", () => {
  it("has more than twenty kinds of them", () => {
    expect(new Set(planted.map(({ code }) => code)).size).toBeGreaterThanOrEqual(30);
  });

  it.each(Object.keys(readers))("tells every one at its place and no other, as %s", async (format) => {
    const ran = await coulomb(["validate", "--format", format], { cwd: folder });
    expect(ran.code).toBe(1);
    expect(ran.stderr).toBe("");
    expect(sorted(readers[format]?.(ran) ?? [])).toEqual(sorted(planted));
  });

  it("prints them by file, line and column", async () => {
    const ran = await coulomb(["validate", "--json"], { cwd: folder });
    const files = told(document(ran.stdout)).map(({ file }) => file);
    expect(files).toEqual([...files].sort());
  });

  it("counts what it lists", async () => {
    const report = document((await coulomb(["validate", "--json"], { cwd: folder })).stdout);
    const errors = planted.filter((each) => each.severity === "error").length;
    expect(report).toMatchObject({ errors, warnings: planted.length - errors });
  });

  it("suggests the key that was meant", async () => {
    const report = document((await coulomb(["validate", "--json"], { cwd: folder })).stdout);
    const finding = rows(report.findings).find(
      ({ code, file }) => code === "schema_unknown_key" && file === "coulomb.yaml",
    );
    expect(finding).toMatchObject({ pointer: "/forges/0/ownr" });
    expect(finding?.hint).toMatch(/"owner"/);
  });

  it.each([
    { paths: ["loops"], within: /^loops\// },
    { paths: ["loops/", "workplans"], within: /^(?:loops|workplans)\// },
    { paths: ["loops/kaizen-stack/roster.yaml"], within: /^loops\/kaizen-stack\/roster\.yaml$/ },
    { paths: ["loops", "loops/kaizen-stack/roster.yaml"], within: /^loops\// },
    { paths: ["."], within: /^/ },
  ])("tells of $paths only what stands there, once", async ({ paths, within }) => {
    const ran = await coulomb(["validate", "--json", ...paths], { cwd: folder });
    expect(ran.code).toBe(1);
    expect(sorted(told(document(ran.stdout)))).toEqual(
      sorted(planted.filter(({ file }) => within.test(file))),
    );
  });

  it("exits with 0 for a file without faults beside files with faults", async () => {
    const ran = await coulomb(["validate", "workplans/LOOP-WP-0002-state-hub-sync.md"], { cwd: folder });
    expect(ran.code).toBe(0);
  });

  it("finds a path from a folder inside the ops repo", async () => {
    const ran = await coulomb(["validate", "--json", "roster.yaml"], { cwd: join(folder, loop) });
    const files = new Set(told(document(ran.stdout)).map(({ file }) => file));
    expect([...files]).toEqual([`${loop}/roster.yaml`]);
  });

  it("stops every command that would plan from them, with the findings on stderr", async () => {
    const ran = await coulomb(["plan"], { cwd: folder });
    expect(ran).toMatchObject({ code: 1, stdout: "" });
    expect(ran.stderr).toContain("[repo_twice]");
    expect(ran.stderr).toContain("[ops_invalid]");
  });
});

describe("the SARIF log", () => {
  let log: Json;
  beforeAll(async () => {
    log = document((await coulomb(["validate", "--format", "sarif"], { cwd: folder })).stdout);
  });

  it("has what SARIF 2.1.0 requires of a log, a run, a tool and a driver", () => {
    expect(log.version).toBe("2.1.0");
    expect(log.$schema).toMatch(/sarif-2\.1\.0\.json$/);
    expect(rows(log.runs)).toHaveLength(1);
    expect(at(log, "runs", 0, "tool", "driver", "name")).toBe("coulomb");
    expect(["utf16CodeUnits", "unicodeCodePoints"]).toContain(at(log, "runs", 0, "columnKind"));
  });

  it("names each rule once, and each result points to its rule", () => {
    const rules = rows(at(log, "runs", 0, "tool", "driver", "rules")).map(({ id }) => id);
    expect(new Set(rules).size).toBe(rules.length);
    for (const result of rows(at(log, "runs", 0, "results")))
      expect(rules[Number(result.ruleIndex)]).toBe(result.ruleId);
  });

  it("gives each result a level, a text and a relative place with numbers from 1", () => {
    for (const result of rows(at(log, "runs", 0, "results"))) {
      expect(["error", "warning", "note", "none"]).toContain(result.level);
      expect(at(result, "message", "text")).toMatch(/\S/);
      const place = at(result, "locations", 0, "physicalLocation");
      const uri = String(at(place, "artifactLocation", "uri"));
      expect(new URL(uri, "file:///ops/").pathname).toBe(`/ops/${uri}`);
      const region = at(place, "region");
      if (!isMap(region)) continue;
      for (const number of [region.startLine, region.startColumn]) {
        expect(Number.isInteger(number)).toBe(true);
        expect(Number(number)).toBeGreaterThanOrEqual(1);
      }
    }
  });

  it("gives results where there are none an empty list", async () => {
    const sound = copyOwnOps();
    const empty = document((await coulomb(["validate", "--format", "sarif"], { cwd: sound })).stdout);
    expect(at(empty, "runs", 0, "results")).toEqual([]);
  });
});

describe("validate on this repository's own ops data", () => {
  it.each([{ args: [] }, { args: ["--strict"] }, { args: ["loops", "workplans"] }])(
    "finds nothing with $args",
    async ({ args }) => {
      const sound = copyOwnOps();
      const ran = await coulomb(["validate", "--json", ...args], { cwd: sound });
      expect(ran.code).toBe(0);
      expect(document(ran.stdout)).toMatchObject({ errors: 0, warnings: 0, findings: [] });
    },
  );

  it.each([
    { args: [], code: 0 },
    { args: ["--strict"], code: 1 },
  ])("with a warning exits with $code for $args", async ({ args, code }) => {
    const warned = copyOwnOps();
    const file = join(warned, loop, "decisions/DEC-001.yaml");
    writeFileSync(file, readFileSync(file, "utf8").replace("status: accepted", "status: proposed"));
    const ran = await coulomb(["validate", "--json", ...args], { cwd: warned });
    expect(ran.code).toBe(code);
    expect(told(document(ran.stdout))).toEqual([
      { code: "decision_open", severity: "warning", file: `${loop}/roster.yaml`, line: 5, column: 11 },
    ]);
  });

  it("counts columns in UTF-16 units, and lines of CRLF and of a file with a byte order mark", async () => {
    const odd = copyOwnOps();
    const options = 'options: [{ key: A, summary: "🙂🙂", nope: 1 }]';
    const lines = [
      "\uFEFFschema_version: decision/v1",
      "id: DEC-002",
      "question: Why?",
      options,
      "status: proposed",
      "",
    ];
    writeFiles(odd, { [`${loop}/decisions/DEC-002.yaml`]: lines.join("\r\n") });
    const ran = await coulomb(["validate", "--json"], { cwd: odd });
    expect(told(document(ran.stdout))).toEqual([
      {
        code: "schema_unknown_key",
        severity: "error",
        file: `${loop}/decisions/DEC-002.yaml`,
        line: 4,
        column: options.indexOf("nope") + 1,
      },
    ]);
  });

  it("reads an ops repo in a folder whose name means something to a glob", async () => {
    const odd = join(newFolder(), "ops [1] {a,b} *");
    copyOwnOps(odd);
    const ran = await coulomb(["validate", "--json"], { cwd: odd });
    expect(document(ran.stdout)).toMatchObject({ files: 20, errors: 0 });
  });
});

describe("validate on a path", () => {
  it("that does not exist tells so", async () => {
    const sound = copyOwnOps();
    const ran = await coulomb(["validate", "--json", "loop"], { cwd: sound });
    expect(ran.code).toBe(1);
    expect(rows(document(ran.stdout).findings)).toMatchObject([{ code: "file_unreadable", file: "loop" }]);
  });

  it.each([
    { title: "sound", text: "timezone: UTC\nagents: {}\n", told: [] },
    {
      title: "with a bad cron",
      text: 'timezone: UTC\nagents:\n  coach: { cadence: daily, cron: "99 * * * *", enabled: true }\n',
      told: [{ code: "cron_field", line: 3, column: 34 }],
    },
    {
      title: "with a tab",
      text: "timezone: UTC\nagents:\n\tcoach: {}\n",
      told: [{ code: "yaml_syntax", line: 3, column: 1 }],
    },
    {
      title: "that is no UTF-8",
      text: Buffer.from([0x61, 0xff]),
      told: [{ code: "not_utf8", line: 1, column: 2 }],
    },
  ])("of a pilot's schedule file $title checks it by its own contract", async ({ text, told: expected }) => {
    const sound = copyOwnOps();
    writeFiles(sound, { "pilot/schedule.yml": text });
    const ran = await coulomb(["validate", "--json", "pilot/schedule.yml"], { cwd: sound });
    expect(ran.code).toBe(expected.length === 0 ? 0 : 1);
    expect(rows(document(ran.stdout).findings)).toMatchObject(expected);
  });

  it("that no contract holds for says so, instead of passing it", async () => {
    const sound = copyOwnOps();
    writeFiles(sound, { "notes.txt": "anything" });
    const ran = await coulomb(["validate", "--json", "notes.txt"], { cwd: sound });
    expect(ran.code).toBe(0);
    expect(rows(document(ran.stdout).findings)).toMatchObject([
      { code: "file_unchecked", severity: "info", file: "notes.txt" },
    ]);
  });
});

/** Code and line of every finding after a change of this ops repo. */
async function codes(change: (cwd: string) => void): Promise<string[]> {
  const cwd = copyOwnOps();
  change(cwd);
  const ran = await coulomb(["validate", "--json"], { cwd });
  return rows(document(ran.stdout).findings).map(({ code, line }) => `${String(code)}:${String(line)}`);
}

async function withoutLoops(change: (cwd: string) => void) {
  const cwd = copyOwnOps();
  const file = join(cwd, "coulomb.yaml");
  const text = readFileSync(file, "utf8").replace(/^( *)loops: \[.*\]/m, '$1loops: ["lops/*"]');
  expect(text).toContain("lops/*");
  writeFileSync(file, text);
  change(cwd);
  return rows(document((await coulomb(["validate", "--json"], { cwd })).stdout).findings);
}

describe("a pattern in paths.loops that matches no folder", () => {
  it("is an error while definitions exist, and they point to it", async () => {
    const findings = await withoutLoops(() => {});
    expect(findings.filter(({ code }) => code === "loop_missing")).toMatchObject([
      { severity: "error", file: "coulomb.yaml", pointer: "/paths/loops" },
    ]);
    const unknown = findings.filter(({ code }) => code === "loop_unknown");
    expect(unknown.length).toBeGreaterThan(1);
    for (const { hint } of unknown) expect(hint).toContain("paths.loops");
  });

  it("is a warning where nothing needs a loop", async () => {
    const findings = await withoutLoops((cwd) =>
      rmSync(join(cwd, "activity-definitions"), { recursive: true }),
    );
    expect(findings.filter(({ code }) => code === "loop_missing")).toMatchObject([{ severity: "warning" }]);
  });
});

describe("control characters in the name of a file", () => {
  it.each([
    { format: "human", line: /^(?:\S+:?.* (?:error|warning|info) .*\[\w+\]| {2}→ .*|\d+ files in .*)$/ },
    { format: "github", line: /^::(?:error|warning|notice) / },
  ])("break no line of the format $format", async ({ format, line }) => {
    const cwd = copyOwnOps();
    writeFiles(cwd, { "activity-definitions/a\n::error::forged\u001B[31m.md": "---\nid: x\n---\n" });
    const ran = await coulomb(["validate", "--format", format], { cwd });
    expect(ran.code).toBe(1);
    const lines = ran.stdout.trimEnd().split("\n");
    expect(lines.filter((each) => !line.test(each) || each.startsWith("::error::"))).toEqual([]);
    expect(ran.stdout).not.toContain("\u001B");
  });
});

describe("one flaw", () => {
  it.each([{ file: "loops/kaizen-stack/cadence.yaml" }, { file: hourly }])(
    "is one finding: an empty cron in $file",
    async ({ file }) => {
      const cwd = copyOwnOps();
      const text = readFileSync(join(cwd, file), "utf8").replace(/cron: "[^"]*"/, 'cron: ""');
      writeFileSync(join(cwd, file), text);
      const ran = await coulomb(["validate", "--json"], { cwd });
      const own = rows(document(ran.stdout).findings).filter((finding) => finding.file === file);
      expect(own).toMatchObject([{ code: "schema_range", severity: "error" }]);
    },
  );
});

describe("several flaws in one document", () => {
  it("are all reported, also when a key that the document must have is flawed", async () => {
    const found = await codes((cwd) =>
      writeFiles(cwd, {
        "loops/kaizen-stack/roster.yaml":
          "schema_version: roster/v1\nloop: kaizen-stack\ndecision: DEC-009\ndefaults: { forge: nope }\nactive: x\n",
      }),
    );
    expect(found).toEqual(["decision_missing:3", "forge_unknown:4", "schema_type:5"]);
  });

  it.each([
    ".git/hooks/x",
    ".GIT/config",
    ".",
    ".kaizen/",
    "./x.yml",
    ".kaizen//x.yml",
    "a/../b",
    "/etc/passwd",
  ])("refuse the schedule path %s", async (path) => {
    const found = await codes((cwd) =>
      writeFiles(cwd, {
        "loops/kaizen-stack/roster.yaml": `schema_version: roster/v1\nloop: kaizen-stack\nschedule_path: ${path}\nactive: []\n`,
      }),
    );
    expect(found).toEqual(["schema_pattern:3"]);
  });

  it.each([
    { url: "https://me:canary@host.example/{owner}/{repo}.git", wanted: ["forge_secret"] },
    { url: "https://canary@host.example/{owner}/{repo}.git", wanted: ["forge_secret"] },
    { url: "HTTP://canary@host.example", wanted: ["forge_secret"] },
    { url: "https://:@host.example/{owner}/{repo}.git", wanted: ["forge_secret"] },
    { url: "https://a@b:canary@host.example/{owner}/{repo}.git", wanted: ["forge_secret"] },
    { url: "ssh://git:canary@host.example/{owner}/{repo}.git", wanted: ["forge_secret"] },
    { url: "ssh://git@host.example/{owner}/{repo}.git", wanted: [] },
    { url: "ssh://git@host.example:2222/{owner}/{repo}.git", wanted: [] },
    { url: "git@host.example:{owner}/{repo}.git", wanted: [] },
    { url: "https://host.example/@{owner}/{repo}.git", wanted: [] },
    { url: "https://host.example:8443/{owner}/{repo}.git", wanted: [] },
  ])("name every credential in $url, and print none", async ({ url, wanted }) => {
    const cwd = copyOwnOps();
    const file = join(cwd, "coulomb.yaml");
    writeFileSync(file, readFileSync(file, "utf8").replace(/url: .*/, `url: "${url}"`));
    const ran = await coulomb(["validate", "--json"], { cwd });
    expect(rows(document(ran.stdout).findings).map(({ code }) => code)).toEqual(wanted);
    expect(ran.stdout + ran.stderr).not.toContain("canary");
  });

  it.each(["/etc/*", "../*", "loops/../../x"])(
    "refuse the pattern %s, which leaves the ops repo",
    async (pattern) => {
      const cwd = copyOwnOps();
      const file = join(cwd, "coulomb.yaml");
      writeFileSync(
        file,
        readFileSync(file, "utf8").replace(/workplans: \[.*\]/, `workplans: ["${pattern}"]`),
      );
      const ran = await coulomb(["validate", "--json"], { cwd });
      expect(rows(document(ran.stdout).findings).map(({ code }) => code)).toContain("schema_pattern");
    },
  );
});
