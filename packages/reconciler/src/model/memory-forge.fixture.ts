import type { Answer, Broken, Call, Commit, Done, Mark, Proposal, Seen, World } from "./world.fixture.ts";
import { commitOf, finished, openOf, withCommit } from "./world.fixture.ts";

/** How the forge of a mutant fails the port; the true one does neither. */
export interface ForgeFlaws {
  /** Branches are written whatever head they have. */
  readonly ignoresHead?: boolean;
  /** A proposal is written, and its branch deleted, whatever became of its text, labels and state since. */
  readonly ignoresRevision?: boolean;
  /** A body and a state are two calls, the state first. */
  readonly splitsClose?: boolean;
}

const lostRace: Answer = { kind: "lost_race" };
const done: Answer = { kind: "done" };

/** What a run saw last, and what people had declined then: nobody can know more. */
export interface Eyes {
  readonly seen: Seen;
  readonly no: readonly string[];
}

/** Reads the repo. */
export function look(world: World, blind: Seen["blind"] = "nothing"): Seen {
  const { live, branch, proposals } = world;
  if (branch === null) return { live, branch, proposals, blind };
  const { content, trailers, extra } = commitOf(world, branch);
  const more = extra === undefined ? {} : { extra };
  return { live, branch: { head: branch, content, trailers, ...more }, proposals, blind };
}

/** Reads one proposal: its head commit and the newest comment. */
export function inspect(world: World, number: number): Answer {
  const proposal = world.proposals.find((each) => each.number === number);
  if (proposal === undefined) return { kind: "unknown" };
  const { content, base, trailers, extra } = commitOf(world, proposal.head);
  const more = extra === undefined ? {} : { extra };
  return { kind: "detail", commit: { content, base, trailers, ...more }, told: world.told };
}

/** Makes one write of the tool: compare-and-swap on what the run saw, and a check of what it may not do. */
export function write(world: World, call: Call, eyes: Eyes, flaws: ForgeFlaws): Done {
  switch (call.do) {
    case "advance":
      return advance(world, call, eyes, flaws);
    case "delete":
      return deleteBranch(world, call, eyes, flaws);
    case "open":
      return openProposal(world, call, eyes);
    case "patch":
      return patch(world, call, eyes, flaws);
    case "observe":
    case "inspect":
      throw new Error(`${call.do} writes nothing`);
  }
}

function advance(world: World, call: Call & { do: "advance" }, eyes: Eyes, flaws: ForgeFlaws): Done {
  const { expected, onto, content, trailers } = call;
  if (world.branch !== expected && flaws.ignoresHead !== true) return { world, answer: lostRace };
  const former = expected === null ? undefined : world.commits.get(expected);
  const commit: Commit = {
    content,
    base: onto ?? former?.base ?? "-",
    by: "tool",
    trailers,
    // What a finished proposal or the default branch holds needs the branch no more.
    theirs: former?.theirs === true && !former.merged && !isKept(world, expected),
    merged: false,
    // On the branch's own tree what else is there stays; on the default branch's it is left out.
    ...(onto === null && former?.extra === true ? { extra: true } : {}),
  };
  const broken =
    world.branch === expected
      ? overwritten(world, eyes)
      : lost(world, world.branch, "S3: a force push loses");
  const next = withCommit(world, commit);
  const offer =
    openOf(world.proposals) === undefined ? undefined : offered(next.world, trailers.change, eyes);
  return withBroken({ world: next.world, answer: { kind: "done", head: next.id } }, broken ?? offer);
}

/** R10: what people pushed to an open proposal is theirs until they give it back. */
function overwritten(world: World, { seen }: Eyes): Broken {
  const open = openOf(world.proposals);
  if (open === undefined || commitOf(world, open.head).by === "tool") return undefined;
  const given = openOf(seen.proposals)?.rebuild === true;
  return given ? undefined : "R10: the tool writes over what a person pushed to an open proposal";
}

/** S3, when the branch no longer leads to this commit; a finished proposal keeps its head. */
function lost(world: World, id: number | null, how: string): Broken {
  if (id === null) return undefined;
  const { theirs, merged } = commitOf(world, id);
  return theirs && !merged && !isKept(world, id) ? `${how} a person's commit` : undefined;
}

