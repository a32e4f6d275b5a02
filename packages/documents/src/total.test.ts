import { describe, expect, it } from "vitest";
import { decode, MAX_BYTES } from "./decode.ts";
import { editWorkplan } from "./edit-workplan.ts";
import { editYaml } from "./edit-yaml.ts";
import { readMarkdown } from "./read-markdown.ts";
import { readWorkplan } from "./read-workplan.ts";
import { readYaml } from "./read-yaml.ts";
import { repairWorkplan } from "./repair-workplan.ts";

const encoder = new TextEncoder();
const accept = (value: unknown) => ({ ok: true as const, value });
const validators = { frontmatter: accept, task: accept };
const HEAD = "---\nid: P\ntasks: []\n---\n";

/** Every code that any way of reading and editing answers with. */
function codesOf(bytes: Uint8Array): Set<string> {
  const source = decode(bytes, "file");
  if (Array.isArray(source)) return new Set(source.map(({ code }) => code));
  const edits = [
    editYaml(source, [{ op: "set", path: ["a", "b"], value: "x" }]),
    editWorkplan(source, [{ key: "T01", set: { status: "done" } }]),
    repairWorkplan(source, validators).result,
  ];
  const findings = [
    ...readYaml(source, accept).findings,
    ...readMarkdown(source, accept).findings,
    ...readWorkplan(source, validators).findings,
    ...edits.flatMap((edit) => (edit.status === "refused" ? edit.findings : [])),
  ];
  return new Set(findings.map(({ code }) => code));
}

const TABBED = "```task\nid: P-T01 #\t\n```\n\n";
const random = Uint8Array.from({ length: 100_000 }, (_, at) => Math.imul(at, 2_654_435_761) >>> 24);
const seed = encoder.encode(`${HEAD}\n\`\`\`task\nid: P-T01 # ü\nstatus: todo\n\`\`\`\n`);
const bomb = Array.from({ length: 60 }, (_, at) => `a${at + 1}: &a${at + 1} [*a${at}, *a${at}]\n`).join("");

describe("any bytes at all", () => {
  it.each<readonly [string, Uint8Array, string]>([
    ["random bytes", random, "not_utf8"],
    ["50 MB", new Uint8Array(50_000_000).fill(0x61), "too_large"],
    ["50 MB that are no text", new Uint8Array(50_000_000).fill(0xff), "too_large"],
    ["100,000 open brackets", encoder.encode(`a: ${"[".repeat(100_000)}`), "too_deep"],
    [
      "100,000 nested brackets",
      encoder.encode(`a: ${"[".repeat(100_000)}${"]".repeat(100_000)}`),
      "too_deep",
    ],
    ["100,000 braces in a frontmatter", encoder.encode(`---\na: ${"{".repeat(100_000)}\n---\n`), "too_deep"],
    [
      "100,000 brackets in a fence",
      encoder.encode(`${HEAD}\`\`\`task\na: ${"[".repeat(100_000)}\n\`\`\`\n`),
      "too_deep",
    ],
    ["100,000 list markers", encoder.encode("- ".repeat(100_000)), "too_deep"],
    ["100,000 quotes", encoder.encode(`${HEAD}${"> ".repeat(100_000)}`), "too_deep"],
    ["an alias bomb", encoder.encode(`a0: &a0 [x, x]\n${bomb}`), "yaml_alias"],
    ["an alias bomb in a frontmatter", encoder.encode(`---\na0: &a0 [x, x]\n${bomb}---\n`), "yaml_alias"],
    [
      "a merge bomb",
      encoder.encode(
        `a0: &a0 { k: 1 }\n${bomb.replaceAll(/\[(\*a\d+), \*a\d+\]/g, "{ <<: $1, k$1: [$1, $1] }").replaceAll("k*", "k")}`,
      ),
      "yaml_alias",
    ],
    ["too much YAML", encoder.encode("k: v\n".repeat(MAX_BYTES / 5)), "too_large"],
    ["errors at every line", encoder.encode(`a: {${'"\n'.repeat(220_000)}}\n`), "too_large"],
    ["errors at every quote", encoder.encode(`x: &x {a: 1}\nb:\n${"'\n".repeat(220_000)}`), "too_large"],
    ["lists without commas", encoder.encode(`a: [${"[]".repeat(224_000)}]`), "too_large"],
    ["block scalars at every line", encoder.encode(`a: ${"a\n  >-\n".repeat(131_000)}`), "too_large"],
    ["closing brackets", encoder.encode("]".repeat(400_000)), "too_large"],
    ["fewer closing brackets", encoder.encode("]".repeat(95_000)), "yaml_syntax"],
    ["fewer errors", encoder.encode(`a: {${'"\n'.repeat(45_000)}}\n`), "yaml_syntax"],
    ["too many tasks", encoder.encode(HEAD + "```task\n```\n".repeat(10_001)), "too_large"],
    ["too much Markdown", encoder.encode(`${HEAD}<a>\n\n${"> a\n\n".repeat(20_000)}`), "too_large"],
    [
      "items behind a tab in a task",
      encoder.encode(`${HEAD}${TABBED}${"- > a\n".repeat(3300)}`),
      "too_large",
    ],
    [
      "quotes behind a tab in a task",
      encoder.encode(`${HEAD}${TABBED}${"> a\n\n".repeat(4000)}`),
      "too_large",
    ],
    [
      "items behind a task",
      encoder.encode(`${HEAD}> \`\`\`task\n> a: 1\n${"- > a\n".repeat(3500)}`),
      "too_large",
    ],
    [
      "YAML in many tasks",
      encoder.encode(HEAD + `\`\`\`task\na: [${"1,".repeat(10_000)}]\n\`\`\`\n\n`.repeat(20)),
      "too_large",
    ],
    ["NUL characters", new Uint8Array(1000), "not_utf8"],
    ["one lone quote", encoder.encode(`a: "${"x\n".repeat(1000)}`), "yaml_syntax"],
  ])("are answered: %s", (_, bytes, code) => {
    expect(codesOf(bytes)).toContain(code);
  });

  it("are answered wherever a file is cut off", () => {
    for (let length = 0; length < seed.length; length++) {
      expect(codesOf(seed.subarray(0, length)).size).toBeGreaterThan(0);
    }
  });

  it("are answered whichever byte of a file is wrong", () => {
    for (let at = 0; at < seed.length; at++) {
      for (const byte of [0x00, 0x09, 0x0d, 0x22, 0x60, 0xff]) {
        const wrong = Uint8Array.from(seed);
        wrong[at] = byte;
        expect(codesOf(wrong).size).toBeGreaterThan(0);
      }
    }
  });
});
