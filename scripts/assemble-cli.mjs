// Makes what the package of the command holds beside its own files, before `npm pack` and `npm publish` (prepack):
// `lib`, every module that the command reaches, our packages' own included, with imports of those made relative, so that
// the package stands alone; the types that its interface reaches; `schemas`; the pages that its help names; the licence. `--remove` takes all away again.
// Fails when package.json does not name exactly the packages of others that are reached, in the versions our packages name.
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { init, parse } from "es-module-lexer";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const cli = join(root, "packages", "cli");
const made = ["lib", "schemas", "docs", "LICENSE"].map((name) => join(cli, name));
const pages = [
  "activity-runtime",
  "ci",
  "errors",
  "evidence",
  "explanation",
  "glossary",
  "how-to",
  "pilot-commands",
  "promotion",
  "security",
  "tutorial",
];
const manifest = (folder) => JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
const own = new Map(
  readdirSync(join(root, "packages"))
    .map((name) => join(root, "packages", name))
    .filter((folder) => existsSync(join(folder, "package.json")))
    .map((folder) => [manifest(folder).name, folder]),
);

for (const path of made) rmSync(path, { recursive: true, force: true });
if (!process.argv.includes("--remove")) {
  build();
  await init;
  const used = new Set();
  const files = reached(
    ["main.js", "index.js"].map((name) => join(cli, "dist", name)),
    imports,
    used,
  );
  checkDependencies(used);
  const types = reached([join(cli, "dist", "index.d.ts")], typeImports, new Set());
  for (const [file, replaced] of [...files, ...types]) write(placeOf(file), replaced);
  for (const name of readdirSync(join(root, "schemas")))
    cpSync(join(root, "schemas", name), join(cli, "schemas", name));
  for (const page of pages) cpSync(join(root, "docs", `${page}.md`), join(cli, "docs", `${page}.md`));
  cpSync(join(root, "LICENSE"), join(cli, "LICENSE"));
}

function build() {
  // What npm prints of a pack goes to stdout, perhaps as JSON: nothing of ours may get between.
  const args = ["run", "--silent", "build", "--", "--filter=@coulomb-loop/cli"];
  const shell = process.platform === "win32";
  const { status, stdout, stderr } = spawnSync("npm", args, { cwd: root, encoding: "utf8", shell });
  if (status !== 0) fail(`the build failed:\n${stdout}${stderr}`);
}

/** Every module reached from these, with its text as it is to be written. Names of others' packages go into `used`. */
function reached(from, importsOf, used) {
  const found = new Map();
  const waiting = [...from];
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (found.has(file)) continue;
    let text = readFileSync(file, "utf8").replace(/^\/\/# sourceMappingURL=.*\n?/m, "");
    for (const { start, end, specifier } of importsOf(text, file).toReversed()) {
      if (specifier.startsWith("node:")) continue;
      // Types name the sources, modules what was built of them.
      const target = specifier.startsWith(".")
        ? resolve(dirname(file), specifier.replace(/\.ts$/, ".js"))
        : ownModule(specifier, file);
      if (target === undefined) used.add(/^(?:@[^/]+\/)?[^/]+/.exec(specifier)[0]);
      else {
        waiting.push(importsOf === typeImports ? target.replace(/\.js$/, ".d.ts") : target);
        text = text.slice(0, start) + pathFrom(file, target) + text.slice(end);
      }
    }
    found.set(file, text);
  }
  return found;
}

function imports(text, file) {
  return parse(text, file)[0].flatMap(({ n, s, e, d }) => {
    // `import.meta` is listed too.
    if (d === -2) return [];
    if (n === undefined) fail(`${file} imports what is named at run time: ${text.slice(s, e)}`);
    // Of import(…) the range has the quotes.
    return [{ specifier: n, start: d > -1 ? s + 1 : s, end: d > -1 ? e - 1 : e }];
  });
}

function typeImports(text) {
  return [...text.matchAll(/(?<=\bfrom |\bimport\()"([^"]+)"/g)].map((match) => ({
    specifier: match[1],
    start: match.index + 1,
    end: match.index + match[0].length - 1,
  }));
}

/** The built module that a name of one of our packages stands for. */
function ownModule(specifier, from) {
  const [, name, path] = /^((?:@[^/]+\/)?[^/]+)(.*)$/.exec(specifier);
  const folder = own.get(name);
  if (folder === undefined) return undefined;
  const target = manifest(folder).exports?.[`.${path}`]?.default;
  if (target === undefined) fail(`${from} imports ${specifier}, which ${name} does not export`);
  return join(folder, target);
}

/** Where a built module goes: the command's own keep their places, for they find its files from there. */
function placeOf(file) {
  const [, name, , ...path] = relative(root, file).split(sep);
  return name === "cli" ? join(cli, "lib", ...path) : join(cli, "lib", "packages", name, ...path);
}

function pathFrom(file, target) {
  const path = relative(dirname(placeOf(file)), placeOf(target))
    .split(sep)
    .join("/");
  return path.startsWith(".") ? path : `./${path}`;
}

function write(path, text) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

function checkDependencies(used) {
  const named = manifest(cli).dependencies;
  const versions = new Map();
  for (const folder of own.values())
    for (const [name, version] of Object.entries(manifest(folder).dependencies ?? {}))
      versions.set(name, version);
  const wrong = [
    ...[...used]
      .filter((name) => named[name] === undefined)
      .map((name) => `${name} ${versions.get(name)} is missing`),
    ...Object.keys(named)
      .filter((name) => !used.has(name))
      .map((name) => `${name} is not imported by anything packed`),
    ...Object.keys(named)
      .filter((name) => used.has(name) && versions.get(name) !== named[name])
      .map((name) => `${name} is ${named[name]} here and ${versions.get(name)} elsewhere`),
  ];
  if (wrong.length > 0) fail(`dependencies of packages/cli/package.json:\n  ${wrong.join("\n  ")}`);
}

function fail(message) {
  for (const path of made) rmSync(path, { recursive: true, force: true });
  console.error(message);
  process.exit(1);
}
