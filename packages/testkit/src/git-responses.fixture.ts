import type { ProposalResponse, WriteResult } from "@coulomb-loop/forge";
import { verifySshSignature } from "@coulomb-loop/forge";
import { branch, type Stage, valueOf } from "./contract/harness.ts";
import { answerPatch } from "./contract/responses.ts";
import { gitNow } from "./git-stage.ts";
import type { PersonAnswer } from "./statement.ts";

/** Ref of the response that `answer` gives. */
export const adasRef = "refs/coulomb/approvals/PROM-0001/ada";
export const yes = { action: "approve", message: "Fine" } as const;
export const no = { action: "reject", message: "Not yet" } as const;

/** A proposal that was made, and its head. */
export type Given = Awaited<ReturnType<Stage["propose"]>>;

/** Answers as ada, perhaps signed. */
export function answer(
  { forge }: Pick<Stage, "forge">,
  { ref, head }: Given,
  words: typeof yes | typeof no,
  key?: string,
): Promise<WriteResult<void>> {
  const patch = answerPatch("ada", ref, head, words);
  const signer = key === undefined ? {} : { signer: { key } };
  return forge.updateProposal(ref, { ...patch, response: { ...patch.response, ...signer } });
}

/** What a person answers as ada. */
export function asAnswer({ ref }: Given): Pick<PersonAnswer, "branch" | "number" | "by"> {
  return { branch, number: ref.number, by: "ada" };
}

/** The responses to a proposal, read anew. */
export async function responsesTo(
  { forge }: Pick<Stage, "forge">,
  { ref }: Given,
): Promise<readonly ProposalResponse[]> {
  return valueOf(await forge.inspect(ref)).responses;
}

/** Whether one of the keys signed a response. */
export async function isSignedBy(
  response: ProposalResponse | undefined,
  keys: readonly string[],
): Promise<boolean> {
  const { payload = new Uint8Array(), signature = "" } = response?.signed ?? {};
  return (await verifySshSignature({ payload, signature, keys, namespace: "git" })).ok;
}

/** Puts a tag object under a ref, as anybody can who may push. */
export function putTag(path: string, ref: string, text: string): string {
  const oid = gitNow(path, ["hash-object", "-t", "tag", "-w", "--literally", "--stdin"], text);
  gitNow(path, ["update-ref", ref, oid]);
  return oid;
}

/** A tag object of a commit. */
export function tagText(head: string, message: string, headers = ""): string {
  return `object ${head}\ntype commit\ntag x\n${headers}tagger Pat <p@x> 1767600000 +0000\n\n${message}`;
}
