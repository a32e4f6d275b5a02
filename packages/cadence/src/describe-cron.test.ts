import { describe, expect, it } from "vitest";
import { describeCron } from "./describe-cron.ts";

describe("describeCron", () => {
  it.each([
    ["15 * * * *", "hourly at :15"],
    ["0 0-23 * * 0-6", "hourly at :00"],
    ["0 9 * * *", "daily 09:00"],
    ["5 9,18 * * *", "daily 09:05, 18:05"],
    ["0 8 * * 1", "Mon 08:00"],
    ["0 8 * * 7", "Sun 08:00"],
    ["0 8 * * FRI,MON", "Mon, Fri 08:00"],
  ])("says %s as %s", (text, words) => {
    expect(describeCron(text)).toBe(words);
  });

  it.each(["*/15 * * * *", "0 9 1 * *", "0 9 * 3 *", "0 * * * 1", "0 1,2,3,4 * * *", "@daily", "nonsense"])(
    "gives %s back as written",
    (text) => {
      expect(describeCron(text)).toBe(text);
    },
  );
});
