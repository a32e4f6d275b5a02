import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { KnownBranch, KnownProposal, ProposalFacts, Step } from "./decide.ts";
import { decide, isDeclined, labels, sameProposal } from "./decide.ts";
import type { Marker } from "./marker.ts";
import { branch, markerFor, start, target, wanting } from "./pilot.fixture.ts";
import type { Wanted } from "./wanted.ts";

const wanted = wanting("cron: 2\n");
const other = wanting("cron: 3\n");
const head = "b".repeat(40);
const absent: KnownBranch = { kind: "absent" };
const ours: KnownBranch = { kind: "present", head, ours: true, fits: false };
const fitting: KnownBranch = { kind: "present", head, ours: true, fits: true };
const foreign: KnownBranch = { kind: "present", head, ours: false, fits: false };

interface Known {
  readonly number?: number;
  readonly state?: "open" | "merged" | "closed";
  readonly labels?: readonly string[];
  readonly marker?: Marker | undefined;
  readonly edited?: boolean;
  /** Changes that its people were told about. */
  readonly told?: readonly string[];
}

function proposal(known: Known = {}): KnownProposal {
  const { number = 1, state = "open", edited = false } = known;
  return {
    summary: {
      ref: { repo: target.repo, branch, number },
      state,
      title: "t",
      body: "",
      draft: false,
      labels: known.labels ?? [],
      base: "main",
      head,
      openedAt: start,
      openedBy: "coulomb",
    },
    marker: "marker" in known ? known.marker : markerFor(wanted),
    edited,
    told: new Set(known.told ?? []),
  };
}

function facts(more: Partial<ProposalFacts> = {}): ProposalFacts {
  return {
    unknown: undefined,
    suspended: false,
    gate: { open: true },
    declined: new Set(),
    reopen: false,
    rebuild: false,
    branch: absent,
    proposals: [],
    ...more,
  };
}

/** A step without the proposals it names. */
function brief(step: Step): unknown {
  switch (step.do) {
    case "rest":
      return [step.row, step.rest];
    case "close":
      return [step.row, "close", step.reason, step.proposals.map(({ summary }) => summary.ref.number)];
    case "update":
      return [step.row, "update", step.proposal.summary.ref.number];
    case "tell":
      return [step.row, "tell", step.change];
    case "delete_branch":
      return [step.row, "delete_branch", step.head];
    case "open":
      return [step.row, "open", step.head, step.advance];
  }
}

const shut = { open: false, message: "the window opens on Monday" } as const;
const declined = proposal({ state: "closed" });
const closedByUs = proposal({
  state: "closed",
  marker: markerFor(wanted, { closed_by: "nothing_to_propose" }),
});
const outdated = markerFor(other);

