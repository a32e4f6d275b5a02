import type { ActivityDefinition } from "@coulomb-loop/schemas";
import { plainLine, plainText } from "./plain-text.ts";

/** What a scheduled task can say of its repo: what the resolver told. */
export const inputNames: readonly string[] = ["cron", "timezone", "blob", "head"];

/** Values of a template's variables. */
export interface TemplateValues {
  readonly repo: string;
  readonly slot: string;
  readonly cycle: string;
  readonly agent: string;
  /** Which attempt it is, from 1. */
  readonly attempt: number;
  readonly inputs: Readonly<Record<string, string>>;
}

/** The texts of a task. */
export interface TaskText {
  readonly title: string;
  /** Markdown. */
  readonly description: string;
}

/**
 * Renders the task of a definition: `{{name}}` becomes its value, which is data and never read again for variables. A
 * variable without a value stays as it is written, so that a reader sees what is missing.
 */
export function renderTask(definition: ActivityDefinition, body: string, values: TemplateValues): TaskText {
  const title = plainLine(fill(definition.task.title, values), longestTitle);
  const commands = [
    ["Prepare", definition.task.prepare],
    ["Close", definition.task.close],
  ] as const;
  const session = [
    `- Slot: \`${values.slot}\``,
    `- Cycle: \`${values.cycle}\``,
    // A record of another attempt does not close this one.
    ...(values.attempt === 1
      ? []
      : [`- Attempt: ${values.attempt}; close with \`--attempt ${values.attempt}\``]),
    ...commands.flatMap(([name, command]) =>
      command === undefined
        ? []
        : [`- ${name}: \`${plainLine(fill(command, values), longestTitle)}${attemptFlag(values)}\``],
    ),
  ];
  const end = `\n\n## Session\n\n${session.join("\n")}\n`;
  // However long the body is, a session is told how to close.
  const text = plainText(fill(body, values).trim())
    .slice(0, longestDescription - end.length)
    .toWellFormed();
  return { title, description: `${text}${end}` };
}

function attemptFlag({ attempt }: TemplateValues): string {
  return attempt === 1 ? "" : ` --attempt ${attempt}`;
}

/** Bounds of the hub (schemas/hub.schema.json). */
const longestTitle = 2_000;
const longestDescription = 20_000;

/** Characters of a value that somebody else wrote. */
const longestInput = 500;

function fill(text: string, values: TemplateValues): string {
  const { inputs, attempt: _attempt, ...plain } = values;
  // A value is one line: it cannot add headings or steps of its own.
  const known = new Map([
    ...Object.entries(plain),
    ...Object.entries(inputs).map(
      ([name, value]) => [`inputs.${name}`, plainLine(value, longestInput)] as const,
    ),
  ]);
  return text.replaceAll(
    /\{\{\s*([a-z][a-z0-9_.]*)\s*\}\}/g,
    (written, name: string) => known.get(name) ?? written,
  );
}
