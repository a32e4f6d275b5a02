// Expressions of workflows, evaluated by GitHub's own library for them.
import { data, Evaluator, Lexer, Parser } from "@actions/expressions";

const contextNames = [
  "github",
  "vars",
  "secrets",
  "inputs",
  "steps",
  "runner",
  "env",
  "job",
  "matrix",
  "needs",
];

/** Functions that tell how the steps before ended, by `status`: `success`, `failure` or `cancelled`. */
function statusFunctions(status) {
  const values = {
    always: true,
    success: status === "success",
    failure: status === "failure",
    cancelled: status === "cancelled",
  };
  return new Map(
    Object.entries(values).map(([name, value]) => [
      name,
      { name, minArgs: 0, maxArgs: 0, call: () => new data.BooleanData(value) },
    ]),
  );
}

/** The value of one expression, without its braces. `contexts` by name: JSON. Throws for what is no expression. */
export function evaluate(expression, contexts, status = "success") {
  const functions = statusFunctions(status);
  const { tokens } = new Lexer(expression).lex();
  const parsed = new Parser(tokens, contextNames, [...functions.values()]).parse();
  const given = Object.fromEntries(contextNames.map((name) => [name, contexts[name] ?? {}]));
  const value = JSON.parse(JSON.stringify(given), data.reviver);
  return new Evaluator(parsed, value, functions).evaluate();
}

/** A text with every `${{ … }}` replaced by what it gives. */
export function interpolate(text, contexts, status) {
  return String(text).replaceAll(/\$\{\{(.*?)\}\}/gs, (_all, expression) =>
    evaluate(expression.trim(), contexts, status).coerceString(),
  );
}

/** Whether a condition holds. One without a status function asks for success too; without a condition success is asked for. */
export function holds(condition, contexts, status = "success") {
  if (condition === undefined) return status === "success";
  const text = String(condition)
    .trim()
    .replace(/^\$\{\{(.*)\}\}$/s, "$1");
  const asksStatus = /\b(?:always|success|failure|cancelled)\s*\(/.test(text);
  if (!asksStatus && status !== "success") return false;
  const value = evaluate(text.trim(), contexts, status);
  const kind = value.primitive ? value.coerceString() : "object";
  return !(kind === "" || kind === "false" || kind === "0");
}