function isKept({ proposals }: World, id: number | null): boolean {
  return proposals.some(({ state, head }) => state !== "open" && head === id);
}

/** S7, for a change that is offered now: only what the run saw declined counts, and what still is. */
function offered(world: World, change: string, { seen, no }: Eyes): Broken {
  if (!no.includes(change) || !world.no.includes(change)) return undefined;
  if (openOf(seen.proposals)?.mark?.change === change) return undefined;
  return `S7: the declined change ${change} is offered again`;
}

function deleteBranch(
  world: World,
  { head, number }: Call & { do: "delete" },
  eyes: Eyes,
  flaws: ForgeFlaws,
): Done {
  if (world.branch === null) return { world, answer: done };
  if (flaws.ignoresHead !== true) {
    if (world.branch !== head) return { world, answer: lostRace };
    const [newest] = world.proposals;
    const same =
      newest === undefined ? number === null : number === newest.number && !moved(newest, eyes.seen);
    if (!same && flaws.ignoresRevision !== true) return { world, answer: lostRace };
  }
  const broken =
    openOf(world.proposals) === undefined
      ? lost(world, world.branch, "S3: deleting the branch loses")
      : "S3: the branch of an open proposal is deleted";
  const proposals = world.proposals.map((each) => (each.state === "open" ? finished(each, "closed") : each));
  return withBroken({ world: { ...world, branch: null, proposals }, answer: done }, broken);
}

function openProposal(world: World, { head, mark }: Call & { do: "open" }, eyes: Eyes): Done {
  if (world.branch !== head || openOf(world.proposals) !== undefined) return { world, answer: lostRace };
  if (commitOf(world, head).merged) return { world, answer: { kind: "rejected" } };
  const number = Math.max(0, ...world.proposals.map((each) => each.number)) + 1;
  const labels = { hold: false, rebuild: false, reopen: false };
  const proposal: Proposal = { number, state: "open", head, mark, ...labels };
  const next: World = { ...world, proposals: [proposal, ...world.proposals], told: null };
  return withBroken({ world: next, answer: done }, offered(next, mark.change, eyes));
}

function patch(world: World, call: Call & { do: "patch" }, eyes: Eyes, flaws: ForgeFlaws): Done {
  const before = world.proposals.find(({ number }) => number === call.number);
  if (before === undefined || (call.head !== undefined && call.head !== world.branch))
    return { world, answer: lostRace };
  if (flaws.ignoresRevision !== true && moved(before, eyes.seen)) return { world, answer: lostRace };
  const open: Proposal = {
    ...before,
    mark: call.mark ?? before.mark,
    ...(call.spent === true ? { rebuild: false, reopen: false } : {}),
  };
  const after = call.close === true ? finished(open, "closed") : open;
  const proposals = world.proposals.map((each) => (each === before ? after : each));
  const next: World = { ...world, proposals, told: call.tell ?? world.told };
  const broken = call.mark === undefined ? undefined : patchBroken(next, before, call.mark, call, eyes);
  return withBroken({ world: next, answer: done }, broken);
}

function patchBroken(
  next: World,
  before: Proposal,
  mark: Mark,
  { close }: { close?: true },
  eyes: Eyes,
): Broken {
  if (close === undefined) return offered(next, mark.change, eyes);
  // Row 3 comes first: a duplicate is closed whoever pushed, and the branch stays.
  if (mark.closedBy === "duplicate") return undefined;
  const given = openOf(eyes.seen.proposals)?.rebuild === true;
  const theirs = before.state === "open" && commitOf(next, before.head).by === "person" && !given;
  return theirs && eyes.seen.branch?.head === before.head
    ? "R10: the tool closes what a person pushed to"
    : undefined;
}

/** Whether a proposal is not what the run saw: its text, labels or state; its head moves by pushes. */
function moved(now: Proposal, { proposals }: Seen): boolean {
  return revisionOf(proposals.find(({ number }) => number === now.number)) !== revisionOf(now);
}

function revisionOf(proposal: Proposal | undefined): string {
  return JSON.stringify({ ...proposal, head: 0 });
}

function withBroken(result: Done, broken: Broken): Done {
  return broken === undefined ? result : { ...result, broken };
}
