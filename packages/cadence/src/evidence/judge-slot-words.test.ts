import type { Analysis } from "@coulomb-loop/schemas";
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
import { again, brief, close, closed, judge, open, went } from "./judge-slot.fixture.ts";

const { reason: _reason, ...silent } = failed;
const byBundle = { complete_when: "prepared" } as const;
const changed = (...names: string[]) =>
  Object.fromEntries(names.map((name) => [`${name}_digest`, digest.other]));
const first = recordId(factsOfStory({}).slot.key, 1);
const second = recordId(factsOfStory({}).slot.key, 2);

describe("judgeSlot, in words", () => {
  it.each<[string, Story, string]>([
    ["a repo that opted out", { events: [told("opted_out")] }, "its repo withdrew its consent"],
    ["another schedule", { events: [told("not_in_sync")] }, "the repo's own schedule was not as desired"],
    ["a repo that cannot be read", { events: [told("unreadable")] }, "its repo could not be read"],
    [
      "changed files that the tick told of",
      { events: [told("config_changed")] },
      "the configuration changed within its cycle",
    ],
    [
      "one changed file",
      { events: [dispatched(5, changed("schedule"))] },
      "its schedule changed within the cycle",
    ],
    [
      "two changed files",
      { events: [went, retried(700, changed("definition", "policy"))] },
      "its definition and policy changed within the cycle",
    ],
    [
      "an intervention",
      { events: [told("intervention", 9, { kind: "reopened" })] },
      "somebody stepped in: reopened",
    ],
    [
      "an intervention that says no kind",
      { events: [{ after: 9, type: "intervention" }] },
      "somebody stepped in: intervention",
    ],
    ["a run by hand", closed({ trigger: "manual", actor: "ada" }), "ada ran it by hand"],
    [
      "an intervention in a record",
      closed({ interventions: [{ kind: "review" }, { kind: "answered" }] }),
      "somebody stepped in: answered",
    ],
    [
      "a skip, in the words of who skipped it",
      { events: [told("skipped", 5, { reason: "overlap", message: "the one before is still open" })] },
      "the one before is still open",
    ],
    ["a skip without a message", { events: [told("skipped")] }, "it was skipped by policy"],
    [
      "a skip that says nothing at all",
      { events: [{ after: 5, type: "skipped" }] },
      "it was skipped by policy",
    ],
    [
      "a skip whose message is no text",
      { events: [told("skipped", 5, { message: 7 })] },
      "it was skipped by policy",
    ],
    [
      "records that disagree, by their ids",
      closed({}, failed),
      `its records disagree, and none corrects the other: ${first}, ${second}`,
    ],
    ["no record", closed(), "nothing closed it in time"],
    ["no slot in the ledger", { slot: { unwritten: true } }, "nobody wrote it into the ledger"],
    ["a failure, in the words of its record", closed(failed), "no network"],
    ["a failure without words, by its attempt", again(silent, { attempt: 2, ...silent }), "attempt 2 failed"],
    [
      "a late dispatch, with its time",
      { ...closed({}), events: [dispatched(301)] },
      "its task went out at 2026-07-06T10:05:01.000Z, too late",
    ],
    [
      "another definition",
      closed({ provenance: { definition: digest.other } }),
      "its record is of another version of the definition",
    ],
    [
      "another bundle",
      { events: [prepared(), went], records: [{ provenance: { bundle: digest.other } }] },
      "its record is of another bundle than the one that was prepared",
    ],
    ["nothing to do", closed({ outcome: "noop" }), "there was nothing to do"],
    ["success", closed({}), "closed in time"],
  ])("tells of %s", (_, story, expected) => {
    expect(judge(story).message).toBe(expected);
  });

  it.each<[string, Story, Partial<Analysis>, string]>([
    [
      "the class that is not accepted",
      closed({ sentBy: "ci" }),
      { evidence: { accept: ["verified"] } },
      "its record is ci, which is not accepted",
    ],
    [
      "a quality that is missing",
      closed({}),
      { min_quality: 0.5 },
      "its record says no quality, and one is asked for",
    ],
    [
      "the quality and the least that is asked for",
      closed({ quality: 0.25 }),
      { min_quality: 0.5 },
      "quality 0.25 is below 0.5",
    ],
    ["its preparation", { events: [prepared(3)] }, byBundle, "prepared in time"],
    [
      "a late dispatch of what was prepared",
      { events: [prepared(3), dispatched(301)] },
      byBundle,
      "its task went out at 2026-07-06T10:05:01.000Z, too late",
    ],
    ["no preparation", {}, byBundle, "nothing closed it in time"],
  ])("tells, where more is asked for, of %s", (_, story, more, expected) => {
    expect(judge(story, more).message).toBe(expected);
  });

  it.each<[string, Story, number, string]>([
    ["not due yet", {}, -0.001, "it is not due yet"],
    ["open from its due instant on", {}, 0, "it is open until 2026-07-06T10:55:00.000Z"],
    ["open", closed(), close, "it is open until 2026-07-06T10:55:00.000Z"],
    [
      "open for another attempt",
      again(failed, { attempt: 2, ...failed }),
      open,
      "attempt 2 failed, and may be tried again",
    ],
  ])("tells of a slot that is %s", (_, story, asOf, expected) => {
    expect(judge(story, {}, asOf)).toMatchObject({ result: "pending", message: expected });
  });
});

describe("judgeSlot, of what says little", () => {
  it.each<[string, Story, string]>([
    [
      "takes an intervention of no kind for one",
      { ...closed({}), events: [went, { after: 9, type: "intervention" }] },
      "3 failure: intervention",
    ],
    [
      "takes a failure for one, whatever outcome it claims",
      closed({ ...failed, outcome: "success" }),
      "7 failure: failed",
    ],
    [
      "compares nothing with a dispatch that says not why it went out",
      { ...closed({}), events: [{ after: 400, type: "dispatched" }] },
      "11 success: on_time",
    ],
    [
      "takes no other event for a dispatch because it names a trigger",
      { ...closed({}), events: [went, told("released", 400, { trigger: "schedule" })] },
      "11 success: on_time",
    ],
  ])("%s", (_, story, expected) => {
    expect(brief(judge(story))).toBe(expected);
  });
});
