// Starts doubles as processes. Plain JavaScript for Node 20: the demo runs on the host's Node.
import { fork } from "node:child_process";
import { once } from "node:events";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const runtime = join(
  here,
  "..",
  "node_modules",
  "node",
  "bin",
  process.platform === "win32" ? "node.exe" : "node",
);

/**
 * Starts a double and waits until it listens. `settings`: `kind`, `repos` by `owner/name`, `accounts` as tokens by login,
 * and options of the double. Answers with its `url`, how many `requests()` it had and the names of its `repos()`, and `stop()`, which waits
 * for its end.
 */
export async function startDouble(settings) {
  const child = fork(join(here, "double.mjs"), {
    execPath: runtime,
    execArgv: ["--conditions=@coulomb-loop/source", "--disable-warning=ExperimentalWarning"],
    // As the program does itself where it runs from source: types are stripped once, and not at every start.
    env: { ...process.env, NODE_COMPILE_CACHE: join(here, "..", "node_modules", ".cache", "compiled") },
    // What it prints is no data of whoever started it.
    stdio: ["ignore", 2, 2, "ipc"],
  });
  const ended = once(child, "exit");
  child.send(settings);
  const [first] = await Promise.race([once(child, "message"), ended]);
  if (first?.url === undefined) throw new Error(`the double of ${settings.kind} ended before it listened`);
  let last = 0;
  const ask = async () => {
    const id = ++last;
    child.send({ id });
    for (;;) {
      const [answer] = await once(child, "message");
      if (answer.id === id) return answer;
    }
  };
  return {
    url: first.url,
    requests: async () => (await ask()).requests,
    repos: async () => (await ask()).repos,
    async stop() {
      if (child.connected) child.disconnect();
      const [code] = await ended;
      if (code !== 0) throw new Error(`the double of ${settings.kind} ended with ${code}`);
    },
  };
}
