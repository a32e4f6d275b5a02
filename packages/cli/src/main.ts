import { run } from "./run.ts";

// One interruption lets the step under way finish; a second one ends the process.
const controller = new AbortController();
for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.once(signal, () => {
    controller.abort();
    process.once(signal, () => process.exit(signal === "SIGINT" ? 130 : 143));
  });
}
// A reader that has seen enough (`coulomb status | head`) is no error.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(0);
  throw error;
});

process.exitCode = await run(process.argv.slice(2), {
  stdout: process.stdout,
  stderr: process.stderr,
  env: process.env,
  cwd: process.cwd(),
  now: () => Date.now(),
  signal: controller.signal,
});
