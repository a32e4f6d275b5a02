import type { Edit, EditPath, ItemSelector } from "./types.ts";
import { equalValues, fromEdit, isList, isMap, isSelected, type YamlValue } from "./yaml-value.ts";

/**
 * The value a document has after edits, worked out on values alone: it knows nothing of places and text, so that the
 * proof can compare what was written with what was meant. `undefined` when a path cannot be followed.
 */
export function expectedValue(value: YamlValue, edits: readonly Edit[]): YamlValue | undefined {
  let result: YamlValue | undefined = value;
  for (const edit of edits) {
    if (result === undefined) return undefined;
    result = change(result, edit.path, edit);
  }
  return result;
}

function changed(old: YamlValue | undefined, edit: Edit): YamlValue | undefined {
  if (edit.op === "remove") return undefined;
  const value = fromEdit(edit.value);
  if (edit.op === "set") return value;
  const items = isList(old) ? old : [];
  return items.some((item) => equalValues(item, value)) ? items : [...items, value];
}

function change(value: YamlValue | undefined, path: EditPath, edit: Edit): YamlValue | undefined {
  const [step, ...rest] = path;
  if (step === undefined) return changed(value, edit);
  if (typeof step !== "string") return isList(value) ? changeItem(value, step, rest, edit) : value;
  // Nothing is created in order to be removed.
  if (edit.op === "remove" && !isMap(value)) return value;
  const map = value ?? new Map<string, YamlValue>();
  if (!isMap(map)) return undefined;
  const result = new Map(map);
  const below = change(map.get(step), rest, edit);
  if (below !== undefined) result.set(step, below);
  else result.delete(step);
  return result;
}

function changeItem(list: readonly YamlValue[], step: ItemSelector, rest: EditPath, edit: Edit): YamlValue {
  return list.flatMap((item) => {
    if (!isSelected(item, step)) return [item];
    const below = change(item, rest, edit);
    return below === undefined ? [] : [below];
  });
}
