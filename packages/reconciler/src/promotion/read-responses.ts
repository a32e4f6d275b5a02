import type { PromotionResponse } from "@coulomb-loop/cadence";
import type { ProposalDetail } from "@coulomb-loop/forge";

/** Checks the signature of a response on plain git: answers with the user whose key it is, or why it does not stand. */
export type CheckSignature = (
  response: ProposalDetail["responses"][number],
) => Promise<{ readonly user: string } | { readonly flaw: string }>;

/** The responses to a proposal, each with what was signed. */
export async function responsesOf(
  { responses }: Pick<ProposalDetail, "responses">,
  check: CheckSignature,
): Promise<
  readonly {
    readonly response: PromotionResponse;
    readonly signed: ProposalDetail["responses"][number]["signed"];
  }[]
> {
  return Promise.all(
    responses.map(async (each) => ({ response: await responseOf(each, check), signed: each.signed })),
  );
}

async function responseOf(
  response: ProposalDetail["responses"][number],
  check: CheckSignature,
): Promise<PromotionResponse> {
  const { by, action, at, message, head } = response;
  const base = { action, at, message, head };
  if (response.signed === undefined)
    return {
      ...base,
      login: by,
      proof: "forge",
      ...(response.void === undefined ? {} : { flaw: voidWords[response.void] }),
    };
  const checked = await check(response);
  const bound = boundBy(response.signed.statement);
  const isSigned = response.signed.signature !== undefined;
  if ("flaw" in checked)
    return { ...base, ...bound, user: by, proof: isSigned ? "signature" : "unsigned", flaw: checked.flaw };
  return { ...base, ...bound, user: checked.user, proof: isSigned ? "signature" : "unsigned" };
}

/** Why a response does not stand any more, as the forge says. */
const voidWords = {
  stale: "it is for an older head, the forge says",
  dismissed: "it was dismissed",
} as const;

/** What a signed statement says it is for. */
function boundBy(statement: string): Pick<PromotionResponse, "evidenceDigest" | "policyDigest" | "record"> {
  try {
    const value: unknown = JSON.parse(statement);
    if (typeof value !== "object" || value === null) return unbound;
    const {
      evidence_digest: evidence,
      policy_digest: policy,
      record,
    }: Readonly<Record<string, unknown>> = {
      ...value,
    };
    return {
      record: typeof record === "string" ? record : "",
      evidenceDigest: typeof evidence === "string" ? evidence : "",
      policyDigest: typeof policy === "string" ? policy : "",
    };
  } catch {
    return unbound;
  }
}

/** A statement that says nothing is for nothing. */
const unbound = { record: "", evidenceDigest: "", policyDigest: "" };
