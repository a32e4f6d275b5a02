import type { Run, State } from "./machine.fixture.ts";
import type { Base, Commit, Declined, Mark, Memory, Proposal, Seen, World } from "./world.fixture.ts";

/**
 * One form for all states that differ only in names: commits and proposals are numbered in the order in which they are
 * met, what a run saw first, and commits that nothing leads to are forgotten.
 */
export function canonical(state: State): State {
  const renaming = createRenaming(state);
  const runs = state.runs.map((run) => renaming.run(run));
  return { runs, world: renaming.world(state.world) };
}

/** A text that two states share only when they are the same. */
export function keyOf({ world, runs }: State): string {
  const { commits, ...rest } = world;
  return JSON.stringify([rest, [...commits], runs]);
}

function createRenaming(state: State) {
  const ids = new Map<number, number>();
  const idOf = (id: number): number => {
    const known = ids.get(id) ?? ids.size + 1;
    ids.set(id, known);
    return known;
  };
  const numbers = [
    ...new Set(
      [state.world.proposals, ...state.runs.map(({ seen }) => seen.proposals)].flatMap((list) =>
        list.map(({ number }) => number),
      ),
    ),
  ].sort((a, b) => a - b);
  /** Numbers are only compared. */
  const rank = (number: number) => numbers.filter((each) => each <= number).length;

  const mark = (each: Mark | null): Mark | null => each && { ...each, head: idOf(each.head) };
  const proposal = (each: Proposal): Proposal => ({
    ...each,
    number: rank(each.number),
    head: idOf(each.head),
    mark: mark(each.mark),
  });
  const base = (each: Base | null): Base | null => each && { ...each, merged: rank(each.merged) };
  const no = (each: Declined): Declined => ({
    ...each,
    // A number is only compared with those that are listed.
    number: numbers.includes(each.number) ? rank(each.number) : 0,
  });
  const memory = (each: Memory): Memory => ({ base: base(each.base), declined: each.declined.map(no) });
  const seen = (each: Seen): Seen => ({
    ...each,
    branch: each.branch && { ...each.branch, head: idOf(each.branch.head) },
    proposals: each.proposals.map(proposal),
  });
  const later = (call: Run["later"]): Run["later"] =>
    call && {
      ...call,
      number: rank(call.number),
      ...(call.mark === undefined ? {} : { mark: must(mark(call.mark)) }),
    };
  const run = (each: Run): Run => ({
    ...each,
    start: { ...each.start, next: base(each.start.next), declined: each.start.declined.map(no) },
    before: memory(each.before),
    seen: seen(each.seen),
    answers: each.answers.map((answer) =>
      answer.kind === "done" && answer.head !== undefined ? { ...answer, head: idOf(answer.head) } : answer,
    ),
    later: later(each.later),
  });
  const world = (each: World): World => {
    const branch = each.branch === null ? null : idOf(each.branch);
    const proposals = each.proposals.map(proposal);
    const kept = new Set([branch, ...proposals.map(({ head }) => head)]);
    const commits: [number, Commit][] = [];
    for (const [id, commit] of each.commits) {
      const name = ids.get(id);
      if (name !== undefined && kept.has(name)) commits.push([name, commit]);
    }
    commits.sort(([a], [b]) => a - b);
    return {
      ...each,
      branch,
      proposals,
      memory: memory(each.memory),
      commits: new Map(commits),
      fresh: ids.size + 1,
    };
  };
  return { run, world };
}

function must<T>(value: T | null): T {
  if (value === null) throw new Error("a value is missing");
  return value;
}
