import { describe, expect, it } from "vitest";
import { instantText } from "../instant.ts";
import { analysis, loop, opsDocuments, ramp, rampCadence } from "../ops-documents.fixture.ts";
import { windowCycles, windowEnd, windowStart } from "./window.ts";

const documents = opsDocuments({ loops: [loop({ cadence: rampCadence() })], definitions: ramp() });
const at = (text: string) => Date.parse(text);

describe("windowStart", () => {
  it.each([
    ["bootstrap", "2026-07-06T10:30:00Z", 1, "2026-07-06T10:00:00Z"],
    ["bootstrap", "2026-07-06T10:00:00Z", 1, "2026-07-06T10:00:00Z"],
    ["bootstrap", "2026-07-06T10:30:00Z", 24, "2026-07-05T11:00:00Z"],
    // The night of 25 October 2026 has 25 hours in Berlin.
    ["bootstrap", "2026-10-25T22:30:00Z", 25, "2026-10-24T22:00:00Z"],
    ["stabilize", "2026-07-06T10:30:00Z", 3, "2026-07-04T06:00:00Z"],
    ["stabilize", "2026-07-06T05:59:00Z", 1, "2026-07-05T06:00:00Z"],
    ["stabilize", "2026-07-06T10:30:00Z", 400, "2025-06-02T06:00:00Z"],
  ])("of %s at %s is the anchor of the last %i cycles", (phase, asOf, cycles, start) => {
    expect(instantText(windowStart(documents, "kaizen-stack", phase, at(asOf), cycles))).toBe(start);
  });

  it.each(["nowhere", "operate"])("of a phase without a clock is the instant itself: %s", (phase) => {
    expect(windowStart(documents, "kaizen-stack", phase, 5, 24)).toBe(5);
    expect(windowEnd(documents, "kaizen-stack", phase, 5)).toBe(6);
  });
});

describe("windowEnd", () => {
  it("is when the next cycle begins", () => {
    expect(instantText(windowEnd(documents, "kaizen-stack", "bootstrap", at("2026-07-06T10:00:00Z")))).toBe(
      "2026-07-06T11:00:00Z",
    );
  });
});

describe("windowCycles", () => {
  it.each([
    [3, 24],
    [8, 24],
    [30, 90],
  ])("with streaks of %i is %i", (limit, cycles) => {
    const analyses = [analysis({ consecutive_success_limit: limit })];
    const ops = opsDocuments({ loops: [loop({ cadence: rampCadence({ analyses }) })] });
    expect(windowCycles(ops, "kaizen-stack")).toBe(cycles);
    expect(windowCycles(ops, "other")).toBe(24);
  });
});
