// Generates schemas/openapi.json from the hub's table of routes and schemas/hub.schema.json. `--check` writes nothing and
// fails when the committed file is another one, or when it has lost a path, a field or a word that the last release had.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/**
 * What a description has lost against an older one, by where it was: operations, answers, parameters, properties, values
 * of enumerations, and single values such as a type, a constant or a format that are others now. What was added is no
 * loss, but for what a request must hold now and had not to, and what an answer always held and need not now.
 * `isNamed`: the keys are names that we gave, and no keywords.
 */
export function lostSince(before, after, at = "", isNamed = false) {
  if (Array.isArray(before)) return lostOfList(before, after, at);
  if (before === null || typeof before !== "object") return before === after ? [] : [at];
  if (after === null || typeof after !== "object" || Array.isArray(after)) return [at];
  const lost = Object.entries(before).flatMap(([key, value]) => {
    const place = `${at}/${key}`;
    if (!isNamed && (words.has(key) || isEased(key, value, after[key]))) return [];
    return key in after ? lostSince(value, after[key], place, !isNamed && namings.has(key)) : [place];
  });
  return isNamed ? lost : [...lost, ...demanded(before, after, at)];
}

/** What is asked for now where nothing was said of it. */
function demanded(before, after, at) {
  if ("required" in before || !("required" in after)) return [];
  const place = `${at}/required`;
  return Array.isArray(after.required)
    ? lostOfList([], after.required, place)
    : after.required
      ? [place]
      : [];
}

/** A demand that is none any more. */
function isEased(key, before, after) {
  if (key === "required") return before === true && after !== true;
  return key === "additionalProperties" && before === false && after !== false;
}

/** Keywords whose keys are names: a property may be called as a keyword is. */
const namings = new Set([
  "paths",
  "schemas",
  "properties",
  "patternProperties",
  "responses",
  "headers",
  "content",
  "securitySchemes",
  "parameters",
  "requestBodies",
]);

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
  "maxProperties",
  "minProperties",
  "example",
  "examples",
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
  if (at.endsWith("/enum") || at.endsWith("/type"))
    return before.filter((value) => !after.includes(value)).map((value) => `${at}/${value}`);
  if (at.endsWith("/parameters")) return lostOfParameters(before, after, at);
  return before.flatMap((value, index) => lostSince(value, after[index], `${at}/${index}`));
}

function lostOfParameters(before, after, at) {
  const demandedNow = after.filter((each) => each.required === true && sameIn(before, each) === undefined);
  return [
    ...before.flatMap((parameter) => {
      const same = sameIn(after, parameter);
      const place = `${at}/${parameter.name}`;
      return same === undefined ? [place] : lostSince(parameter, same, place);
    }),
    ...demandedNow.map(({ name }) => `${at}/${name}`),
  ];
}

function sameIn(list, parameter) {
  return list.find((each) => each.name === parameter.name && each.in === parameter.in);
}

/** The description as the last release had it: `none` where there was none, `shallow` where git was not given it. */
export function lastRelease(root) {
  const git = (...args) =>
    spawnSync("git", args, { cwd: root, encoding: "utf8", maxBuffer: 64 * 1024 * 1024 });
  const shallow = git("rev-parse", "--is-shallow-repository");
  if (shallow.status !== 0) return { kind: "none", why: "this is no git repository" };
  const described = git("describe", "--tags", "--abbrev=0");
  if (described.status !== 0)
    return shallow.stdout.trim() === "true" ? { kind: "shallow" } : { kind: "none", why: "no release yet" };
  const tag = described.stdout.trim();
  const file = git("show", `${tag}:schemas/openapi.json`);
  if (file.status !== 0) return { kind: "none", why: `${tag} has no description` };
  return { kind: "known", tag, document: JSON.parse(file.stdout) };
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
  const last = lastRelease(root);
  const lost = last.kind === "known" ? lostSince(last.document, JSON.parse(text)) : [];
  for (const place of lost)
    console.error(
      `schemas/openapi.json: ${place} of ${last.tag} is lost, or asks for more now: clients rely on it`,
    );
  if (lost.length > 0) process.exitCode = 1;
  if (last.kind === "shallow") {
    console.error(
      "schemas/openapi.json: NOT compared with the last release: this checkout is shallow, and has no tag. Fetch them: git fetch --tags --unshallow; in a workflow, fetch-depth: 0 for actions/checkout.",
    );
    // Where a whole check was asked for, one that compares nothing must not pass for it.
    if (process.env.COULOMB_CHECK_COMPLETE === "1") process.exitCode = 1;
  }
  if (process.exitCode !== undefined) return;
  const compared = { known: `nothing lost since ${last.tag}`, shallow: "not compared" };
  console.log(
    `schemas/openapi.json: fresh; ${compared[last.kind] ?? `nothing to compare with: ${last.why}`}`,
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main();
