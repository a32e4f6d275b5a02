import { readFileSync } from "node:fs";

/** The owner's workplan, under the name that the demo's ops repo has it by. */
export const workplanPath = "workplans/LOOP-WP-0001-kaizen-improvement-stack.md";

/** Its text: the tasks of this loop, with the ids that the owner's state hub gave them. */
export function workplanText(): string {
  return readFileSync(new URL("../../assets/LOOP-WP-0001.md", import.meta.url), "utf8");
}
