import { aggregate, historyOf, shortName } from "@coulomb-loop/cadence";
import { type JudgedLoop, leadingReason, type PromotedLoop, wholeOf } from "@coulomb-loop/reconciler";
import type { PromoteLoop, PromoteReport, Promotion } from "@coulomb-loop/schemas";
import { type Paint, printableLine, table } from "../terminal.ts";

/** What a loop's promotion is, as JSON tells it. */
export function judgedReport(judged: JudgedLoop): PromoteLoop {
  const { decision, rollback, facts, promote } = judged;
  const { attempt, gates, approval, candidates, earliest } = decision;
  const open = wholeOf(promote);
  const shown = rollback?.attempt ?? attempt;
  return {
    loop: facts.loop,
    action: rollback === undefined ? decision.action : "demote",
    result: aggregate(gates),
    message: rollback === undefined ? leadingReason(decision) : `to be taken back: ${rollback.reason}`,
    ...(open === undefined ? {} : { record: open.record.id }),
    ...(shown === undefined ? {} : { from: shown.from, to: shown.to }),
    ...(shown?.wave === undefined ? {} : { wave: shown.wave }),
    targets: (shown?.targets ?? []).map(({ repo }) => repo.id),
    gates: gates.map(({ key, result, description, enforced, turnedBy, measurements }) => ({
      key,
      result,
      description,
      enforced,
      ...(turnedBy === undefined ? {} : { turned_by: turnedBy }),
      ...(measurements === undefined ? {} : { measurements: { ...measurements } }),
    })),
    repos: candidates.map(({ repo, history: { heldBy }, soak, cooldown }) => ({
      repo: repo.id,
      phase: repo.phase,
      wave: repo.wave,
      soak: soak.successes,
      ...(heldBy === undefined ? {} : { held_by: heldBy }),
      ...(cooldown > 0 ? { cooldown } : {}),
    })),
    responses: (approval?.responses ?? []).map(({ response, user, because }) => ({
      by: user ?? response.login ?? response.user ?? "somebody",
      action: response.action,
      at: new Date(response.at).toISOString(),
      message: response.message,
      counts: because === undefined,
      ...(because === undefined ? {} : { because }),
    })),
    ...(earliest === undefined ? {} : { earliest: new Date(earliest).toISOString() }),
    ...(open === undefined
      ? {}
      : {
          proposal: {
            number: open.summary.ref.number,
            ...(open.summary.url === undefined ? {} : { url: open.summary.url }),
          },
        }),
  };
}

/**
 * A loop with its repos alone: a hold asks for no gate, and the promotion that is open or due is another matter. `merged` came to the chain
 * after it was judged, and holds or releases already.
 */
function heldReport(judged: JudgedLoop, merged: Promotion | undefined): PromoteLoop {
  const { chain, now } = judged.facts;
  const records = merged === undefined ? chain.records : [...chain.records, merged];
  const { loop, message, repos: before } = judgedReport(judged);
  const repos = before.map(({ held_by: _before, ...repo }) => {
    const { heldBy } = historyOf({ ...chain, records }, repo.repo, now);
    return { ...repo, ...(heldBy === undefined ? {} : { held_by: heldBy }) };
  });
  return { loop, action: "hold", result: "success", message, targets: [], gates: [], repos, responses: [] };
}

/** What a person ordered by a record, or why repos were taken back; `undefined`: it is a promotion. */
function orderWords({ direction, reason, all, targets, until }: Promotion): string | undefined {
  if (direction === "promote") return undefined;
  if (direction === "demote") return reason;
  const names = all === true ? "every repo" : targets.map(({ repo }) => shortName(repo)).join(", ");
  const end = until === undefined ? "" : ` until ${until}`;
  const why = reason === undefined ? "" : `: ${reason}`;
  return `${direction === "hold" ? "a hold" : "the release"} of ${names}${end}${why}`;
}

