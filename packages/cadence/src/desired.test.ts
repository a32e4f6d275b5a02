import { describe, expect, it } from "vitest";
import type { DesiredRepo } from "./desired.ts";
import { defaultSchedulePath, entryIdentity, resolveDesired, resolveFleet } from "./desired.ts";
import type { OpsFiles } from "./ops-documents.fixture.ts";
import {
  agent,
  cadence,
  coulomb,
  forge,
  loop,
  opsDocuments,
  override,
  phase,
  roster,
} from "./ops-documents.fixture.ts";
import type { OpsDocuments } from "./ops-documents.ts";

const asOf = Date.UTC(2026, 7, 1);
const end = Date.UTC(2026, 8, 1);

function withRoster(more: object, files: Partial<OpsFiles> = {}): OpsDocuments {
  return opsDocuments({ loops: [loop({ roster: roster(more) })], ...files });
}

function withEntry(entry: object): OpsDocuments {
  return withRoster({ active: [{ repo: "a", ...entry }] });
}

/** The one repo that is resolved. */
function only(documents: OpsDocuments, at = asOf): DesiredRepo {
  const [repo, ...more] = resolveDesired(documents, at);
  if (repo === undefined || more.length > 0) throw new Error("expected one repo");
  return repo;
}

function values(repo: DesiredRepo): Record<string, string | boolean> {
  return Object.fromEntries(repo.paths.map(({ pointer, value }) => [pointer, value]));
}

