import {
  type AnalysisResult,
  describeCron,
  type Gate,
  loopName,
  lowerBound,
  type OpsDocuments,
  shortName,
} from "@coulomb-loop/cadence";
import type { Cadence, Promotion } from "@coulomb-loop/schemas";
import { firingChanges, tasksOf } from "./promotion-content.ts";

/** Title and Markdown body of a promotion's proposal. */
export interface PromotionText {
  readonly title: string;
  readonly body: string;
}

/** What the words rest on beside the record. */
export interface PromotionWords {
  readonly documents: OpsDocuments;
  readonly record: Promotion;
  readonly gates: readonly Gate[];
  /** What the pinned evidence comes to. */
  readonly results: readonly AnalysisResult[];
  /** When it can be merged at the earliest (epoch milliseconds); `undefined`: the files allow none. */
  readonly earliest: number | undefined;
  /** Whether people approve by `coulomb approve` only: the forge has no reviews of its own. */
  readonly byCommand: boolean;
  /** Why it does not stand; absent: it does. */
  readonly flaw?: string;
}

/** Words the proposal of a record, so that a regulator sees on one screen what it is about (page 07, 9). Pure. */
export function promotionText(shown: PromotionWords): PromotionText {
  const { record } = shown;
  const names = record.targets.map(({ repo }) => shortName(repo)).join(", ");
  switch (record.direction) {
    case "promote":
      return {
        title: `Promote ${names} from ${record.from} to ${record.to}`,
        body: promoteBody(shown, names),
      };
    case "demote":
      return { title: `Demote ${names} from ${record.from} to ${record.to}`, body: demoteBody(shown, names) };
    case "hold":
    case "release": {
      const what = record.all === true ? "every repo" : names;
      const verb = record.direction === "hold" ? "Hold" : "Release";
      return { title: `${verb} ${what} of ${record.loop}`, body: holdBody(record, what) };
    }
  }
}

function promoteBody(shown: PromotionWords, names: string): string {
  const { record, gates, results, earliest, flaw } = shown;
  const unmet = gates.filter(({ enforced, result }) => enforced && result !== "success");
  return [
    ...(flaw === undefined ? [] : [`**Do not approve this now**: ${inline(flaw)}.`, ""]),
    `**${record.id}** moves **${names}** of the loop ${record.loop} from **${record.from}** to **${record.to}**${record.wave === undefined ? "" : ` (wave ${record.wave})`}.`,
    "",
    "### What changes",
    "",
    ...cronLines(shown).map((line) => `- ${line}`),
    `- in this repo: ${opsChanges(shown).join(", ")}, and the record with its evidence`,
    "- each pilot gets its new schedule as a proposal of its own, once this is merged; nothing else changes",
    "",
    "### What was proved",
    "",
    ...proofLines(record, results).map((line) => `- ${line}`),
    "",
    "### Gates",
    "",
    ...gateTable(gates),
    "",
    unmet.length === 0
      ? "Every gate is met."
      : `Missing: ${unmet.map(({ key }) => `\`${key}\``).join(", ")}. Earliest merge: ${earliestWords(earliest)}.`,
    "",
    "### How to answer",
    "",
    ...answerLines(shown).map((line) => `- ${line}`),
  ].join("\n");
}

function demoteBody({ documents, record, gates }: PromotionWords, names: string): string {
  return [
    `**${record.id}** takes **${names}** of the loop ${record.loop} back from **${record.from}** to **${record.to}**.`,
    "",
    `Why: ${inline(record.reason ?? "")}`,
    "",
    ...gateTable(gates),
    "",
    ...offLines(documents, record),
    record.hold === true
      ? "It is held there until somebody releases it: `coulomb hold <repo> --release --reason …`."
      : "It can be promoted again once it has earned that anew.",
    "",
    "A demotion needs no approval and no window: the tool merges it.",
  ].join("\n");
}

/** What cannot fire in the phase that repos come back to, and what to do about it. */
function offLines(documents: OpsDocuments, record: Promotion): readonly string[] {
  const { off } = firingChanges(documents, record);
  if (off.length === 0) return [];
  const names = off.map(({ value }) => `\`${value.id}\``).join(", ");
  return [
    `${names} stays off: it was changed since a regulator approved it. Take that change back and set \`enabled: true\`; until then it does not fire.`,
    "",
  ];
}

function holdBody(record: Promotion, what: string): string {
  const until = record.until === undefined ? "" : ` until ${record.until}`;
  return [
    record.direction === "hold"
      ? `**${record.id}** stops every promotion of **${what}**${until}.`
      : `**${record.id}** lets **${what}** be promoted again.`,
    "",
    `Why: ${inline(record.reason ?? "")}`,
    "",
    "It needs no approval: the tool merges it.",
  ].join("\n");
}

