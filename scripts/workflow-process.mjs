// Starts processes as a runner does, and reads what their steps leave in files.
import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";

/** Why a workflow cannot be run here, and in the lines after the first what to do. */
export class WorkflowError extends Error {}

/** Runs a program; answers with its exit code and all that it printed, in its order. */
export function execute(program, args, { cwd, env, onText = () => {} }) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd, env, stdio: ["ignore", "pipe", "pipe"] });
    let text = "";
    const take = (data) => {
      text += data;
      onText(data);
    };
    child.stdout.setEncoding("utf8").on("data", take);
    child.stderr.setEncoding("utf8").on("data", take);
    child.on("error", reject);
    child.on("close", (code, signal) => resolve({ code: code ?? 1, signal, text }));
  });
}

/** Runs git in a folder. Throws when it fails. */
export async function git({ env }, cwd, args) {
  const { code, text } = await execute("git", args, { cwd, env });
  if (code !== 0) throw new Error(`git ${args.join(" ")}: ${text}`);
  return text.trim();
}

/** What a step wrote to one of its files: `name=value`, or `name<<word`, lines, `word`. */
export function readPairs(file) {
  const pairs = {};
  const lines = existsSync(file) ? readFileSync(file, "utf8").split("\n") : [];
  for (let at = 0; at < lines.length; at += 1) {
    const [, name, end] = /^([^=]+?)<<(.+)$/.exec(lines[at]) ?? [];
    if (name !== undefined) {
      const to = lines.indexOf(end, at + 1);
      if (to === -1) throw new Error(`${name} has no end (${end})`);
      pairs[name] = lines.slice(at + 1, to).join("\n");
      at = to;
      continue;
    }
    const equals = lines[at].indexOf("=");
    if (equals > 0) pairs[lines[at].slice(0, equals)] = lines[at].slice(equals + 1);
  }
  return pairs;
}

/** Errors, warnings and notices that a step's text asks to be shown, as the runner reads it. */
export function readAnnotations(text) {
  const found = [];
  let stopped;
  for (const line of text.split("\n").map((each) => each.trim())) {
    const [, command, properties = "", message = ""] = /^::([\w-]+)(?: ([^:]*))?::(.*)$/.exec(line) ?? [];
    if (stopped !== undefined) {
      if (line === `::${stopped}::`) stopped = undefined;
    } else if (command === "stop-commands") stopped = message;
    else if (["error", "warning", "notice"].includes(command))
      found.push({ level: command, properties, message: unescape(message) });
  }
  return found;
}

function unescape(text) {
  return text.replaceAll("%0A", "\n").replaceAll("%0D", "\r").replaceAll("%25", "%");
}
