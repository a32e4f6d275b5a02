import { closePull, openPull } from "../hosting/index.ts";
import type { ProposalSide } from "./fault-stage.ts";
import { commitWords, type RepoState } from "./fault-state.ts";
import { branch } from "./harness.ts";

/** Title and body of the proposal that is there at the start. */
const startText = {
  title: "Set the schedule",
  body: 'Daily.\n\n<!-- coulomb:v1 {"change":"1"} -->\n',
};

/** Proposals that a server keeps. */
export const hostedProposals: ProposalSide = {
  async open(stage, head, author = "bot") {
    const { hosted, hosting } = stage;
    const label = hosted.labels.add({ name: "coulomb", color: "6b7280", description: "" });
    const opened = await openPull(hosted, {
      ...startText,
      base: "main",
      headBranch: branch,
      author,
      draft: false,
      labels: [label.id],
    });
    if (opened.kind !== "done") throw new Error(`the proposal was not opened: ${opened.kind}`);
    const at = { createdAt: hosting.clock(), updatedAt: hosting.clock() };
    hosted.pulls.patch(1, { comments: [{ id: 900, by: "pilot", body: "A person's words", ...at }] });
    hosted.statuses.add(head, { context: "ci", state: "success", creator: "pilot", description: "fine" });
  },
  async close({ hosted, hosting }) {
    const pull = hosted.pulls.get(1);
    if (pull?.state === "open") closePull(hosted, pull, "pilot", hosting.clock());
  },
  async list(stage) {
    const { hosted } = stage;
    const pulls: RepoState["pulls"][number][] = [];
    for (const pull of hosted.pulls.view().values()) {
      const { state, merged, title, body, draft } = pull;
      pulls.push({
        state,
        merged,
        title,
        body,
        draft,
        head: await commitWords(stage, pull.head),
        labels: pull.labels.map((id) => hosted.labels.byId(id)?.name ?? "?").toSorted(),
        comments: pull.comments.map((comment) => comment.body),
        statuses: hosted.statuses
          .of(pull.head)
          .map((status) => `${status.context} ${status.state} ${status.description}`),
        responses: await Promise.all(
          pull.reviews.map(
            async ({ by, state: answered, body: words, commit }) =>
              `${by} ${answered} ${words} of ${await commitWords(stage, commit)}`,
          ),
        ),
      });
    }
    return pulls;
  },
};
