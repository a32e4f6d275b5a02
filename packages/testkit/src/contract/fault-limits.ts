import type { TooFast } from "@coulomb-loop/forge";
import { nulledField, wrongContent } from "../github-double/index.ts";
import type { HttpFault, StagedAnswer } from "../hosting/index.ts";
import { elsewhere, type Expected, type FaultRow, requests, row, status } from "./fault-row.ts";

const limited = (slows: TooFast | undefined): Expected => ({
  read: ["rate_limited"],
  write: ["retry_at"],
  slows: [slows],
});
const partial: Expected = { read: ["incomplete"], write: ["retry_at", "unclear"] };

const onlyGithub = "impossible: only GitHub answers so";
const oneDatabase = "impossible: Gitea answers from one database, which does not lag";
const noFiles = "impossible: it reads no files";
const noProposals = "impossible: it reads no proposal";
const noLists = "impossible: it reads no list";

/** An answer of GraphQL that is errors only. */
function errors(...list: readonly object[]): HttpFault {
  const headers = { "content-type": "application/json; charset=utf-8", "x-ratelimit-remaining": "17" };
  return { kind: "answer", status: 200, headers, body: JSON.stringify({ data: null, errors: list }) };
}

const graphql = { path: /^\/graphql$/ };
/** Documents about one repository, by their alias. */
const aliases = { path: /^\/graphql$/, body: /r0: repository|\{ repository\(/ };

/** Takes the aliases out of an answer; without an error, as a proxy or a bug would. */
function nulled(error?: { readonly type: string; readonly message: string }): HttpFault {
  const change = (body: string) => {
    const answer: unknown = JSON.parse(body);
    if (typeof answer !== "object" || answer === null || !("data" in answer)) return body;
    const data: Record<string, unknown> = Object.assign({}, answer.data);
    const names = Object.keys(data).filter((name) => name !== "rateLimit");
    for (const name of names) data[name] = null;
    const told = error === undefined ? {} : { errors: names.map((name) => ({ ...error, path: [name] })) };
    return JSON.stringify({ ...answer, data, ...told });
  };
  return { kind: "rewrite", rewrite: (answer) => withText(answer, change) };
}

function withText(answer: StagedAnswer, change: (body: string) => string): StagedAnswer {
  return { ...answer, body: Buffer.from(change(Buffer.from(answer.body).toString("utf8"))) };
}

/** A list without its entries, while its headers still count them. */
const emptied: HttpFault = {
  kind: "rewrite",
  rewrite: (answer) => withText(answer, (body) => (body.startsWith("[") ? "[]" : body)),
};

const primary = {
  "x-ratelimit-remaining": "0",
  "x-ratelimit-reset": String(Date.UTC(2026, 0, 5, 10) / 1000),
};

const noDocument = {
  openProposal: "impossible: it reads nothing by GraphQL",
} as const;

/** Limits, and answers that are whole in form and not in content. */
export function limitRows(kind: "gitea" | "github"): readonly FaultRow[] {
  return kind === "github" ? githubRows() : giteaRows();
}

function githubRows(): readonly FaultRow[] {
  const secondary =
    "You have exceeded a secondary rate limit. Please wait a few minutes before you try again.";
  const refusedAlias: Expected = { read: ["no_access"], write: ["rejected/no_access"] };
  const missingAlias: Expected = { read: ["not_found"], write: ["rejected/not_found"] };
  const rateLimited = { type: "RATE_LIMITED", message: "API rate limit exceeded for user ID 2." };
  const exceeded = { type: "RESOURCE_LIMITS_EXCEEDED", message: "Resource limits for this query exceeded." };
  return [
    row("secondary limit", status(403, secondary, limited("until"), { "retry-after": "60" })),
    row("secondary limit without a time", status(403, secondary, limited("at_least"))),
    row(
      "submitted too quickly",
      status(422, "Validation Failed: was submitted too quickly", limited("until")),
    ),
    row("primary limit", status(403, "API rate limit exceeded for user ID 2.", limited(undefined), primary)),
    row(
      "primary limit in GraphQL",
      requests(limited(undefined), errors(rateLimited), { only: graphql }),
      noDocument,
    ),
    row(
      "secondary limit in GraphQL",
      requests(limited("at_least"), errors({ message: secondary }), { only: graphql }),
      noDocument,
    ),
    row(
      "nulled alias, not found",
      requests(missingAlias, nulled({ type: "NOT_FOUND", message: "Could not resolve." }), { only: aliases }),
      {
        ...noDocument,
        check: "impossible: it asks for no repository",
      },
    ),
    row(
      "nulled alias, forbidden",
      requests(refusedAlias, nulled({ type: "FORBIDDEN", message: "Resource not accessible." }), {
        only: aliases,
      }),
      {
        ...noDocument,
        check: "impossible: it asks for no repository",
      },
    ),
    row("nulled alias, limits", requests(partial, nulled(exceeded), { only: aliases, avoidable: true }), {
      ...noDocument,
      check: "impossible: it asks for no repository",
    }),
    row("nulled alias without an error", requests(partial, nulled(), { only: aliases, avoidable: true }), {
      ...noDocument,
      check: "impossible: it asks for no repository",
    }),
    row(
      "a nulled part with an error",
      requests(partial, nulledField("rateLimit", "SERVICE_UNAVAILABLE", "Something went wrong"), {
        only: aliases,
        avoidable: true,
      }),
      {
        ...noDocument,
        check: "impossible: it asks for no repository",
      },
    ),
    row(
      "wrong bytes",
      requests({ read: ["incomplete"], write: [] }, wrongContent(), {
        only: { path: /graphql|git\/blobs/ },
        avoidable: true,
      }),
      {
        check: noFiles,
        inspect: "impossible: its diff is for people, and has no id to hash to",
        advanceBranch: noFiles,
        deleteBranch: noFiles,
        openProposal: noFiles,
        updateProposal: noFiles,
        mergeProposal: noFiles,
      },
    ),
    row("stale lists", elsewhere, { check: noLists, advanceBranch: noProposals }),
    row("missing page", elsewhere, {
      check: noLists,
      advanceBranch: noLists,
      deleteBranch: "impossible: it needs the newest proposal only, which is on the first page",
      openProposal: "impossible: one open proposal of a branch is all there can be",
      updateProposal: noLists,
      mergeProposal: noLists,
    }),
    row("lag after a write", elsewhere, { check: "impossible: it reads nothing that is written" }),
    row("502 on a big query", elsewhere, {
      check: "impossible: its query has one field",
      inspect: "impossible: its query is about one proposal",
      advanceBranch: "impossible: its query is about one repository",
      deleteBranch: "impossible: its query is about one repository",
      openProposal: "impossible: its query is about one repository",
      updateProposal: "impossible: its query is about one repository",
      mergeProposal: "impossible: its query is about one repository",
    }),
  ];
}

function giteaRows(): readonly FaultRow[] {
  const wrong: Expected = { read: ["incomplete"], write: ["retry_at"] };
  return [
    ...[
      "secondary limit",
      "secondary limit without a time",
      "submitted too quickly",
      "primary limit",
      "primary limit in GraphQL",
      "secondary limit in GraphQL",
      "nulled alias, not found",
      "nulled alias, forbidden",
      "nulled alias, limits",
      "nulled alias without an error",
      "a nulled part with an error",
      "502 on a big query",
    ].map((name) => row(name, elsewhere, onlyGithub)),
    row("wrong bytes", requests(wrong, wrongContent(), { only: { path: /\/contents\// }, avoidable: true }), {
      check: noFiles,
      inspect: "impossible: git hashes all that it fetches; see the next row",
      advanceBranch: "impossible: git hashes all that it fetches; see the next row",
      deleteBranch: "impossible: git hashes all that it fetches; see the next row",
      openProposal: noFiles,
      updateProposal: noFiles,
      mergeProposal: noFiles,
    }),
    row(
      "wrong bytes in a pack",
      requests(
        { ...wrong, write: ["retry_at", "unclear"] },
        { kind: "wrong_bytes" },
        { only: { path: /git-upload-pack$/, body: /command=fetch/ } },
      ),
      {
        check: noFiles,
        observe: "impossible: only `changed` comes from a pack, and it is left out then",
        openProposal: noFiles,
        updateProposal: noFiles,
      },
    ),
    row("stale lists", elsewhere, { check: noLists, advanceBranch: noProposals }),
    row(
      "missing page",
      requests(wrong, emptied, {
        only: { method: "GET", path: /\/(?:pulls|labels|statuses|comments)$/ },
        avoidable: true,
      }),
      {
        check: noLists,
        advanceBranch: noLists,
        mergeProposal: noLists,
      },
    ),
    row("lag after a write", elsewhere, oneDatabase),
  ];
}
