// Generates schemas/openapi.json from the hub's table of routes and schemas/hub.schema.json. `--check` writes nothing and
// fails when the committed file is another one, or when it has lost a path, a field or a word that the last release had.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/**
 * What a description has lost against an older one, by where it was: operations, answers, parameters, properties and
 * values of enumerations. What was added is no loss, but for what a request must hold now and had not to, and what an
 * answer always held and need not now.
 */
export function lostSince(before, after, at = "") {
  if (Array.isArray(before)) return lostOfList(before, after, at);
  if (before === null || typeof before !== "object") return [];
  if (after === null || typeof after !== "object") return [at];
  return Object.entries(before).flatMap(([key, value]) => {
    const place = `${at}/${key}`;
    if (words.has(key) && typeof value !== "object") return [];
    if (!(key in after)) return words.has(key) ? [] : [place];
    return lostSince(value, after[key], place);
  });
}

/** Texts for people, and limits: they may change. */
const words = new Set([
  "description",
  "summary",
  "title",
  "version",
  "pattern",
  "minimum",
  "maximum",
  "minLength",
  "maxLength",
  "maxItems",
  "minItems",
]);

/** Schemas of what clients send: to ask more of them is a loss. */
const sent = /\/schemas\/\w+_(?:put|patch|request|item|conflict|release)\//;

function lostOfList(before, after, at) {
  if (!Array.isArray(after)) return [at];
  if (at.endsWith("/required")) {
    const gained = sent.test(at) ? after.filter((value) => !before.includes(value)) : [];
    const missing = sent.test(at) ? [] : before.filter((value) => !after.includes(value));
    return [...gained, ...missing].map((value) => `${at}/${value}`);
  }
  if (at.endsWith("/enum"))
    return before.filter((value) => !after.includes(value)).map((value) => `${at}/${value}`);
  if (at.endsWith("/parameters"))
    return before.flatMap((parameter) => {
      const same = after.find((each) => each.name === parameter.name && each.in === parameter.in);
      return same === undefined
        ? [`${at}/${parameter.name}`]
        : lostSince(parameter, same, `${at}/${parameter.name}`);
    });
  return before.flatMap((value, index) => lostSince(value, after[index], `${at}/${index}`));
}

/** The description as the last release had it; `undefined`: no release has one. */
function released(root) {
  const git = (...args) =>
    spawnSync("git", args, { cwd: root, encoding: "utf8", maxBuffer: 64 * 1024 * 1024 });
  const tag = git("describe", "--tags", "--abbrev=0");
  if (tag.status !== 0) return undefined;
  const file = git("show", `${tag.stdout.trim()}:schemas/openapi.json`);
  return file.status === 0 ? { tag: tag.stdout.trim(), document: JSON.parse(file.stdout) } : undefined;
}

async function main() {
  const root = dirname(dirname(fileURLToPath(import.meta.url)));
  const { openapiDocument } = await import("@coulomb-loop/state-hub");
  const { version } = JSON.parse(readFileSync(join(root, "packages/state-hub/package.json"), "utf8"));
  const file = join(root, "schemas/openapi.json");
  const document = openapiDocument(version);
  const text = `${JSON.stringify(document, null, 2)}\n`;
  const isFresh = existsSync(file) && readFileSync(file, "utf8") === text;
  if (!process.argv.includes("--check")) {
    writeFileSync(file, text);
    console.log(`schemas/openapi.json: ${isFresh ? "fresh" : "written"}`);
    return;
  }
  if (!isFresh) {
    console.error(
      "schemas/openapi.json: not what the routes of the hub generate. Run `npm run generate` and commit the result.",
    );
    process.exitCode = 1;
  }
  const last = released(root);
  const lost = last === undefined ? [] : lostSince(last.document, JSON.parse(text));
  for (const place of lost)
    console.error(`schemas/openapi.json: ${place} was in ${last.tag} and is lost: clients rely on it`);
  if (lost.length > 0) process.exitCode = 1;
  if (process.exitCode === undefined)
    console.log(
      `schemas/openapi.json: fresh; ${last === undefined ? "no release to compare with" : `nothing lost since ${last.tag}`}`,
    );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main();
