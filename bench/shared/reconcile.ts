import { run } from "@coulomb-loop/cli";

/** A whole `coulomb reconcile` in this process. Throws unless it finds so many repos in sync. */
export async function reconcile(
  ops: string,
  repos: number,
  env: Readonly<Record<string, string>>,
): Promise<void> {
  let output = "";
  const sink = { write: (text: string) => void (output += text) };
  const code = await run(["reconcile", "--detailed-exitcode"], {
    stdout: sink,
    stderr: sink,
    env: { ...process.env, ...env },
    cwd: ops,
    now: Date.now,
    signal: new AbortController().signal,
    process: { host: "bench", pid: process.pid, isAlive: () => false },
  });
  if (code !== 0 || !output.includes(`${repos} in sync`))
    throw new Error(`reconcile ended with ${code}: ${output.slice(-2000)}`);
}
