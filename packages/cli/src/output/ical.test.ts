import * as fc from "fast-check";
import ICAL from "ical.js";
import { describe, expect, it } from "vitest";
import { icalOf } from "./ical.ts";

const firing = {
  at: "2026-07-01T10:15:00.000Z",
  local: "2026-07-01 12:15 +02:00",
  zone: "Europe/Berlin",
  repo_id: "local/coulomb/alpha",
  loop: "kaizen-stack",
  phase: "bootstrap",
  step: "coach",
  cron: "15 * * * *",
};

describe("icalOf", () => {
  it("keeps any text, in lines of at most 75 octets that hold whole characters", () => {
    const text = fc
      .string({ unit: "grapheme", maxLength: 200 })
      .map((each) => each.replaceAll(/\p{Cc}/gu, ""));
    fc.assert(
      fc.property(text, (repo) => {
        const ical = [...icalOf([{ ...firing, repo_id: repo }], { from: 0, to: 1, stamp: 0 })].join("");
        for (const line of ical.split("\r\n")) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
        const event = new ICAL.Component(ICAL.parse(ical)).getFirstSubcomponent("vevent");
        expect(event?.getFirstPropertyValue("summary")).toBe(`coach in ${repo}`);
      }),
    );
  });

  it("lets no control character through", () => {
    const ical = [
      ...icalOf([{ ...firing, repo_id: "a\u001b[31m\r\nEND:VEVENT" }], { from: 0, to: 1, stamp: 0 }),
    ].join("");
    expect(ical.match(/^END:VEVENT/gm)).toHaveLength(1);
    expect(ical.replaceAll("\r\n", "")).not.toMatch(/\p{Cc}/u);
  });
});
