import { describe, expect, it } from "vitest";
import type { Window } from "./windows.ts";
import { windowState } from "./windows.ts";

const zone = "Europe/Berlin";
const at = (text: string) => Date.parse(text);
const window = (more: Partial<Window>): Window => ({
  name: "w",
  kind: "allow",
  cron: "0 9 * * 1-4",
  duration: "PT7H",
  applies_to: ["reconcile"],
  ...more,
});
const office = window({ name: "office" });
const freeze = window({ name: "freeze", kind: "deny", cron: "0 0 24 12 *", duration: "P10D" });

/** Open, or the window that shuts and when it opens. */
function state(windows: readonly Window[], instant: string): string {
  const found = windowState(windows, "reconcile", zone, at(instant));
  if (found.open) return "open";
  return `${found.window} until ${found.opensAt === undefined ? "ever" : new Date(found.opensAt).toISOString()}`;
}

describe("windowState", () => {
  it.each<[string, readonly Window[], string, string]>([
    ["nothing is declared", [], "2026-06-01T03:00:00Z", "open"],
    [
      "the window is for promotions only",
      [window({ applies_to: ["promotion"] })],
      "2026-06-01T03:00:00Z",
      "open",
    ],
    ["it has just begun", [office], "2026-06-01T07:00:00Z", "open"],
    ["it is about to begin", [office], "2026-06-01T06:59:59.999Z", "office until 2026-06-01T07:00:00.000Z"],
    ["it is in its last moment", [office], "2026-06-01T13:59:59.999Z", "open"],
    ["it has just ended", [office], "2026-06-01T14:00:00Z", "office until 2026-06-02T07:00:00.000Z"],
    ["the weekend is long", [office], "2026-06-04T14:00:00Z", "office until 2026-06-08T07:00:00.000Z"],
    ["a deny wins", [office, freeze], "2026-12-24T09:00:00Z", "freeze until 2027-01-04T08:00:00.000Z"],
    ["a deny stands alone", [freeze], "2026-12-24T09:00:00Z", "freeze until 2027-01-02T23:00:00.000Z"],
    ["no deny holds", [freeze], "2026-12-23T22:59:59Z", "open"],
    ["a cron cannot be read", [window({ cron: "nonsense" })], "2026-06-01T09:00:00Z", "w until ever"],
    ["a duration cannot be read", [window({ duration: "P1M" })], "2026-06-01T09:00:00Z", "w until ever"],
    [
      "a deny that cannot be read",
      [window({ kind: "deny", cron: "nonsense" })],
      "2026-06-01T09:00:00Z",
      "w until ever",
    ],
    ["two windows overlap", [office, window({ cron: "0 15 * * *" })], "2026-06-01T14:30:00Z", "open"],
  ])("when %s", (_what, windows, instant, expected) => {
    expect(state(windows, instant)).toBe(expected);
  });

  it.each([
    [
      "the night that loses an hour",
      "0 1 * * *",
      "2027-03-28T00:00:00Z",
      "2027-03-28T05:59:59Z",
      "2027-03-28T06:00:00Z",
    ],
    [
      "the night that has one more",
      "0 1 * * *",
      "2026-10-24T23:00:00Z",
      "2026-10-25T04:59:59Z",
      "2026-10-25T05:00:00Z",
    ],
  ])("lasts its duration as elapsed time in %s", (_night, cron, begin, last, end) => {
    const windows = [window({ cron, duration: "PT6H" })];
    expect([begin, last].map((instant) => state(windows, instant))).toEqual(["open", "open"]);
    expect(state(windows, end)).toMatch(/^w until/);
  });
});
