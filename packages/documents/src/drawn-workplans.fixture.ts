import * as fc from "fast-check";
import { TASK_STATUSES } from "./workplan.ts";
import type { TaskChange } from "./workplan-change.ts";

const encoder = new TextEncoder();

/** How a fence is put into its surroundings: what stands before its lines, and what before all of it. */
interface Container {
  readonly before: readonly string[];
  readonly first: string;
  readonly rest: string;
}

const CONTAINERS: readonly Container[] = [
  { before: [], first: "", rest: "" },
  { before: [], first: "", rest: "" },
  { before: [], first: "- ", rest: "  " },
  { before: ["1. one", ""], first: "   ", rest: "   " },
  { before: ["> said", ">"], first: "> ", rest: "> " },
  { before: [], first: ">", rest: ">" },
  { before: [], first: "> - ", rest: ">   " },
  { before: [], first: "  ", rest: "  " },
];

const NOISE: readonly (readonly string[])[] = [
  [],
  ["Some *text* with `code`."],
  ["```yaml", "status: todo", "id: P-T01", "```"],
  ["~~~", "```task", "~~~"],
  ["| a | b |", "|---|---|", "| 1 | 2 |"],
  ["<!--", "```task", "-->"],
  ["Title", "====="],
  ["- a", "  - b", "", "    c"],
  ["> quoted", "lazy"],
  ["[link]: https://x.example"],
  ["***"],
];

const VALUE = ["todo", '"todo"', "'done'", "blocked # why", "in_progress  "];

const task = fc.record({
  container: fc.constantFrom(...CONTAINERS),
  noise: fc.constantFrom(...NOISE),
  heading: fc.boolean(),
  marks: fc.constantFrom("```", "~~~", "`````"),
  status: fc.constantFrom(...VALUE),
  more: fc.constantFrom<readonly string[]>([], ["priority: high"], ["# note", "priority: low"], ["", ""]),
  hub: fc.boolean(),
  flow: fc.boolean(),
});

type Drawn = typeof task extends fc.Arbitrary<infer T> ? T : never;

const idOf = (at: number) => `T${String(at + 1).padStart(2, "0")}`;

function entryLines({ status, flow }: Drawn, at: number): string[] {
  const [value = ""] = status.split(/ +/);
  if (flow) return [`  - { id: ${idOf(at)}, status: ${value} }`];
  return [
    `  - id: ${idOf(at)} # ${at}`,
    `    status: ${status}`,
    `    title: Do ${at}: no`.replace(": no", ""),
  ];
}

function bodyLines(drawn: Drawn, at: number): string[] {
  const { container, noise, heading, marks, status, more, hub } = drawn;
  const content = [
    `id: P-${idOf(at)}`,
    `status: ${status}`,
    ...more,
    ...(hub ? [`state_hub_task_id: "h-${at}"`] : []),
  ];
  const fence = [`${marks}task`, ...content, marks];
  const lines = fence.map((line, index) => (index === 0 ? container.first : container.rest) + line);
  return [...(heading ? [`## Part ${at}`, ""] : []), ...noise, "", ...container.before, ...lines, ""];
}

/** A workplan without flaws, its tasks' fences in all kinds of containers. */
export const drawnWorkplan = fc
  .record({
    tasks: fc.array(task, { minLength: 1, maxLength: 3 }),
    ending: fc.constantFrom("\n", "\n", "\r\n", "\r"),
    bom: fc.boolean(),
    finalNewline: fc.boolean(),
    updated: fc.boolean(),
  })
  .map(({ tasks, ending, bom, finalNewline, updated }) => {
    const head = ["---", "id: P", ...(updated ? ["updated: 2026-01-01"] : []), "tasks:"];
    const lines = [...head, ...tasks.flatMap(entryLines), "---", "", ...tasks.flatMap(bodyLines), "The end."];
    const text = lines.join(ending) + (finalNewline ? ending : "");
    return encoder.encode((bom ? "\uFEFF" : "") + text);
  });

const values = fc.record(
  {
    status: fc.constantFrom<string>(...TASK_STATUSES),
    title: fc.constantFrom("Plain words", "a: b # c", "yes", "$& `x`"),
    priority: fc.constantFrom("low", "critical", null),
    stateHubTaskId: fc.constantFrom("c66d2e98-8f3e", "123", "h"),
  },
  { requiredKeys: [] },
);

/** Changes of different tasks, and perhaps of the plan. */
export const drawnChanges: fc.Arbitrary<TaskChange[]> = fc
  .tuple(
    fc.uniqueArray(fc.nat(2), { minLength: 1, maxLength: 3 }),
    fc.array(values, { minLength: 3, maxLength: 3 }),
    fc.boolean(),
  )
  .map(([which, sets, plan]) => [
    ...which.map(
      (at, index): TaskChange => ({ key: at % 2 === 0 ? idOf(at) : `P-${idOf(at)}`, set: sets[index] ?? {} }),
    ),
    ...(plan ? [{ plan: { updated: "2026-06-18", stateHubWorkstreamId: "90a05147" } }] : []),
  ]);
