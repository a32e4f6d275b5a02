import { didYouMean } from "@coulomb-loop/schemas/errors";
import { Argument, type Command, InvalidArgumentError } from "commander";
import { shells } from "../completion/scripts.ts";
import type { Io } from "../io.ts";
import type { Builder } from "./builder.ts";
import { configure } from "./builder.ts";

/** `coulomb completion`, and what its scripts ask. */
export function addCompletion(program: Command, { addAnywhere }: Builder, io: Io): void {
  addAnywhere(
    program,
    "completion",
    "print what makes a shell complete commands, options, repos, loops, tasks and records",
    [
      "source <(coulomb completion bash)",
      "coulomb completion zsh > ~/.zfunc/_coulomb",
      "coulomb completion fish > ~/.config/fish/completions/coulomb.fish",
    ],
    (command) =>
      command
        .addArgument(new Argument("<shell>", "bash, zsh or fish").choices(shells).argParser(shellNamed))
        .addHelpText("after", installing),
    async () => (await import("../commands/completion.ts")).completion,
  );
  configure(program.command("__complete [words...]", { hidden: true }), io).action(
    async (words: readonly string[]) => {
      const { complete } = await import("../completion/complete.ts");
      const { lookupIn } = await import("../completion/lookup.ts");
      const { candidates, paths, open } = await complete(program, words, lookupIn(io.cwd));
      const lines = candidates.map(({ value, description }) => `${value}\t${description}`);
      io.stdout.write([`:${paths}${open ? " open" : ""}`, ...lines, ""].join("\n"));
    },
  );
}

const installing = `
Install it once:
  bash  add to ~/.bashrc:  source <(coulomb completion bash)
  zsh   add to ~/.zshrc, after compinit:  source <(coulomb completion zsh)
  fish  coulomb completion fish > ~/.config/fish/completions/coulomb.fish
It completes what stands behind "coulomb", so that must be a command of your shell: installed with
npm install --global, or a function.`;

function shellNamed(text: string): string {
  if (shells.some((shell) => shell === text)) return text;
  throw new InvalidArgumentError(didYouMean(text, shells));
}
