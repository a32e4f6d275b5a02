import type { ErrorCode } from "yaml";
import type { Flaw } from "./yaml-compose.ts";

/** A flaw in words that say what to do. */
export interface Explained {
  readonly message: string;
  readonly hint: string;
}

type ByCode = Readonly<Record<ErrorCode, Explained>>;

const MISSING: Explained = {
  message: "a character is missing",
  hint: "a key needs `: ` behind it, an item `- ` before it, and a comment a blank before its `#`",
};

/** `MISSING_CHAR` and `BAD_INDENT` stand for many things; the library's own words tell them apart. */
const BY_WORDS: readonly (readonly [RegExp, Explained])[] = [
  [
    /closing .quote/,
    { message: "a quote is not closed", hint: "close the quote, or double it inside the text" },
  ],
  [
    /, (?:or : )?between/,
    {
      message: "two entries stand side by side in brackets",
      hint: "put a comma between them, or the whole value in quotes",
    },
  ],
  [
    /\bend with a\b/,
    { message: "a bracket is not closed", hint: "close the bracket, or put the whole value in quotes" },
  ],
  [
    /followed by map values/,
    {
      message: "this line is no `key: value`",
      hint: "put a colon and a blank behind the key; if a value goes on here, put it in quotes",
    },
  ],
  [
    /separated/,
    { message: "a blank is missing", hint: "put a blank before `#`, and behind an anchor or a tag" },
  ],
];

const BY_CODE: ByCode = {
  ALIAS_PROPS: {
    message: "an alias has an anchor or a tag",
    hint: "write the alias alone, or the value out",
  },
  BAD_ALIAS: {
    message: "an alias or anchor has no usable name",
    hint: "give it a name without a colon, or put a value that begins with `*` or `&` in quotes",
  },
  BAD_COLLECTION_TYPE: { message: "the tag does not fit its value", hint: "remove the tag" },
  BAD_DIRECTIVE: {
    message: "this is no directive of YAML",
    hint: "remove the line, or put a value that begins with `%` in quotes",
  },
  BAD_DQ_ESCAPE: {
    message: "YAML has no such escape",
    hint: "write `\\\\` for a backslash, or use single quotes",
  },
  BAD_INDENT: {
    message: "the indentation fits nothing above",
    hint: "begin keys and items of one map or list in the same column, and what is below them further right",
  },
  BAD_PROP_ORDER: {
    message: "an anchor or tag stands before the mark",
    hint: "put it behind the `-`, `?` or `:`",
  },
  BAD_SCALAR_START: {
    message: "a value cannot begin with this character",
    hint: "put the value in quotes",
  },
  BLOCK_AS_IMPLICIT_KEY: {
    message: "a value on this line holds another `key: value`",
    hint: "put the value in quotes, or the inner key on a line of its own",
  },
  BLOCK_IN_FLOW: {
    message: "lines of keys or items stand inside brackets",
    hint: "close the bracket before them, or use commas inside",
  },
  DUPLICATE_KEY: { message: "a key stands twice in this map", hint: "remove one of them" },
  IMPOSSIBLE: { message: "the YAML parser cannot follow this", hint: "write this part in a simpler way" },
  KEY_OVER_1024_CHARS: {
    message: "a key is longer than YAML allows",
    hint: "shorten it, or put a value that holds `: ` in quotes",
  },
  MISSING_CHAR: MISSING,
  MULTILINE_IMPLICIT_KEY: {
    message: "a key goes over several lines",
    hint: "close the quote or bracket above, or put a colon behind the key above",
  },
  MULTIPLE_ANCHORS: { message: "a value has two anchors", hint: "keep one" },
  MULTIPLE_DOCS: { message: "there are several documents", hint: "keep one document in the file" },
  MULTIPLE_TAGS: { message: "a value has two tags", hint: "keep one" },
  NON_STRING_KEY: { message: "a key is no text", hint: "put it in quotes" },
  RESOURCE_EXHAUSTION: { message: "the text nests too deep", hint: "flatten this part" },
  TAB_AS_INDENT: { message: "a tab indents this line", hint: "indent with blanks" },
  TAG_RESOLVE_FAILED: { message: "the tag is not known", hint: "remove the tag" },
  UNEXPECTED_TOKEN: {
    message: "this does not belong here",
    hint: "put the value in quotes, close the bracket or quote before it, or close the fence above",
  },
};

/** What a person reads of a flaw, with the library's own words behind. */
export function explain({ code, message }: Flaw): Explained {
  const several = code === "MISSING_CHAR" || code === "BAD_INDENT";
  const special = several ? BY_WORDS.find(([words]) => words.test(message)) : undefined;
  const explained = special?.[1] ?? BY_CODE[code];
  return { ...explained, message: `${explained.message} (${message})` };
}
