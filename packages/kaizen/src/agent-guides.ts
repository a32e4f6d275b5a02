import { memoryPath } from "./memory-init.ts";

/** What the session of an agent is asked to do. */
export interface AgentGuide {
  readonly goal: string;
  readonly steps: readonly string[];
  readonly limits: readonly string[];
  readonly checks: readonly { readonly id: string; readonly check: string }[];
}

const entry = (agent: string) =>
  `${memoryPath(agent)} has a new entry on top: \`git diff --name-only HEAD -- ${memoryPath(agent)}\` names it, or a commit does`;

/** What an agent's session is asked to do; agents that are not of the kaizen stack get what holds for every one. */
export function guideOf(agent: string): AgentGuide {
  switch (agent) {
    case "coach":
      return coach;
    case "optimization":
      return optimization;
    default:
      return anyAgent(agent);
  }
}

const coach: AgentGuide = {
  goal: "Turn the metrics of the last sessions into one orientation that the next step can use: the one thing that cost the most or failed most often, its likely cause, and one change to try.",
  steps: [
    "Name the one thing that cost the most or failed most often, with the ids of the records that show it. If nothing stands out, say so.",
    `Write it to the top of the entries of ${memoryPath("coach")}, at most ten lines: what was seen, the likely cause, one change to try, and how the metrics would show that it helped.`,
    "Strike entries that later records have disproved; keep one line on why.",
    "Bring that file to the default branch the way this repo takes changes.",
  ],
  limits: [
    "Change nothing but the files below `.kaizen/memory/coach` and `.kaizen/metrics`: code is the next step's work.",
  ],
  checks: [
    { id: "orientation-written", check: entry("coach") },
    {
      id: "records-cited",
      check: "The entry names at least one record id of Metrics, or says that nothing stands out",
    },
    {
      id: "limits-kept",
      check: "`git status --porcelain -- . ':!.kaizen/memory/coach' ':!.kaizen/metrics'` prints nothing new",
    },
  ],
};

const optimization: AgentGuide = {
  goal: "Make one small improvement that the coach's orientation asks for, and leave it so that the metrics can show whether it helped.",
  steps: [
    "Take the newest orientation under *Upstream*. If it is missing, take the first thing that stands out under *Metrics*.",
    "Make one change for it, as small as it can be, with a test or another way to see that it works.",
    "Run this repo's own checks, as its README or CI has them.",
    "Offer the change the way this repo takes changes. Do not merge it yourself.",
    `Write to the top of the entries of ${memoryPath("optimization")}, at most ten lines: what was changed and where, which orientation it answers, and which figure should move.`,
  ],
  limits: ["One improvement. What else you find goes into the memory, not into this change."],
  checks: [
    {
      id: "one-change",
      check: "One change is offered, and its text names the orientation or the records it answers",
    },
    { id: "checks-green", check: "This repo's own checks pass on the change" },
    { id: "memory-written", check: entry("optimization") },
  ],
};

function anyAgent(agent: string): AgentGuide {
  return {
    goal: `Do the work that this repo schedules for ${agent}, as far as its settings and its memory say it.`,
    steps: [
      "Do what the settings above and the memory ask for, and nothing besides.",
      `Write to the top of the entries of ${memoryPath(agent)}, at most ten lines: what was done, what was found, what is next.`,
    ],
    limits: ["One piece of work. What else you find goes into the memory."],
    checks: [{ id: "memory-written", check: entry(agent) }],
  };
}
