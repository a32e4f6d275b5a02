import type { Forge, Observed, RepoObservation } from "@coulomb-loop/forge";
import { countingForge, faultAt, faultyForge, SimulatedCrash } from "@coulomb-loop/testkit";
import { describe, expect, it } from "vitest";
import { labels } from "./decide.ts";
import { bodyText, parseMarker } from "./marker.ts";
import type { Pilot } from "./pilot.fixture.ts";
import { branch, createPilot, file, open, original, proposedPilot, start, wanting } from "./pilot.fixture.ts";
import { parseTrailers } from "./trailers.ts";

const two = wanting("cron: 2\n# ours\n");
const three = wanting("cron: 3\n# ours\n");
const first = ["branch_advanced", "proposal_opened"];
const again = ["branch_advanced", "proposal_updated"];

/** Settles once more: where it rests, and how much it wrote. */
async function resting(pilot: Pilot, wanted: typeof two | null): Promise<[rest: string, writes: number]> {
  const forge = countingForge(pilot.forge);
  const settled = await pilot.settle(wanted, { forge, time: start + 86_400_000 });
  return [settled.rest, forge.writes.length + settled.writes.length];
}

const isAncestor = (pilot: Pilot, old: string, young: string) =>
  pilot.git("merge-base", "--is-ancestor", old, young).then(
    () => true,
    () => false,
  );

