import type { Forge } from "@coulomb-loop/forge";
import { createGiteaForge, createGithubForge } from "@coulomb-loop/forge";
import { CoulombError } from "@coulomb-loop/schemas";
import type { Io } from "../io.ts";
import { readSecret } from "../secret.ts";
import type { DemoWords } from "./fleet.ts";
import { storyFiles } from "./story-files.ts";

/** A server that a demo uses, and which of its repositories. */
export interface HostedPlace {
  readonly kind: "gitea" | "github";
  /** Address of the server (Gitea) or of its API (GitHub). */
  readonly url: string;
  /** Below it git finds `<owner>/<repo>.git`. */
  readonly gitUrl: string;
  readonly owner: string;
  /** Ends the name of each repository; may be empty. */
  readonly suffix: string;
}

/** Variables that hold the tokens: of the account that the tool has, and of somebody who merges. */
export const toolToken = "COULOMB_DEMO_TOKEN";
export const personToken = "COULOMB_DEMO_PERSON_TOKEN";

/** Somebody with an account on the server. */
export interface Account {
  readonly login: string;
  readonly token: string;
  /** Acts as this account. */
  readonly forge: Forge;
}

/** Opens the server as the account whose token a variable holds. Throws `secret_missing`, `forge_url` and `demo_forge`. */
export async function accountOf(io: Io, place: HostedPlace, variable: string): Promise<Account> {
  const token = readSecret(io, io.cwd, { env: variable }, `the demo on ${place.kind}`);
  const { url, owner } = place;
  const shared = { name: place.kind, url, now: io.now };
  const forge =
    place.kind === "gitea"
      ? createGiteaForge({
          ...shared,
          token,
          identity: { name: "Robin", email: "robin@example.org" },
          installation: "demo",
          env: io.env,
        })
      : createGithubForge({
          ...shared,
          auth: { kind: "token", token },
          owner,
          ...(io.writeIntervalMs === undefined ? {} : { writeIntervalMs: io.writeIntervalMs }),
        });
  const who = await forge.check();
  if (who.kind === "known") return { login: who.value.login, token, forge };
  throw new CoulombError("demo_forge", `${url} does not answer as ${place.kind}: ${who.message}`, {
    hint: `look at --url and at the token in ${variable}`,
  });
}

/** What git needs to act as an account there, as variables of its environment: a token is in no argument. */
export function accessOf({ gitUrl }: HostedPlace, token: string): Readonly<Record<string, string>> {
  const basic = Buffer.from(`${token}:x-oauth-basic`).toString("base64");
  return {
    GIT_CONFIG_COUNT: "1",
    GIT_CONFIG_KEY_0: `http.${gitUrl}/.extraHeader`,
    GIT_CONFIG_VALUE_0: `Authorization: Basic ${basic}`,
  };
}

/** The files of the demo's ops repo, for repositories on a server; the regulator is an account there. */
export function hostedFiles(
  { kind, url, owner }: HostedPlace,
  name: (repo: string) => string,
  regulator: string,
): Readonly<Record<string, string>> {
  const forge = `forges:\n  - name: ${kind}\n    kind: ${kind}\n    url: ${url}\n    owner: ${owner}\n    token: { env: ${toolToken} }\n`;
  return Object.fromEntries(
    Object.entries(storyFiles(`logins: { ${kind}: ${regulator} }`)).map(([path, text]) => [
      path,
      text
        .replace(/^forges:\n(?: .*\n)+/m, forge)
        .replaceAll("forge: local", `forge: ${kind}`)
        .replaceAll("owner: coulomb", `owner: ${owner}`)
        .replaceAll(/\brepo: ([\w-]+)/g, (_all, repo: string) => `repo: ${name(repo)}`),
    ]),
  );
}

/** What is told of a demo on a server, by the names of its two accounts, and whether writes to it wait for each other. */
export function hostedWords(
  { kind, url, owner }: HostedPlace,
  ops: string,
  { tool, person, isPaced }: { readonly tool: string; readonly person: string; readonly isPaced: boolean },
): DemoWords {
  const product = { gitea: "Gitea", github: "GitHub" }[kind];
  const parts =
    tool === person
      ? `The account ${tool} plays both parts here: it opens the pull requests, and it merges them as a person would.`
      : `The account ${tool} opens the pull requests; ${person} is the person who merges them.`;
  const pace =
    kind === "github" && isPaced
      ? [
          "Writes to GitHub wait a second for each other, and pull requests three: the whole demo takes some minutes.",
        ]
      : [];
  return {
    where: [
      `with three pilot repos of ${owner} on ${product} at ${url}:`,
      "kaizen-agentic has no schedule yet, the-custodian has one",
    ],
    made: `Pushed to ${url}; the ops repo is also in ${ops}\n${parts}`,
    proposal: [
      "reconcile opens them. kaizen-agentic is the canary: the others wait until it is in sync. A proposal is a pull",
      `request on ${product}.`,
      ...pace,
    ],
    approve: [
      `An approval is a review of the pull request. ${person} is the regulator here, and gives it with a token of their own; it counts`,
      "for this very head, evidence and policy, and for nothing else.",
    ],
    merge: [
      `Merging is a person's act. ${person} does it on the server, with a token of their own, and only at the head that was`,
      "just read.",
    ],
    end: [
      `The ops repo is in ${ops}, for as long as you like.`,
      `The repositories of ${owner} on ${url} were for this demo only: nothing else needs them.`,
    ],
  };
}
