import type { Finding } from "@coulomb-loop/schemas";
import { type Blocks, bodyOf, type Fence, findBlocks } from "./fences.ts";
import { contentEnd, findingAt, lineByIndex, placeAt } from "./line-map.ts";
import { disputedFence, readAgain, type SecondReading } from "./second-reading.ts";
import type { LineMap, Source } from "./types.ts";

/** The task fences of a workplan, in order, and what hides others. */
export interface TaskFences {
  readonly fences: readonly Fence[];
  readonly findings: Finding[];
  /** True when a task may stand in the file without being seen: nothing may then count as removed. */
  readonly shadowed: boolean;
  /** Every block in order, and the text of every fence that is not edited; absent when Markdown was not read. */
  readonly outline: ((edited: ReadonlySet<Fence>) => readonly string[]) | undefined;
  /** What the second parser sees; it is asked once at most, for it takes its time. */
  readonly second: () => SecondReading;
}

const OPENER = /^(?:[ \t>*+-]|\d{1,9}[.)])*(?:`{3,}|~{3,})[ \t]*task(?![^ \t])/;
const MANY_TASKS = 500;
/** Each is YAML of its own, to be parsed. */
const MAX_TASKS = 3_000;
/** Words, signs, blanks and line breaks in all tasks together. */
const MAX_TASK_YAML = 100_000;

/**
 * Finds the fences whose raw info word is `task`. Findings: `fence_unclosed`, `fence_content` (errors),
 * `fence_shadowed` (a warning), `fence_hidden` (info: inside raw HTML, or a word that only decodes to `task`),
 * `task_many` (info: more than 500); `too_large` when Markdown would take too long.
 */
export function findTaskFences(source: Source, bodyLine: number): TaskFences {
  const blocks = findBlocks(source, bodyLine);
  if (blocks === undefined) {
    const message = "the file is too long for the lists, quotes and link definitions in it";
    const bodyOffset = source.text.length - bodyOf(source, bodyLine).length;
    return tooLarge(findingAt(source, bodyOffset, "too_large", message, "split the file"));
  }
  const fences = blocks.fences.filter(({ info }) => info === "task");
  const surplus = firstTooMuch(fences);
  if (surplus !== undefined) {
    const message = "too many tasks, or too much YAML in them";
    return tooLarge(findingAt(source, surplus.start, "too_large", message, "split the file"));
  }
  const broken = fences.flatMap((fence) => fenceFaults(source, fence));
  const second = once(() => readAgain(source, bodyLine));
  broken.push(...disputes(source, fences, second));
  const hidden = [
    ...fences.flatMap((fence) => swallowed(source, fence)),
    ...shadows(source, bodyLine, blocks, fences),
  ];
  const findings = [...broken, ...hidden, ...disguised(source, blocks.fences)];
  if (fences.length > MANY_TASKS) {
    const message = `${fences.length} tasks in one file`;
    findings.push(findingAt(source, 0, "task_many", message, "split the workplan", "info"));
  }
  const shadowed = [...broken, ...hidden].some(({ severity }) => severity !== "info");
  return { fences, findings, shadowed, outline: (edited) => outlineOf(blocks, edited), second };
}

function once<T>(work: () => T): () => T {
  let done: { readonly value: T } | undefined;
  return () => {
    done ??= { value: work() };
    return done.value;
  };
}

/** The task with which they are too many, or their YAML is too much to parse one by one. */
function firstTooMuch(fences: readonly Fence[]): Fence | undefined {
  let yaml = 0;
  return fences.find(({ content }, at) => {
    yaml += content.text.match(/\w+|\W/g)?.length ?? 0;
    return at >= MAX_TASKS || yaml > MAX_TASK_YAML;
  });
}

function tooLarge(finding: Finding): TaskFences {
  return { fences: [], findings: [finding], shadowed: true, outline: undefined, second: () => new Map() };
}

function outlineOf({ fences, sequence }: Blocks, edited: ReadonlySet<Fence>): string[] {
  const texts = fences.map((fence) => {
    const end = fence.closeLine === undefined ? "open" : "closed";
    return `${fence.info} ${end} ${edited.has(fence) ? "" : fence.content.text}`;
  });
  return [...sequence, ...texts];
}

function fenceFaults(source: Source, fence: Fence): Finding[] {
  const findings: Finding[] = [];
  if (fence.closeLine === undefined) {
    const hint = "add a line with the same backticks after the last key";
    findings.push(
      findingAt(source, fence.start, "fence_unclosed", "the task fence has no closing line", hint),
    );
  }
  if (fence.rebuilt !== undefined) {
    const message = "a tab crosses the edge of the list or quote that holds this task";
    findings.push(findingAt(source, fence.rebuilt, "fence_content", message, "indent with blanks"));
  }
  return findings;
}

/** Only a tab can be read in two ways, so the second parser is asked only where a task has one. */
function disputes(source: Source, fences: readonly Fence[], second: () => SecondReading): Finding[] {
  const tabbed = fences.filter(
    (fence) => isClean(fence) && source.text.slice(fence.start, endOf(source, fence)).includes("\t"),
  );
  const disputed = tabbed.length === 0 ? undefined : disputedFence(second(), tabbed);
  if (disputed === undefined) return [];
  const message = "Markdown parsers read the text of this task in different ways";
  return [findingAt(source, disputed.start, "fence_content", message, "indent with blanks")];
}

/** Closed, and every line stands in the file as Markdown reads it. */
export function isClean({ closeLine, rebuilt }: Fence): boolean {
  return closeLine !== undefined && rebuilt === undefined;
}

function endOf(source: Source, { openLine, content }: Fence): number {
  return contentEnd(source, Math.min(openLine + content.lines.length, source.lines.length - 1));
}

/** A fence that another one opens in has lost its closing line: the other's closes it, and what stands between is gone. */
function swallowed(source: Source, { start, openLine, content }: Fence): Finding[] {
  const [mark = "```"] = /^(?:`+|~+)/.exec(source.text.slice(start, start + 100)) ?? [];
  const opener = new RegExp(`^ {0,3}${mark}${mark[0]}*[ \\t]*[^ \\t\\n\`]`, "m");
  const found = opener.exec(content.text);
  if (found === null) return [];
  const { line } = placeAt(content, found.index);
  const message = `another fence begins inside this task, on line ${line}: is its closing line missing?`;
  const hint = `close the task that begins on line ${openLine + 1} with ${mark} after its last key`;
  return [findingAt(source, start, "fence_shadowed", message, hint, "warning")];
}

