import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Cron } from "./cron.ts";
import { canonicalCron, isCronProblem, parseCron, sameCron } from "./cron.ts";

function read(text: string): Cron {
  const cron = parseCron(text);
  if (isCronProblem(cron)) throw new Error(`${text}: ${cron.message}`);
  return cron;
}

function steps(first: number, last: number, by = 1): number[] {
  return Array.from({ length: Math.floor((last - first) / by) + 1 }, (_unused, index) => first + index * by);
}

const all = {
  minutes: steps(0, 59),
  hours: steps(0, 23),
  daysOfMonth: steps(1, 31),
  months: steps(1, 12),
  daysOfWeek: steps(0, 6),
};

describe("parseCron", () => {
  it.each([
    ["* * * * *", all],
    ["0 * * * *", { ...all, minutes: [0] }],
    ["15 * * * *", { ...all, minutes: [15] }],
    ["*/20 8-10 * * *", { ...all, minutes: [0, 20, 40], hours: [8, 9, 10] }],
    ["10-50/20 0-23/6 * * *", { ...all, minutes: [10, 30, 50], hours: [0, 6, 12, 18] }],
    ["30,0,15 5 * * *", { ...all, minutes: [0, 15, 30], hours: [5] }],
    ["007 09 * * *", { ...all, minutes: [7], hours: [9] }],
    ["0 9 * * 7", { ...all, minutes: [0], hours: [9], daysOfWeek: [0] }],
    ["0 9 * * 0", { ...all, minutes: [0], hours: [9], daysOfWeek: [0] }],
    ["0 9 * * 5-7", { ...all, minutes: [0], hours: [9], daysOfWeek: [0, 5, 6] }],
    ["0 9 * * 0-7", { ...all, minutes: [0], hours: [9] }],
    ["0 9 * * mon-FRI", { ...all, minutes: [0], hours: [9], daysOfWeek: [1, 2, 3, 4, 5] }],
    ["0 9 * * SUN,Sat", { ...all, minutes: [0], hours: [9], daysOfWeek: [0, 6] }],
    ["0 0 * JAN,jul-SEP *", { ...all, minutes: [0], hours: [0], months: [1, 7, 8, 9] }],
    ["0 0 31 12 *", { ...all, minutes: [0], hours: [0], daysOfMonth: [31], months: [12] }],
    ["0 0 29 2 *", { ...all, minutes: [0], hours: [0], daysOfMonth: [29], months: [2] }],
    ["0 0 30 2,3 *", { ...all, minutes: [0], hours: [0], daysOfMonth: [30], months: [2, 3] }],
    ["  0\t9  *  * 1 ", { ...all, minutes: [0], hours: [9], daysOfWeek: [1] }],
  ])("reads %j", (text, fields) => {
    expect(read(text)).toMatchObject({ ...fields, text });
  });

  it.each([
    ["0 0 31 4 1", [31], [1]],
    ["0 0 30 2 MON", [30], [1]],
    ["0 0 31 2 0-6", [31], [0, 1, 2, 3, 4, 5, 6]],
  ])("keeps %s, which fires by the day of the week", (text, daysOfMonth, daysOfWeek) => {
    expect(read(text)).toMatchObject({
      daysOfMonth,
      daysOfWeek,
      restricts: { dayOfMonth: true, dayOfWeek: true },
    });
  });

  it.each([
    ["* * * * *", false, false],
    ["* * 1 * *", true, false],
    ["* * */2 * *", true, false],
    ["* * 1-31 * *", true, false],
    ["* * * * 1", false, true],
    ["* * * * */1", false, true],
    ["* * 1 * 1", true, true],
  ])("knows which day fields %s restricts", (text, dayOfMonth, dayOfWeek) => {
    expect(read(text).restricts).toEqual({ dayOfMonth, dayOfWeek });
  });

  it.each([
    ["", "five"],
    ["   ", "five"],
    ["* * * *", "five"],
    ["0 0 9 * * 1", "five"],
    ["0 9 * * 1 2027", "five"],
    ["@hourly", '"0 * * * *"'],
    ["@daily", '"0 0 * * *"'],
    ["@midnight", '"0 0 * * *"'],
    ["@Weekly", '"0 0 * * 0"'],
    ["@monthly", '"0 0 1 * *"'],
    ["@yearly", '"0 0 1 1 *"'],
    ["@annually", '"0 0 1 1 *"'],
    ["@dayly", "@daily"],
    ["@reboot", "@"],
    ["hourly", "five"],
  ])("refuses %j, which has not five fields", (text, hint) => {
    expect(parseCron(text)).toMatchObject({ code: "cron_fields" });
    expect(parseCron(text)).toHaveProperty("hint", expect.stringContaining(hint));
  });

  it.each([
    ["60 * * * *", "minute"],
    ["-1 * * * *", "minute"],
    ["1- * * * *", "minute"],
    ["5-1 * * * *", "minute"],
    ["1-2-3 * * * *", "minute"],
    ["*/0 * * * *", "minute"],
    ["*/ * * * *", "minute"],
    ["/5 * * * *", "minute"],
    ["5/15 * * * *", "minute"],
    ["1,5/15 * * * *", "minute"],
    ["1/2/3 * * * *", "minute"],
    ["** * * * *", "minute"],
    ["*5 * * * *", "minute"],
    ["1,,2 * * * *", "minute"],
    [", * * * *", "minute"],
    ["1.5 * * * *", "minute"],
    ["1;2 * * * *", "minute"],
    ["٣ * * * *", "minute"],
    ["0x1 * * * *", "minute"],
    ["H * * * *", "minute"],
    ["H/15 * * * *", "minute"],
    ["0 24 * * *", "hour"],
    ["0 MON * * *", "hour"],
    ["0 0 0 * *", "day of month"],
    ["0 0 32 * *", "day of month"],
    ["0 0 L * *", "day of month"],
    ["0 0 LW * *", "day of month"],
    ["0 0 15W * *", "day of month"],
    ["0 0 ? * 1", "day of month"],
    ["0 0 * 0 *", "month"],
    ["0 0 * 13 *", "month"],
    ["0 0 * JANUARY *", "month"],
    ["0 0 * 1JAN *", "month"],
    ["0 0 * JAN1 *", "month"],
    ["0 0 * JANFEB *", "month"],
    ["0 0 * MON *", "month"],
    ["0 0 * * 8", "day of week"],
    ["0 0 * * ?", "day of week"],
    ["0 0 * * 1#2", "day of week"],
    ["0 0 * * MON#2", "day of week"],
    ["0 0 * * 5L", "day of week"],
    ["0 0 * * L", "day of week"],
    ["0 0 * * MOND", "day of week"],
    ["0 0 * * MON/2", "day of week"],
    ["0 0 * * FRI-MON", "day of week"],
    ["0 0 * * 7-1", "day of week"],
  ])("refuses %s for its %s", (text, name) => {
    expect(parseCron(text)).toMatchObject({ code: "cron_field" });
    expect(parseCron(text)).toHaveProperty("message", expect.stringContaining(`(${name})`));
  });

  it("suggests the name that was meant", () => {
    expect(parseCron("0 0 * * MOND")).toHaveProperty("message", expect.stringContaining('"MON"'));
    expect(parseCron("0 0 * SEPT *")).toHaveProperty("message", expect.stringContaining('"SEP"'));
  });

  it.each(["0 0 30 2 *", "0 0 31 2,4,6,9,11 *", "0 0 31 4 *", "0 0 30-31 FEB *"])(
    "refuses %s, which never fires",
    (text) => {
      expect(parseCron(text)).toMatchObject({ code: "cron_never" });
    },
  );

  it("reads or refuses any text, and never throws", () => {
    const character = fc.constantFrom(..."0123456789*,-/JANMONLWH#?@".split(""));
    const word = fc.string({ unit: character, minLength: 1, maxLength: 4 });
    const fields = fc.array(word, { minLength: 4, maxLength: 6 }).map((words) => words.join(" "));
    fc.assert(
      fc.property(fc.oneof(fc.string(), fields), (text) => {
        const cron = parseCron(text);
        expect(isCronProblem(cron) ? cron.hint : cron.text).toEqual(expect.any(String));
      }),
    );
  });
});

