import { secretHash } from "../secret.ts";
import type { Store } from "../store/store.ts";
import { findToken, isTokenInForce } from "../store/tokens.ts";
import { problem, type Reply } from "./problem.ts";
import type { Caller, Route, Scope } from "./route.ts";

/** Why somebody may not use a route; `undefined` when they may. */
export function admission({ scope }: Route, caller: Caller | undefined): Reply | undefined {
  if (scope === "none") return undefined;
  if (caller === undefined)
    return problem(401, "unauthorized", "this needs a token that the hub knows", {
      hint: "send authorization: Bearer <token>; coulomb hub token create makes one",
      headers: { "www-authenticate": 'Bearer realm="coulomb state hub"' },
    });
  if (grants(caller, scope)) return undefined;
  return problem(
    403,
    "forbidden_scope",
    `this needs the scope ${scope}; the token has ${caller.scopes.join(", ")}`,
    {
      hint: "use a token with that scope",
    },
  );
}

/** An admin is nobody of one repo: such a token would make itself others. */
function grants({ scopes, repo }: Caller, needed: Scope): boolean {
  if (scopes.includes("admin") && repo === undefined) return true;
  if (needed !== "admin" && scopes.includes(needed)) return true;
  return needed === "read" && scopes.length > 0;
}

/** Stands for the token of the first admin, which is in no table. */
const firstAdmin = "first admin";

/** Whether a token is still in force. */
export async function isInForce(store: Store, tokenId: string): Promise<boolean> {
  return tokenId === firstAdmin || store.read((sql) => isTokenInForce(sql, tokenId));
}

/** Who asks, by the token of a request; `undefined`: nobody that the hub knows. `adminHash` is that of the first admin. */
export async function callerOf(
  store: Store,
  request: Request,
  adminHash: string | undefined,
): Promise<Caller | undefined> {
  const [, secret] = /^Bearer ([\x21-\x7e]{1,500})$/i.exec(request.headers.get("authorization") ?? "") ?? [];
  if (secret === undefined) return undefined;
  const hash = secretHash(secret);
  if (hash === adminHash) return { name: "admin", scopes: ["admin"], tokenId: firstAdmin };
  const row = await store.read((sql) => findToken(sql, hash));
  if (row === undefined) return undefined;
  const scopes = row.scopes.filter((scope): scope is Scope => isScope(scope));
  return { name: row.name, scopes, tokenId: row.id, ...(row.repo === null ? {} : { repo: row.repo }) };
}

function isScope(scope: string): scope is Scope {
  return scope === "read" || scope === "write" || scope === "sync" || scope === "admin";
}