/** A gate of a record: as it is once its proposal is open. */
function recordedGate({ enforcement, ...gate }: Promotion["gates"][number]): PromoteLoop["gates"][number] {
  return { ...gate, enforced: enforcement !== "dry_run" };
}

/** What was done for a loop, as JSON tells it. */
export function doneReport(
  { judged, message, record, proposal, merged, sealed, failed }: PromotedLoop,
  action?: PromoteLoop["action"],
): { readonly report: PromoteLoop; readonly failed: boolean } {
  const before =
    action === "hold" ? heldReport(judged, merged === undefined ? undefined : record) : judgedReport(judged);
  const isOpened = judged.decision.action === "open" || judged.decision.action === "update";
  const said = record === undefined ? undefined : orderWords(record);
  const words = said === undefined ? message : `${message}: ${said}`;
  return {
    report: {
      ...before,
      message: sealed === undefined ? words : `${sealed.message}; ${words}`,
      ...(isOpened && record?.direction === "promote" ? { gates: record.gates.map(recordedGate) } : {}),
      ...(sealed === undefined ? {} : { sealed: [...sealed.records] }),
      ...(action === undefined ? {} : { action }),
      ...(record === undefined
        ? {}
        : {
            record: record.id,
            ...(record.from === undefined ? {} : { from: record.from }),
            ...(record.to === undefined ? {} : { to: record.to }),
            targets: record.targets.map(({ repo }) => repo),
          }),
      ...(proposal === undefined ? {} : { proposal }),
      ...(merged === undefined ? {} : { merged }),
    },
    failed: failed === true,
  };
}

/** The same for people: one screen a loop. */
export function promotionLines({ loops }: PromoteReport, paint: Paint): readonly string[] {
  return loops.flatMap((loop, at) => [...(at === 0 ? [] : [""]), ...loopLines(loop, paint)]);
}

function loopLines(loop: PromoteLoop, paint: Paint): readonly string[] {
  const { from, to, targets, record, proposal, earliest, message, gates, responses, repos } = loop;
  const names = targets.map(shortName).join(", ");
  const phases = from === undefined ? [] : [`${from} → ${to ?? ""}`];
  const way = [...phases, ...(names === "" ? [] : [names])].join(": ");
  const place =
    proposal === undefined
      ? ""
      : `  #${proposal.number}${proposal.url === undefined ? "" : ` ${proposal.url}`}`;
  return [
    `${paint.bold(loop.loop)}${way === "" ? "" : `  ${way}`}${record === undefined ? "" : `  ${record}`}${place}`,
    printableLine(message),
    ...table(gates.map((gate) => gateRow(gate, paint))),
    ...table(
      responses.map(({ by, action, at, message: words, because }) => [
        `  ${by}`,
        action,
        at,
        printableLine(words),
        because === undefined ? paint.green("counts") : paint.yellow(`does not count: ${because}`),
      ]),
    ),
    ...(gates.length === 0 ? [] : [`earliest merge: ${earliest ?? "never, as the files are"}`]),
    ...table(
      repos.map(({ repo, phase, wave, soak, held_by: held, cooldown }) => [
        `  ${shortName(repo)}`,
        phase,
        `wave ${wave}`,
        `${soak} good cycles in a row`,
        held === undefined ? "" : paint.yellow(`held by ${held}`),
        cooldown === undefined ? "" : paint.yellow(`cools down: ${cooldown}`),
      ]),
    ),
  ];
}

function gateRow(
  { key, result, description, enforced, turned_by: turnedBy }: PromoteLoop["gates"][number],
  paint: Paint,
): readonly string[] {
  const paints = { success: paint.green, failure: paint.red, inconclusive: paint.yellow, pending: paint.dim };
  return [
    `  ${key}${enforced ? "" : " (dry run)"}`,
    paints[result](result),
    printableLine(description),
    turnedBy === undefined ? "" : paint.dim(`→ ${printableLine(turnedBy)}`),
  ];
}
