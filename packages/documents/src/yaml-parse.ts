import type { Finding } from "@coulomb-loop/schemas";
import { CST, type Document, Lexer } from "yaml";
import { findingAt } from "./line-map.ts";
import { MAX_NESTING } from "./nesting.ts";
import type { LineMap } from "./types.ts";
import { TreeBuilder } from "./yaml-build.ts";
import { compose } from "./yaml-compose.ts";
import { explain } from "./yaml-flaws.ts";
import type { YamlTree } from "./yaml-tree.ts";

/** What a host's text parsed to: a tree when there is no error, and every finding. */
export interface Parsed {
  readonly tree?: YamlTree;
  readonly findings: Finding[];
}

interface Lexemes {
  readonly sources: readonly string[];
  readonly comments: { readonly start: number; readonly end: number }[];
  /** Where flow collections nest too deep, or where there are too many words and signs. */
  readonly stop: { readonly at: number; readonly code: "too_deep" | "too_large" } | undefined;
}

const MAX_WARNINGS = 100;
/**
 * Words, signs, blanks and line breaks that the library is asked to follow: each costs it some microseconds and a
 * kilobyte, and an edit follows them twice.
 */
const MAX_LEXEMES = 200_000;

/**
 * Parses the text of a host as one YAML 1.2 document (core schema, whatever a `%YAML` directive says) whose root is a
 * map. Never throws. Findings: `yaml_syntax`, `yaml_documents`, `yaml_alias`, `yaml_tag` (warning), `too_deep`.
 */
export function parseYaml(host: LineMap): Parsed {
  const control = controlCharacter(host);
  if (control !== undefined) return { findings: [control] };
  try {
    return parseTokens(host);
  } catch (error) {
    // A parser that gives up must not take the run with it; R3 promises findings for any bytes.
    const reason = error instanceof Error ? error.message : String(error);
    return {
      findings: [
        findingAt(
          host,
          0,
          "yaml_syntax",
          `the YAML parser gave up: ${reason}`,
          "write this part in a simpler way",
        ),
      ],
    };
  }
}

function parseTokens(host: LineMap): Parsed {
  const lexemes = lex(host.text);
  if (lexemes.stop !== undefined) {
    const { at, code } = lexemes.stop;
    const message =
      code === "too_deep" ? `more than ${MAX_NESTING} nested levels` : "too much YAML in one file";
    return { findings: [findingAt(host, at, code, message, "split the file")] };
  }
  const { documents, errors } = compose(lexemes.sources, host.text.length);
  const [document, second] = documents;
  if (second !== undefined) return { findings: [severalDocuments(host, second)] };
  const findings = errors.map((flaw) => {
    const { message, hint } = explain(flaw);
    return findingAt(host, flaw.pos[0], "yaml_syntax", message, hint);
  });
  if (document === undefined || errors.length > 0) return { findings };
  for (const warning of document.warnings.slice(0, MAX_WARNINGS)) {
    const code = warning.code === "TAG_RESOLVE_FAILED" ? "yaml_tag" : "yaml_syntax";
    findings.push(findingAt(host, warning.pos[0], code, warning.message, undefined, "warning"));
  }
  const built = new TreeBuilder(host).build(document.contents, lexemes.comments);
  findings.push(...built.findings);
  return { ...(built.tree === undefined ? {} : { tree: built.tree }), findings };
}

/** YAML allows tab and line breaks only; the lexer even uses control characters as its own marks. */
function controlCharacter(host: LineMap): Finding | undefined {
  // oxlint-disable-next-line no-control-regex
  const at = host.text.search(/[\u0000-\u0008\u000B-\u001F\u007F]/);
  if (at === -1) return undefined;
  const code = host.text.charCodeAt(at).toString(16).toUpperCase().padStart(4, "0");
  return findingAt(
    host,
    at,
    "yaml_syntax",
    `control character U+${code}`,
    "remove it, or escape it in double quotes",
  );
}

function lex(text: string): Lexemes {
  const sources: string[] = [];
  const comments: { start: number; end: number }[] = [];
  let stop: Lexemes["stop"];
  let at = 0;
  let level = 0;
  let inScalar = false;
  for (const source of new Lexer().lex(text)) {
    sources.push(source);
    const type: CST.TokenType | null = inScalar ? null : CST.tokenType(source);
    inScalar = type === "scalar";
    // These stand for no text of the file.
    if (type === "scalar" || type === "doc-mode" || type === "flow-error-end") continue;
    if (type === "comment") comments.push({ start: at, end: at + source.length });
    if (type === "flow-map-start" || type === "flow-seq-start") level += 1;
    if (type === "flow-map-end" || type === "flow-seq-end") level -= 1;
    if (level > MAX_NESTING) stop = { at, code: "too_deep" };
    else if (sources.length > MAX_LEXEMES) stop = { at, code: "too_large" };
    if (stop !== undefined) break;
    at += source.length;
  }
  return { sources, comments, stop };
}

function severalDocuments(host: LineMap, second: Document.Parsed): Finding {
  const message = "expected one YAML document, found several";
  return findingAt(host, second.range[0], "yaml_documents", message, "keep one document in the file");
}
