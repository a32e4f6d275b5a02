import { hostname } from "node:os";
import { exitCodes, interruptionBy } from "./io.ts";
import { run } from "./run.ts";

// One interruption lets the step under way finish; a second one ends the process.
const controller = new AbortController();
let interrupted: number | undefined;
for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.on(signal, () => {
    // Behind an older Node one Ctrl-C comes twice at once: from the terminal, and from the process that handed over.
    if (interrupted !== undefined && performance.now() - interrupted > 250)
      process.exit(exitCodes.interrupted);
    interrupted ??= performance.now();
    controller.abort(interruptionBy(signal));
  });
}
// A reader that has seen enough (`coulomb status | head`) is no error; a full disk is.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(0);
  process.stderr.write(`coulomb cannot write its output: ${error.message}\n`);
  process.exit(1);
});
// Without a reader there is nobody to tell; what is under way goes on.
process.stderr.on("error", () => {});

// A terminal that does not say how wide it is, such as a serial console, would show no question.
if (process.stderr.isTTY && !(process.stderr.columns > 0)) process.stderr.columns = 80;

process.exitCode = await run(process.argv.slice(2), {
  stdout: process.stdout,
  stderr: process.stderr,
  env: process.env,
  cwd: process.cwd(),
  now: () => Date.now(),
  // What people are asked stands on stderr: data alone goes to stdout.
  ...(process.stdin.isTTY && process.stderr.isTTY
    ? { person: { input: process.stdin, output: process.stderr } }
    : {}),
  signal: controller.signal,
  process: { host: hostname(), pid: process.pid, isAlive },
});

/** A process that belongs to somebody else is alive too: only "no such process" says no. */
function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return !(error instanceof Error && "code" in error && error.code === "ESRCH");
  }
}
