import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

// Our packages resolve to their sources, so that tests need no build.
const conditions = ["@coulomb-loop/source", "node", "default"];
// Tests make many databases; see the file.
const alias = [
  {
    find: /^@electric-sql\/pglite$/,
    replacement: fileURLToPath(new URL("scripts/pglite-from-template.mjs", import.meta.url)),
  },
];
const shared = {
  extends: true,
  resolve: { conditions, alias },
  ssr: { resolve: { conditions } },
} as const;

// What properties draw is new in every run, but for CI of a commit, which must say the same twice: a flaw that a drawn
// case finds belongs to the nightly run, and not to the commit that happened to be checked.
const setupFiles = process.env.COULOMB_PROPERTY_SEED === undefined ? [] : ["scripts/property-seed.mjs"];

// Processes that tests start strip the types of our sources once, as the program does itself.
const env = { NODE_COMPILE_CACHE: fileURLToPath(new URL("node_modules/.cache/compiled", import.meta.url)) };

// Packages without a database, a server or a forge.
const pure = ["cadence", "documents", "schemas"].map((name) => `packages/${name}/src/**/*.test.ts`);

// What cannot run here is said, and not only skipped.
const globalSetup = ["scripts/postgres.mjs"];

export default defineConfig({
  test: {
    // Left to itself, vitest leaves one core idle; most of a test's time is git's.
    maxWorkers: "100%",
    projects: [
      {
        ...shared,
        // They keep nothing between tests: one process for all files spares reading them anew for each.
        test: {
          name: "pure",
          include: pure,
          exclude: ["**/*.slow.test.*", "**/node_modules/**"],
          isolate: false,
          env,
          setupFiles,
          testTimeout: 30_000,
        },
      },
      {
        ...shared,
        // Of packages that are inlined, vite misses the sources their maps point to.
        logLevel: "error",
        test: {
          name: "unit",
          include: ["packages/*/src/**/*.test.ts", "scripts/**/*.test.mjs"],
          exclude: ["**/*.slow.test.*", "**/node_modules/**", ...pure],
          // It imports JSON without saying so, which Node refuses.
          server: { deps: { inline: ["@actions/workflow-parser"] } },
          env,
          setupFiles,
          globalSetup,
          testTimeout: 30_000,
          // Whole fleets are made and removed in hooks.
          hookTimeout: 60_000,
        },
      },
      {
        ...shared,
        test: {
          name: "slow",
          include: ["packages/*/src/**/*.slow.test.ts", "scripts/**/*.slow.test.mjs"],
          env,
          setupFiles,
          globalSetup,
          testTimeout: 300_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
