// Changed lines per edit, on every fixture of the tests that is edited exactly and that the other side accepts too.
import { isDeepStrictEqual } from "node:util";
import { decode, type Edit, type EditPath, editWorkplan, editYaml } from "@coulomb-loop/documents";
import { remark } from "remark";
import remarkFrontmatter from "remark-frontmatter";
import { type Document, isMap, isScalar, isSeq, parseDocument } from "yaml";
import { EXACT_PLANS } from "../packages/documents/src/workplan-edits.fixture.ts";
import { EXACT } from "../packages/documents/src/yaml-exact.fixture.ts";

const encoder = new TextEncoder();
const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
const markdown = remark().use(remarkFrontmatter);

/** One fixture; `theirs` is absent where the other side does not accept it, or ends up with another value. */
export interface Compared {
  readonly fixture: string;
  readonly ours: number;
  readonly theirs: number | undefined;
}

/** Compares every fixture that changes something. */
export function compareFixtures(): Compared[] {
  const yaml = EXACT.flatMap(([, title, text, asked]) => {
    const edits = [asked].flat();
    const source = decode(encoder.encode(text));
    const result = Array.isArray(source) ? undefined : editYaml(source, edits);
    if (result?.status !== "edited") return [];
    const after = decoder.decode(result.bytes);
    const ours = changedLines(text, after);
    const printed = printYaml(text, edits);
    const accepted = printed !== undefined && isDeepStrictEqual(valueOf(printed), valueOf(after));
    return [{ fixture: `yaml: ${title}`, ours, theirs: accepted ? changedLines(text, printed) : undefined }];
  });
  const plans = EXACT_PLANS.flatMap(([, title, text, asked]) => {
    const source = decode(encoder.encode(text));
    const result = Array.isArray(source) ? undefined : editWorkplan(source, [asked].flat());
    if (result?.status !== "edited") return [];
    const after = decoder.decode(result.bytes);
    // A tool on remark would change the values in its tree, and print the tree.
    const theirs = changedLines(text, markdown.stringify(markdown.parse(after)));
    return [{ fixture: `workplan: ${title}`, ours: changedLines(text, after), theirs }];
  });
  return [...yaml, ...plans];
}

function valueOf(text: string): unknown {
  return parseDocument(text, { logLevel: "silent", uniqueKeys: false }).toJS({ mapAsMap: true });
}

/** The edits with `yaml`: `setIn`, `addIn`, `deleteIn`, and its print; `undefined` where it does not accept them. */
function printYaml(text: string, edits: readonly Edit[]): string | undefined {
  try {
    const document = parseDocument(text, { logLevel: "silent" });
    for (const edit of edits) applyEdit(document, edit);
    const printed = document.toString();
    return parseDocument(printed, { logLevel: "silent" }).errors.length > 0 ? undefined : printed;
  } catch {
    return undefined;
  }
}

function applyEdit(document: Document.Parsed, edit: Edit): void {
  const path = indexesOf(document, edit.path);
  if (edit.op === "remove") document.deleteIn(path);
  else if (edit.op === "set") document.setIn(path, document.createNode(edit.value));
  else if (isSeq(document.getIn(path, true))) document.addIn(path, edit.value);
  else document.setIn(path, document.createNode([edit.value]));
}

/** List items are named by a key they carry; the library wants their positions. */
function indexesOf(document: Document.Parsed, path: EditPath): (string | number)[] {
  const found: (string | number)[] = [];
  for (const step of path) {
    if (typeof step === "string") found.push(step);
    else {
      const list = document.getIn(found, true);
      const items = isSeq(list) ? list.items : [];
      found.push(
        items.findIndex((item) => {
          const value = isMap(item) ? item.get(step.key, true) : undefined;
          return isScalar(value) && String(value.value) === step.is;
        }),
      );
    }
  }
  return found;
}

/** Lines of one text that are not in the other, in order: what a diff would show. Line endings count. */
export function changedLines(before: string, after: string): number {
  const [a, b] = [before, after].map((text) => text.match(/[^\r\n]*(?:\r\n|\n|\r)|[^\r\n]+$/g) ?? []);
  if (a === undefined || b === undefined) return 0;
  let row = new Uint32Array(b.length + 1);
  for (const line of a) {
    const next = new Uint32Array(b.length + 1);
    for (let at = 1; at <= b.length; at++) {
      next[at] = line === b[at - 1] ? (row[at - 1] ?? 0) + 1 : Math.max(row[at] ?? 0, next[at - 1] ?? 0);
    }
    row = next;
  }
  return Math.max(a.length, b.length) - (row[b.length] ?? 0);
}
