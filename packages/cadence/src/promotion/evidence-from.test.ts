import { describe, expect, it } from "vitest";
import { windowCycles, windowStart } from "../evidence/window.ts";
import { evidenceFrom } from "./evidence-from.ts";
import { documentsOf, record } from "./promotion.fixture.ts";
import { chainOf } from "./records.ts";

const now = Date.parse("2026-09-01T12:00:00Z");
const entered = "2026-06-18T10:00:00Z";
const active = [
  { repo: "a", wave: 0, phase: "stabilize" },
  { repo: "b", wave: 1 },
];
const moved = record(1, ["a"], { from: "bootstrap", to: "stabilize", proposed_at: entered });

function from(phase: string, records = [moved], pinned?: string): string {
  const wish = {
    documents: documentsOf({ active }),
    loop: "kaizen-stack",
    phase,
    chain: chainOf(records, []),
    now,
    pinned: pinned === undefined ? undefined : Date.parse(pinned),
  };
  return new Date(evidenceFrom(wish)).toISOString();
}

function usual(phase: string): string {
  const documents = documentsOf({ active });
  const cycles = windowCycles(documents, "kaizen-stack");
  return new Date(windowStart(documents, "kaizen-stack", phase, now, cycles)).toISOString();
}

describe("evidenceFrom", () => {
  it("reaches back to when a repo came into the phase, however many cycles ago", () => {
    expect(usual("stabilize") > entered).toBe(true);
    expect(from("stabilize")).toBe("2026-06-18T10:00:00.000Z");
  });

  it("is the usual window for a phase of which no record tells an entry", () => {
    expect(from("bootstrap")).toBe(usual("bootstrap"));
    expect(from("stabilize", [])).toBe(usual("stabilize"));
  });

  it("reaches back to what is pinned, and is no shorter for what was pinned just now", () => {
    expect(from("bootstrap", [], "2026-08-01T00:00:00Z")).toBe("2026-08-01T00:00:00.000Z");
    expect(from("bootstrap", [], "2026-09-01T11:00:00Z")).toBe(usual("bootstrap"));
  });
});
