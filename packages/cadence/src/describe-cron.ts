import { isCronProblem, parseCron } from "./cron.ts";

const dayNames = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];

/**
 * Says a cron in words for people: `hourly at :15`, `daily 09:00`, `Mon 08:00`. What has no short form, or is no cron,
 * is given back as written.
 */
export function describeCron(text: string): string {
  const cron = parseCron(text);
  if (isCronProblem(cron) || cron.months.length !== 12 || cron.restricts.dayOfMonth) return text;
  const [minute] = cron.minutes;
  const [hour] = cron.hours;
  if (minute === undefined || hour === undefined || cron.minutes.length !== 1) return text;
  const at = String(minute).padStart(2, "0");
  const everyDay = !cron.restricts.dayOfWeek || cron.daysOfWeek.length === 7;
  if (cron.hours.length === 24) return everyDay ? `hourly at :${at}` : text;
  if (cron.hours.length > 3) return text;
  const times = cron.hours.map((value) => `${String(value).padStart(2, "0")}:${at}`).join(", ");
  return everyDay ? `daily ${times}` : `${cron.daysOfWeek.map((day) => dayNames[day]).join(", ")} ${times}`;
}
