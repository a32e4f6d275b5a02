import { hasCredentials, withoutCredentials } from "@coulomb-loop/forge";
import { CoulombError } from "@coulomb-loop/schemas";

/** What a new ops repo is made from. */
export interface Answers {
  readonly forge: ForgeKind;
  /** Address of the forge: of GitHub its API, of plain git a template with `{owner}` and `{repo}`. */
  readonly url: string;
  readonly owner: string;
  /** Name of the ops repo. */
  readonly name: string;
  /** Names of the pilot repos; the first is the canary. */
  readonly pilots: readonly string[];
  readonly loop: string;
  readonly timezone: string;
  readonly domain: string;
  /** Login of who agrees to promotions; on plain git a name. */
  readonly regulator: string;
}

export type ForgeKind = (typeof forgeKinds)[number];

export const forgeKinds = ["git", "gitea", "github"] as const;

/** One thing that has to be known. */
export interface Question {
  readonly key: keyof Answers;
  /** Option that answers it. */
  readonly option: string;
  readonly text: string;
  /** Answers to choose from; none: any text. */
  readonly choices?: readonly string[];
  /** Taken where nobody can be asked; none: it has to be given. */
  readonly fallback?: string;
  /** What is wrong with an answer; `undefined`: nothing. */
  readonly flaw: (text: string) => string | undefined;
}

/** What was said so far. */
export type Said = Readonly<Partial<Record<keyof Answers, string>>>;

/** Asks a person; the answer was checked by the question's `flaw`. Throws `init_cancelled` when they give up. */
export type Ask = (question: Question) => Promise<string>;

const name = (text: string): string | undefined =>
  /^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/.test(text)
    ? undefined
    : "expected letters, digits, '.', '-' and '_', such as my-repo";

const slug = (text: string): string | undefined =>
  /^[a-z0-9]+(?:[-_][a-z0-9]+)*$/.test(text) && text.length <= 80
    ? undefined
    : "expected a lower-case word of letters, digits, '-' and '_', such as kaizen-stack";

/** A text as a lower-case word, or `otherwise` where nothing of it is left. */
export function slugOf(text: string, otherwise: string): string {
  const made = text
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-|-$/g, "")
    .slice(0, 80);
  return made === "" ? otherwise : made;
}

/** Names with commas between. */
function namesOf(text: string): readonly string[] {
  return text
    .split(",")
    .map((each) => each.trim())
    .filter((each) => each !== "");
}

function pilotsFlaw(text: string): string | undefined {
  const names = namesOf(text);
  if (names.length === 0) return "name at least one repo";
  const twice = names.find((each, at) => names.indexOf(each) !== at);
  if (twice !== undefined) return `${twice} is named twice`;
  return names.map(name).find((flaw) => flaw !== undefined);
}

function zoneFlaw(text: string): string | undefined {
  try {
    Intl.DateTimeFormat("en", { timeZone: text });
    return /^[A-Za-z]/.test(text) ? undefined : "expected a zone by its name, such as Europe/Berlin";
  } catch {
    return "expected a zone of the IANA database, such as Europe/Berlin";
  }
}

function urlFlaw(kind: string | undefined, text: string): string | undefined {
  if (hasCredentials(text))
    return `expected an address without a name or password: ${
      kind === "git"
        ? "a credential helper of git's gives them"
        : "the token is read from COULOMB_FORGE_TOKEN"
    }, and they stay out of files`;
  if (kind === "git")
    return text.includes("{repo}")
      ? undefined
      : "expected an address with {repo} in it, such as ../{repo}.git or ssh://git.example.org/{owner}/{repo}.git";
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)
    ? undefined
    : "expected an address such as https://git.example.org";
}

/** Facts of this machine that fallbacks come from. */
export interface Surroundings {
  /** Name of the folder. */
  readonly folder: string;
  /** IANA zone of this machine. */
  readonly zone: string;
}

