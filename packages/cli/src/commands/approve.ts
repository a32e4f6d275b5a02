import { isAbsolute, resolve } from "node:path";
import { policyDigest, policyOfLoop } from "@coulomb-loop/cadence";
import { type FoundPromotion, judgeLoop, type JudgedLoop, wholeOf } from "@coulomb-loop/reconciler";
import { type ApproveReport, type Coulomb, CoulombError } from "@coulomb-loop/schemas";
import { canonicalJson } from "@coulomb-loop/schemas/digest";
import { keyFlaw, loginOf, needCounting } from "../answer-counts.ts";
import type { CommonOptions, Invocation } from "../command-line/builder.ts";
import { type OpenPromotions, openPromotions } from "../open-promotion.ts";
import type { HubOptions } from "../open-hub.ts";
import { judgedReport, promotionLines } from "../output/promotion.ts";
import { askGit } from "../own-git.ts";
import { needKnownPerson, personIdentity } from "../person.ts";

interface Options extends CommonOptions, HubOptions {
  readonly reject?: boolean;
  readonly message: string;
  readonly user?: string;
  readonly key?: string;
  readonly unsigned?: boolean;
}

/**
 * `coulomb approve`: answers a promotion as the person who runs it, for exactly the head, evidence and policy that are shown first (page
 * 07 P9, P10): a review with the caller's token, on plain git a tag signed with the caller's key.
 */
export async function approve(
  invocation: Invocation,
  options: Options,
  [id = ""]: readonly string[],
): Promise<void> {
  const { io, terminal } = invocation;
  const writer = await personIdentity(io);
  const opened = await openPromotions(invocation, options, writer);
  try {
    const { judged, open, loop } = await findRecord(opened, id);
    const { forge } = opened.write.place;
    const show = options.json === true ? terminal.note : terminal.data;
    const shown = { format_version: "1.0", kind: "promote", at: "", loops: [judgedReport(judged)] } as const;
    for (const line of promotionLines({ ...shown, loops: [...shown.loops] }, terminal.paint)) show(line);
    const action = options.reject === true ? "reject" : "approve";
    const { head, record } = open;
    const cadence = policyOfLoop(judged.facts);
    const people = judged.facts.documents.coulomb?.value.people;
    if (cadence === undefined) throw new CoulombError("ops_invalid", `the loop ${loop} has no policy`);
    const digests = { evidence: record.evidence_digest, policy: policyDigest(cadence, people) };
    const isSigned = forge.capabilities.identity === "signature";
    if (isSigned) needKnownPerson(writer);
    const user = isSigned ? userOf(people ?? [], options.user, writer.email) : undefined;
    const key = isSigned && options.unsigned !== true ? await keyOf(invocation, options) : undefined;
    const time = io.now();
    needCounting(judged, open, {
      ...(isSigned
        ? { user: user ?? "", record: id, policyDigest: digests.policy, evidenceDigest: digests.evidence }
        : { login: await loginOf(forge) }),
      action,
      at: judged.facts.now,
      message: options.message,
      head,
      proof: isSigned ? (key === undefined ? "unsigned" : "signature") : "forge",
      ...(key === undefined || user === undefined ? {} : keyFlaw(key, user, people ?? [])),
    });
    const statement = canonicalJson({
      record: id,
      branch: open.summary.ref.branch,
      number: open.summary.ref.number,
      head,
      evidence_digest: digests.evidence ?? null,
      policy_digest: digests.policy,
      action,
      message: options.message,
      time: new Date(time).toISOString(),
    });
    const result = await forge.updateProposal(open.summary.ref, {
      response: {
        action,
        message: options.message,
        head,
        ...(user === undefined ? {} : { name: `${id}/${user}`, statement: `${statement}\n` }),
        ...(key === undefined ? {} : { signer: { key } }),
      },
      time,
    });
    if (result.kind !== "done") throw notGiven(id, result);
    const report: ApproveReport = {
      format_version: "1.0",
      kind: "approve",
      record: id,
      loop,
      action,
      ...(user === undefined ? {} : { user }),
      head,
      ...(digests.evidence === undefined ? {} : { evidence_digest: digests.evidence }),
      policy_digest: digests.policy,
      targets: record.targets.map(({ repo }) => repo),
      proposal: open.summary.ref.number,
    };
    if (options.json === true) terminal.data(JSON.stringify(report, null, 2));
    else
      terminal.data(
        `${terminal.paint.bold(id)} ${action === "approve" ? "approved" : "rejected"}${user === undefined ? "" : ` by ${user}`}, for head ${head.slice(0, 10)}, evidence ${digests.evidence?.slice(0, 10) ?? "none"} and policy ${digests.policy.slice(0, 10)}`,
      );
  } finally {
    await opened.close();
  }
}

interface FoundRecord {
  readonly judged: JudgedLoop;
  readonly open: FoundPromotion;
  readonly loop: string;
}

async function findRecord(opened: OpenPromotions, id: string): Promise<FoundRecord> {
  const ids: string[] = [];
  for (const loop of opened.loops) {
    const judged = await judgeLoop(opened.write, opened.portsOf(loop), loop);
    const open = wholeOf(judged.promote);
    if (open?.record.id === id) return { judged, open, loop };
    if (open !== undefined) ids.push(open.record.id);
  }
  throw new CoulombError("promotion_missing", `no open proposal holds the record ${id}`, {
    hint: ids.length === 0 ? "coulomb promote status shows what is open" : `open is ${ids.join(", ")}`,
  });
}

/** Who the caller is in coulomb.yaml: as named, else by the e-mail address that git would write. */
function userOf(people: NonNullable<Coulomb["people"]>, named: string | undefined, email: string): string {
  const found =
    named === undefined
      ? people.find(({ emails = [] }) => emails.includes(email))
      : people.find(({ user }) => user === named);
  if (found !== undefined) return found.user;
  throw new CoulombError(
    "person_unknown",
    named === undefined ? `coulomb.yaml knows nobody with ${email}` : `coulomb.yaml has no person "${named}"`,
    { hint: "name yourself with --user; a new person is written into people of coulomb.yaml" },
  );
}

/** The key to sign with, as a path of its own; git's setting may be relative to nothing, or a key itself. */
async function keyOf({ io }: Invocation, { key }: Options): Promise<string> {
  if (key !== undefined) return resolve(io.cwd, key);
  const configured = await askGit(io, io.cwd, ["config", "--type=path", "--get", "user.signingkey"]);
  if (configured !== undefined && isAbsolute(configured)) return configured;
  throw new CoulombError("signing_key_missing", "there is no SSH key to sign with", {
    hint: "name one with --key, or set git config --global gpg.format ssh and user.signingkey <file>",
  });
}

function notGiven(
  id: string,
  result: { readonly kind: string; readonly message?: string; readonly hint?: string },
) {
  const why =
    result.kind === "lost_race"
      ? "its head changed meanwhile; look at it again"
      : (result.message ?? result.hint ?? result.kind);
  return new CoulombError("response_refused", `${id} was not answered: ${why}`, {
    hint: "coulomb promote status shows its present head and gates",
  });
}
