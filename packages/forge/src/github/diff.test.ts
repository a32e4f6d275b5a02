import { expect, it } from "vitest";
import { isWholeDiff } from "./diff.ts";

const one = `diff --git a/x b/x
index 1..2 100644
--- a/x
+++ b/x
@@ -1,2 +1,3 @@ in a function
 same
-old
+new
+@@ -1 +1 @@
@@ -9 +10 @@
-diff --git a
+diff --git b
\\ No newline at end of file
`;
const binary = "diff --git a/y b/y\nBinary files a/y and b/y differ\n";

it.each([
  [one, 1],
  [binary, 1],
  [one + binary, 2],
  ["", 0],
])("knows a whole diff: %#", (diff, files) => {
  expect(isWholeDiff(diff, files)).toBe(true);
});

it("knows a diff that is cut anywhere, and what is none", () => {
  const cuts = Array.from({ length: one.length - 1 }, (_, length) => one.slice(0, length)).filter(
    // The remark at the end is all that may be missing unseen.
    (cut) => !cut.endsWith("+diff --git b\n") && isWholeDiff(cut, 1),
  );
  // What stands before the first hunk is a diff of modes; and after the first hunk nobody knows of a second.
  expect(cuts.every((cut) => !cut.includes("@@") || cut.endsWith("+@@ -1 +1 @@\n"))).toBe(true);
  expect(isWholeDiff("<!DOCTYPE html>\n", 1)).toBe(false);
  expect(isWholeDiff(one, 2)).toBe(false);
});
