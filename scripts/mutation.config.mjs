import { defineConfig } from "vitest/config";

const conditions = ["@coulomb-loop/source", "node", "default"];

// Only the tests beside what is mutated: a mutant is killed there, or survives.
export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    // Random walks take seconds each: hundreds of mutants would take hours.
    exclude: ["**/*.model.test.ts", "**/*.properties.test.ts", "**/node_modules/**"],
    // A mutant is switched on at run time, so that modules need not be loaded anew for each.
    isolate: false,
    include: (process.env.COULOMB_MUTATION ?? "").split(","),
    testTimeout: 30_000,
  },
});
