import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    projects: [
      {
        extends: true,
        resolve: { conditions: ["@coulomb-loop/source"] },
        ssr: { resolve: { conditions: ["@coulomb-loop/source"] } },
        test: { name: "unit", include: ["packages/*/src/**/*.test.ts", "scripts/**/*.test.mjs"] },
      },
    ],
  },
});
