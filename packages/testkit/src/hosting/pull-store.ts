import type { HostedComment, HostedReview, Pull, PullPatch } from "./pull.ts";

/** What time it is, and the next number that is unique on the server. */
export interface ServerContext {
  readonly clock: () => number;
  readonly nextId: () => number;
}

/** What a pull begins with. */
export type NewRecord = Pick<
  Pull,
  | "title"
  | "body"
  | "draft"
  | "base"
  | "baseOid"
  | "headBranch"
  | "headRepo"
  | "head"
  | "ahead"
  | "labels"
  | "author"
>;

/** Pulls by number. */
export type PullsView = ReadonlyMap<number, Pull>;

/** The pulls of one repository, and the numbers they share with its issues. Knows no refs and checks nothing. */
export interface PullStore {
  /** All pulls by number, ascending; `staleBy`: as they were before so many writes. */
  view(staleBy?: number): PullsView;
  get(number: number, staleBy?: number): Pull | undefined;
  /** Puts a new open pull under the next number. */
  add(pull: NewRecord): Pull;
  /** The number that was used up last; 0: none. */
  readonly last: number;
  /** Uses up a number for an issue that is no pull. */
  addIssue(): number;
  /** Changes a pull and its `updatedAt`. Throws when there is no such pull. */
  patch(number: number, patch: PullPatch): Pull;
  comment(number: number, by: string, body: string): HostedComment;
  /** The pull that has a comment, and the comment. */
  commentById(id: number): { readonly pull: Pull; readonly comment: HostedComment } | undefined;
  /** Changes the text of a comment. Throws when no pull has it. */
  editComment(id: number, body: string): HostedComment;
  review(number: number, review: Omit<HostedReview, "id" | "dismissed">): HostedReview;
  patchReview(number: number, id: number, patch: Partial<Omit<HostedReview, "id">>): HostedReview;
}

/** So many former views are kept for stale answers. */
const keptViews = 64;

/** Makes an empty store, or one that goes on from what another holds now. */
export function createPullStore(context: ServerContext, from?: PullStore): PullStore {
  const { clock, nextId } = context;
  const stamp = () => ({ createdAt: clock(), updatedAt: clock() });
  let last = from?.last ?? 0;
  const views: Map<number, Pull>[] = [new Map(from?.view())];
  const view = (staleBy = 0): PullsView => views.at(-1 - staleBy) ?? views[0] ?? new Map();
  const get = (number: number, staleBy?: number) => view(staleBy).get(number);
  const put = (pull: Pull): Pull => {
    views.push(new Map(view()).set(pull.number, pull));
    if (views.length > keptViews) views.shift();
    return pull;
  };
  const need = (number: number): Pull => {
    const pull = get(number);
    if (pull === undefined) throw new Error(`there is no pull ${number}`);
    return pull;
  };
  const patch = (number: number, changes: PullPatch): Pull =>
    put({ ...need(number), ...changes, updatedAt: clock() });
  return {
    view,
    get,
    patch,
    get last() {
      return last;
    },
    addIssue: () => ++last,
    add: (pull) => put({ ...pull, ...beginning, ...stamp(), id: nextId(), number: ++last }),
    ...talk(context, need, patch),
    ...comments(context, view, patch),
  };
}

/** What every pull is at first. */
const beginning = {
  state: "open",
  merged: false,
  mergedAt: null,
  mergedBy: null,
  mergeCommit: null,
  closedAt: null,
  closedBy: null,
  comments: [],
  reviews: [],
} as const;

/** Comments by their ids. */
function comments(
  { clock }: ServerContext,
  view: PullStore["view"],
  patch: PullStore["patch"],
): Pick<PullStore, "commentById" | "editComment"> {
  const commentById = (id: number) => {
    for (const pull of view().values()) {
      const comment = pull.comments.find((each) => each.id === id);
      if (comment !== undefined) return { pull, comment };
    }
    return undefined;
  };
  return {
    commentById,
    editComment(id, body) {
      const found = commentById(id);
      if (found === undefined) throw new Error(`there is no comment ${id}`);
      const edited = { ...found.comment, body, updatedAt: clock() };
      const all = found.pull.comments.map((each) => (each.id === id ? edited : each));
      patch(found.pull.number, { comments: all });
      return edited;
    },
  };
}

/** Comments and reviews of pulls. */
function talk(
  { clock, nextId }: ServerContext,
  need: (number: number) => Pull,
  patch: PullStore["patch"],
): Pick<PullStore, "comment" | "review" | "patchReview"> {
  return {
    comment(number, by, body) {
      const now = clock();
      const comment = { id: nextId(), by, body, createdAt: now, updatedAt: now };
      patch(number, { comments: [...need(number).comments, comment] });
      return comment;
    },
    review(number, made) {
      const review = { ...made, id: nextId(), dismissed: false };
      patch(number, { reviews: [...need(number).reviews, review] });
      return review;
    },
    patchReview(number, id, changes) {
      const reviews = need(number).reviews.map((review) =>
        review.id === id ? { ...review, ...changes } : review,
      );
      const review = reviews.find((one) => one.id === id);
      if (review === undefined) throw new Error(`pull ${number} has no review ${id}`);
      patch(number, { reviews });
      return review;
    },
  };
}
