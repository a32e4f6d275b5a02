import { defineConfig } from "vitest/config";

const conditions = ["@coulomb-loop/source", "node", "default"];

// Only the tests beside what is mutated: a mutant is killed there, or survives.
export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    // Random walks take seconds each: hundreds of mutants would take hours.
    exclude: ["**/*.model.test.ts", "**/node_modules/**"],
    include: (process.env.COULOMB_MUTATION ?? "").split(","),
    testTimeout: 30_000,
  },
});