describe("decide", () => {
  const rows: readonly (readonly [string, Partial<ProposalFacts>, Wanted | null, unknown])[] = [
    ["a fact is unknown", { unknown: "no answer", proposals: [proposal()] }, other, [1, "unknown"]],
    ["suspended", { suspended: true }, wanted, [1, "suspended"]],
    [
      "suspended, and nothing to propose",
      { suspended: true, proposals: [proposal()] },
      null,
      [1, "suspended"],
    ],
    ["held", { proposals: [proposal({ labels: [labels.hold] })] }, other, [2, "held"]],
    ["held, and nothing to propose", { proposals: [proposal({ labels: [labels.hold] })] }, null, [2, "held"]],
    [
      "several open",
      { proposals: [proposal({ number: 3 }), proposal({ number: 2 }), proposal({ number: 1 })] },
      wanted,
      [3, "close", "duplicate", [2, 3]],
    ],
    ["edited", { proposals: [proposal({ edited: true })] }, other, [4, "tell", other.change]],
    [
      "edited, and people were told",
      { proposals: [proposal({ edited: true, told: [other.change] })] },
      other,
      [4, "edited"],
    ],
    [
      "edited, and people were told of another change",
      { proposals: [proposal({ edited: true, told: [wanted.change] })] },
      other,
      [4, "tell", other.change],
    ],
    [
      "edited, and nothing to propose",
      { proposals: [proposal({ edited: true })] },
      null,
      [4, "tell", "nothing"],
    ],
    [
      "edited, nothing to propose, and people were told",
      { proposals: [proposal({ edited: true, told: ["nothing"] })] },
      null,
      [4, "edited"],
    ],
    [
      "edited, to be rebuilt by order",
      { proposals: [proposal({ edited: true })], rebuild: true },
      wanted,
      [6, "update", 1],
    ],
    ["current, to be rebuilt by order", { proposals: [proposal()], rebuild: true }, wanted, [7, "proposed"]],
    [
      "declined in a proposal that is not listed any more",
      { declined: new Set([wanted.change]) },
      wanted,
      [9, "declined"],
    ],
    [
      "declined, and asked for again",
      { proposals: [declined], reopen: true },
      wanted,
      [12, "open", null, true],
    ],
    ["nothing to propose", { proposals: [proposal()] }, null, [5, "close", "nothing_to_propose", [1]]],
    [
      "nothing to propose, behind a closed gate",
      { proposals: [proposal()], gate: shut },
      null,
      [5, "close", "nothing_to_propose", [1]],
    ],
    [
      "edited, to be rebuilt, and nothing to propose",
      { proposals: [proposal({ edited: true, labels: [labels.rebuild] })] },
      null,
      [5, "close", "nothing_to_propose", [1]],
    ],
    [
      "the new change was declined",
      { proposals: [proposal({ number: 2, marker: outdated }), declined] },
      wanted,
      [5, "close", "declined_change", [2]],
    ],
    ["another change", { proposals: [proposal({ marker: outdated })] }, wanted, [6, "update", 1]],
    [
      "another class",
      { proposals: [proposal({ marker: markerFor(wanted, { class: "drift" }) })] },
      wanted,
      [6, "update", 1],
    ],
    ["another base", { proposals: [proposal()] }, wanting("cron: 2\n", { base: "x" }), [6, "update", 1]],
    [
      "opened without its label",
      { proposals: [proposal({ labels: ["bug"] })] },
      wanting("cron: 2\n", { labels: [labels.adoption] }),
      [6, "update", 1],
    ],
    [
      "with its label, and one of people",
      { proposals: [proposal({ labels: ["bug", labels.adoption] })] },
      wanting("cron: 2\n", { labels: [labels.adoption] }),
      [7, "proposed"],
    ],
    [
      "the same change as a declined one, but open, and another base",
      { proposals: [proposal({ number: 2 }), declined] },
      wanting("cron: 2\n", { base: "x" }),
      [6, "update", 2],
    ],
    [
      "closed by us, and reopened by people",
      { proposals: [proposal({ marker: markerFor(wanted, { closed_by: "nothing_to_propose" }) })] },
      wanted,
      [6, "update", 1],
    ],
    [
      "edited, to be rebuilt",
      { proposals: [proposal({ edited: true, labels: [labels.rebuild] })] },
      wanted,
      [6, "update", 1],
    ],
    [
      "another change behind a closed gate",
      { proposals: [proposal({ marker: outdated })], gate: shut },
      wanted,
      [6, "queued"],
    ],
    ["open and current", { proposals: [proposal()], branch: ours }, wanted, [7, "proposed"]],
    [
      "open and current behind a closed gate",
      { proposals: [proposal()], gate: shut },
      wanted,
      [7, "proposed"],
    ],
    [
      "open and current, declined before",
      { proposals: [proposal({ number: 2 }), declined] },
      wanted,
      [7, "proposed"],
    ],
    ["nothing", {}, null, [8, "clean"]],
    ["our branch left over", { branch: ours, proposals: [closedByUs] }, null, [8, "delete_branch", head]],
    ["a foreign branch, and nothing to propose", { branch: foreign }, null, [8, "clean"]],
    ["declined", { proposals: [declined] }, wanted, [9, "declined"]],
    ["declined behind a closed gate", { proposals: [declined], gate: shut }, wanted, [9, "declined"]],
    [
      "declined, our branch left over",
      { proposals: [declined], branch: ours },
      wanted,
      [9, "delete_branch", head],
    ],
    ["declined, with a person's branch", { proposals: [declined], branch: foreign }, wanted, [9, "declined"]],
    [
      "declined, then merged",
      { proposals: [proposal({ number: 2, state: "merged" }), declined] },
      wanted,
      [9, "declined"],
    ],
    ["a closed gate", { gate: shut }, wanted, [10, "queued"]],
    ["a foreign branch", { branch: foreign }, wanted, [11, "blocked"]],
    ["no branch", {}, wanted, [12, "open", null, true]],
    ["our branch, which fits", { branch: fitting }, wanted, [12, "open", head, false]],
    ["our branch, which does not fit", { branch: ours }, wanted, [12, "open", head, true]],
    ["closed by us", { proposals: [closedByUs] }, wanted, [12, "open", null, true]],
    ["another change declined", { proposals: [declined] }, other, [12, "open", null, true]],
    [
      "declined, to be reopened",
      { proposals: [proposal({ state: "closed", labels: [labels.reopen] })] },
      wanted,
      [12, "open", null, true],
    ],
    ["merged", { proposals: [proposal({ state: "merged" })] }, wanted, [12, "open", null, true]],
    [
      "closed, of somebody else",
      { proposals: [proposal({ state: "closed", marker: undefined })] },
      wanted,
      [12, "open", null, true],
    ],
  ];

  it.each(rows)("%s", (_name, more, want, expected) => {
    expect(brief(decide(facts(more), want))).toEqual(expected);
  });

  const label = fc.constantFrom(...Object.values(labels), "bug");
  const known: fc.Arbitrary<KnownProposal> = fc
    .record({
      number: fc.integer({ min: 1, max: 9 }),
      state: fc.constantFrom("open" as const, "merged" as const, "closed" as const),
      labels: fc.uniqueArray(label, { maxLength: 3 }),
      marker: fc.constantFrom(
        undefined,
        markerFor(wanted),
        markerFor(other),
        markerFor(wanted, { class: "drift" }),
        markerFor(wanted, { closed_by: "nothing_to_propose" }),
        markerFor(other, { closed_by: "declined_change" }),
      ),
      edited: fc.boolean(),
      told: fc.subarray([wanted.change, other.change, "nothing"]),
    })
    .map(proposal);
  const anyFacts: fc.Arbitrary<ProposalFacts> = fc.record({
    unknown: fc.option(fc.constant("no answer"), { nil: undefined, freq: 6 }),
    suspended: fc.boolean(),
    gate: fc.constantFrom({ open: true } as const, shut),
    declined: fc.constantFrom(new Set<string>(), new Set([wanted.change])),
    reopen: fc.boolean(),
    rebuild: fc.boolean(),
    branch: fc.constantFrom(absent, ours, fitting, foreign),
    proposals: fc.uniqueArray(known, { maxLength: 5, selector: ({ summary }) => summary.ref.number }),
  });
  const anyWanted = fc.constantFrom(null, wanted, other);

  it("takes exactly one step from wherever it stands, and the same one again", () => {
    fc.assert(
      fc.property(anyFacts, anyWanted, (each, want) => {
        const step = decide(each, want);
        expect(step.row).toBeGreaterThanOrEqual(1);
        expect(step.row).toBeLessThanOrEqual(12);
        expect(decide(each, want)).toEqual(step);
      }),
      { numRuns: 2000 },
    );
  });

  it("writes nothing when a fact is unknown or the loop is suspended", () => {
    fc.assert(
      fc.property(anyFacts, anyWanted, fc.boolean(), (each, want, unknown) => {
        const stopped = { ...each, ...(unknown ? { unknown: "no answer" } : { suspended: true }) };
        expect(brief(decide(stopped, want))).toEqual([
          1,
          stopped.unknown === undefined ? "suspended" : "unknown",
        ]);
      }),
    );
  });

  it("never offers a declined change again, not by an update either", () => {
    fc.assert(
      fc.property(anyFacts, fc.constantFrom(wanted, other), (each, want) => {
        fc.pre(isDeclined(each, want));
        // Offered already: people reopened it.
        const offered = each.proposals.some(
          ({ summary, marker }) => summary.state === "open" && marker?.change === want.change,
        );
        expect(offered ? ["open"] : ["open", "update"]).not.toContain(decide(each, want).do);
      }),
      { numRuns: 2000 },
    );
  });

  it("opens nothing and updates nothing behind a closed gate", () => {
    fc.assert(
      fc.property(anyFacts, anyWanted, (each, want) => {
        expect(["open", "update"]).not.toContain(decide({ ...each, gate: shut }, want).do);
      }),
    );
  });

  it("touches no foreign branch, no edited and no held proposal", () => {
    fc.assert(
      fc.property(anyFacts, anyWanted, (each, want) => {
        const step = decide(each, want);
        const isForeign = each.branch.kind === "present" && !each.branch.ours;
        expect(isForeign && (step.do === "delete_branch" || step.do === "open")).toBe(false);
        const touched = step.do === "update" ? [step.proposal] : step.do === "close" ? step.proposals : [];
        for (const { summary, edited } of touched) {
          expect(summary.labels.includes(labels.hold) && step.row !== 3).toBe(false);
          expect(edited && !each.rebuild && !summary.labels.includes(labels.rebuild) && step.row !== 3).toBe(
            false,
          );
        }
      }),
      { numRuns: 2000 },
    );
  });

  it("keeps one open proposal: it opens none beside an open one", () => {
    fc.assert(
      fc.property(anyFacts, anyWanted, (each, want) => {
        fc.pre(each.proposals.some(({ summary }) => summary.state === "open"));
        expect(decide(each, want).do).not.toBe("open");
      }),
    );
  });

  it("does not change the facts it is given", () => {
    const proposals = Object.freeze([proposal({ number: 2 }), proposal({ number: 1 })]);
    expect(brief(decide(facts({ proposals }), wanted))).toEqual([3, "close", "duplicate", [2]]);
  });
});

describe("sameProposal", () => {
  it.each([
    ["all is the same", markerFor(wanted), true],
    ["only the plan differs", markerFor(wanted, { plan: "other" }), true],
    ["the change differs", markerFor(wanted, { change: "other" }), false],
    ["the class differs", markerFor(wanted, { class: "drift" }), false],
    ["a file is missing", markerFor(wanted, { files: {} }), false],
    [
      "a file is too many",
      markerFor(wanted, { files: { ...markerFor(wanted).files, x: [null, null] } }),
      false,
    ],
  ])("answers when %s", (_name, marker, expected) => {
    expect(sameProposal(marker, wanted)).toBe(expected);
  });
});
