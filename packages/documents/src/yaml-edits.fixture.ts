import type { Edit, EditPath, EditValue } from "./types.ts";

/** Sets a value. */
export const set = (path: EditPath, value: EditValue): Edit => ({ op: "set", path, value });
/** Appends an item. */
export const append = (path: EditPath, value: EditValue): Edit => ({ op: "append", path, value });
/** Removes what a path leads to. */
export const remove = (...path: EditPath): Edit => ({ op: "remove", path });
