import { CoulombError, didYouMean } from "@coulomb-loop/schemas/errors";
import type { Command } from "commander";
import type { Io } from "../io.ts";
import { configure } from "./builder.ts";

/** Instead of commander's own, which knows no command of a group and suggests nothing. */
export function addHelp(program: Command, io: Io): void {
  configure(program.command("help [command...]").description("show the help of a command"), io).action(
    (names: readonly string[]) => {
      let command = program;
      for (const [at, name] of names.entries()) {
        const there = command.createHelp().visibleCommands(command);
        const found = there.find((each) => each.name() === name);
        if (found === undefined) {
          const known = there.map((each) => each.name());
          const hint =
            known.length === 0 ? `see coulomb help ${names.slice(0, at).join(" ")}` : didYouMean(name, known);
          throw new CoulombError("usage", `there is no command "coulomb ${names.join(" ")}"`, { hint });
        }
        command = found;
      }
      command.outputHelp();
    },
  );
}
