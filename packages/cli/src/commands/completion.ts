import type { CompletionReport } from "@coulomb-loop/schemas";
import type { CommonOptions, Invocation } from "../command-line/builder.ts";
import { type Shell, scripts, shells } from "../completion/scripts.ts";

/** `coulomb completion`: the script by which a shell completes the command. */
export async function completion(
  { io, terminal }: Invocation,
  options: CommonOptions,
  args: readonly string[],
): Promise<void> {
  // Commander let no other through.
  const shell: Shell = shells.find((each) => each === args[0]) ?? "bash";
  const report: CompletionReport = {
    format_version: "1.0",
    kind: "completion",
    shell,
    script: scripts[shell],
  };
  if (options.json === true) terminal.data(JSON.stringify(report, null, 2));
  else io.stdout.write(report.script);
}
