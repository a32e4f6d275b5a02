import type { ActivityDefinition } from "@coulomb-loop/schemas";

/** What a scheduled task can say of its repo: what the resolver told. */
export const inputNames: readonly string[] = ["cron", "timezone", "blob", "head"];

/** Values of a template's variables. */
export interface TemplateValues {
  readonly repo: string;
  readonly slot: string;
  readonly cycle: string;
  readonly agent: string;
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
  const title = oneLine(fill(definition.task.title, values)).slice(0, longestTitle).toWellFormed();
  const commands = [
    ["Prepare", definition.task.prepare],
    ["Close", definition.task.close],
  ] as const;
  const lines = commands.flatMap(([name, command]) =>
    command === undefined ? [] : [`- ${name}: \`${oneLine(fill(command, values))}\``],
  );
  const session = [`- Slot: \`${values.slot}\``, `- Cycle: \`${values.cycle}\``, ...lines];
  return {
    title,
    description: `${fill(body, values).trim()}\n\n## Session\n\n${session.join("\n")}\n`.slice(
      0,
      longestDescription,
    ),
  };
}

/** Bounds of the hub (schemas/hub.schema.json). */
const longestTitle = 2_000;
const longestDescription = 20_000;

function fill(text: string, values: TemplateValues): string {
  const { inputs, ...plain } = values;
  const known = new Map([
    ...Object.entries(plain),
    ...Object.entries(inputs).map(([name, value]) => [`inputs.${name}`, value] as const),
  ]);
  return text.replaceAll(
    /\{\{\s*([a-z][a-z0-9_.]*)\s*\}\}/g,
    (written, name: string) => known.get(name) ?? written,
  );
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, " ").trim();
}
