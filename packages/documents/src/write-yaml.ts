import { stringify } from "yaml";

/**
 * The text of a new YAML file: two spaces, no folded lines, keys in the order of the value, so that the same value is always the same
 * bytes. `comment` becomes its first lines. Throws for a value that is no plain data.
 */
export function writeYaml(value: object, comment?: string): string {
  const head = (comment ?? "")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => `# ${line}\n`)
    .join("");
  return head + stringify(value, { lineWidth: 0, indent: 2, aliasDuplicateObjects: false });
}
