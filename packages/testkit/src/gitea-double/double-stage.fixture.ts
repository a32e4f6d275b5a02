import { afterEach, beforeEach, expect } from "vitest";
import { createHosting, type HostedRepo, type Hosting } from "../hosting/index.ts";
import { type ManualClock, manualClock } from "../manual-clock.ts";
import { type Person, personAt } from "../person.ts";
import { createGiteaDouble, type GiteaDouble } from "./gitea-double.ts";
import type { GiteaOptions } from "./settings.ts";

/** A double with one repository, somebody who owns it and somebody who reviews. */
export interface DoubleStage {
  readonly clock: ManualClock;
  readonly hosting: Hosting;
  readonly double: GiteaDouble;
  readonly repo: HostedRepo;
  readonly person: Person;
  /** Asks the API; a path that begins with `/` is below `/api/v1`, another one below the repository. */
  readonly ask: (line: string, body?: unknown, token?: string | null) => Promise<Asked>;
  /** A pull of the branch `work`, and its head. */
  readonly propose: (fields?: Readonly<Record<string, unknown>>) => Promise<{ number: number; head: string }>;
}

export interface Asked {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The body where it is JSON. */
  readonly body: unknown;
}

/** Starts a stage; the caller closes both. */
export async function startDouble(options: GiteaOptions = {}): Promise<DoubleStage> {
  const clock = manualClock();
  const hosting = createHosting({ clock: clock.now });
  await hosting.add({
    "org/one": {
      files: {
        "README.md": "# hi\n",
        "a/b": "deep\n",
        "ä b.txt": "ü\n",
        run: { executable: "x" },
        link: { link: "a/b" },
      },
      permissions: { mia: "write", ada: "admin" },
    },
    "org/none": {},
  });
  for (const login of ["mia", "rita", "ada"]) hosting.users.allow(login, `${login}-token`);
  const double = await createGiteaDouble(hosting, options);
  const repo = hosting.repo("org/one");
  const person = personAt(repo.path);
  const ask: DoubleStage["ask"] = (line, body, token = "mia-token") => askAt(double.url, line, body, token);
  return {
    clock,
    hosting,
    double,
    repo,
    person,
    ask,
    async propose(fields = {}) {
      const head = await person.commit("work", { "a/b": "changed\n" });
      const made = await ask("POST pulls", { base: "main", head: "work", title: "T", body: "B", ...fields });
      expect(made).toMatchObject({ status: 201, body: { state: "open" } });
      return { number: repo.pulls.view().size, head };
    },
  };
}

async function askAt(url: string, line: string, body: unknown, token: string | null): Promise<Asked> {
  const [method = "", path = ""] = line.split(" ", 2);
  const place = path.startsWith("/") ? path : `/repos/org/one${path === "" ? "" : "/"}${path}`;
  const headers: Record<string, string> = { "content-type": "application/json" };
  if (token !== null) headers["authorization"] = `token ${token}`;
  const request: RequestInit = { method, headers, redirect: "manual" };
  if (body !== undefined) request.body = JSON.stringify(body);
  const answer = await fetch(`${url}/api/v1${place}`, request);
  const text = await answer.text();
  return { status: answer.status, headers: answer.headers, text, body: parsed(text) };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** A stage of its own for every test of a file; after each, nothing may have been against the description. */
export function stageForEach(options: GiteaOptions = {}): () => DoubleStage {
  let stage: DoubleStage | undefined;
  beforeEach(async () => {
    stage = await startDouble(options);
  });
  afterEach(async () => {
    await stage?.double.close();
    stage?.hosting.remove();
    expect(stage?.double.violations).toEqual([]);
    expect(stage?.double.crashes).toEqual([]);
  });
  return () => {
    if (stage === undefined) throw new Error("no stage");
    return stage;
  };
}