/** What merging changes in the ops repo. */
function opsChanges({ documents, record }: PromotionWords): readonly string[] {
  const { starting, stopping } = firingChanges(documents, record);
  return [
    `the phase of ${record.targets.map(({ repo }) => shortName(repo)).join(", ")} in the roster`,
    ...starting.map(({ value }) => `\`${value.id}\` begins to fire`),
    ...stopping.map(({ value }) => `\`${value.id}\` stops`),
    ...tasksOf(documents, record).map((task) => `the status of ${task}`),
  ];
}

/** What each step's cron was and becomes. */
function cronLines({ documents, record }: PromotionWords): readonly string[] {
  const cadence = documents.loops.find((each) => loopName(each) === record.loop)?.cadence?.value;
  if (cadence === undefined) return [];
  const before = cronsOf(documents, cadence, record.from ?? "");
  const after = cronsOf(documents, cadence, record.to ?? "");
  return cadence.steps.map(
    (step) => `**${step}**: ${words(before.get(step))} → ${words(after.get(step))} (${cadence.timezone})`,
  );
}

function words(cron: string | undefined): string {
  return cron === undefined ? "not at all" : describeCron(cron);
}

function cronsOf({ definitions }: OpsDocuments, { phases, loop }: Cadence, phaseName: string) {
  const listed = new Set(phases.find(({ name }) => name === phaseName)?.definitions ?? []);
  return new Map(
    definitions
      .filter(({ value }) => value.loop === loop && listed.has(value.id))
      .map(({ value }) => [value.step, value.trigger.cron]),
  );
}

function proofLines(record: Promotion, results: readonly AnalysisResult[]): readonly string[] {
  const gates = new Map(record.gates.map((each) => [each.key, each.result]));
  const lines = results
    .filter(({ analysis }) => gates.has(analysis.key))
    .map(({ analysis, needed, streak }) => {
      const { key, consecutive_success_limit: limit, scope } = analysis;
      // One that is only shown keeps no promotion back, and must not be taken for a proof.
      if (gates.get(key) !== "success")
        return `\`${key}\` is not proved: ${streak.length} of ${limit} cycles in a row`;
      const bound = (100 * lowerBound(Math.min(streak.length, limit))).toFixed(1);
      const who = scope === "fleet" ? `over ${needed} repos` : "in each repo";
      return `\`${key}\`: ${limit} cycles in a row ${who}; with no other knowledge a cycle succeeds in at least ${bound} % (95 % sure)`;
    });
  return [
    ...lines,
    `evidence \`${record.evidence_digest?.slice(0, 12) ?? "none"}\`, beside the record; \`coulomb promote verify\` judges it again`,
  ];
}

const marks = { success: "✓", failure: "✗", inconclusive: "?", pending: "…" } as const;

function gateTable(gates: readonly Gate[]): readonly string[] {
  return [
    "| gate | result | why | what turns it |",
    "|---|---|---|---|",
    ...gates.map(
      ({ key, result, description, enforced, turnedBy }) =>
        `| \`${key}\`${enforced ? "" : " (dry run)"} | ${marks[result]} ${result} | ${cell(description)} | ${cell(turnedBy ?? "")} |`,
    ),
  ];
}

function earliestWords(earliest: number | undefined): string {
  return earliest === undefined
    ? "never, as the files are"
    : `${new Date(earliest).toISOString().replace(".000Z", "Z")}, as far as crons, soak and windows say`;
}

function answerLines({ record, byCommand, flaw }: PromotionWords): readonly string[] {
  if (flaw !== undefined)
    return ["not now: no answer to this head counts; it is asked for again once it is made anew"];
  const approve = `\`coulomb approve ${record.id} --message "why"\``;
  const reject = `\`coulomb approve ${record.id} --reject --message "why"\``;
  return [
    byCommand ? `agree: ${approve}, signed with your key` : `agree: approve this in a review, or ${approve}`,
    byCommand ? `refuse: ${reject}` : `refuse: request changes in a review, or ${reject}`,
    "an answer is for exactly this head, this evidence and this policy; the tool merges, nobody else needs to",
    "close it to decline: it is not offered again for new evidence alone",
  ];
}

/** A text as one line of Markdown. */
function inline(text: string): string {
  return text.replaceAll(/\s+/g, " ").replaceAll(/([\\`*_<>[\]|#])/g, String.raw`\$1`);
}

function cell(text: string): string {
  return inline(text);
}
