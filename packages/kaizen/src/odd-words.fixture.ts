import { array, constantFrom, oneof, string } from "fast-check";

/** What would break a document that took it as it is. */
const odd = constantFrom(
  "---",
  "```",
  "~~~~",
  "## Goal",
  "# x",
  "Goal\n====",
  "Otherwise\n---",
  "<!--",
  "<script>",
  "<<<<<<< HEAD",
  ">>>>>>> x",
  "> - > - ",
  "- ".repeat(80),
  "| a |\n|---|",
  "[x]: y",
  "\u0000",
  "\r",
  "\u202e",
  "\ud800",
  "ghp_abcdefghijklmnopqrstuvwxyz0123456789",
  "-----BEGIN RSA PRIVATE KEY-----",
  "://u:secret@h",
  "`".repeat(300),
);

/** Words that somebody may write into a memory, a commit or a reason. */
export const oddWords = array(oneof(odd, string({ unit: "binary", maxLength: 20 })), { maxLength: 12 });
