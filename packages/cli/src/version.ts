import { readFileSync } from "node:fs";

/** Version of this program, from its package. */
export function toolVersion(): string {
  const file: unknown = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"));
  return typeof file === "object" && file !== null && "version" in file ? String(file.version) : "0.0.0";
}
