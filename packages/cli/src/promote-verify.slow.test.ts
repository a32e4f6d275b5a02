import { execFileSync } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { coulomb, document, isMap, newFolder, plainUser, repoRoot } from "./fleet.fixture.ts";
import { type Clone, cloneOf, forge, type Forgery, records } from "./promote-verify.fixture.ts";
import { openPromotionWorkshop, type PromotionWorkshop } from "./promotion.fixture.ts";

const at = (text: string) => Date.parse(text);
const from = at("2026-07-06T08:00:00Z");
const later = (minutes: number) => at("2026-07-06T10:40:00Z") + minutes * 60_000;
const record = `${records}/PROM-0001.yaml`;
const evidence = `${records}/PROM-0001.evidence.json`;
const seal = `${records}/PROM-0001.seal.yaml`;
const policy = "loops/kaizen-stack/cadence.yaml";

let workshop: PromotionWorkshop | undefined;
const shop = (): PromotionWorkshop => {
  if (workshop === undefined) throw new Error("it is made before the tests");
  return workshop;
};
const bare = () => join(shop().ops, "../forge/coulomb/coulomb-loop.git");
const clone = () => cloneOf(bare());

const remove = (file: string) => (made: Clone) => rmSync(join(made.folder, file));
const change = (file: string, what: RegExp, to: string) => (made: Clone) =>
  made.edit(file, (text) => text.replace(what, to));
const looser = (made: Clone) =>
  made.edit(policy, (text) => text.replace("consecutive_success_limit: 3", "consecutive_success_limit: 1"));
/** Answered anew by the regulator. */
const signed = (forgery: Forgery): Forgery => ({ key: shop().keys.regulator, ...forgery });

/** A promotion that is approved, merged and sealed, and a hold after it. */
beforeAll(async () => {
  const made = await openPromotionWorkshop(from - 3_600_000);
  workshop = made;
  await made.play(from, 3);
  const steps: readonly (readonly [number, readonly string[], string?])[] = [
    [0, ["promote"]],
    [
      1,
      ["approve", "PROM-0001", "--message", "three clean cycles", "--key", made.keys.regulator],
      "regulator",
    ],
    [2, ["promote"]],
    [3, ["reconcile"]],
    [4, ["requests", "merge", "kaizen-agentic"], "owner"],
    [5, ["promote"]],
    [6, ["hold", "the-custodian", "--reason", "a migration"]],
  ];
  for (const [minutes, args, who] of steps) {
    const ran = await made.run(later(minutes), args, who);
    if (ran.code !== 0) throw new Error(`${args.join(" ")}: ${ran.stdout}${ran.stderr}`);
    made.pull();
  }
}, 300_000);
afterAll(() => workshop?.remove());

describe("coulomb promote verify, in a clone far from its forge", () => {
  it("finds nothing, and says how strong each approval is", async () => {
    const schema: unknown = JSON.parse(
      readFileSync(join(repoRoot, "schemas/promote-verify.schema.json"), "utf8"),
    );
    const validate = new Ajv2020({ strict: false }).compile(isMap(schema) ? schema : {});
    const { folder } = clone();
    const ran = await coulomb(["promote", "verify", "--json"], { cwd: folder });
    const said = document(ran.stdout);
    expect(validate(said) ? [] : validate.errors).toEqual([]);
    expect(said).toMatchObject({
      loops: [
        {
          loop: "kaizen-stack",
          records: [
            {
              id: "PROM-0001",
              direction: "promote",
              state: "sealed",
              result: "merged",
              approvals: [{ user: "regulator", proof: "signature" }],
            },
            { id: "PROM-0002", direction: "hold", state: "unsealed", approvals: [] },
          ],
          findings: [],
        },
      ],
    });
    expect(ran.code).toBe(0);
    const shown = await coulomb(["promote", "verify", "--no-color"], { cwd: folder });
    expect(shown.stdout).toMatch(
      /PROM-0001 +promote +bootstrap → stabilize: kaizen-agentic +merged +regulator: signed/,
    );
    expect(shown.stdout).toContain("no errors");
  });

  it("needs the whole history", async () => {
    const folder = join(newFolder(), "ops");
    const env = { ...process.env, ...plainUser() };
    execFileSync("git", ["clone", "--quiet", "--depth", "1", `file://${bare()}`, folder], { env });
    const ran = await coulomb(["promote", "verify", "--json"], { cwd: folder });
    expect(ran.code).toBe(1);
    expect(document(ran.stdout)).toMatchObject({ kind: "error", code: "history_missing" });
  });

  it.each([
    ["coulomb.yaml", (text: string) => `{${text}`, "coulomb.yaml"],
    [policy, () => "[", policy],
    [
      "loops/kaizen-stack/roster.yaml",
      (text: string) => text.replace(/(repo: kaizen-agentic.*phase: )\w+/, "$1operate"),
      "promotion_phase",
    ],
  ])("finds what is wrong with %s, on which the records rest", async (file, edit, meant) => {
    const made = clone();
    made.edit(file, edit);
    made.commit("By hand");
    const { code, findings } = await made.verify();
    expect(code).toBe(1);
    expect(findings.map((each) => JSON.stringify(each)).join("\n")).toContain(meant);
  });

  it("compares a pull request with its base", async () => {
    const made = clone();
    made.git(["checkout", "--quiet", "-b", "topic"]);
    made.edit("coulomb.yaml", (text) => `${text}# a note\n`);
    made.commit("A note");
    expect(await made.verify("--base", "main")).toMatchObject({ code: 0, findings: [] });
    made.edit(seal, (text) => `${text}# a note\n`);
    made.commit("A note more");
    const { code, findings } = await made.verify("--base", "main");
    expect(code).toBe(1);
    expect(findings).toEqual([expect.stringMatching(`promotion_history ${seal}: .* changed against main`)]);
  });
});