describe("resolveDesired", () => {
  it("says everything that the loop wants of a repo, and where it stands", () => {
    const schedule = ["phases", 0, "schedule"];
    const at = { file: "loops/kaizen-stack/cadence.yaml", what: "phase bootstrap" };
    expect(only(withRoster({ active: [{ repo: "kaizen-agentic", wave: 2 }] }))).toEqual({
      id: "local/coulomb/kaizen-agentic",
      forge: "local",
      owner: "coulomb",
      repo: "kaizen-agentic",
      loop: "kaizen-stack",
      phase: "bootstrap",
      wave: 2,
      file: ".kaizen/schedule.yml",
      source: { file: "loops/kaizen-stack/roster.yaml", path: ["active", 0], what: expect.any(String) },
      mode: "run",
      freed: [],
      overrides: [],
      removedAgents: [],
      timezone: "Europe/Berlin",
      paths: [
        {
          pointer: "/timezone",
          value: "Europe/Berlin",
          ownership: "seed",
          source: { ...at, path: ["timezone"], what: expect.any(String) },
        },
        {
          pointer: "/domain",
          value: "custodian",
          ownership: "seed",
          source: {
            file: "loops/kaizen-stack/roster.yaml",
            path: ["defaults", "domain"],
            what: expect.any(String),
          },
        },
        {
          pointer: "/agents/coach/cadence",
          value: "daily",
          ownership: "overridable",
          source: { ...at, path: [...schedule, "coach", "cadence"] },
        },
        {
          pointer: "/agents/coach/cron",
          value: "15 * * * *",
          ownership: "overridable",
          source: { ...at, path: [...schedule, "coach", "cron"] },
        },
        {
          pointer: "/agents/coach/enabled",
          value: true,
          ownership: "enforced",
          source: { ...at, path: [...schedule, "coach", "enabled"] },
        },
        {
          pointer: "/agents/optimization/cadence",
          value: "daily",
          ownership: "overridable",
          source: { ...at, path: [...schedule, "optimization", "cadence"] },
        },
        {
          pointer: "/agents/optimization/cron",
          value: "30 * * * *",
          ownership: "overridable",
          source: { ...at, path: [...schedule, "optimization", "cron"] },
        },
        {
          pointer: "/agents/optimization/enabled",
          value: true,
          ownership: "enforced",
          source: { ...at, path: [...schedule, "optimization", "enabled"] },
        },
      ],
    });
  });

  it("prefers what the entry says to the defaults", () => {
    const documents = withRoster(
      { active: [{ repo: "a", forge: "hub", owner: "own", domain: "dom", phase: "stabilize", wave: 3 }] },
      { coulomb: coulomb({ forges: [forge(), forge("hub")] }) },
    );
    const repo = only(documents);
    expect(repo).toMatchObject({ id: "hub/own/a", phase: "stabilize", wave: 3 });
    expect(repo.paths.find(({ pointer }) => pointer === "/domain")).toMatchObject({
      value: "dom",
      source: { path: ["active", 0, "domain"] },
    });
    expect(values(repo)).toMatchObject({ "/agents/coach/cron": "0 9 * * *" });
    expect(values(repo)).not.toHaveProperty(["/agents/optimization/cron"]);
  });

  it("takes the first phase, wave 0, the only forge and its owner where nothing is said", () => {
    const documents = withRoster({ defaults: {}, active: [{ repo: "a" }] });
    expect(only(documents)).toMatchObject({
      id: "local/coulomb/a",
      phase: "bootstrap",
      wave: 0,
      file: defaultSchedulePath,
    });
    expect(values(only(documents))).not.toHaveProperty(["/domain"]);
  });

  it("takes wave and schedule file from the roster", () => {
    const documents = withRoster({
      schedule_path: "a/b.yml",
      defaults: { wave: 7 },
      active: [{ repo: "a" }],
    });
    expect(only(documents)).toMatchObject({ wave: 7, file: "a/b.yml" });
  });

  it("wants no cron of a manual agent", () => {
    const manual = phase({ schedule: { coach: { cadence: "manual", enabled: false } } });
    const documents = opsDocuments({
      loops: [loop({ cadence: cadence({ phases: [manual] }), roster: roster({ active: [{ repo: "a" }] }) })],
    });
    expect(values(only(documents))).toEqual({
      "/timezone": "Europe/Berlin",
      "/domain": "custodian",
      "/agents/coach/cadence": "manual",
      "/agents/coach/enabled": false,
    });
  });

  it.each([
    ["before it ends", end - 1, "20 * * * *"],
    ["at its end", end, "15 * * * *"],
    ["after it", end + 1, "15 * * * *"],
  ])("follows an override %s", (_when, at, cron) => {
    expect(values(only(withEntry({ overrides: [override()] }), at))["/agents/coach/cron"]).toBe(cron);
  });

  it("names the override as the source", () => {
    const cron = only(withEntry({ overrides: [override()] })).paths.find(({ pointer }) =>
      pointer.endsWith("coach/cron"),
    );
    expect(cron).toMatchObject({
      value: "20 * * * *",
      ownership: "overridable",
      source: { file: "loops/kaizen-stack/roster.yaml", path: ["active", 0, "overrides", 0] },
    });
  });

  it("leaves a path to the repo when the override pins nothing", () => {
    const documents = withEntry({ overrides: [override({ value: undefined })] });
    const repo = only(documents);
    expect(repo.freed.map(({ pointer }) => pointer)).toEqual(["/agents/coach/cron"]);
    expect(values(repo)).not.toHaveProperty(["/agents/coach/cron"]);
    expect(only(documents, end).freed).toEqual([]);
  });

  it("follows the last of two overrides that are alive", () => {
    const overrides = [
      override({ value: "1 * * * *" }),
      override({ value: "2 * * * *" }),
      override({ value: "3 * * * *", expires_at: "2026-07-01T00:00:00Z" }),
    ];
    expect(values(only(withEntry({ overrides })))["/agents/coach/cron"]).toBe("2 * * * *");
  });

  it("knows an override that ends with a leap second", () => {
    const documents = withEntry({ overrides: [override({ expires_at: "2026-12-31T23:59:60Z" })] });
    expect(values(only(documents))["/agents/coach/cron"]).toBe("20 * * * *");
  });

  it.each([
    ["/agents/coach/enabled", false, true],
    ["/timezone", "UTC", "Europe/Berlin"],
    ["/domain", "other", "custodian"],
  ])("lets nobody override %s", (path, value, expected) => {
    const repo = only(
      withEntry({ overrides: [override({ path, value }), override({ path, value: undefined })] }),
    );
    expect(values(repo)[path]).toBe(expected);
    expect(repo.freed).toEqual([]);
  });

  it("follows the ownership rules of the loop", () => {
    const ownership = [
      { path: "/agents/<step>/cron", class: "enforced" },
      { path: "/agents/coach/enabled", class: "overridable" },
    ];
    const entry = {
      repo: "a",
      overrides: [override(), override({ path: "/agents/coach/enabled", value: false })],
    };
    const repo = only(
      opsDocuments({
        loops: [loop({ cadence: cadence({ ownership }), roster: roster({ active: [entry] }) })],
      }),
    );
    expect(values(repo)).toMatchObject({
      "/agents/coach/cron": "15 * * * *",
      "/agents/coach/enabled": false,
    });
  });

  it("lists repos by id, over all loops", () => {
    const second = loop({
      folder: "loops/other",
      roster: roster({
        loop: "other",
        schedule_path: "other.yml",
        active: [{ repo: "b" }, { repo: "a", owner: "aa" }],
      }),
      cadence: cadence({ loop: "other" }),
    });
    const first = loop({ roster: roster({ active: [{ repo: "c" }, { repo: "B" }, { repo: "a" }] }) });
    expect(
      resolveDesired(opsDocuments({ loops: [first, second] }), asOf).map(
        ({ id, loop: name }) => `${id} ${name}`,
      ),
    ).toEqual([
      "local/aa/a other",
      "local/coulomb/B kaizen-stack",
      "local/coulomb/a kaizen-stack",
      "local/coulomb/b other",
      "local/coulomb/c kaizen-stack",
    ]);
  });

  it("wants nothing of repos that are not active", () => {
    const documents = withRoster({
      active: [],
      expansion_queue: [{ repo: "a" }],
      saturated: [{ repo: "b" }],
      removed: [{ repo: "c", mode: "release", reason: "r" }],
    });
    expect(resolveDesired(documents, asOf)).toEqual([]);
  });

  it.each([
    ["in a phase that does not exist", withEntry({ phase: "stabilise" })],
    [
      "without forge, where there are two",
      withRoster(
        { defaults: {}, active: [{ repo: "a" }] },
        { coulomb: coulomb({ forges: [forge(), forge("hub")] }) },
      ),
    ],
    [
      "without owner, on a forge that has none",
      withRoster(
        { defaults: {}, active: [{ repo: "a" }] },
        { coulomb: coulomb({ forges: [forge("local", { owner: undefined })] }) },
      ),
    ],
    ["of a loop without policy", opsDocuments({ loops: [loop({ cadence: undefined })] })],
    ["of a loop without roster", opsDocuments({ loops: [loop({ roster: undefined })] })],
    ["whose entry is flawed", withRoster({ active: [{ repo: "a b" }] })],
  ])("leaves out an entry %s", (_what, documents) => {
    expect(resolveDesired(documents, asOf)).toEqual([]);
  });

  it("keeps the places of a file with flaws", () => {
    const active = [{ repo: "a b" }, { repo: "good", overrides: [{ path: "/x" }, override()] }];
    const broken = { ...phase(), schedule: {} };
    const documents = opsDocuments({
      loops: [
        loop({
          roster: roster({ active }),
          cadence: cadence({ phases: [broken, phase({ schedule: { coach: agent("1 * * * *") } })] }),
        }),
      ],
    });
    const repo = only(documents);
    expect(repo.source.path).toEqual(["active", 1]);
    expect(repo.paths.map(({ source }) => source.path)).toEqual([
      ["timezone"],
      ["defaults", "domain"],
      ["phases", 1, "schedule", "coach", "cadence"],
      ["active", 1, "overrides", 1],
      ["phases", 1, "schedule", "coach", "enabled"],
    ]);
  });
});

