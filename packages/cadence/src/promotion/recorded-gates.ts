import type { Cadence, Promotion } from "@coulomb-loop/schemas";
import { parseInstant } from "../instant.ts";
import { soakWords, streakWords } from "./evidence-gates.ts";
import type { Gate } from "./gate.ts";
import { approval, diffScope, metWords, wavesBefore } from "./gates.ts";
import { maximalSkew } from "./skew.ts";

type RecordedGate = Promotion["gates"][number];

/** A gate as the record of a promotion has it, when its proposal opens. */
interface Expected {
  readonly key: string;
  readonly enforced: boolean;
  readonly isSo: (recorded: RecordedGate) => boolean;
}

/**
 * What a promotion's record says of its gates that no run would have written under this policy; `undefined`: nothing. A proposal opens when
 * every gate before its own is met (page 07 P5), so what such a gate says is known, but for who was left out and how long a repo
 * had soaked beyond what is asked for. Pure.
 */
export function recordedGatesFlaw(cadence: Cadence, record: Promotion): string | undefined {
  const expected = expectedGates(cadence, record);
  const flaw = expected.find(({ key, enforced, isSo }, at) => {
    const recorded = record.gates[at];
    return (
      recorded?.key !== key ||
      enforced !== (recorded.enforcement !== "dry_run") ||
      (enforced && !isSo(recorded))
    );
  });
  if (flaw !== undefined) return `its record says of the gate ${flaw.key} what no run would`;
  return record.gates.length === expected.length ? undefined : "its record has gates that the policy has not";
}

/** Why a record cannot be written when it says so: after `latest`, or before `earliest` (epoch milliseconds, more or less the clocks). */
export function recordedTimeFlaw(
  { proposed_at: proposed }: Promotion,
  earliest: number,
  latest: number,
): string | undefined {
  const at = parseInstant(proposed);
  if (!(at <= latest + maximalSkew)) return `its record is from the future: ${proposed}`;
  return at >= earliest - maximalSkew ? undefined : `its record is older than its evidence: ${proposed}`;
}

function expectedGates(cadence: Cadence, { from = "", to = "", wave }: Promotion): readonly Expected[] {
  const phase = cadence.phases.find(({ name }) => name === from);
  const required = phase?.required_soak_cycles ?? 0;
  const definitions = cadence.phases.find(({ name }) => name === to)?.definitions ?? [];
  const isFirst = wavesBefore(cadence, wave).length === 0;
  return [
    met("not-suspended", metWords.notSuspended),
    {
      key: "not-held",
      enforced: true,
      isSo: ({ result, description }) =>
        result === "success" &&
        (description === metWords.noneHeld || description.startsWith(metWords.leftOut)),
    },
    met("definitions-ready", metWords.definitions(definitions.length, to)),
    met("schedule-valid", metWords.schedules),
    met("in-sync", metWords.inSync),
    ...(phase?.exit ?? []).map((key) => exitMet(cadence, key)),
    {
      key: "soak",
      enforced: true,
      isSo: ({ result, description, measurements }) => {
        const least = measurements?.["least"];
        return (
          result === "success" &&
          measurements?.["required"] === required &&
          typeof least === "number" &&
          least >= required &&
          description === soakWords(least, required)
        );
      },
    },
    met("wave", isFirst ? metWords.noWave : metWords.waves(to)),
    same(diffScope({ diff: { ok: true } })),
    same(approval({ approval: undefined }, cadence, { from })),
    {
      key: "window",
      enforced: true,
      isSo: ({ result }) => result === "success" || result === "pending",
    },
  ];
}

function met(key: string, words: string): Expected {
  return {
    key,
    enforced: true,
    isSo: ({ result, description }) => result === "success" && description === words,
  };
}

/** An exit criterion; one that is a dry run may say anything, and counts for nothing. */
function exitMet(cadence: Cadence, key: string): Expected {
  const analysis = cadence.analyses?.find((each) => each.key === key);
  const limit = analysis?.consecutive_success_limit ?? 0;
  return {
    key,
    enforced: analysis?.enforcement !== "dry_run",
    isSo: ({ result, description, measurements }) =>
      result === "success" &&
      description === streakWords(limit, limit) &&
      measurements?.["streak"] === limit &&
      measurements["limit"] === limit,
  };
}

function same({ key, enforced, result, description }: Gate): Expected {
  return {
    key,
    enforced,
    isSo: (recorded) => recorded.result === result && recorded.description === description,
  };
}
