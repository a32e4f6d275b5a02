import { expect, it } from "vitest";
import { shortName } from "./gate.ts";

it.each([
  ["local/coulomb/kaizen-agentic", "kaizen-agentic"],
  ["kaizen-agentic", "kaizen-agentic"],
])("shortName of %s is %s", (repo, expected) => {
  expect(shortName(repo)).toBe(expected);
});