describe.concurrent("settleProposal", () => {
  it("opens a proposal that changes its file and nothing else, and then rests", async () => {
    using pilot = await createPilot({ "bin/run": { executable: "x" } });
    const settled = await pilot.settle(two);
    expect(settled).toMatchObject({ rest: "proposed", row: 7, writes: first, number: 1 });
    expect(await pilot.git("diff", "--name-only", "main", branch)).toBe(file);
    expect(await pilot.person.read(branch, file)).toBe("cron: 2\n# ours\n");
    const proposal = await pilot.newest();
    expect(proposal).toMatchObject({
      state: "open",
      title: two.title,
      draft: false,
      labels: [],
      base: "main",
    });
    expect(bodyText(proposal.body)).toBe(two.text);
    expect(parseMarker(proposal.body)).toMatchObject({
      change: two.change,
      head: proposal.head,
      values: two.values,
    });
    const message = await pilot.git("log", "-1", "--format=%B", branch);
    expect(parseTrailers(message)?.change).toBe(two.change);
    expect(await pilot.person.read("main", file)).toBe(original);
    expect(await resting(pilot, two)).toEqual(["proposed", 0]);
  });

  it("opens a draft with labels for a file that is new", async () => {
    using pilot = await createPilot();
    await pilot.person.commit("main", { [file]: null });
    const wanted = wanting("cron: 2\n", { base: null, draft: true, labels: [labels.adoption] });
    expect(await pilot.settle(wanted)).toMatchObject({ rest: "proposed", writes: first });
    expect(await pilot.newest()).toMatchObject({ draft: true, labels: [labels.adoption] });
    expect(await resting(pilot, wanted)).toEqual(["proposed", 0]);
  });

  it("updates in place: the same number, a branch that only moves forward", async () => {
    using pilot = await proposedPilot(two);
    const old = await pilot.newest();
    expect(await pilot.settle(three, { time: start + 1 })).toMatchObject({
      rest: "proposed",
      number: 1,
      writes: again,
    });
    const proposal = await pilot.newest();
    expect(proposal).toMatchObject({ state: "open", title: three.title });
    expect(parseMarker(proposal.body)).toMatchObject({ change: three.change, head: proposal.head });
    expect(await pilot.git("rev-parse", `${branch}^@`)).toBe(old.head);
    expect(await pilot.git("diff", "--name-only", "main", branch)).toBe(file);
    expect(await resting(pilot, three)).toEqual(["proposed", 0]);
  });

  it("writes only the text when only the class differs, and takes labels along that are its own", async () => {
    using pilot = await createPilot();
    await pilot.settle({ ...two, class: "adoption", labels: [labels.adoption] });
    await pilot.edit({ labels: [labels.adoption, "bug", labels.reopen] });
    const { head } = await pilot.newest();
    expect(await pilot.settle(two)).toMatchObject({ rest: "proposed", writes: ["proposal_updated"] });
    expect(await pilot.newest()).toMatchObject({ head, labels: ["bug"] });
    expect(await resting(pilot, two)).toEqual(["proposed", 0]);
  });

  it("joins the default branch as second parent when its file changed there", async () => {
    using pilot = await proposedPilot(two);
    const old = await pilot.newest();
    await pilot.person.commit("main", { [file]: "cron: 1\n# mine\n", "new.md": "n\n" });
    const wanted = wanting("cron: 2\n# mine\n", { base: "cron: 1\n# mine\n" });
    expect(await pilot.settle(wanted)).toMatchObject({ rest: "proposed", number: 1, writes: again });
    const parents = await pilot.git("rev-parse", `${branch}^@`);
    expect(parents.split("\n")).toEqual([old.head, await pilot.person.head("main")]);
    expect(await pilot.git("diff", "--name-only", "main", branch)).toBe(file);
    expect(await resting(pilot, wanted)).toEqual(["proposed", 0]);
    await pilot.person.merge(branch);
    expect(await pilot.person.read("main", file)).toBe("cron: 2\n# mine\n");
  });

  it("rests when the default branch moves on in other files", async () => {
    using pilot = await proposedPilot(two);
    await pilot.person.commit("main", { "new.md": "n\n" });
    expect(await resting(pilot, two)).toEqual(["proposed", 0]);
  });

  it("closes what has nothing left to propose and deletes its branch", async () => {
    using pilot = await proposedPilot(two);
    await pilot.edit({ body: `Hello\n\n${(await pilot.newest()).body}` });
    const settled = await pilot.settle(null);
    expect(settled).toMatchObject({ rest: "clean", row: 8, writes: ["proposal_closed", "branch_deleted"] });
    const proposal = await pilot.newest();
    expect(proposal.state).toBe("closed");
    expect(parseMarker(proposal.body)?.closed_by).toBe("nothing_to_propose");
    expect(bodyText(proposal.body)).toContain(two.text);
    expect(proposal.body.startsWith("Hello\n\n")).toBe(true);
    expect(await pilot.person.head(branch)).toBeNull();
    expect(await resting(pilot, null)).toEqual(["clean", 0]);
  });

  it("offers again what it closed itself", async () => {
    using pilot = await proposedPilot(two);
    await pilot.settle(null);
    expect(await pilot.settle(two, { time: start + 1 })).toMatchObject({
      rest: "proposed",
      number: 2,
      writes: first,
    });
    expect(await resting(pilot, two)).toEqual(["proposed", 0]);
  });

  const declines: readonly (readonly [string, (pilot: Pilot) => Promise<void>])[] = [
    ["closes it", (pilot) => pilot.edit({ state: "closed", reason: "no" })],
    ["deletes its branch", (pilot) => pilot.person.deleteBranch(branch)],
  ];
  it.each(declines)(
    "does not offer a change again after a person %s, but another one",
    async (_how, decline) => {
      using pilot = await createPilot();
      await pilot.settle(two);
      await decline(pilot);
      await pilot.settle(two);
      expect((await pilot.newest()).state).toBe("closed");
      expect(await pilot.person.head(branch)).toBeNull();
      expect(await resting(pilot, two)).toEqual(["declined", 0]);
      expect(await pilot.settle(three, { time: start + 1 })).toMatchObject({ rest: "proposed", number: 2 });
      // And not by an update of the other one either.
      const settled = await pilot.settle(two, { time: start + 2 });
      expect(settled).toMatchObject({ rest: "declined", writes: ["proposal_closed", "branch_deleted"] });
      expect((await pilot.proposals()).map(({ state }) => state)).toEqual(["closed", "closed"]);
      expect(await resting(pilot, two)).toEqual(["declined", 0]);
    },
  );

  it("offers a declined change again when people ask for it, and keeps it current then", async () => {
    using pilot = await proposedPilot(two);
    await pilot.edit({ state: "closed" });
    await pilot.edit({ labels: [labels.reopen] });
    expect(await pilot.settle(two, { time: start + 1 })).toMatchObject({ rest: "proposed", number: 2 });
    await pilot.person.commit("main", { [file]: "cron: 1\n# mine\n" });
    const wanted = wanting("cron: 2\n# mine\n", { base: "cron: 1\n# mine\n", change: two.change });
    expect(await pilot.settle(wanted, { time: start + 2 })).toMatchObject({
      rest: "proposed",
      number: 2,
      writes: again,
    });
    expect(await resting(pilot, wanted)).toEqual(["proposed", 0]);
  });

  it("goes on with a proposal that a person closed and opened again", async () => {
    using pilot = await proposedPilot(two);
    await pilot.edit({ state: "closed" });
    await pilot.edit({ state: "open" });
    expect(await resting(pilot, two)).toEqual(["proposed", 0]);
  });

  it("leaves a branch alone on which people pushed, until they give it back", async () => {
    using pilot = await proposedPilot(two);
    const theirs = await pilot.person.commit(branch, { [file]: "cron: 9\n", "their.md": "t\n" });
    // Its people are told once for each change.
    for (const writes of [2, 0])
      for (const wanted of [two, three, null])
        expect(await resting(pilot, wanted)).toEqual(["edited", writes]);
    expect(await pilot.person.head(branch)).toBe(theirs);

    await pilot.edit({ labels: [labels.rebuild] });
    expect(await pilot.settle(three, { time: start + 1 })).toMatchObject({
      rest: "proposed",
      number: 1,
      writes: again,
    });
    expect(await isAncestor(pilot, theirs, branch)).toBe(true);
    expect(await pilot.git("diff", "--name-only", "main", branch)).toBe(file);
    expect((await pilot.newest()).labels).toEqual([]);
    expect(await resting(pilot, three)).toEqual(["proposed", 0]);
  });

  it("closes an edited proposal without marker that is given back when nothing is left", async () => {
    using pilot = await proposedPilot(two);
    await pilot.person.commit(branch, { "their.md": "t\n" });
    await pilot.edit({ body: "gone", labels: [labels.rebuild] });
    expect((await pilot.settle(null)).rest).toBe("clean");
    expect(await pilot.newest()).toMatchObject({ state: "closed" });
    // The branch has a person's commit at its head.
    expect(await pilot.person.head(branch)).not.toBeNull();
    expect(await resting(pilot, null)).toEqual(["clean", 0]);
  });

  const merges: readonly (readonly [string, (pilot: Pilot) => Promise<unknown>])[] = [
    ["merges it with plain git", (pilot) => pilot.person.merge(branch)],
    ["moves the default branch to it", (pilot) => pilot.person.fastForward(branch)],
  ];
  it.each(merges)("tidies up after a person %s", async (_how, merge) => {
    using pilot = await proposedPilot(two);
    await merge(pilot);
    expect((await pilot.newest()).state).toBe("merged");
    expect(await pilot.settle(null)).toMatchObject({ rest: "clean", writes: ["branch_deleted"] });
    expect(await resting(pilot, null)).toEqual(["clean", 0]);
    const next = wanting("cron: 3\n# ours\n", { base: "cron: 2\n# ours\n" });
    expect(await pilot.settle(next, { time: start + 1 })).toMatchObject({ rest: "proposed", number: 2 });
  });

  it("opens the next proposal on a branch that a merge by hand left behind", async () => {
    using pilot = await proposedPilot(two);
    await pilot.person.merge(branch);
    const old = (await pilot.person.head(branch)) ?? "";
    const next = wanting("cron: 3\n# ours\n", { base: "cron: 2\n# ours\n" });
    expect(await pilot.settle(next)).toMatchObject({ rest: "proposed", number: 2, writes: first });
    expect(await isAncestor(pilot, old, branch)).toBe(true);
    expect(await pilot.git("diff", "--name-only", `main...${branch}`)).toBe(file);
    expect(await resting(pilot, next)).toEqual(["proposed", 0]);
  });

  it("offers a change again after a merge by hand that was taken back", async () => {
    using pilot = await proposedPilot(two);
    await pilot.person.merge(branch);
    await pilot.person.commit("main", { [file]: original });
    expect(await pilot.settle(two, { time: start + 1 })).toMatchObject({
      rest: "proposed",
      number: 2,
      writes: first,
    });
    await pilot.person.merge(branch);
    expect(await pilot.person.read("main", file)).toBe("cron: 2\n# ours\n");
  });

  it("closes its proposal when a person makes the same change by hand", async () => {
    using pilot = await proposedPilot(two);
    await pilot.person.commit("main", { [file]: "cron: 2\n# ours\n" });
    expect((await pilot.settle(null)).rest).toBe("clean");
    expect((await pilot.newest()).state).toBe("closed");
  });

  it("leaves a foreign branch of its name alone", async () => {
    using pilot = await createPilot();
    const theirs = await pilot.person.commit(branch, { "their.md": "t\n" });
    expect(await resting(pilot, two)).toEqual(["blocked", 0]);
    expect(await resting(pilot, null)).toEqual(["clean", 0]);
    expect(await pilot.person.head(branch)).toBe(theirs);
  });

  it("rebuilds a marker that people deleted from the body, and keeps their words", async () => {
    using pilot = await proposedPilot(two);
    await pilot.edit({ body: "Only my words.\n" });
    const { head } = await pilot.newest();
    expect(await pilot.settle(two)).toMatchObject({ rest: "proposed", writes: ["proposal_updated"] });
    const proposal = await pilot.newest();
    expect(proposal.head).toBe(head);
    expect(proposal.body.startsWith("Only my words.\n\n")).toBe(true);
    expect(parseMarker(proposal.body)).toMatchObject({ change: two.change, class: two.class, head });
    expect(await resting(pilot, two)).toEqual(["proposed", 0]);
  });

  it("closes a proposal whose marker people deleted", async () => {
    using pilot = await proposedPilot(two);
    await pilot.edit({ body: "" });
    expect((await pilot.settle(null)).rest).toBe("clean");
    expect(parseMarker((await pilot.newest()).body)?.closed_by).toBe("nothing_to_propose");
    expect(await pilot.settle(two, { time: start + 1 })).toMatchObject({ rest: "proposed", number: 2 });
  });

  const bodies: readonly (readonly [string, (body: string) => string])[] = [
    ["has line endings of Windows", (body) => body.replaceAll("\n", "\r\n")],
    ["lost its first fence", (body) => body.replace("<!-- coulomb:begin -->", "")],
    ["lost its last fence", (body) => body.replace("<!-- coulomb:end -->", "")],
    ["quotes its marker above", (body) => `> ${/<!-- coulomb:v1 .*-->/.exec(body)?.[0]}\n\n${body}`],
    ["is there twice", (body) => `${body}\n${body}`],
    ["names another installation", (body) => body.replace('"installation":"test"', '"installation":"other"')],
    ["names another head", (body) => body.replace(/"head":"[0-9a-f]+"/, `"head":"${"0".repeat(40)}"`)],
  ];
  it.each(bodies)("updates and closes a proposal whose body %s", async (_what, change) => {
    using pilot = await proposedPilot(two);
    const { body } = await pilot.newest();
    await pilot.edit({ body: `Before\n${change(body)}\nAfter` });
    expect(await pilot.settle(three, { time: start + 1 })).toMatchObject({
      rest: "proposed",
      number: 1,
      writes: again,
    });
    const next = await pilot.newest();
    expect(next.body).toMatch(/^Before[\s\S]*\nAfter/);
    expect(parseMarker(next.body)).toMatchObject({ change: three.change, head: next.head });
    expect(await resting(pilot, three)).toEqual(["proposed", 0]);
    await pilot.edit({ body: change(next.body) });
    expect((await pilot.settle(null, { time: start + 2 })).rest).toBe("clean");
    const closed = await pilot.newest();
    expect(parseMarker(closed.body)?.closed_by).toBe("nothing_to_propose");
    expect(closed.body).toContain(three.text);
    expect(await resting(pilot, null)).toEqual(["clean", 0]);
  });

  it("leaves a held proposal alone", async () => {
    using pilot = await proposedPilot(two);
    await pilot.edit({ labels: [labels.hold] });
    for (const wanted of [two, three, null]) expect(await resting(pilot, wanted)).toEqual(["held", 0]);
  });

  const shut = { ...open, gate: { open: false, message: "closed" } } as const;
  it.each([
    ["suspended", { ...open, suspended: true }, "suspended"],
    ["behind a closed gate", shut, "queued"],
  ])("writes nothing when %s", async (_name, switches, rest) => {
    using pilot = await createPilot();
    const forge = countingForge(pilot.forge);
    expect((await pilot.settle(two, { forge, switches })).rest).toBe(rest);
    await pilot.settle(two);
    expect((await pilot.settle(three, { forge, switches })).rest).toBe(rest);
    expect(forge.writes).toEqual([]);
  });

  it("is stale when the planned file is not what the plan was made from", async () => {
    using pilot = await createPilot();
    await pilot.person.commit("main", { [file]: "cron: 7\n" });
    expect(await resting(pilot, two)).toEqual(["stale", 0]);
    await pilot.person.commit("main", { [file]: null });
    expect(await resting(pilot, two)).toEqual(["stale", 0]);
  });

  it("is rejected, with nothing written, where a file is in the way of a folder", async () => {
    using pilot = await createPilot();
    await pilot.person.commit("main", { [file]: null, ".kaizen": "a file\n" });
    const settled = await pilot.settle(wanting("x\n", { base: null }));
    expect(settled).toMatchObject({ rest: "rejected", writes: [] });
    expect(await pilot.person.head(branch)).toBeNull();
  });

  it("opens a proposal on its own branch that a crash left behind, without another commit", async () => {
    using pilot = await createPilot();
    const dying = faultyForge(pilot.forge, faultAt(2, { kind: "crash_before" }));
    await expect(pilot.settle(two, { forge: dying })).rejects.toBeInstanceOf(SimulatedCrash);
    const head = await pilot.person.head(branch);
    expect(await pilot.settle(two, { time: start + 1 })).toMatchObject({
      rest: "proposed",
      writes: ["proposal_opened"],
    });
    expect((await pilot.newest()).head).toBe(head);
    expect(await resting(pilot, two)).toEqual(["proposed", 0]);
  });

  it("deletes its own branch that a crash left behind when nothing is left to propose", async () => {
    using pilot = await createPilot();
    const dying = faultyForge(pilot.forge, faultAt(2, { kind: "crash_before" }));
    await expect(pilot.settle(two, { forge: dying })).rejects.toBeInstanceOf(SimulatedCrash);
    expect(await pilot.settle(null)).toMatchObject({ rest: "clean", writes: ["branch_deleted"] });
  });
});

