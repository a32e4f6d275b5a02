import { compareFindings, hasErrors, type Validator } from "@coulomb-loop/schemas";
import { locateIn, locateNothing, withPlace } from "./locate.ts";
import type { LineMap, Read, Source } from "./types.ts";
import { parseYaml } from "./yaml-parse.ts";
import { toPlain } from "./yaml-value.ts";

/**
 * Reads one YAML document and checks it against a contract. YAML 1.2 core schema; the root is a map; keys are unique
 * strings; aliases are followed within limits; `<<` merges as in YAML 1.1 when it names a map or a list of maps.
 *
 * Every finding has its line and column: `yaml_syntax`, `yaml_documents`, `yaml_alias`, `yaml_tag` (a warning: tags
 * are not interpreted), `too_deep`, and those of the validator. Never throws, never changes the source.
 */
export function readYaml<T>(source: Source, validate: Validator<T>): Read<T> {
  return readHost(source, validate);
}

/** The same for any host: a YAML file, a frontmatter, a fence. */
export function readHost<T>(host: LineMap, validate: Validator<T>): Read<T> {
  const { tree, findings } = parseYaml(host);
  if (tree === undefined) return { findings: findings.sort(compareFindings), locate: locateNothing(host) };
  const locate = locateIn(host, tree);
  const raw = toPlain(tree.root.value);
  const checked = validate(raw);
  if (!checked.ok) findings.push(...checked.findings.map((finding) => withPlace(finding, host.file, locate)));
  findings.sort(compareFindings);
  const value = checked.ok && !hasErrors(findings) ? { value: checked.value } : {};
  return { ...value, raw, findings, locate };
}
