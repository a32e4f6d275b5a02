import { describe, expect, it } from "vitest";
import { desiredOf, installation, key, target } from "./model/alphabet.fixture.ts";
import { observationOf } from "./model/observation.fixture.ts";
import type { Mark, Proposal } from "./model/world.fixture.ts";
import { rememberDeclined } from "./remember.ts";

const no = { repo_id: target.repoId, key, change: "b>a", number: 1 };
const mark: Mark = { change: "b>a", class: "drift", value: "a", files: ["b", "a"], head: 1, closedBy: null };
const proposal: Proposal = {
  number: 1,
  state: "closed",
  head: 1,
  mark,
  hold: false,
  rebuild: false,
  reopen: false,
};

function remembered(proposals: readonly Proposal[], declined = [no]) {
  const observation = observationOf({ live: "b", branch: null, proposals, blind: "nothing" });
  const observations = new Map([[target.repoId, observation]]);
  return rememberDeclined({ installation, observations, memory: { declined } }, [desiredOf("a")]);
}

describe("rememberDeclined", () => {
  const rows: readonly (readonly [string, readonly Proposal[], readonly object[]])[] = [
    ["is not listed any more", [], [no]],
    ["is still closed", [proposal], [no]],
    [
      "is followed by a merge of the same change",
      [{ ...proposal, number: 2, state: "merged" }, proposal],
      [no],
    ],
    ["is open again", [{ ...proposal, state: "open" }], []],
    ["is asked for again", [{ ...proposal, reopen: true }], []],
    ["was reopened and merged", [{ ...proposal, state: "merged" }], []],
    ["was reopened, and closed by the tool", [{ ...proposal, mark: { ...mark, closedBy: "duplicate" } }], []],
    [
      "was reopened, and offers another change",
      [{ ...proposal, state: "open", mark: { ...mark, change: "x>a" } }],
      [],
    ],
    [
      "was reopened, and declined as another change",
      [{ ...proposal, mark: { ...mark, change: "x>a" } }],
      [{ ...no, change: "x>a" }],
    ],
  ];

  it.each(rows)("what people declined %s", (_name, proposals, expected) => {
    expect(remembered(proposals)).toEqual(expected);
  });
});