function shadows(source: Source, bodyLine: number, blocks: Blocks, fences: readonly Fence[]): Finding[] {
  const opened = new Set(fences.map(({ openLine }) => openLine));
  const findings: Finding[] = [];
  for (let at = bodyLine; at < source.lines.length; at++) {
    const line = lineText(source, at);
    if (opened.has(at) || !OPENER.test(line)) continue;
    const inHtml = blocks.html.some(([from, to]) => from <= at && at <= to);
    const offset = lineByIndex(source, at).start + Math.max(line.search(/[`~]/), 0);
    if (inHtml)
      findings.push(
        findingAt(source, offset, "fence_hidden", "a task inside raw HTML is no task", undefined, "info"),
      );
    else {
      const message = "this line looks like the beginning of a task, but it stands inside another block";
      findings.push(
        findingAt(source, offset, "fence_shadowed", message, "close the block before it", "warning"),
      );
    }
  }
  for (const { closeLine } of fences) {
    const next = closeLine === undefined ? undefined : source.lines[closeLine + 1];
    if (next === undefined || closeLine === undefined) continue;
    if (/^[ \t>]*[a-z][a-z_]*:(?:[ \t]|$)/.test(lineText(source, closeLine + 1))) {
      const message = "YAML follows the end of this task: was it closed too early?";
      findings.push(
        findingAt(
          source,
          next.start,
          "fence_shadowed",
          message,
          "leave an empty line after a fence",
          "warning",
        ),
      );
    }
  }
  return findings;
}

function disguised(source: Source, fences: readonly Fence[]): Finding[] {
  return fences
    .filter(({ info }) => info !== "task" && decodeInfo(info) === "task")
    .map(({ start, info }) => {
      const message = `the info word ${info} reads as "task", but is not written so: this is no task`;
      return findingAt(source, start, "fence_hidden", message, "write `task`", "info");
    });
}

/** Letters can only be written as numeric references; escapes work on punctuation. */
function decodeInfo(info: string): string {
  return info.replace(/&#(?:x([0-9a-f]{1,6})|([0-9]{1,7}));/gi, (whole, hex?: string, decimal?: string) => {
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

function lineText(map: LineMap, index: number): string {
  return map.text.slice(lineByIndex(map, index).start, contentEnd(map, index));
}
