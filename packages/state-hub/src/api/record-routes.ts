import type { Finding } from "@coulomb-loop/schemas";
import { type HubApi, hubBodies } from "@coulomb-loop/schemas/hub";
import { keepRecord, listRecords, type RecordQuery } from "../store/records.ts";
import {
  flaw,
  flawedReply,
  foreignRepo,
  instantOf,
  jsonOf,
  noInstant,
  pageParameters,
  pageReply,
  recordParameters,
  textsOf,
} from "./ledger.ts";
import { answered, problem, type Reply } from "./problem.ts";
import { type Call, type Route, route, routeWith } from "./route.ts";
import { uuid } from "./served.ts";

/** Records of runs: each is kept once, and never changed. */
export function recordRoutes(): readonly Route[] {
  return [
    routeWith(
      hubBodies.metrics_record,
      {
        operation: "put_record",
        method: "PUT",
        path: "/v1/records/by-key/{id}",
        summary: "Keeps a record, once for its record_id.",
        scope: "write",
        answers: {
          200: { description: "It was there, in these words.", schema: "kept_record" },
          201: { description: "It is kept.", schema: "kept_record" },
        },
        problems: [403, 409, 422],
      },
      put,
    ),
    route(
      {
        operation: "list_records",
        method: "GET",
        path: "/v1/records",
        summary: "Lists records in the order of arrival.",
        scope: "read",
        query: { ...recordParameters, ...pageParameters },
        answers: { 200: { description: "A page.", schema: "record_page" } },
        problems: [400, 403],
      },
      list,
    ),
  ];
}

async function put(call: Call<HubApi.MetricsRecord>): Promise<Reply> {
  const { body, caller, id } = call;
  const { repo } = caller;
  if (repo !== undefined && body.repo !== repo) return foreignRepo(repo);
  if (body.record_id !== id)
    return flawedReply(
      [flaw(["record_id"], `${body.record_id} is not ${id} of the address`, "make both agree")],
      "key_differs",
    );
  const findings = flawsOf(body);
  if (findings.length > 0) return flawedReply(findings);
  return call.transact(async ({ sql, now }) => {
    const at = new Date(now).toISOString();
    const { kind, kept } = await keepRecord(sql, body, { at, sentBy: caller.name });
    if (repo !== undefined && kept.record.repo !== repo) return answered(foreignRepo(repo));
    if (kind !== "differs") return { status: kind === "new" ? 201 : 200, body: jsonOf(kept) };
    return answered(
      problem(409, "content_differs", `there is another record ${id}`, {
        hint: "a record is never changed: write another one that corrects it",
        members: { current: jsonOf(kept.record) },
      }),
    );
  });
}

/** What a record says that cannot be. */
function flawsOf(record: HubApi.MetricsRecord): readonly Finding[] {
  const { success, outcome, reason, slot, repo, started_at, finished_at, recorded_at } = record;
  const times = { started_at, finished_at, recorded_at };
  const findings = Object.entries(times)
    .filter(([, text]) => instantOf(text) === undefined)
    .map(([name, text]) => noInstant([name], text));
  if (success !== (outcome === "success" || outcome === "noop"))
    findings.push(flaw(["outcome"], `success is ${success} and outcome ${outcome}`, "make both agree"));
  if (!success && reason === undefined)
    findings.push(flaw(["reason"], "it failed, and there is no reason", "say why"));
  const [started, finished] = [instantOf(started_at), instantOf(finished_at)];
  if (started !== undefined && finished !== undefined && finished < started)
    findings.push(flaw(["finished_at"], `${finished_at} is before ${started_at}`, "it ends after it began"));
  // Else a token of one repo could close the slot of another.
  if (slot !== undefined && repoOfSlot(slot) !== repo)
    findings.push(flaw(["slot"], `${slot} is no slot of ${repo}`, "name the slot of this run, or none"));
  return findings;
}

/** The repo in the id of a slot, which is loop/activity/repo@due. */
function repoOfSlot(slot: string): string {
  return slot.slice(0, slot.lastIndexOf("@")).split("/").slice(2).join("/");
}

async function list(call: Call<undefined>): Promise<Reply> {
  const asked = textsOf(call.query, ["agent", "slot", "cycle"]);
  return pageReply<HubApi.KeptRecord, NonNullable<RecordQuery["after"]>>(call, {
    read: (sql, page) => listRecords(sql, { ...asked, ...page }),
    placeOf: ({ received_at, record }) => [received_at, record.record_id],
    readPlace: ([at, id, ...more]) =>
      at !== undefined && id !== undefined && uuid.test(id) && more.length === 0 ? [at, id] : undefined,
    shown: (kept) => kept,
  });
}
