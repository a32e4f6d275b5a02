// What tests get as @electric-sql/pglite: PGlite whose new databases begin as copies of one that was made before. To make one takes
// several times as long, and the tests make hundreds. Processes that tests start make theirs themselves.
import { existsSync, mkdirSync, openAsBlob, renameSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import process from "node:process";
// By its path: the name leads here.
import { PGlite as Real } from "../node_modules/@electric-sql/pglite/dist/index.js";

export * from "../node_modules/@electric-sql/pglite/dist/index.js";

const modules = join(import.meta.dirname, "..", "node_modules");
const { version } = createRequire(import.meta.url)(join(modules, "@electric-sql", "pglite", "package.json"));
const file = join(modules, ".cache", "pglite", `empty-${version}.tar`);

export class PGlite extends Real {
  static async create(...args) {
    const [folder] = args;
    const isNew =
      folder === undefined || (typeof folder === "string" && !existsSync(join(folder, "PG_VERSION")));
    if (args.length > 1 || !isNew) return Real.create(...args);
    return Real.create(folder, { loadDataDir: await template() });
  }
}

async function template() {
  if (!existsSync(file)) await makeTemplate();
  return openAsBlob(file);
}

/** Several workers may do this at once; each file is whole when it gets its name. */
async function makeTemplate() {
  const made = await Real.create();
  const dump = await made.dumpDataDir("none");
  await made.close();
  mkdirSync(dirname(file), { recursive: true });
  const own = `${file}.${process.pid}`;
  try {
    writeFileSync(own, Buffer.from(await dump.arrayBuffer()));
    renameSync(own, file);
  } finally {
    rmSync(own, { force: true });
  }
}
