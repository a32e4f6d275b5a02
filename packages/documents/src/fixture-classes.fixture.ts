/** The classes of nasty input that the design page lists; each has fixtures, and a test says so. */
export const CLASSES = [
  "line endings",
  "BOM and final newline",
  "indentation",
  "comments",
  "scalars",
  "numbers",
  "flow",
  "anchors",
  "tags",
  "duplicates",
  "encodings",
  "fences",
  "frontmatter",
  "look-alikes",
] as const;

/** One of them, or what an edit asks for. */
export type Class = (typeof CLASSES)[number] | "paths";
