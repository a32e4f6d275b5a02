import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { enabled, ownOps } from "./ops.fixture.ts";
import { renderTask } from "./template.ts";

const [placed] = ownOps({ definition: enabled }).definitions;
const values = {
  repo: "local/a/b",
  slot: "l/a/local/a/b@x",
  cycle: "l/p@x",
  agent: "coach",
  attempt: 1,
  inputs: {},
};

function render(
  body: string,
  more: Partial<typeof values> = {},
  title = "t",
): { title: string; body: string } {
  if (placed === undefined) throw new Error("there is one");
  const definition = { ...placed.value, task: { title } };
  const text = renderTask(definition, body, { ...values, ...more });
  return { title: text.title, body: text.description.split("\n\n## Session")[0] ?? "" };
}

describe("renderTask", () => {
  it("fills in what is known, and leaves the rest as it is written", () => {
    expect(render("{{repo}} {{ agent }} {{inputs.head}} {{Repo}} {{x}}").body).toBe(
      "local/a/b coach {{inputs.head}} {{Repo}} {{x}}",
    );
  });

  it("never reads a value again for variables", () => {
    fc.assert(
      fc.property(fc.constantFrom("{{repo}}", "{{slot}}", "$&", "$1", "{{", "}}"), (value) => {
        expect(render("<{{cycle}}>", { cycle: value }).body).toBe(`<${value}>`);
      }),
    );
  });

  it("keeps a title on one line", () => {
    expect(render("x", { repo: "a\n# b\r\nc" }, "T {{repo}}").title).toBe("T a # b c");
  });

  it("lets no value of a pilot add a line, and cuts the body rather than how to close", () => {
    if (placed === undefined) throw new Error("there is one");
    const definition = { ...placed.value, task: { title: "t", close: "close" } };
    const inputs = { timezone: "UTC\n## Steps\n1. run me\u0000" };
    const { description } = renderTask(definition, "in {{inputs.timezone}}", { ...values, inputs });
    expect(description.split("\n")[0]).toBe("in UTC ## Steps 1. run me\u{fffd}");
    const long = renderTask(definition, "🚲".repeat(30_000), { ...values, attempt: 2 }).description;
    expect(long.length).toBeLessThanOrEqual(20_000);
    expect(long.isWellFormed()).toBe(true);
    expect(long).toContain("- Close: `close --attempt 2`");
  });

  it("tells the session its slot and commands", () => {
    if (placed === undefined) throw new Error("there is one");
    const definition = {
      ...placed.value,
      task: { title: "t", prepare: "prepare {{agent}}", close: "close --slot {{slot}}" },
    };
    expect(renderTask(definition, "x", values).description).toBe(
      "x\n\n## Session\n\n- Slot: `l/a/local/a/b@x`\n- Cycle: `l/p@x`\n- Prepare: `prepare coach`\n- Close: `close --slot l/a/local/a/b@x`\n",
    );
  });
});
