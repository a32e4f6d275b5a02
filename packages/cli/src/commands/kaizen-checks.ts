import { validateScheduleFile, verifyBundle } from "@coulomb-loop/kaizen";
import { CoulombError, type Finding, hasErrors } from "@coulomb-loop/schemas";
import type { CommonOptions, Invocation } from "../command-line/builder.ts";
import { exitCodes } from "../io.ts";
import { placeOf } from "../kaizen-place.ts";
import { findingsReport, printFindings } from "../output/findings.ts";
import { counted } from "../terminal.ts";

interface CheckOptions extends CommonOptions {
  readonly format?: "human" | "json";
  readonly strict?: boolean;
  readonly repoDir?: string;
}

/** `coulomb kaizen schedule validate`: all findings of the schedule file; exit 1 on errors (`--strict`: warnings). */
export async function scheduleValidate(invocation: Invocation, options: CheckOptions): Promise<void> {
  checkFormat(options);
  const { root, findings } = await validateScheduleFile(placeOf(invocation.io));
  tell(invocation, options, { root, findings, name: ".kaizen/schedule.yml" });
}

/** `coulomb kaizen bundle verify`: all findings of a bundle; exit 1 on errors (`--strict`: warnings). */
export async function bundleVerify(
  invocation: Invocation,
  options: CheckOptions,
  [file = ""]: readonly string[],
): Promise<void> {
  checkFormat(options);
  const { io } = invocation;
  const where = options.repoDir === undefined ? {} : { repoDir: options.repoDir };
  const { root, findings } = await verifyBundle({ ...placeOf(io), ...where, file, now: io.now() });
  tell(invocation, options, { root, findings, name: file });
}

function checkFormat({ json, format }: CheckOptions): void {
  if (json === true && format === "human")
    throw new CoulombError("usage", "--json and --format human are two formats", {
      hint: "give one of them",
    });
}

interface Checked {
  readonly root: string;
  readonly findings: readonly Finding[];
  readonly name: string;
}

function tell(
  { terminal, exit }: Invocation,
  options: CheckOptions,
  { root, findings, name }: Checked,
): void {
  const count = (severity: Finding["severity"]) =>
    findings.filter((finding) => finding.severity === severity).length;
  const [errors, warnings] = [count("error"), count("warning")];
  if (options.json === true || options.format === "json")
    terminal.data(JSON.stringify(findingsReport(root, 1, findings), null, 2));
  else {
    for (const line of printFindings(findings, terminal.paint)) terminal.data(line);
    const more = warnings === 0 ? "" : `, ${counted(warnings, "warning")}`;
    terminal.data(`${name}: ${errors === 0 ? "no errors" : counted(errors, "error")}${more}`);
  }
  exit(hasErrors(findings) || (options.strict === true && warnings > 0) ? exitCodes.error : exitCodes.ok);
}
