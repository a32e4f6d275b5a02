import { publicKeyOf } from "@coulomb-loop/cadence";
import { verifySshSignature } from "@coulomb-loop/forge";
import type { CheckSignature } from "@coulomb-loop/reconciler";
import type { Coulomb } from "@coulomb-loop/schemas";

/**
 * Checks a response on plain git by the keys of people: the signature must be by a key of the very person whom its ref names. What is not
 * signed is that person's only by name. A key of two people tells neither.
 */
export async function checkSignature(
  { by, signed }: Parameters<CheckSignature>[0],
  people: NonNullable<Coulomb["people"]>,
): ReturnType<CheckSignature> {
  const person = people.find(({ user }) => user === by);
  if (signed?.signature === undefined) return { user: by };
  if (person === undefined) return { flaw: `coulomb.yaml knows no person ${by}` };
  const keys = person.keys ?? [];
  if (keys.length === 0) return { flaw: `coulomb.yaml has no key of ${by}` };
  const { payload, signature } = signed;
  const checked = await verifySshSignature({ payload, signature, keys, namespace: "git" });
  if (!checked.ok) return { flaw: `its signature is not by a key of ${by}: ${checked.reason}` };
  const key = publicKeyOf(checked.key);
  const other = people.find((each) => each.user !== by && each.keys?.some((one) => publicKeyOf(one) === key));
  return other === undefined ? { user: by } : { flaw: `its key is also ${other.user}'s: it tells nobody` };
}
