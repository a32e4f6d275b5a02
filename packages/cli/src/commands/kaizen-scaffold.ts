import { initMemory, initSchedule, type Scaffolded } from "@coulomb-loop/kaizen";
import type { KaizenScaffoldReport } from "@coulomb-loop/schemas";
import type { CommonOptions, Invocation } from "../command-line/builder.ts";
import { placeOf } from "../kaizen-place.ts";
import { table } from "../terminal.ts";

interface InitOptions extends CommonOptions {
  readonly timezone: string;
  readonly domain?: string;
  readonly agents: readonly string[];
}

/** `coulomb kaizen schedule init`: the schedule file and the attributes of metrics, where they are missing. */
export async function scheduleInit(invocation: Invocation, options: InitOptions): Promise<void> {
  const { timezone, domain, agents } = options;
  const wanted = { timezone, agents, ...(domain === undefined ? {} : { domain }) };
  tell(invocation, options, await initSchedule({ ...placeOf(invocation.io), ...wanted }));
}

/** `coulomb kaizen memory init`: memory and folder of records of agents, where they are missing. */
export async function memoryInit(
  invocation: Invocation,
  options: CommonOptions,
  agents: readonly string[],
): Promise<void> {
  tell(invocation, options, await initMemory({ ...placeOf(invocation.io), agents }));
}

function tell({ terminal }: Invocation, options: CommonOptions, { root, paths }: Scaffolded): void {
  const report: KaizenScaffoldReport = {
    format_version: "1.0",
    kind: "kaizen-scaffold",
    repo: root,
    paths: [...paths],
  };
  if (options.json === true) return terminal.data(JSON.stringify(report, null, 2));
  const { paint } = terminal;
  const shown = {
    created: paint.green("created"),
    extended: paint.green("extended"),
    kept: paint.dim("kept"),
  };
  for (const line of table(paths.map(({ path, state }) => [shown[state], path]))) terminal.data(line);
}
