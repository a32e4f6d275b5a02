import { type Attempt, decidePromotion, type PromotionDecision } from "@coulomb-loop/cadence";
import type { Promotion } from "@coulomb-loop/schemas";
import { describe, expect, it } from "vitest";
import { type OpsFile, readOpsRepo } from "../ops-repo.ts";
import { type BaseFiles, promotionRecord } from "./promotion-content.ts";
import { firstCycle } from "./promotion-evidence.fixture.ts";
import { cadencePath, loop, opsFiles, rosterPath } from "./promotion-files.fixture.ts";
import { groundOf } from "./promotion-ground.fixture.ts";
import { promotionText } from "./promotion-text.ts";

const hour = 3_600_000;
const kinds: Readonly<Record<string, OpsFile["kind"]>> = {
  "coulomb.yaml": "coulomb",
  [rosterPath]: "roster",
  [cadencePath]: "cadence",
};

function baseOf(texts: Readonly<Record<string, string>>): BaseFiles {
  const files = new Map(Object.entries(texts).map(([path, text]) => [path, new TextEncoder().encode(text)]));
  const read = [...files].map(([path, content]): OpsFile => {
    const kind = kinds[path] ?? (path.startsWith("workplans/") ? "workplan" : "definition");
    return { path, kind, content };
  });
  const ops = readOpsRepo({ files: read, loopFolders: [`loops/${loop}`] }, firstCycle);
  return { documents: ops.documents, files, format: "sha1" };
}

/** What a loop with so many good hours decides. */
function decide(base: BaseFiles, letters: string): PromotionDecision & { readonly attempt: Attempt } {
  const now = firstCycle + letters.length * hour;
  const ground = groundOf(base, new Map([["bootstrap", letters]]), now);
  const decision = decidePromotion({ ...ground, open: undefined });
  const { attempt } = decision;
  if (attempt === undefined) throw new Error("there is an attempt");
  return { ...decision, attempt };
}

/** The words of the proposal that a base and its hours give. */
function textOf(
  base: BaseFiles,
  letters: string,
  more: Pick<Promotion, "direction" | "trigger"> & Partial<Promotion> = {
    direction: "promote",
    trigger: "evidence",
  },
) {
  const { attempt, gates, earliest } = decide(base, letters);
  const now = firstCycle + letters.length * hour;
  const ground = groundOf(base, new Map([["bootstrap", letters]]), now);
  const record = promotionRecord(
    {
      id: "PROM-0001",
      prev: null,
      loop,
      attempt,
      gates,
      policyDigest: "0".repeat(64),
      evidence: ground.phases.get("bootstrap")?.evidence,
      installation: "test",
      now,
    },
    more,
  );
  const { documents } = base;
  const results = ground.phases.get("bootstrap")?.results ?? [];
  return promotionText({ documents, record, gates, results, earliest, byCommand: true });
}

describe("the text of a promotion", () => {
  const found = textOf(baseOf(opsFiles()), "sss");

  it("names the repos and the phases", () => {
    expect(found.title).toBe("Promote a, b from bootstrap to stabilize");
  });

  it("fits on one screen", () => {
    expect(found.body.split("\n").length).toBeLessThanOrEqual(45);
  });

  it("tells what changes for whom", () => {
    expect(found.body).toContain("- **coach**: hourly at :15 → daily 09:00 (Europe/Berlin)");
    expect(found.body).toContain(
      "- in this repo: the phase of a, b in the roster, `daily-coach` begins to fire, `hourly-coach` stops, the status of LOOP-WP-0001-T01, and the record with its evidence",
    );
  });

  it("tells of the first repo only that its phase begins", () => {
    const files = opsFiles();
    const base = baseOf({
      ...files,
      [cadencePath]: (files[cadencePath] ?? "").replace(
        "auto_rollback:",
        "waves: [{ name: canary, select: { wave: 0 }, max_concurrency: 1 }]\nauto_rollback:",
      ),
    });
    expect(textOf(base, "sss").body).toContain(
      "- in this repo: the phase of a in the roster, `daily-coach` begins to fire, the status of",
    );
  });

  it("tells what was proved, and how strong that is", () => {
    expect(found.body).toMatch(/`clean`: 3 cycles in a row in each repo; .* at least 36\.8 % \(95 % sure\)/);
    expect(found.body).toMatch(/- evidence `[0-9a-f]{12}`, beside the record/);
  });

  it("takes a criterion that is only shown for no proof", () => {
    const files = opsFiles();
    const base = baseOf({
      ...files,
      [cadencePath]: (files[cadencePath] ?? "").replace(
        "on_missing: hold",
        "on_missing: hold\n    enforcement: dry_run",
      ),
    });
    const { body } = textOf(base, "s");
    expect(body).toContain("- `clean` is not proved: 1 of 3 cycles in a row\n");
    expect(body).not.toContain("3 cycles in a row in each repo");
  });

  it("tells what is missing, who is wanted, and when it can be merged at the earliest", () => {
    expect(found.body).toContain("Missing: `diff-scope`, `approval`. Earliest merge: 2026-06-18T15:00:00Z");
    expect(found.body).toContain(
      "| `approval` | … pending | nobody was asked yet | coulomb approve by ada |",
    );
  });

  it("tells how to agree and how to refuse, by command and by review", () => {
    expect(found.body).toContain(
      '- agree: `coulomb approve PROM-0001 --message "why"`, signed with your key',
    );
    expect(found.body).toContain('- refuse: `coulomb approve PROM-0001 --reject --message "why"`');
  });

  it("shows an unmet gate with its counterexample", () => {
    expect(textOf(baseOf(opsFiles()), "sfss").body).toMatch(
      /\| `clean` \| … pending \| 2 of 3 cycles in a row: .*\(. 2026-06-18T13:00:00Z: intervention\)/,
    );
  });
});

describe("the text of a demotion, a hold and a release", () => {
  const base = baseOf(opsFiles());

  it("gives the reason, as text and never as Markdown", () => {
    const { body } = textOf(base, "sss", {
      direction: "demote",
      trigger: "person",
      reason: "it fails\n# [x](http://evil.test) `code`",
      hold: true,
    });
    expect(body).toContain(String.raw`Why: it fails \# \[x\](http://evil.test) \`code\``);
    expect(body).toContain("It is held there until somebody releases it");
  });

  it.each([
    ["hold", "stops every promotion of **every repo** until 2026-07-10T16:00:00.000Z."],
    ["release", "lets **every repo** be promoted again."],
  ] as const)("says what a %s does", (direction, words) => {
    const until = direction === "hold" ? { until: "2026-07-10T16:00:00.000Z" } : {};
    const { body } = textOf(base, "sss", {
      direction,
      trigger: "person",
      reason: "why",
      all: true,
      ...until,
    });
    expect(body).toContain(words);
  });
});
