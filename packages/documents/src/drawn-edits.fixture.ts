import * as fc from "fast-check";
import { decode } from "./decode.ts";
import { editYaml } from "./edit-yaml.ts";
import type { Edit, EditPath, EditResult, EditValue, Source } from "./types.ts";
import { parseYaml } from "./yaml-parse.ts";
import { isList, isMap, nameOf, type YamlValue } from "./yaml-value.ts";

/** Values that a careless writer gets wrong. */
export const VALUES: readonly EditValue[] = [
  "daily",
  "15 * * * *",
  "yes",
  "no",
  "null",
  "2026-09-01T00:00:00Z",
  "it's $& $1 `x`",
  'a "quoted" \\ text',
  "line\nbreak\ttab",
  "# hash: colon",
  "{{ template }}",
  "zero\u200Bwidth \u2028 \u{1F600} \u{E0001}",
  " lead and trail ",
  "",
  "0644",
  "1:20",
  "0x1F",
  "1_000",
  "é",
  0,
  -1.5,
  1e21,
  1.5e-9,
  2 ** 60,
  true,
  false,
  null,
  [],
  {},
];
const NESTED: readonly EditValue[] = [["a", 1], { a: { b: "1" }, c: [] }, [{ id: "x", n: [1, { y: "z" }] }]];

export interface Draw {
  readonly place: number;
  readonly action: number;
  readonly value: EditValue;
}

/** One edit, as seeds: which place, what to do there, which value. */
export const draw: fc.Arbitrary<Draw> = fc.record({
  place: fc.nat(1000),
  action: fc.nat(9),
  value: fc.oneof(
    { weight: 5, arbitrary: fc.constantFrom(...VALUES) },
    { weight: 1, arbitrary: fc.string() },
    {
      weight: 1,
      arbitrary: fc.constantFrom(...NESTED),
    },
  ),
});

interface Target {
  readonly path: EditPath;
  readonly value: YamlValue;
}

/** Every place that a path can name. */
function targets(value: YamlValue, path: EditPath = []): Target[] {
  const own = path.length === 0 ? [] : [{ path, value }];
  if (isMap(value)) return [...own, ...[...value].flatMap(([key, item]) => targets(item, [...path, key]))];
  if (!isList(value)) return own;
  const items = value.flatMap((item) => {
    if (!isMap(item)) return [];
    const found = [...item].find(([, name]) => nameOf(name) !== undefined);
    const is = found === undefined ? undefined : nameOf(found[1]);
    if (found === undefined || is === undefined) return [];
    const alone = value.filter((other) => isMap(other) && nameOf(other.get(found[0])) === is).length === 1;
    return alone ? targets(item, [...path, { key: found[0], is }]) : [];
  });
  return [...own, ...items];
}

function editFrom(root: YamlValue, { place, action, value }: Draw): Edit {
  const all = targets(root);
  const target = all[place % Math.max(all.length, 1)] ?? { path: ["new"], value: null };
  const { path } = target;
  if (action < 5 && !isMap(target.value) && !isList(target.value)) return { op: "set", path, value };
  if (action === 8 && path.length > 0) return { op: "remove", path };
  if (isList(target.value)) return { op: "append", path, value };
  if (isMap(target.value))
    return { op: "set", path: [...path, "added", ...(action % 2 === 0 ? ["deep"] : [])], value };
  return { op: "set", path: ["new", ...(action % 2 === 0 ? ["deeper", "still"] : [])], value };
}

/** A document, edits of it, and what came of them. */
export interface Case {
  readonly source: Source;
  readonly root: YamlValue;
  readonly edits: readonly Edit[];
  readonly result: EditResult;
}

/** Opens a document and makes the drawn edits; `undefined` when it is no YAML after all. */
export function prepare(bytes: Uint8Array, draws: readonly Draw[]): Case | undefined {
  const source = decode(bytes);
  if (Array.isArray(source)) return undefined;
  const root = parseYaml(source).tree?.root.value;
  if (root === undefined) return undefined;
  const edits = draws.map((each) => editFrom(root, each));
  return { source, root, edits, result: editYaml(source, edits) };
}
