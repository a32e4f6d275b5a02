import { verifyLoop } from "@coulomb-loop/reconciler";
import { CoulombError, hasErrors } from "@coulomb-loop/schemas";
import type { CommonOptions, Invocation } from "../command-line/builder.ts";
import { exitCodes } from "../io.ts";
import { findOpsFolder, gitPrefix } from "../ops-files.ts";
import { placeFindings } from "../output/findings.ts";
import { verifyLines, verifyReport } from "../output/promote-verify.ts";
import { readVerifyFacts } from "../verify-facts.ts";
import { oneOf } from "./one-of.ts";

interface Options extends CommonOptions {
  readonly loop?: string;
  readonly base?: string;
}

/**
 * `coulomb promote verify`: checks the records of HEAD, or of a pull request against its base, from the objects of the clone alone (page 07
 * P23). Exit 1 on errors.
 */
export async function verify({ io, terminal, exit }: Invocation, options: Options): Promise<void> {
  const folder = findOpsFolder(io.cwd, options.ops);
  if (gitPrefix(folder) !== "")
    throw new CoulombError("ops_subfolder", `${folder} is not the root of its git repository`, {
      hint: "promotions are proposals of the ops repo: keep it in a repository of its own",
    });
  const { commit, loops, locate } = await readVerifyFacts(io, folder, options.base);
  if (options.loop !== undefined)
    oneOf(
      "loop",
      options.loop,
      loops.map(({ loop }) => loop),
    );
  const verified = loops
    .filter(({ loop }) => options.loop === undefined || loop === options.loop)
    .map((facts) => {
      const found = verifyLoop(facts);
      return { ...found, findings: placeFindings(locate, found.findings) };
    });
  if (options.json === true) terminal.data(JSON.stringify(verifyReport(commit, verified), null, 2));
  else for (const line of verifyLines(commit, verified, terminal.paint)) terminal.data(line);
  exit(verified.some(({ findings }) => hasErrors(findings)) ? exitCodes.error : exitCodes.ok);
}