describe("resolveFleet", () => {
  const leaving = {
    active: [{ repo: "a" }],
    expansion_queue: [{ repo: "next" }],
    saturated: [{ repo: "full", wave: 2, phase: "stabilize" }],
    removed: (["release", "disable", "prune"] as const).map((mode) => ({ repo: mode, mode, reason: "r" })),
  };

  it("names every repo that runs or leaves, and what is done there", () => {
    const fleet = resolveFleet(withRoster(leaving), asOf);
    expect(fleet.map(({ repo, mode }) => [repo, mode])).toEqual([
      ["a", "run"],
      ["disable", "disable"],
      ["full", "disable"],
      ["prune", "prune"],
      ["release", "release"],
    ]);
    expect(fleet.filter(({ mode }) => mode !== "run").flatMap(({ paths }) => paths)).toEqual([]);
    expect(fleet.find(({ repo }) => repo === "full")).toMatchObject({
      phase: "stabilize",
      wave: 2,
      source: { path: ["saturated", 0], what: "kaizen-stack roster, saturated" },
    });
    expect(resolveDesired(withRoster(leaving), asOf).map(({ repo }) => repo)).toEqual(["a"]);
  });

  it("carries over where a repo comes from", () => {
    const documents = withRoster({ active: [{ repo: "a" }], moved: [{ from: "me/old", to: "a" }] });
    expect(only(documents)).toMatchObject({ formerIds: ["local/me/old"] });
  });

  it("names removed agents, but for those that the phase still schedules", () => {
    const removed_agents = ["gone", "coach"];
    const documents = opsDocuments({ loops: [loop({ cadence: cadence({ removed_agents }) })] });
    const [first] = resolveFleet(documents, asOf);
    expect(first?.removedAgents.map(({ agent: name }) => name)).toEqual(["gone"]);
  });
});

describe("entryIdentity", () => {
  it("needs no coulomb.yaml when the roster says all", () => {
    const documents = opsDocuments({ coulomb: undefined });
    const placed = documents.loops[0]?.roster;
    if (placed === undefined) throw new Error("no roster");
    expect(entryIdentity(documents, placed.value, { repo: "a" })).toEqual({
      id: "local/coulomb/a",
      forge: "local",
      owner: "coulomb",
      repo: "a",
    });
  });
});
