import type { Cadence } from "@coulomb-loop/schemas";
import { describe, expect, it } from "vitest";
import { matchesPattern, ownershipOf, ownershipRules } from "./ownership.ts";

const cadence: Cadence = {
  schema_version: "cadence/v1",
  loop: "kaizen-stack",
  timezone: "UTC",
  steps: ["coach"],
  phases: [{ name: "bootstrap", schedule: { coach: { cadence: "manual", enabled: true } } }],
};

describe("ownershipOf", () => {
  it.each([
    ["/timezone", "seed"],
    ["/domain", "seed"],
    ["/agents/coach/cadence", "overridable"],
    ["/agents/coach/cron", "overridable"],
    ["/agents/coach/enabled", "enforced"],
    ["/agents/coach/prompt", undefined],
    ["/agents/coach", undefined],
    ["/agents", undefined],
    ["/paused", undefined],
    ["", undefined],
    ["/agents/coach/cron/0", undefined],
  ])("of %j is %s by default", (pointer, expected) => {
    expect(ownershipOf(ownershipRules(cadence), pointer)).toBe(expected);
  });

  it("goes by the last rule that matches", () => {
    const rules = ownershipRules({
      ...cadence,
      ownership: [
        { path: "/agents/<step>/cron", class: "enforced" },
        { path: "/agents/metrics/cron", class: "seed" },
        { path: "/timezone", class: "enforced" },
      ],
    });
    expect(ownershipOf(rules, "/agents/coach/cron")).toBe("enforced");
    expect(ownershipOf(rules, "/agents/metrics/cron")).toBe("seed");
    expect(ownershipOf(rules, "/timezone")).toBe("enforced");
    expect(ownershipOf(rules, "/agents/coach/enabled")).toBe("enforced");
  });
});

describe("matchesPattern", () => {
  it.each([
    ["/timezone", "/timezone", true],
    ["/agents/<step>/cron", "/agents/coach/cron", true],
    ["/agents/<step>/cron", "/agents/coach/enabled", false],
    ["/agents/<step>/cron", "/agents/cron", false],
    ["/agents/<step>", "/agents/a~1b", true],
    ["/agents/coach/cron", "/agents/<step>/cron", false],
    ["/agents/step>/cron", "/agents/coach/cron", false],
  ])("of %s and %s is %s", (pattern, pointer, expected) => {
    expect(matchesPattern(pattern, pointer)).toBe(expected);
  });
});
