import { redactor } from "../git/environment.ts";
import type { Forge, Observed, PullRequests, RepoObservation, WriteResult } from "../port.ts";

/** The same forge, whose words for people hold no secret: a server may repeat in a message what it was sent. */
export function redactedForge(forge: Forge, redact: (text: string) => string): Forge {
  const fact = <T>(found: Observed<T>): Observed<T> =>
    found.kind === "known" ? found : { ...found, message: redact(found.message) };
  const facts = <T>(found: ReadonlyMap<string, Observed<T>>) =>
    new Map([...found].map(([name, each]) => [name, fact(each)] as const));
  const observation = (found: RepoObservation): RepoObservation => ({
    ...found,
    facts: fact(found.facts),
    files: facts(found.files),
    ...(found.folders === undefined ? {} : { folders: facts(found.folders) }),
    branches: facts(found.branches),
    proposals: facts(found.proposals),
    ...(found.lastChanges === undefined ? {} : { lastChanges: facts(found.lastChanges) }),
  });
  const result = <T>(written: WriteResult<T>): WriteResult<T> => {
    if (written.kind === "rejected") return { ...written, hint: redact(written.hint) };
    return "message" in written ? { ...written, message: redact(written.message) } : written;
  };
  const pullsOf = (pulls: PullRequests): PullRequests => ({
    readNote: async (...of) => fact(await pulls.readNote(...of)),
    writeNote: async (...of) => result(await pulls.writeNote(...of)),
    recentlyMerged: async (repo) => fact(await pulls.recentlyMerged(repo)),
  });
  return {
    get capabilities() {
      return forge.capabilities;
    },
    ...(forge.pulls === undefined ? {} : { pulls: pullsOf(forge.pulls) }),
    check: async () => fact(await forge.check()),
    async *observe(queries, cache) {
      for await (const found of forge.observe(queries, cache)) yield observation(found);
    },
    inspect: async (ref) => fact(await forge.inspect(ref)),
    advanceBranch: async (write) => result(await forge.advanceBranch(write)),
    deleteBranch: async (ref, expected) => result(await forge.deleteBranch(ref, expected)),
    openProposal: async (draft) => result(await forge.openProposal(draft)),
    updateProposal: async (ref, patch) => result(await forge.updateProposal(ref, patch)),
    mergeProposal: async (ref, head, time) => result(await forge.mergeProposal(ref, head, time)),
  };
}

/** So much of a secret tells it from other words: a message may have been cut in the middle of one. */
const telling = 12;

/**
 * Takes a secret out of text: itself, each line of it, as URLs write it, and base64 of it, whatever stands before and
 * after; and what is left of these where the text was cut.
 */
export function redactorOf(secret: string): (text: string) => string {
  const redact = redactor([secret, encodeURIComponent(secret)]);
  const starts = formsOf(secret).flatMap((form) => (form.length < telling ? [] : [form.slice(0, telling)]));
  const patterns = starts.map(
    (start) => new RegExp(`${start.replaceAll(/[^\w]/g, "\\$&")}[\\w+/=~.%-]*`, "g"),
  );
  return (text) => patterns.reduce((left, pattern) => left.replaceAll(pattern, "***"), redact(text));
}

/** Of base64 in each of the three ways in which a secret may lie on the digits, those that depend on it alone. */
function formsOf(secret: string): readonly string[] {
  const lines = secret.split("\n").filter((line) => !line.startsWith("-----"));
  const encoded = [0, 1, 2].map((before) => {
    const bytes = Buffer.concat([Buffer.alloc(before), Buffer.from(secret)]);
    return bytes.toString("base64").slice(Math.ceil((before * 4) / 3), Math.floor((bytes.length * 4) / 3));
  });
  const inUrls = [secret, ...lines].map((each) => encodeURIComponent(each));
  return [...lines, ...inUrls, ...encoded];
}

/**
 * Takes out tokens that are made on the way: GitHub's, of which new ones hold a signed token with its dots, and signed
 * ones, also where they were cut. The full stop of a sentence stays.
 */
export function withoutTokens(text: string): string {
  return text.replaceAll(
    /\bgh[opsur]_[\w.-]{15,}[\w-]|\bgithub_pat_\w{16,}|(?<![A-Za-z0-9])eyJ[\w-]{8,}(?:\.[\w-]+){0,2}/g,
    "***",
  );
}

/** Secrets that are learned on the way, such as tokens that a server issues. */
export interface LearnedSecrets {
  /** Keeps a secret, or that it is still in use. */
  readonly learn: (secret: string) => void;
  /** Takes every secret that is kept out of text, as `redactorOf` does. */
  readonly redact: (text: string) => string;
}

/** Secrets in use at once; what was longest not used is forgotten first. */
const mostLearned = 200;

/** Makes a memory of secrets that holds none yet. */
export function createLearnedSecrets(): LearnedSecrets {
  const redactors = new Map<string, (text: string) => string>();
  return {
    learn(secret) {
      const known = redactors.get(secret) ?? redactorOf(secret);
      redactors.delete(secret);
      redactors.set(secret, known);
      const [oldest] = redactors.keys();
      if (redactors.size > mostLearned && oldest !== undefined) redactors.delete(oldest);
    },
    redact: (text) => [...redactors.values()].reduce((left, redact) => redact(left), text),
  };
}
