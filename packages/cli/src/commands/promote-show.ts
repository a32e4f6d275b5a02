import { bodyText } from "@coulomb-loop/proposals";
import { type FoundPromotion, judgeLoop, wholeOf } from "@coulomb-loop/reconciler";
import { CoulombError, type PromoteShowReport } from "@coulomb-loop/schemas";
import type { CommonOptions, Invocation } from "../command-line/builder.ts";
import type { HubOptions } from "../open-hub.ts";
import { type OpenPromotions, openPromotions } from "../open-promotion.ts";
import { printable } from "../terminal.ts";
import { oneOf } from "./one-of.ts";

interface Options extends CommonOptions, HubOptions {
  readonly loop?: string;
  readonly diff?: boolean;
}

/**
 * `coulomb promote show`: an open promotion or demotion as its proposal words it, for those whose forge has no page for it. Throws
 * `promotion_missing`, and what opening throws.
 */
export async function show(invocation: Invocation, options: Options, [id]: readonly string[]): Promise<void> {
  const { terminal } = invocation;
  const opened = await openPromotions(invocation, options);
  try {
    if (options.loop !== undefined) oneOf("loop", options.loop, opened.loops);
    const { loop, found } = await find(opened, options.loop, id);
    const report = reportOf(loop, found);
    if (options.json === true) return terminal.data(JSON.stringify(report, null, 2));
    const { paint } = terminal;
    const { number, url } = report.proposal;
    terminal.data(paint.bold(printable(report.title)));
    terminal.data(
      `${loop} #${number}${url === undefined ? "" : ` ${url}`}, head ${report.head.slice(0, 10)}\n`,
    );
    terminal.data(printable(report.body));
    if (options.diff !== true) return;
    terminal.data("");
    for (const line of printable(report.diff).trimEnd().split("\n"))
      terminal.data(line.startsWith("+") ? paint.green(line) : line.startsWith("-") ? paint.red(line) : line);
  } finally {
    await opened.close();
  }
}

async function find(opened: OpenPromotions, wanted: string | undefined, id: string | undefined) {
  const open: { readonly loop: string; readonly found: FoundPromotion }[] = [];
  for (const loop of wanted === undefined ? opened.loops : [wanted]) {
    const { promote, demote } = await judgeLoop(opened.write, opened.portsOf(loop), loop);
    for (const each of [wholeOf(promote), wholeOf(demote)])
      if (each !== undefined) open.push({ loop, found: each });
  }
  const fitting = open.filter(({ found }) => id === undefined || found.record.id === id);
  const [first, second] = fitting;
  if (first !== undefined && second === undefined) return first;
  const names = open.map(({ loop, found }) => `${found.record.id} of ${loop}`).join(", ");
  throw new CoulombError(
    "promotion_missing",
    first === undefined
      ? id === undefined
        ? "no promotion is open"
        : `no open proposal holds the record ${id}`
      : "several promotions are open",
    {
      hint:
        names === ""
          ? "coulomb promote status shows what is missing"
          : `open: ${names}; name one, or its --loop`,
    },
  );
}

function reportOf(loop: string, { record, summary, detail, head }: FoundPromotion): PromoteShowReport {
  const { ref, title, body, url } = summary;
  return {
    format_version: "1.0",
    kind: "promote-show",
    record: record.id,
    loop,
    direction: record.direction,
    title,
    body: bodyText(body),
    diff: detail.diff,
    head,
    proposal: { number: ref.number, ...(url === undefined ? {} : { url }) },
  };
}
