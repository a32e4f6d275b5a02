import type { HostedRepo } from "../../hosting/index.ts";
import { typedError } from "../graphql-error.ts";
import type { Identity } from "../identity.ts";
import { isGranted, type Wish } from "../open-repo.ts";
import type { World } from "../world.ts";

/** What all resolvers of one query share. */
export interface QueryContext {
  readonly world: World;
  readonly identity: Identity;
  /** Pulls are to be answered as they were before so many writes. */
  readonly staleBy: number;
}

/** Throws `FORBIDDEN` where the one who asks may not. */
export function needGrant(context: QueryContext, repo: HostedRepo, wish: Wish): void {
  const { world, identity } = context;
  if (!isGranted(world, identity, repo, wish)) {
    const what = identity.kind === "installation" ? "integration" : "personal access token";
    throw typedError("FORBIDDEN", `Resource not accessible by ${what}`);
  }
  if (wish.level !== "read" && repo.flags.archived) {
    throw typedError("FORBIDDEN", "Repository was archived so is read-only.");
  }
}

/** A list that GraphQL asks a page of takes these. */
export const paging = ["first", "last", "after", "before"] as const;