describe("a file that was changed on the default branch", () => {
  it.each<{
    readonly title: string;
    readonly tamper: (made: Clone) => void;
    readonly wanted: readonly string[];
  }>([
    {
      title: "record",
      tamper: change(record, /proposed_by: coulomb-loop/, "proposed_by: coulomb-loos"),
      wanted: [
        `promotion_history ${record}`,
        `promotion_seal ${seal}`,
        `promotion_chain ${records}/PROM-0002.yaml`,
      ],
    },
    {
      title: "evidence",
      tamper: change(evidence, /"tzdata":"./, '"tzdata":"9'),
      wanted: [`promotion_history ${evidence}`, `promotion_evidence ${evidence}`],
    },
    {
      title: "evidence, by white space",
      tamper: change(evidence, /$/, "\n"),
      wanted: [`promotion_history ${evidence}`],
    },
    {
      title: "seal",
      tamper: change(seal, /merged_by: \S+/, "merged_by: somebody"),
      wanted: [`promotion_history ${seal}`],
    },
    { title: "seal deleted", tamper: remove(seal), wanted: [`promotion_history ${seal}: .* removed`] },
    {
      title: "record deleted",
      tamper: remove(record),
      wanted: [
        `promotion_history ${record}: .* removed`,
        `promotion_seal ${seal}`,
        `promotion_chain ${records}/PROM-0002.yaml`,
      ],
    },
    {
      title: "evidence deleted",
      tamper: remove(evidence),
      wanted: [`promotion_history ${evidence}: .* removed`, `promotion_evidence ${evidence}`],
    },
    {
      title: "the whole loop deleted",
      tamper: (made) => rmSync(join(made.folder, "loops"), { recursive: true }),
      wanted: [`promotion_history ${record}: .* removed`],
    },
  ])("$title: is named", async ({ tamper, wanted }) => {
    const made = clone();
    tamper(made);
    made.commit("Nothing to see");
    const { code, findings } = await made.verify();
    expect(code).toBe(1);
    for (const each of wanted) expect(findings).toContainEqual(expect.stringMatching(each));
  });

  it("is named where it is in the folder only, and not committed", async () => {
    const made = clone();
    change(seal, /merged_by: \S+/, "merged_by: somebody")(made);
    const { code, findings } = await made.verify();
    expect(code).toBe(1);
    expect(findings).toContainEqual(
      expect.stringMatching(`promotion_history ${seal}: .* changed in this folder, and not committed`),
    );
  });

  it("is named too when it was put back since", async () => {
    const made = clone();
    made.edit(record, (text) => text.replace("proposed_by: coulomb-loop", "proposed_by: somebody"));
    made.commit("One way");
    made.edit(record, (text) => text.replace("proposed_by: somebody", "proposed_by: coulomb-loop"));
    made.commit("And back");
    const { findings } = await made.verify();
    expect(findings).toHaveLength(2);
    expect(findings[0]).toMatch(`promotion_history ${record}`);
  });
});

describe("a history that was written anew", () => {
  it("with the regulator's signature is sound: who may approve approved", async () => {
    const made = clone();
    forge(made, signed({}));
    expect(await made.verify()).toMatchObject({ code: 0, findings: [] });
  });

  it.each<{ readonly title: string; readonly forgery: () => Forgery; readonly wanted: string }>([
    {
      title: "policy edited in the proposal",
      forgery: () => signed({ proposal: looser }),
      wanted: `promotion_scope ${record}: .* also changed ${policy}`,
    },
    {
      title: "policy edited in the merge",
      forgery: () => signed({ merge: looser }),
      wanted: `promotion_scope ${record}: .* also changed ${policy}`,
    },
    {
      title: "record dated ahead",
      forgery: () =>
        signed({ proposal: change(record, /proposed_at: .*/, 'proposed_at: "2099-07-06T10:40:00.000Z"') }),
      wanted: `promotion_scope ${record}: .* its record is from the future: 2099`,
    },
    {
      title: "gate of the record in other words",
      forgery: () => signed({ proposal: change(record, /every target is as desired/, "all is well") }),
      wanted: `promotion_scope ${record}: .* says of the gate in-sync what no run would`,
    },
    {
      title: "another repo moved",
      forgery: () =>
        signed({
          proposal: (made) =>
            made.edit("loops/kaizen-stack/roster.yaml", (text) =>
              text.replace("the-custodian, wave: 1", "the-custodian, wave: 1, phase: stabilize"),
            ),
        }),
      wanted: `promotion_scope ${record}: the-custodian went from bootstrap to stabilize`,
    },
    {
      title: "more of the roster changed",
      forgery: () =>
        signed({
          merge: (made) =>
            made.edit("loops/kaizen-stack/roster.yaml", (text) =>
              text.replace("the-custodian, wave: 1", "the-custodian, wave: 0"),
            ),
        }),
      wanted: `promotion_scope ${record}: .* more of the roster than phases`,
    },
    {
      title: "approver is the author",
      forgery: () => signed({ author: "R <regulator@example.org>" }),
      wanted: `promotion_approval ${seal}: .* author of the proposal`,
    },
    {
      title: "approval of an old head",
      forgery: () => ({}),
      wanted: `promotion_approval ${seal}: .* older head`,
    },
    {
      title: "approval of an old head, its seal changed",
      forgery: () => ({
        seal: (each) => ({
          ...each,
          responses: each.responses.map((said) => ({ ...said, head: each.head ?? "" })),
        }),
      }),
      wanted: `promotion_approval ${seal}: .* older head`,
    },
    {
      title: "foreign key",
      forgery: () => signed({ key: shop().keys.stranger }),
      wanted: `promotion_signature ${seal}: .* not by a key of regulator`,
    },
    {
      title: "signature byte changed",
      forgery: () =>
        signed({
          seal: (each) => ({
            ...each,
            responses: each.responses.map((said) => ({
              ...said,
              signature: (said.signature ?? "").replace(/(.{8})(.)(=*\n-----END)/, (_all, head, last, end) =>
                [head, last === "A" ? "B" : "A", end].join(""),
              ),
            })),
          }),
        }),
      wanted: `promotion_signature ${seal}: .* not by a key of regulator`,
    },
    {
      title: "a claim of the forge in place of a signature",
      forgery: () =>
        signed({
          seal: (each) => ({
            ...each,
            responses: each.responses.map(({ user, action, time, message, head }) => ({
              user,
              action,
              time,
              message,
              head,
              proof: "forge" as const,
            })),
          }),
        }),
      wanted: `promotion_approval ${seal}: .* only a signature`,
    },
    {
      title: "no approval",
      forgery: () => ({ seal: (each) => ({ ...each, responses: [] }) }),
      wanted: `promotion_approval ${seal}: .* 0 of 1 approvals`,
    },
    {
      title: "evidence edited in the proposal",
      forgery: () =>
        signed({
          proposal: (made) =>
            made.edit(evidence, (text) =>
              text.replaceAll('"consecutive_success_limit":3', '"consecutive_success_limit":1'),
            ),
        }),
      wanted: `promotion_evidence ${evidence}: .* digest`,
    },
    {
      title: "the seal names another merge",
      forgery: () => signed({ seal: (each) => ({ ...each, merge_commit: each.head ?? "" }) }),
      wanted: `promotion_merge ${seal}: .* the seal names`,
    },
  ])("$title: is named", async ({ forgery, wanted }) => {
    const made = clone();
    forge(made, forgery());
    const { code, findings } = await made.verify();
    expect(findings).toContainEqual(expect.stringMatching(wanted));
    expect(code).toBe(1);
  });

  it("with an unmet gate is a warning where the seal says that it was external", async () => {
    const made = clone();
    forge(made, { seal: (each) => ({ ...each, responses: [], result: "external" }) });
    const { code, findings } = await made.verify();
    expect(code).toBe(0);
    expect(findings).toEqual([expect.stringMatching("promotion_approval")]);
  });
});
