/**
 * Whether a unified diff, as git prints it, has a part for each file and all lines of each hunk: an answer that was cut
 * has not, and a page of a proxy has no part at all.
 */
export function isWholeDiff(diff: string, files: number): boolean {
  if (diff !== "" && !diff.endsWith("\n")) return false;
  let parts = 0;
  let left = { old: 0, new: 0 };
  for (const line of diff.split("\n").slice(0, -1)) {
    const isOver = left.old === 0 && left.new === 0;
    const [, before, after] = /^@@ -\d+(?:,(\d+))? \+\d+(?:,(\d+))? @@/.exec(line) ?? [];
    if (!isOver) left = without(left, line);
    else if (line.startsWith("@@ ")) left = { old: Number(before ?? 1), new: Number(after ?? 1) };
    else if (line.startsWith("diff --git ")) parts += 1;
  }
  return parts === files && left.old === 0 && left.new === 0;
}

function without(left: { readonly old: number; readonly new: number }, line: string) {
  // A remark about the end of a file belongs to the line before it.
  if (line.startsWith("\\")) return left;
  return { old: left.old - (line.startsWith("+") ? 0 : 1), new: left.new - (line.startsWith("-") ? 0 : 1) };
}