/** What a forge says when it cannot read. */
const lost: Observed<never> = { kind: "unknown", reason: "unreachable", message: "no answer" };

/** A forge on which the observations from the nth on lack something. */
function blindForge(forge: Forge, from: number, blind: (seen: RepoObservation) => RepoObservation): Forge {
  let count = 0;
  return {
    ...forge,
    async *observe(queries, cache) {
      count += 1;
      for await (const seen of forge.observe(queries, cache)) yield count >= from ? blind(seen) : seen;
    },
  };
}

describe.concurrent("an unknown fact", () => {
  const blinds: readonly (readonly [string, (seen: RepoObservation) => RepoObservation])[] = [
    ["the repo", (seen) => ({ ...seen, facts: lost })],
    ["the file", (seen) => ({ ...seen, files: new Map([[file, lost]]) })],
    ["the branch", (seen) => ({ ...seen, branches: new Map([[branch, lost]]) })],
    ["the proposals", (seen) => ({ ...seen, proposals: new Map([[branch, lost]]) })],
    ["all of it", (seen) => ({ ...seen, files: new Map(), branches: new Map(), proposals: new Map() })],
  ];

  it.each(blinds)("about %s stops every write", async (_what, blind) => {
    using pilot = await createPilot();
    const forge = countingForge(pilot.forge);
    const settled = await pilot.settle(two, { forge, observation: blind(await pilot.observe()) });
    expect(settled.rest).toBe("unknown");
    expect(forge.writes).toEqual([]);
  });

  it.each(blinds)("about %s, after a lost race, stops every further write", async (_what, blind) => {
    using pilot = await createPilot();
    const forge = countingForge(blindForge(pilot.forge, 1, blind));
    const racing = faultyForge(forge, faultAt(1, { kind: "answer", result: { kind: "lost_race" } }));
    expect((await pilot.settle(two, { forge: racing })).rest).toBe("unknown");
    expect(forge.writes).toEqual([]);
    expect(await pilot.proposals()).toEqual([]);
  });

  it("about an open proposal stops every write", async () => {
    using pilot = await proposedPilot(two);
    await pilot.edit({ body: "" });
    const forge = countingForge({ ...pilot.forge, inspect: async () => lost });
    expect((await pilot.settle(three, { forge })).rest).toBe("unknown");
    expect(forge.writes).toEqual([]);
  });

  it("about whether a branch of that name exists is no proof of absence", async () => {
    using pilot = await createPilot();
    const observation = { ...(await pilot.observe()), branches: new Map() };
    expect((await pilot.settle(two, { observation })).rest).toBe("unknown");
  });
});
