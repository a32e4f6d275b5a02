import type {
  BranchWrite,
  Forge,
  Observed,
  Oid,
  ProposalDetail,
  ProposalPatch,
  ProposalRef,
  WriteResult,
} from "@coulomb-loop/forge";
import { labels, parseMarker, parseTrailers } from "@coulomb-loop/proposals";
import * as letters from "./alphabet.fixture.ts";
import { messageOf, observationOf, refOf, summaryOf } from "./observation.fixture.ts";
import type { Answer, Call, Inspected, Seen, Trailers } from "./world.fixture.ts";

const free = { open: 0, update: 0, close: 0, commit: 0 };

/** Thrown at the first call that has no answer yet: there the run stands. */
export class Paused extends Error {
  override readonly name = "Paused";
  readonly call: Call;

  constructor(call: Call) {
    super(call.do);
    this.call = call;
  }
}

/**
 * A forge that repeats to `settleProposal` what it was answered, in order, and pauses it at the next call. That makes
 * one step of the real function out of it, which depends on nothing but what it has seen.
 */
export function replayForge(seen: Seen, answers: readonly Answer[]): Forge {
  let index = 0;
  const next = (call: Call): Answer => {
    const answer = answers[index];
    index += 1;
    if (answer === undefined) throw new Paused(call);
    return answer;
  };
  return {
    capabilities: {
      readBatch: 1,
      expectedHead: true,
      drafts: true,
      identity: "forge",
      cost: free,
      mergeByTool: false,
    },
    check: () => Promise.reject(new Error("a run asks for no identity here")),
    async *observe(queries) {
      // What a left-over branch changes belongs to the read before: its head is compared.
      const isMore = queries.every(({ changes }) => changes === true);
      yield isMore ? observationOf(seen, true) : Promise.reject(new Paused({ do: "observe" }));
    },
    inspect: async ({ number }) => detailOf(next({ do: "inspect", number }), seen, number),
    advanceBranch: async (write) => resultOf(next(advanceOf(write)), headOf),
    deleteBranch: async ({ revision }, expected) =>
      resultOf(
        next({
          do: "delete",
          head: letters.idOf(expected),
          number: revision === undefined ? null : Number(revision.slice(1)),
        }),
        () => undefined,
      ),
    openProposal: async ({ head, body }) => {
      const mark = letters.markOf(parseMarker(body));
      if (mark === null) throw new Error("a proposal is opened without a marker");
      const answer = next({ do: "open", head: letters.idOf(head), mark });
      return resultOf(answer, () => refOf(letters.target, 0));
    },
    updateProposal: async (ref, patch) => resultOf(next(patchOf(ref, patch)), () => undefined),
    mergeProposal: () => Promise.reject(new Error("S1: the tool merges")),
  };
}

function resultOf<T>(
  answer: Answer,
  value: (answer: Answer & { readonly kind: "done" }) => T,
): WriteResult<T> {
  switch (answer.kind) {
    case "done":
      return { kind: "done", value: value(answer) };
    case "lost_race":
      return { kind: "lost_race" };
    case "rejected":
      return { kind: "rejected", reason: "ineligible", hint: "nothing to merge" };
    case "unknown":
    case "detail":
      throw new Error(`a write is answered ${answer.kind}`);
  }
}

function headOf({ head }: Answer & { readonly kind: "done" }): Oid {
  if (head === undefined) throw new Error("a commit without an id");
  return letters.oidOf(head);
}

function advanceOf({ expected, base, mergeBase, branch, files, message }: BranchWrite): Call {
  if (branch !== letters.branch) throw new Error(`S1: the tool writes ${branch}`);
  const [write, ...more] = files;
  if (write === undefined || more.length > 0) throw new Error("one file is planned");
  const result = parseTrailers(message);
  if (result === undefined) throw new Error("a commit without trailers");
  const trailers: Trailers = {
    change: letters.changeOfDigest(result.change),
    result: letters.valueOfBlob(result.results[letters.file] ?? null),
  };
  const isOnMain = base?.startsWith("main-") === true;
  if (!isOnMain && base !== expected) throw new Error(`the base ${base} is nobody's`);
  if (isOnMain !== (expected === null || mergeBase)) throw new Error("a base that joins nothing");
  return {
    do: "advance",
    expected: expected === null ? null : letters.idOf(expected),
    onto: isOnMain ? letters.valueOfMain(base) : null,
    content: letters.valueOfBytes(write.content),
    trailers,
  };
}

function patchOf({ number }: ProposalRef, patch: ProposalPatch): Call {
  const mark = patch.body === undefined ? null : letters.markOf(parseMarker(patch.body));
  const told = /<!-- coulomb:edited ([0-9a-z]+) -->/.exec(patch.comment ?? "")?.[1];
  if (patch.state === "open") throw new Error("the tool reopens nothing");
  const { labels: left } = patch;
  if (left?.includes(labels.rebuild) === true) throw new Error("the tool asks itself to rebuild");
  return {
    do: "patch",
    number,
    ...(mark === null ? {} : { mark }),
    ...(patch.state === "closed" ? { close: true } : {}),
    ...(patch.head === undefined ? {} : { head: letters.idOf(patch.head) }),
    ...(told === undefined ? {} : { tell: letters.changeOfDigest(told) }),
    ...(left === undefined ? {} : { spent: true }),
  };
}

function detailOf(answer: Answer, seen: Seen, number: number): Observed<ProposalDetail> {
  const summary = seen.proposals.find((each) => each.number === number);
  if (answer.kind !== "detail" || summary === undefined)
    return { kind: "unknown", reason: "unreachable", message: "no answer" };
  return { kind: "known", proof: "proof", value: { ...detail(answer), summary: summaryOf(summary) } };
}

function detail({ commit, told }: Inspected): Omit<ProposalDetail, "summary"> {
  const { base, content, trailers, extra } = commit;
  const own =
    base === content
      ? []
      : [{ path: letters.file, baseBlob: letters.blobOf(base), headBlob: letters.blobOf(content) }];
  const theirs = extra === true ? [{ path: "theirs.md", baseBlob: null, headBlob: "theirs" }] : [];
  const changed = [...own, ...theirs];
  const by = { authorName: "somebody", authorEmail: "somebody@example.org" };
  const body = told === null ? undefined : `<!-- coulomb:edited ${letters.digestOfChange(told)} -->`;
  return {
    mergeBase: "main",
    changed,
    commits: [{ oid: "head", parents: [], ...by, message: messageOf(trailers) }],
    comments: body === undefined ? [] : [{ by: "coulomb", at: letters.noon, body }],
    statuses: [],
    responses: [],
    diff: "",
  };
}
