import type { LoopDocuments, OpsDocuments } from "../ops-documents.ts";
import { loopName } from "../ops-documents.ts";
import { entryIdentity, entryPhase } from "../desired.ts";
import { phaseRank } from "../promotion/phase-rank.ts";
import { chainOf, historyOf, recordDigest } from "../promotion/records.ts";
import { checkUnique, type Report } from "./report.ts";

/**
 * Checks promotion records and seals: names, that each record follows the one before it, and that a seal is of the record it names
 * (page 07 P21, P22); and that each repo is in the phase that its latest record took it to. Whether evidence and signatures hold is for `coulomb promote verify`.
 */
export function checkPromotions(report: Report, documents: OpsDocuments): void {
  for (const loop of documents.loops) {
    checkUnique(
      report,
      loop.promotions,
      ({ value }) => value.id,
      ({ file }) => ({ file, path: ["id"] }),
      "promotion record",
    );
    checkNames(report, loop);
    checkChain(report, loop);
    checkSeals(report, loop);
    checkPhases(report, documents, loop);
  }
}

/**
 * A record moves a repo from phase to phase, and nothing else does: an edit by hand that moves it up is a cadence that was not earned. One
 * that moves it down takes nothing that is not its own, and is told.
 */
function checkPhases(report: Report, documents: OpsDocuments, loop: LoopDocuments): void {
  const { roster, cadence } = loop;
  if (roster === undefined || cadence === undefined) return;
  const chain = chainOf(
    loop.promotions.map(({ value }) => value),
    [],
  );
  const rank = phaseRank(cadence.value);
  for (const entry of roster.value.active) {
    const id = entryIdentity(documents, roster.value, entry)?.id;
    const phase = entryPhase(roster.value, cadence.value, entry);
    const latest = id === undefined ? undefined : historyOf(chain, id, 0).latest;
    if (latest?.to === undefined || phase === undefined || phase === latest.to) continue;
    const place = { file: roster.file, path: [...roster.origin(entry), "phase"] };
    const message = `${entry.repo} is in ${phase}, and ${latest.id} took it to ${latest.to}`;
    const hint = `write phase: ${latest.to} again; coulomb promote and coulomb demote move a repo`;
    if (rank(phase) > rank(latest.to)) report.at(place, "promotion_phase", message, hint);
    else report.warn(place, "promotion_phase", message, hint);
  }
}

function checkNames(report: Report, loop: LoopDocuments): void {
  const name = loopName(loop);
  for (const { file, value } of loop.promotions) {
    if (!file.endsWith(`/${value.id}.yaml`))
      report.at(
        { file, path: ["id"] },
        "promotion_name",
        `record ${value.id} stands in ${file}`,
        `restore it as ${value.id}.yaml: records are never moved`,
      );
    if (value.loop !== name)
      report.at(
        { file, path: ["loop"] },
        "promotion_name",
        `record ${value.id} is of the loop "${value.loop}" and stands in that of "${name}"`,
        "restore the file from the history: records are never moved",
      );
  }
}

function checkChain(report: Report, { promotions }: LoopDocuments): void {
  const files = new Map(promotions.map(({ file, value }) => [value.id, file]));
  const { records } = chainOf(
    promotions.map(({ value }) => value),
    [],
  );
  let before: string | null = null;
  for (const [at, record] of records.entries()) {
    const file = files.get(record.id) ?? "";
    const wanted = `PROM-${String(at + 1).padStart(4, "0")}`;
    if (record.id !== wanted)
      report.at(
        { file, path: ["id"] },
        "promotion_chain",
        `${wanted} is missing before ${record.id}`,
        "restore the record from the history: records are never removed",
      );
    if (record.prev_record_digest !== before)
      report.at(
        { file, path: ["prev_record_digest"] },
        "promotion_chain",
        `${record.id} does not follow the record before it: that one was changed, or this one was written beside it`,
        "restore the records from the history: they are never changed",
      );
    before = recordDigest(record);
  }
}

function checkSeals(report: Report, { promotions, seals }: LoopDocuments): void {
  for (const { file, value } of seals) {
    const record = promotions.find((each) => each.value.id === value.record);
    if (record === undefined || !file.endsWith(`/${value.record}.seal.yaml`))
      report.at(
        { file, path: ["record"] },
        "promotion_seal",
        `the seal names ${value.record}, which ${record === undefined ? "is not there" : "is not the record of its name"}`,
        "restore the files from the history: neither is ever changed or removed",
      );
    else if (recordDigest(record.value) !== value.record_digest)
      report.at(
        { file, path: ["record_digest"] },
        "promotion_seal",
        `the seal is of another ${value.record} than the one that is there`,
        "restore the record from the history: it is never changed",
      );
  }
}
