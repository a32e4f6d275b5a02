import type { ProposalResponse, WriteResult } from "@coulomb-loop/forge";
import { type ForgeHarness, type HarnessFactory, onStage, type Stage, valueOf } from "./contract/harness.ts";
import { answerPatch } from "./contract/responses.ts";
import type { HostedReview, Hosting, Stage as Double } from "./hosting/index.ts";

export const yes = { action: "approve", message: "Fine" } as const;
export const no = { action: "reject", message: "Not yet" } as const;

/** A repository on a double with a proposal that was opened by the forge under test. */
export interface Reviewed extends Stage {
  readonly hosting: Hosting;
  readonly double: Pick<Double, "requests" | "fail" | "before">;
  readonly ref: Awaited<ReturnType<Stage["propose"]>>["ref"];
  readonly head: Stage["head"];
  readonly proposed: string;
  /** The responses to the proposal, read anew. */
  readonly responses: () => Promise<readonly ProposalResponse[]>;
  /** Answers as the first reviewer. */
  readonly answer: (words: typeof yes | typeof no) => Promise<WriteResult<void>>;
  /** Puts a review there as it is. */
  readonly put: (review: Partial<HostedReview>) => void;
  /** Reviews that the server has. */
  readonly reviews: () => readonly HostedReview[];
}

type Harness = ForgeHarness & Pick<Reviewed, "hosting" | "double">;

/** Runs a test on a proposal. */
export function onReviewed(
  factory: (files: Parameters<HarnessFactory>[0]) => Promise<Harness>,
  test: (stage: Reviewed) => Promise<void>,
): () => Promise<void> {
  let harness: Harness | undefined;
  return onStage(
    async (files) => (harness = await factory(files)),
    async (stage) => {
      if (harness === undefined) throw new Error("no harness");
      const { hosting, double } = harness;
      const { ref, head: proposed } = await stage.propose();
      const { pulls } = hosting.repo("pilot/one");
      const [reviewer] = stage.reviewers;
      if (reviewer === undefined) throw new Error("nobody answers");
      const given = {
        by: "ada",
        state: "approved",
        body: "",
        commit: proposed,
        submittedAt: hosting.clock(),
      } as const;
      await test({
        ...stage,
        hosting,
        double,
        ref,
        proposed,
        responses: async () => valueOf(await stage.forge.inspect(ref)).responses,
        answer: (words) => reviewer.forge.updateProposal(ref, answerPatch(reviewer.by, ref, proposed, words)),
        put({ dismissed, ...review }) {
          const made = { ...given, ...review };
          hosting.users.add(made.by);
          const { id } = pulls.review(ref.number, made);
          if (dismissed === true) pulls.patchReview(ref.number, id, { dismissed });
        },
        reviews: () => pulls.get(ref.number)?.reviews ?? [],
      });
    },
  );
}
