import { describe, expect, it } from "vitest";
import {
  digest,
  dispatched,
  factsOfStory,
  failed,
  prepared,
  recordId,
  retried,
  told,
  type Story,
} from "./evidence.fixture.ts";
import { provenanceFlaw } from "./evidence-class.ts";
import { brief, closed, judge, went } from "./judge-slot.fixture.ts";

const bundle = { bundle: digest.bundle, head: digest.head };

const confirmed = (by: string, data: object = {}) =>
  told("note", 700, { kind: "confirmed", record: recordId(factsOfStory({}).slot.key, 1), ...data }, by);

describe("judgeSlot, by class", () => {
  it.each<[string, Story, string]>([
    [
      "verified: bundle and head are those of its preparation",
      { events: [prepared(), went], records: [{ provenance: bundle }] },
      "verified",
    ],
    [
      "verified, also when CI sent it",
      { events: [prepared(), went], records: [{ provenance: bundle, sentBy: "ci" }] },
      "verified",
    ],
    [
      "verified by the preparation of its own attempt",
      {
        events: [
          prepared(1, { attempt: 1 }),
          went,
          retried(700),
          prepared(701, { attempt: 2, digest: digest.other }),
        ],
        records: [
          { ...failed, after: 650 },
          { attempt: 2, provenance: { ...bundle, bundle: digest.other } },
        ],
      },
      "verified",
    ],
    [
      "verified by the latest preparation",
      {
        events: [prepared(1, { digest: digest.other }), prepared(3), went],
        records: [{ provenance: bundle }],
      },
      "verified",
    ],
    [
      "not verified by another head",
      { events: [prepared(), went], records: [{ provenance: { ...bundle, head: "b".repeat(40) } }] },
      "self",
    ],
    [
      "not verified without a head",
      { events: [prepared(3, { head: null }), went], records: [{ provenance: { bundle: digest.bundle } }] },
      "self",
    ],
    [
      "not verified by a preparation that tells nothing",
      { events: [{ after: 3, type: "prepared" }, went], records: [{ provenance: bundle }] },
      "self",
    ],
    [
      "not verified without a bundle",
      { events: [prepared(3, { digest: null }), went], records: [{ provenance: { head: digest.head } }] },
      "self",
    ],
    ["not verified without a dispatch", { events: [prepared()], records: [{ provenance: bundle }] }, "self"],
    ["not verified without a preparation", closed({ provenance: bundle }), "self"],
    ["ci", closed({ sentBy: "ci" }), "ci"],
    ["ci by its beginning", closed({ sentBy: "ci-github" }), "ci"],
    ["no ci by a beginning that is a word", closed({ sentBy: "cicero" }), "self"],
    ["no ci by its end", closed({ sentBy: "not-ci" }), "self"],
    ["human: another one confirmed it", { ...closed({}), events: [went, confirmed("ada")] }, "human"],
    [
      "not human: who sent it confirmed it",
      { ...closed({}), events: [went, confirmed("pilot-token")] },
      "self",
    ],
    ["not human: who ran it confirmed it", { ...closed({}), events: [went, confirmed("agent")] }, "self"],
    [
      "not human: another record was confirmed",
      { ...closed({}), events: [went, confirmed("ada", { record: "x" })] },
      "self",
    ],
    [
      "not human: it was only noted",
      { ...closed({}), events: [went, confirmed("ada", { kind: "seen" })] },
      "self",
    ],
    [
      "not human: it was confirmed in what is no note",
      {
        ...closed({}),
        events: [went, { ...confirmed("ada"), type: "released" }],
      },
      "self",
    ],
    [
      "not human: a note says nothing",
      { ...closed({}), events: [went, { after: 700, type: "note", by: "ada" }] },
      "self",
    ],
    ["self", closed({}), "self"],
  ])("is %s", (_, story, expected) => {
    const verdict = judge(story);
    expect([verdict.class, verdict.result]).toEqual([expected, "success"]);
  });

  it("is not verified by another bundle", () => {
    const own = { ...bundle, bundle: digest.other };
    const { class: proof, reason } = judge({ events: [prepared(), went], records: [{ provenance: own }] });
    expect([proof, reason]).toEqual(["self", "provenance"]);
  });

  it("finds no flaw in a definition where the slot's own is not known", () => {
    const facts = factsOfStory({ records: [{ provenance: { definition: digest.other } }] });
    const { definition_digest: _unknown, ...slot } = facts.slot;
    const flaws = facts.records.map((kept) => provenanceFlaw({ ...facts, slot }, kept));
    expect(flaws).toEqual([undefined]);
  });

  it.each<[string, Story]>([
    ["says nothing of its bundle", { events: [prepared(), went], records: [{}] }],
    ["is of a slot without a preparation", closed({ provenance: { bundle: digest.other } })],
    [
      "is of another attempt's bundle",
      { events: [prepared(1, { attempt: 2 }), went], records: [{ provenance: { bundle: digest.other } }] },
    ],
    [
      "is of the definition that was dispatched",
      {
        events: [dispatched(5, { definition_digest: digest.other })],
        records: [{ provenance: { definition: digest.other } }],
      },
    ],
    ["says nothing of the slot's definition", { slot: {}, events: [went], records: [{ provenance: {} }] }],
  ])("finds no flaw in a record that %s", (_, story) => {
    expect(brief(judge(story))).toBe("11 success: on_time");
  });
});