/** A field as people write it: a star, a step, or a list of numbers and ranges. */
function field(low: number, high: number): fc.Arbitrary<string> {
  const number = fc.integer({ min: low, max: high });
  const range = fc.tuple(number, number).map(([a, b]) => `${Math.min(a, b)}-${Math.max(a, b)}`);
  return fc.oneof(
    { arbitrary: fc.constant("*"), weight: 3 },
    fc.integer({ min: 1, max: high }).map((by) => `*/${by}`),
    range,
    fc.constant(`${low}-${high}`),
    fc.uniqueArray(number, { minLength: 1, maxLength: 3 }).map((list) => list.join()),
  );
}

const longest = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** All (month, day, day of week) that can come, and whether the cron fires on them. */
function days(cron: Cron): string {
  const { dayOfMonth, dayOfWeek } = cron.restricts;
  return longest
    .flatMap((length, month) =>
      steps(1, length).flatMap((day) =>
        all.daysOfWeek.map((weekday) => {
          if (!cron.months.includes(month + 1)) return "0";
          const [ofMonth, ofWeek] = [cron.daysOfMonth.includes(day), cron.daysOfWeek.includes(weekday)];
          return (dayOfMonth && dayOfWeek ? ofMonth || ofWeek : ofMonth && ofWeek) ? "1" : "0";
        }),
      ),
    )
    .join("");
}

