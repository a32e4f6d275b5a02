import { stringify } from "yaml";

/**
 * YAML that reads the same by 1.1, as kubectl and many others read it, and by 1.2: every text is quoted, and a key where 1.1
 * would take it for something else (`on`).
 */
export function printYaml(value: object): string {
  return stringify(value, {
    version: "1.1",
    defaultStringType: "QUOTE_DOUBLE",
    defaultKeyType: "PLAIN",
    lineWidth: 0,
    aliasDuplicateObjects: false,
  });
}
