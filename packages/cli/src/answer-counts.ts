import { readFileSync } from "node:fs";
import {
  countApprovals,
  knownEvidence,
  policyDigest,
  policyOfLoop,
  type PromotionResponse,
} from "@coulomb-loop/cadence";
import type { Forge } from "@coulomb-loop/forge";
import type { FoundPromotion, JudgedLoop } from "@coulomb-loop/reconciler";
import { type Coulomb, CoulombError } from "@coulomb-loop/schemas";

/**
 * Writes nothing that would not count: on plain git it would take the place of an answer that does. Throws `approval_void`.
 */
export function needCounting(
  { facts, decision }: JudgedLoop,
  open: FoundPromotion,
  response: Omit<PromotionResponse, "evidenceDigest"> & { readonly evidenceDigest?: string | undefined },
): void {
  if (decision.because !== undefined)
    throw new CoulombError("approval_void", `the proposal does not stand any more: ${decision.because}`, {
      hint: "nothing was written; coulomb promote makes it anew, or closes it: answer that one",
    });
  const cadence = policyOfLoop(facts);
  const name = cadence?.phases.find((phase) => phase.name === open.record.from)?.approval;
  const policy = cadence?.approvals?.find((each) => each.name === name);
  if (cadence === undefined || policy === undefined) return;
  const { evidenceDigest, ...rest } = response;
  const people = facts.documents.coulomb?.value.people ?? [];
  const binding = {
    record: open.record.id,
    head: open.head,
    evidenceDigest: open.record.evidence_digest,
    policyDigest: policyDigest(cadence, people),
  };
  const given = evidenceDigest === undefined ? rest : { ...rest, evidenceDigest };
  const parts = { ...open.parts, evidence: knownEvidence(facts, open) };
  const because = countApprovals(policy, people, [given], binding, parts, facts.now).responses[0]?.because;
  if (because === undefined) return;
  throw new CoulombError("approval_void", `your answer would not count: ${because}`, {
    hint: `nothing was written; ${policy.name} asks ${policy.approvers.map(({ user }) => user).join(", ")}, as coulomb.yaml knows them`,
  });
}

/** The account that a token is of. Throws `approval_void` where the forge does not say. */
export async function loginOf(forge: Forge): Promise<string> {
  const who = await forge.check();
  if (who.kind === "known") return who.value.login;
  throw new CoulombError("approval_void", `the forge does not say whose token this is: ${who.message}`, {
    hint: "nothing was written; coulomb doctor tells what the forge answers",
  });
}

/** What is wrong with a key, as far as its public half can be read: that it is not the person's. */
export function keyFlaw(
  key: string,
  user: string,
  people: NonNullable<Coulomb["people"]>,
): { flaw?: string } {
  const person = people.find((each) => each.user === user);
  const own = publicKey(`${key}.pub`) ?? publicKey(key);
  if (own === undefined) return {};
  const isKnown = person?.keys?.some((line) => keyOnly(line) === own) === true;
  return isKnown ? {} : { flaw: `this key is not among the keys of ${user} in coulomb.yaml` };
}

function publicKey(file: string): string | undefined {
  try {
    return keyOnly(readFileSync(file, "utf8"));
  } catch {
    return undefined;
  }
}

/** Type and bytes of a public key, without options and comment; `undefined`: it is none. */
function keyOnly(line: string): string | undefined {
  return /(?:^|\s)((?:ssh|ecdsa|sk)-[\w@.-]+ [A-Za-z0-9+/=]+)/.exec(line)?.[1];
}
