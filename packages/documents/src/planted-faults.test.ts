import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decode } from "./decode.ts";
import { type Case, draw, prepare } from "./drawn-edits.fixture.ts";
import { drawnChanges, drawnWorkplan } from "./drawn-workplans.fixture.ts";
import { drawnDocument } from "./drawn-yaml.fixture.ts";
import { editWorkplan } from "./edit-workplan.ts";
import { brokenLaw } from "./laws.fixture.ts";
import { type Open, openHost, proveSplices } from "./prove.ts";
import { RUNS } from "./runs.fixture.ts";
import { applySplices } from "./splices.ts";
import type { Source, Splice } from "./types.ts";
import { brokenPlanLaw, possible } from "./workplan-laws.fixture.ts";
import { openWorkplan } from "./workplan-open.ts";

/** What a broken editor would make of the splices of a right one. */
type Fault = (splices: readonly Splice[], source: Source) => readonly Splice[];

const BOM_BYTES = 3;
const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

const hasBom = ({ bytes }: Source) => bytes[0] === 0xef;

/** micromark drops the mark and counts one short. */
const oneShortAfterBom: Fault = (splices, source) =>
  hasBom(source)
    ? splices.map(([start, end, text]) => [
        Math.max(start - 1, BOM_BYTES),
        Math.max(end - 1, BOM_BYTES),
        text,
      ])
    : splices;

const prefixIgnored: Fault = (splices) =>
  splices.map(([start, end, text]) => [start, end, text.replace(/^(\r\n|\n|\r)[ >]+/, "$1")]);

const wrongLineEnding: Fault = (splices, source) => {
  const wrong = source.lines.some(({ ending }) => ending === "\n") ? "\r\n" : "\n";
  return splices.map(([start, end, text]) => [start, end, text.replaceAll(/\r\n|\n|\r/g, wrong)]);
};

/** A value's range that reaches to the end of its line. */
const swallowedComment: Fault = (splices, { bytes }) =>
  splices.map(([start, end, text]) => {
    if (start === end) return [start, end, text];
    const rest = /^[ \t]+#[^\r\n]*/.exec(decoder.decode(bytes.subarray(end)))?.[0] ?? "";
    return [start, end + new TextEncoder().encode(rest).length, text];
  });

/** Quotes only what YAML 1.2 would read as something else. */
const noOldYamlTest: Fault = (splices) =>
  splices.map(([start, end, text]) => [
    start,
    end,
    text.replace(/"(yes|no|1:20|1_000|2026-09-01T00:00:00Z)"/, "$1"),
  ]);

const none: Fault = (splices) => splices;

/** One seed for all, new in every run; a failure names it, and here it can be put in. */
const SEED = fc.readConfigureGlobal().seed ?? Math.floor(Math.random() * 2 ** 31);
const sample = <T>(drawn: fc.Arbitrary<T>, numRuns: number) => fc.sample(drawn, { numRuns, seed: SEED });

interface Trial {
  readonly wrong: boolean;
  readonly proved: boolean;
}

/** With the proof off: is a law broken? With the proof on: does it let the splices pass? */
function trial(
  source: Source,
  splices: readonly Splice[],
  open: Open,
  broken: (bytes: Uint8Array) => unknown,
): Trial {
  const before = open(source);
  if (Array.isArray(before)) throw new Error("cannot be opened again");
  const proved = !Array.isArray(proveSplices(before, open, splices));
  return { wrong: breaks(source, splices, broken), proved };
}

function breaks(source: Source, splices: readonly Splice[], broken: (bytes: Uint8Array) => unknown): boolean {
  try {
    return broken(applySplices(source.bytes, splices)) !== undefined;
  } catch {
    // Half of a character, or ranges out of order: the file would be damaged.
    return true;
  }
}

function yamlTrial(fault: Fault, { source, root, edits, result }: Case): Trial | undefined {
  if (result.status !== "edited") return undefined;
  const splices = fault(result.splices, source);
  const open = openHost((read) => read, edits, undefined);
  return trial(source, splices, open, (bytes) => brokenLaw({ source, root, edits, bytes, splices }));
}

function planTrials(fault: Fault): Trial[] {
  return sample(fc.tuple(drawnWorkplan, drawnChanges), RUNS / 40).flatMap(([drawn, asked]) => {
    const source = decode(drawn);
    if (Array.isArray(source)) return [];
    const changes = possible(drawn, asked);
    const result = editWorkplan(source, changes);
    if (result.status !== "edited") return [];
    const splices = fault(result.splices, source);
    const broken = (bytes: Uint8Array) => brokenPlanLaw({ source, changes, bytes, splices });
    return [trial(source, splices, openWorkplan(changes, undefined), broken)];
  });
}

function yamlTrials(fault: Fault): Trial[] {
  return sample(fc.tuple(drawnDocument(false), draw), RUNS / 8).flatMap(([bytes, drawn]) => {
    const prepared = prepare(bytes, [drawn]);
    return (prepared && yamlTrial(fault, prepared)) ?? [];
  });
}

const wrongOf = (trials: readonly Trial[]) => trials.filter(({ wrong }) => wrong);

describe(`a planted fault, with seed ${SEED}`, () => {
  it.each<readonly [string, Fault, (fault: Fault) => Trial[]]>([
    ["an offset one short after a BOM, in YAML", oneShortAfterBom, yamlTrials],
    ["an offset one short after a BOM, in workplans", oneShortAfterBom, planTrials],
    ["a prefix that is ignored", prefixIgnored, planTrials],
    ["a wrong line ending, in YAML", wrongLineEnding, yamlTrials],
    ["a wrong line ending, in workplans", wrongLineEnding, planTrials],
    ["a swallowed comment, in YAML", swallowedComment, yamlTrials],
    ["a swallowed comment, in workplans", swallowedComment, planTrials],
  ])("breaks a law without the proof, and is refused with it: %s", (_, fault, trials) => {
    const wrong = wrongOf(trials(fault));
    expect(wrong).not.toEqual([]);
    expect(wrong.filter(({ proved }) => proved)).toEqual([]);
  });

  it("breaks a law and is proved all the same: no test of YAML 1.1, which only the writer makes", () => {
    const wrong = wrongOf(yamlTrials(noOldYamlTest));
    expect(wrong).not.toEqual([]);
    expect(wrong.every(({ proved }) => proved)).toBe(true);
  });

  it("is not seen where there is none", () => {
    const trials = [...yamlTrials(none), ...planTrials(none)];
    expect(trials.filter(({ wrong, proved }) => wrong || !proved)).toEqual([]);
  });
});
