import { hubBodies } from "@coulomb-loop/schemas/hub";
import { newSecret, secretHash } from "../secret.ts";
import { isMap } from "../store/json.ts";
import { insertToken, listTokens, revokeToken, type TokenRow } from "../store/tokens.ts";
import type { Json } from "../store/types.ts";
import { problem } from "./problem.ts";
import { type Route, route, routeWith } from "./route.ts";

/** Tokens: made, listed and revoked by an admin. */
export function tokenRoutes(): readonly Route[] {
  return [
    routeWith(
      hubBodies.token_request,
      {
        operation: "create_token",
        method: "POST",
        path: "/v1/tokens",
        summary: "Makes a token; its secret is shown once, also when the request is repeated.",
        scope: "admin",
        answers: { 201: { description: "The token, with its secret.", schema: "token_created" } },
        problems: [409, 422],
      },
      async ({ body, transact }) => {
        const secret = newSecret();
        const { name, scopes, repo } = body;
        if (repo !== undefined && scopes.includes("admin"))
          return problem(
            422,
            "refused",
            "an admin is not bound to a repo: it could make itself other tokens",
            {
              code: "token_scope",
              hint: "leave out repo, or give it read, write or sync",
            },
          );
        const reply = await transact(async ({ sql, now, newId }) => {
          const given = {
            id: newId(),
            hash: secretHash(secret),
            name,
            scopes,
            ...(repo === undefined ? {} : { repo }),
          };
          return { status: 201, body: wireToken(await insertToken(sql, given, now)) };
        });
        // What is kept for repetitions must not hold the secret.
        const isNew = reply.status === 201 && reply.headers?.["idempotency-replayed"] === undefined;
        return isNew && isMap(reply.body) ? { ...reply, body: { ...reply.body, token: secret } } : reply;
      },
    ),
    route(
      {
        operation: "list_tokens",
        method: "GET",
        path: "/v1/tokens",
        summary: "Every token without its secret, oldest first, revoked ones too.",
        scope: "admin",
        answers: { 200: { description: "Tokens.", schema: "token_list" } },
      },
      async ({ frame }) => {
        const rows = await frame.store.read(listTokens);
        return { status: 200, body: { items: rows.map(wireToken) } };
      },
    ),
    route(
      {
        operation: "revoke_token",
        method: "DELETE",
        path: "/v1/tokens/{id}",
        summary: "Takes a token out of force at once; twice is as good as once.",
        scope: "admin",
        answers: { 204: { description: "It is revoked." } },
        problems: [404],
      },
      async ({ frame, id }) => {
        const isThere = await frame.store.transact(({ sql, now }) => revokeToken(sql, id, now));
        return isThere ? { status: 204 } : problem(404, "not_found", "there is no such token");
      },
    ),
  ];
}

function wireToken({ id, name, scopes, repo, created_at, revoked_at }: TokenRow): {
  readonly [key: string]: Json;
} {
  return {
    id,
    name,
    scopes,
    created_at,
    ...(repo === null ? {} : { repo }),
    ...(revoked_at === null ? {} : { revoked_at }),
  };
}
