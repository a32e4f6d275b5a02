import type { HostingUser, Signature } from "../hosting/index.ts";
import { signatureOf } from "../hosting/index.ts";
import { type JsonObject, textAt } from "./json.ts";

/** Who a new commit names, and whether GitHub signs it. */
export interface CommitSignatures {
  readonly author: Signature;
  readonly committer: Signature;
  readonly verified: boolean;
}

/**
 * Who a commit made by the API names. Without an author the one who asks is author and committer; a committer that is
 * not given is the author. Commits of Apps are signed when nobody is named ("About commit signature verification").
 */
export function signaturesOf(
  actor: HostingUser,
  named: { readonly author: JsonObject; readonly committer: JsonObject },
  now: number,
): CommitSignatures {
  const own = signatureOf(actor, now);
  const author = givenOr(named.author, own);
  const committer = givenOr(named.committer, author);
  const namesNobody = author === own && committer === own;
  return { author, committer, verified: actor.kind === "bot" && namesNobody };
}

function givenOr(given: JsonObject, otherwise: Signature): Signature {
  const name = textAt(given, "name");
  const email = textAt(given, "email");
  if (name === undefined || email === undefined) return otherwise;
  const date = textAt(given, "date");
  return { name, email, time: date === undefined ? otherwise.time : Date.parse(date) };
}
