import { defineConfig } from "vitest/config";

// Our packages resolve to their sources, so that tests need no build.
const conditions = ["@coulomb-loop/source", "node", "import", "default"];
const shared = {
  extends: true,
  resolve: { conditions },
  ssr: { resolve: { conditions } },
} as const;

export default defineConfig({
  test: {
    projects: [
      {
        ...shared,
        test: {
          name: "unit",
          include: ["packages/*/src/**/*.test.ts", "scripts/**/*.test.mjs"],
          exclude: ["**/*.slow.test.ts", "**/node_modules/**"],
          testTimeout: 30_000,
        },
      },
      {
        ...shared,
        test: { name: "slow", include: ["packages/*/src/**/*.slow.test.ts"], testTimeout: 300_000 },
      },
    ],
  },
});
