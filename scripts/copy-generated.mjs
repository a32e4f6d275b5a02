// Part of the build of packages/schemas: tsc emits nothing for the validators, which are JavaScript already.
import { copyFileSync, mkdirSync } from "node:fs";

mkdirSync("dist/generated", { recursive: true });
for (const name of ["validators.js", "validators.d.ts", "hub-validators.js", "hub-validators.d.ts"])
  copyFileSync(`src/generated/${name}`, `dist/generated/${name}`);