it("reads each of many expressions as what it is, also the second time", () => {
  const texts = all.hours.flatMap((hour) => all.minutes.map((minute) => `${minute} ${hour} * * *`));
  for (const text of [...texts, ...texts]) {
    const { minutes, hours } = read(text);
    expect(`${minutes.join()} ${hours.join()} * * *`).toBe(text);
  }
});

describe("sameCron", () => {
  it.each([
    ["0 9 * * 1", "0 9 * * MON", true],
    ["0 9 * * 7", "0 9 * * 0", true],
    ["*/15 * * * *", "0,15,30,45 * * * *", true],
    ["0  9 * * 1", "0 9 * * 1", true],
    ["0 9 */1 * *", "0 9 * * *", true],
    ["0 9 1-31 * 1", "0 9 * * *", true],
    ["0 9 1 * 0-6", "0 9 * * *", true],
    ["0 9 1-29 2 *", "0 9 * 2 *", true],
    ["0 9 1-30 4 1", "0 9 * 4 *", true],
    ["0 9 30,31 2,3 *", "0 9 30,31 3 *", true],
    ["0 9 31 2 1", "0 9 * 2 1", true],
    ["0 9 * * *", "0 10 * * *", false],
    ["0 9 1 * *", "0 9 * * 1", false],
    ["0 9 1 * 1", "0 9 1 * *", false],
    ["0 9 1-29 * *", "0 9 * * *", false],
    ["nonsense", "nonsense", true],
    ["nonsense", "0 9 * * *", false],
    ["0 9 * * *", "@daily", false],
  ])("of %s and %s is %s", (a, b, same) => {
    expect(sameCron(a, b)).toBe(same);
    expect(sameCron(b, a)).toBe(same);
  });
});

describe("canonicalCron", () => {
  it("is one text for the crons that fire on the same days, and for no others", () => {
    const date = fc.tuple(field(1, 31), field(1, 12), field(0, 6)).map((parts) => `0 0 ${parts.join(" ")}`);
    fc.assert(
      fc.property(date, date, (a, b) => {
        const [left, right] = [parseCron(a), parseCron(b)];
        fc.pre(!isCronProblem(left) && !isCronProblem(right));
        expect(canonicalCron(left) === canonicalCron(right)).toBe(days(left) === days(right));
      }),
      { numRuns: 300 },
    );
  });

  it("differs by minute and hour", () => {
    expect(
      new Set(
        ["0 1 * * *", "1 0 * * *", "0 1,2 * * *", "0,1 2 * * *"].map((text) => canonicalCron(read(text))),
      ).size,
    ).toBe(4);
  });
});
