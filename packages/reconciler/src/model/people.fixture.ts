import type { Rules } from "./machine.fixture.ts";
import type { Desire, Proposal, Value, World } from "./world.fixture.ts";
import { commitOf, finished, openOf, values, withCommit, withNo } from "./world.fixture.ts";

/** Something that somebody other than the tool does. */
export interface Move {
  readonly name: string;
  readonly world: World;
}

/** Every move of the ops repo and of people that changes something here. */
export function moves(
  world: World,
  { desires, copies = false, amends = false }: Pick<Rules, "desires" | "copies" | "amends">,
): Move[] {
  return [
    ...opsMoves(world, desires),
    ...mainMoves(world),
    ...branchMoves(world),
    ...proposalMoves(world),
    ...(amends ? amendMoves(world) : []),
    ...(copies ? copyMoves(world) : []),
  ];
}

/** A person rewrites our commit in place: its message, with our trailers, stays. */
function amendMoves(world: World): Move[] {
  const head = world.branch === null ? undefined : commitOf(world, world.branch);
  if (head?.by !== "tool" || head.content === "x") return [];
  const amended = { ...head, by: "person", theirs: true, merged: false } as const;
  return [
    { name: "a person amends the commit to x", world: withCommit(world, { ...amended, content: "x" }).world },
    {
      name: "a person amends the commit by a file of theirs",
      world: withCommit(world, { ...amended, extra: true }).world,
    },
  ];
}

/** Some forges take several proposals of one branch. */
function copyMoves(world: World): Move[] {
  const open = world.proposals.filter(({ state }) => state === "open");
  const [only] = open;
  if (only === undefined || open.length > 1) return [];
  const copy = { ...only, number: only.number + 1, hold: false, rebuild: false, reopen: false };
  return [{ name: "a person opens a copy", world: { ...world, proposals: [copy, ...world.proposals] } }];
}

function opsMoves(world: World, desires: readonly Desire[]): Move[] {
  return desires
    .filter((desire) => desire !== world.desire)
    .map((desire) => ({ name: `ops wants ${desire}`, world: { ...world, desire } }));
}

function mainMoves(world: World): Move[] {
  const byHand = values
    .filter((value) => value !== world.live)
    .map((value) => ({ name: `a person sets live ${value}`, world: withLive(world, value) }));
  const merged = merge(world);
  return merged === undefined ? byHand : [...byHand, { name: "a person merges it", world: merged }];
}

function withLive(world: World, live: Value): World {
  return { ...world, live, held: [...new Set([...world.held, live])].sort() };
}

/** Merges what is there, as git would; `undefined` when nothing is open or both sides changed the value. */
export function merge(world: World): World | undefined {
  const open = openOf(world.proposals);
  if (open === undefined) return undefined;
  const commit = commitOf(world, open.head);
  const { base, content } = commit;
  if (world.live !== base && world.live !== content && content !== base) return undefined;
  const live = world.live === base ? content : world.live;
  const commits = new Map([...world.commits, [open.head, { ...commit, merged: true, theirs: false }]]);
  const proposals = world.proposals.map((each) => (each.state === "open" ? finished(each, "merged") : each));
  return withLive({ ...world, commits, proposals }, live);
}

function branchMoves(world: World): Move[] {
  const { branch } = world;
  if (branch === null) {
    const commit = { content: "x", base: world.live, by: "person", trailers: null } as const;
    const pushed = withCommit(world, { ...commit, theirs: true, merged: false });
    return [{ name: "a person pushes a branch of its name", world: pushed.world }];
  }
  const head = commitOf(world, branch);
  const base = head.merged ? world.live : head.base;
  const push = { content: "x", base, by: "person", theirs: true, merged: false } as const;
  const gone = world.proposals.map((each) => (each.state === "open" ? finished(each, "closed") : each));
  const no = declining(world, openOf(world.proposals));
  return [
    ...(head.by === "tool"
      ? [{ name: "a person pushes x", world: withCommit(world, { ...push, trailers: null }).world }]
      : []),
    { name: "a person deletes the branch", world: { ...world, branch: null, proposals: gone, no } },
  ];
}

/**
 * Closing says no to what its text offers, unless a label on it asks for that again. What the tool closed, and people
 * reopened and closed before any run saw it, reads as closed by the tool: that no is lost, and not counted here.
 */
function declining({ no }: World, open: Proposal | undefined): World["no"] {
  if (open === undefined || open.reopen || open.mark?.closedBy !== null) return no;
  return withNo(no, open.mark?.change, true);
}

function proposalMoves(world: World): Move[] {
  const open = openOf(world.proposals);
  if (open !== undefined) return openMoves(world, open);
  const [newest] = world.proposals;
  return newest?.state === "closed" ? closedMoves(world, newest) : [];
}

function openMoves(world: World, open: Proposal): Move[] {
  const closed = replaced(world, finished(open, "closed"));
  const hold = replaced(world, { ...open, hold: !open.hold });
  return [
    { name: "a person closes it", world: { ...closed, no: declining(world, open) } },
    { name: `a person ${open.hold ? "takes hold off" : "labels it hold"}`, world: hold },
    ...(open.rebuild
      ? []
      : [{ name: "a person labels it rebuild", world: replaced(world, { ...open, rebuild: true }) }]),
  ];
}

function closedMoves(world: World, closed: Proposal): Move[] {
  const no = isDeclinedTwice(world, closed) ? world.no : withNo(world.no, closed.mark?.change, false);
  const asked = replaced(world, { ...closed, reopen: true });
  const { branch } = world;
  const opens = (branch === null || branch === closed.head) && !commitOf(world, closed.head).merged;
  const opened = replaced({ ...world, branch: closed.head, no }, { ...closed, state: "open" });
  return [
    ...(closed.reopen ? [] : [{ name: "a person labels it reopen", world: { ...asked, no } }]),
    ...(opens ? [{ name: "a person reopens it", world: opened }] : []),
  ];
}

/** A no to a copy holds when only the other one is taken back. */
function isDeclinedTwice({ proposals }: World, { number, mark }: Proposal): boolean {
  return proposals.some(
    (each) =>
      each.number !== number &&
      each.state === "closed" &&
      !each.reopen &&
      each.mark?.closedBy === null &&
      each.mark.change === mark?.change,
  );
}

function replaced(world: World, proposal: Proposal): World {
  const proposals = world.proposals.map((each) => (each.number === proposal.number ? proposal : each));
  return { ...world, proposals };
}
