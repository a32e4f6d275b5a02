import { didYouMean } from "@coulomb-loop/schemas";
import { CronExpressionParser } from "cron-parser";

/** A cron expression, read. Values are ascending; days of week count from Sunday = 0. */
export interface Cron {
  /** The expression as written. */
  readonly text: string;
  readonly minutes: readonly number[];
  readonly hours: readonly number[];
  readonly daysOfMonth: readonly number[];
  readonly months: readonly number[];
  readonly daysOfWeek: readonly number[];
  /** Whether the field says more than `*`; when both do, either may match (POSIX crontab). */
  readonly restricts: { readonly dayOfMonth: boolean; readonly dayOfWeek: boolean };
}

/** Why an expression is no cron: which field, and what to write. */
export interface CronProblem {
  readonly code: "cron_fields" | "cron_field" | "cron_never";
  readonly message: string;
  readonly hint: string;
}

const fieldNames = ["minute", "hour", "day of month", "month", "day of week"] as const;
const ranges = ["0-59", "0-23", "1-31", "1-12 or JAN-DEC", "0-7 or SUN-SAT"] as const;
const macros = ["@hourly", "@daily", "@midnight", "@weekly", "@monthly", "@yearly", "@annually"];
const macroCrons: Readonly<Record<string, string>> = {
  "@hourly": "0 * * * *",
  "@daily": "0 0 * * *",
  "@midnight": "0 0 * * *",
  "@weekly": "0 0 * * 0",
  "@monthly": "0 0 1 * *",
  "@yearly": "0 0 1 1 *",
  "@annually": "0 0 1 1 *",
};

/** Expressions that were read before: a fleet has few, and they are asked for once per slot. */
const readBefore = new Map<string, Cron | CronProblem>();

/** The most of them that are kept. */
const mostKept = 1_000;

/**
 * Reads a cron expression of five fields. Extensions (seconds, `@daily`, `L`, `#`, `?`, `H`) are refused, since the
 * tools that read the same file do not agree on them. The fields are read by cron-parser; the instants are ours.
 */
export function parseCron(text: string): Cron | CronProblem {
  const before = readBefore.get(text);
  if (before !== undefined) return before;
  const read = readCron(text);
  if (readBefore.size >= mostKept) readBefore.clear();
  readBefore.set(text, read);
  return read;
}

function readCron(text: string): Cron | CronProblem {
  const fields = text
    .trim()
    .split(/\s+/)
    .filter((field) => field !== "");
  if (fields.length !== 5) return wrongCount(text, fields);
  for (const [index, field] of fields.entries()) {
    const problem = fieldProblem(index, field);
    if (problem !== undefined) return problem;
  }
  if (!hasDate(fields)) {
    return {
      code: "cron_never",
      message: `"${text}" never fires: no month it names has that day`,
      hint: "correct the day of month or the month",
    };
  }
  const parsed = CronExpressionParser.parse(fields.join(" ")).fields;
  return {
    text,
    minutes: numbers(parsed.minute.values),
    hours: numbers(parsed.hour.values),
    daysOfMonth: numbers(parsed.dayOfMonth.values),
    months: numbers(parsed.month.values),
    daysOfWeek: [...new Set(numbers(parsed.dayOfWeek.values).map((day) => day % 7))].sort((a, b) => a - b),
    restricts: { dayOfMonth: fields[2] !== "*", dayOfWeek: fields[4] !== "*" },
  };
}

function numbers(values: readonly (number | string)[]): number[] {
  return values.filter((value) => typeof value === "number");
}

/** Tells a problem from a cron. */
export function isCronProblem(cron: Cron | CronProblem): cron is CronProblem {
  return "code" in cron;
}

/** True when both expressions fire at the same civil times, however they are written (`0 9 * * 1` and `0 9 * * MON`). */
export function sameCron(a: string, b: string): boolean {
  if (a === b) return true;
  const [left, right] = [parseCron(a), parseCron(b)];
  if (isCronProblem(left) || isCronProblem(right)) return false;
  return canonicalCron(left) === canonicalCron(right);
}

/** One text for all expressions that fire at the same civil times, and for no others. */
export function canonicalCron(cron: Cron): string {
  const months = cron.months.flatMap((month) => {
    const days = canonicalDays(cron, longestMonth[month - 1] ?? 31);
    return days === undefined ? [] : [`${month}: ${days}`];
  });
  return [cron.minutes.join(), cron.hours.join(), months.join("; ")].join(" | ");
}

/** The days of a month of that length, `undefined` for none. Days it does not have say nothing (`31` in April). */
function canonicalDays(cron: Cron, length: number): string | undefined {
  const { dayOfMonth, dayOfWeek } = cron.restricts;
  const days = dayOfMonth ? cron.daysOfMonth.filter((day) => day <= length) : [];
  const week = dayOfWeek ? cron.daysOfWeek : [];
  // Either field matching every day makes the union every day.
  if (days.length === length || week.length === 7 || (!dayOfMonth && !dayOfWeek)) return "every";
  return days.length + week.length === 0 ? undefined : `${days.join()}/${week.join()}`;
}

function wrongCount(text: string, fields: readonly string[]): CronProblem {
  const macro = text.trim().toLowerCase();
  const known = macroCrons[macro];
  return {
    code: "cron_fields",
    message: `a cron has five fields (${fieldNames.join(", ")}), received ${fields.length}: "${text}"`,
    hint:
      known !== undefined
        ? `write "${known}"`
        : macro.startsWith("@")
          ? didYouMean(macro, macros)
          : 'write five fields, such as "15 * * * *"',
  };
}

function fieldProblem(index: number, field: string): CronProblem | undefined {
  const problem = (reason: string): CronProblem => ({
    code: "cron_field",
    message: `cron field ${index + 1} (${fieldNames[index]}) "${field}": ${reason}`,
    hint: `allowed: ${ranges[index]}, lists (1,2), ranges (1-5) and steps (*/15)`,
  });
  if (!/^[\dA-Za-z*,/-]+$/.test(field)) return problem("a character that no cron field has");
  const letters = field.match(/[A-Za-z]+/g) ?? [];
  const words = index === 3 ? monthWords : index === 4 ? dayWords : [];
  // cron-parser replaces names by numbers inside of other text, too, and reads 1JAN as 11.
  if (/[A-Za-z]\d|\d[A-Za-z]/.test(field)) return problem("a name and a number run together");
  if (/(?:^|,)\w+\//.test(field))
    return problem("a step needs a range or *, since tools read a single number differently");
  for (const word of letters) {
    if (!words.includes(word.toUpperCase()))
      return problem(
        words.length === 0
          ? `"${word}" is no number`
          : `"${word}" is unknown, ${didYouMean(word.toUpperCase(), words)}`,
      );
  }
  const alone = ["*", "*", "*", "*", "*"];
  alone[index] = field;
  try {
    CronExpressionParser.parse(alone.join(" "));
    return undefined;
  } catch (error) {
    return problem(error instanceof Error ? error.message.replace(/^Constraint error, /, "") : String(error));
  }
}

const monthWords = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];
const dayWords = ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"];
const longestMonth = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function hasDate(fields: readonly string[]): boolean {
  if (fields[4] !== "*") return true;
  const alone = (index: number) => {
    const expression = ["*", "*", "*", "*", "*"];
    expression[index] = fields[index] ?? "*";
    return CronExpressionParser.parse(expression.join(" ")).fields;
  };
  const firstDay = Math.min(...alone(2).dayOfMonth.values.map(Number));
  return alone(3).month.values.some((month) => firstDay <= (longestMonth[month - 1] ?? 0));
}