/** Every question, in the order they are asked; later ones know the answers to earlier ones. */
function questions(said: Said, { folder, zone }: Surroundings): readonly Question[] {
  const { forge } = said;
  const urls: Readonly<Record<string, string>> = { github: "https://api.github.com" };
  const url = urls[forge ?? ""];
  return [
    {
      key: "forge",
      option: "--forge",
      text: "Where do your repositories live?",
      choices: forgeKinds,
      flaw: (text) =>
        forgeKinds.some((kind) => kind === text) ? undefined : `expected ${forgeKinds.join(", ")}`,
    },
    {
      key: "url",
      option: "--url",
      text:
        forge === "git"
          ? "How does git reach a repository? {owner} and {repo} stand for its names"
          : "At which address?",
      ...(url === undefined ? {} : { fallback: url }),
      flaw: (text) => urlFlaw(forge, text),
    },
    { key: "owner", option: "--owner", text: "Which user or organisation owns them?", flaw: name },
    {
      key: "name",
      option: "--name",
      text: "What is this ops repo called there?",
      ...(name(folder) === undefined ? { fallback: folder } : {}),
      flaw: name,
    },
    {
      key: "pilots",
      option: "--pilot",
      text: "Which repos does the loop begin with? Names with commas between; the first is the canary",
      flaw: pilotsFlaw,
    },
    {
      key: "loop",
      option: "--loop",
      text: "What is the loop called?",
      fallback: "kaizen-stack",
      flaw: slug,
    },
    {
      key: "timezone",
      option: "--timezone",
      text: "In which time zone do its crons run?",
      ...(zoneFlaw(zone) === undefined ? { fallback: zone } : { fallback: "UTC" }),
      flaw: zoneFlaw,
    },
    {
      key: "domain",
      option: "--domain",
      text: "Which domain do the repos belong to? It stands in each schedule file",
      fallback: slugOf(said.owner ?? "", "main"),
      flaw: slug,
    },
    {
      key: "regulator",
      option: "--regulator",
      text:
        forge === "git"
          ? "Who agrees to a change of cadence?"
          : "Who agrees to a change of cadence? Their login; it must be another account than the tool's",
      ...(forge === "git" ? { fallback: "regulator" } : {}),
      flaw: forge === "git" ? slug : name,
    },
  ];
}

/**
 * Answers every question: by what was said on the command line, else by a person, else by its fallback. Throws `usage` that names every
 * option that is missing or wrong.
 */
export async function answer(
  given: Said,
  surroundings: Surroundings,
  ask: Ask | undefined,
): Promise<Answers> {
  const said: Partial<Record<keyof Answers, string>> = {};
  const missing: string[] = [];
  for (const { key } of questions(said, surroundings)) {
    const question = questions(said, surroundings).find((each) => each.key === key);
    if (question === undefined) continue;
    const text = given[key] ?? (await asked(question, ask));
    if (text === undefined) missing.push(question.option);
    else said[key] = checked(question, text);
  }
  if (missing.length > 0)
    throw new CoulombError(
      "usage",
      `nobody can be asked here, and ${missing.join(", ")} ${missing.length > 1 ? "are" : "is"} missing`,
      { hint: `give every answer, such as: coulomb init ${example(said.forge)}` },
    );
  return wholeOf(said);
}

/** Answers as options: what a forge's address looks like differs. */
function example(forge: string | undefined): string {
  if (forge === "git") return "--forge git --url '/srv/git/{owner}/{repo}.git' --owner acme --pilot one,two";
  if (forge === "github") return "--forge github --owner acme --pilot one,two --regulator jo";
  return "--forge gitea --url https://git.example.org --owner acme --pilot one,two --regulator jo";
}

async function asked(question: Question, ask: Ask | undefined): Promise<string | undefined> {
  return ask === undefined ? question.fallback : ask(question);
}

function checked({ option, flaw }: Question, text: string): string {
  const found = flaw(text);
  if (found === undefined) return text;
  throw new CoulombError("usage", `${option}: ${found}; received "${withoutCredentials(text)}"`, {
    hint: "coulomb init --help shows every option",
  });
}

function wholeOf(said: Said): Answers {
  const {
    url = "",
    owner = "",
    name: repo = "",
    loop = "",
    timezone = "",
    domain = "",
    regulator = "",
  } = said;
  const forge = forgeKinds.find((kind) => kind === said.forge) ?? "git";
  return {
    forge,
    url,
    owner,
    name: repo,
    pilots: namesOf(said.pilots ?? ""),
    loop,
    timezone,
    domain,
    regulator,
  };
}
