import { type Coulomb, didYouMean, type Path } from "@coulomb-loop/schemas";
import type { OpsDocuments } from "../ops-documents.ts";
import type { Report } from "./report.ts";
import { checkUnique, checkZone } from "./report.ts";

type Person = NonNullable<Coulomb["people"]>[number];

/** Checks coulomb.yaml beyond its schema: zone, forges, the ops repo's forge, people. */
export function checkCoulomb(report: Report, documents: OpsDocuments): void {
  const { coulomb } = documents;
  if (coulomb === undefined) return;
  const { file, value, origin } = coulomb;
  checkZone(report, { file, path: ["timezone"] }, value.timezone);
  checkUnique(
    report,
    value.forges,
    (forge) => forge.name,
    (forge) => ({ file, path: [...origin(forge), "name"] }),
    "forge",
  );
  checkUnique(
    report,
    value.people ?? [],
    (person) => person.user,
    (person) => ({ file, path: [...origin(person), "user"] }),
    "user",
  );
  checkIdentities(report, coulomb);
  const names = value.forges.map((forge) => forge.name);
  if (!names.includes(value.ops_repo.forge)) {
    report.at(
      { file, path: ["ops_repo", "forge"] },
      "forge_unknown",
      `forge "${value.ops_repo.forge}" is not declared`,
      didYouMean(value.ops_repo.forge, names),
    );
  }
  for (const forge of value.forges) {
    // Never shown: the message would print what must not stand there.
    if (holdsCredentials(forge.url))
      report.at(
        { file, path: [...origin(forge), "url"] },
        "forge_secret",
        `the url of forge "${forge.name}" holds credentials`,
        "take it out, change it, and let git's credential helper or the token of an environment variable answer",
      );
    if (forge.kind === "github" && forge.token !== undefined && forge.app !== undefined) {
      report.at(
        { file, path: [...origin(forge), "app"] },
        "forge_auth",
        `forge "${forge.name}" has both a token and an app`,
        "keep one of them",
      );
    }
  }
  for (const person of value.people ?? []) {
    for (const forge of Object.keys(person.logins ?? {})) {
      if (!names.includes(forge)) {
        report.at(
          { file, path: [...origin(person), "logins", forge], target: "key" },
          "forge_unknown",
          `forge "${forge}" is not declared`,
          didYouMean(forge, names),
        );
      }
    }
  }
}

/** What people are known by must be theirs alone: else one of them could answer for two (page 07 P11, P12). */
function checkIdentities(
  report: Report,
  { file, value, origin }: NonNullable<OpsDocuments["coulomb"]>,
): void {
  const owners = new Map<string, string>();
  for (const person of value.people ?? []) {
    for (const { name, path } of identitiesOf(person, origin(person))) {
      const owner = owners.get(name) ?? person.user;
      owners.set(name, owner);
      if (owner !== person.user)
        report.at(
          { file, path },
          "person_shared",
          `the ${name} is ${owner}'s already`,
          "give each person their own: who answers twice counts once",
        );
    }
  }
}

function identitiesOf({ logins = {}, emails = [], keys = [], actors = [] }: Person, place: Path) {
  const listed = (list: readonly string[], key: string, nameOf: (item: string) => string) =>
    list.map((item, at) => ({ name: nameOf(item), path: [...place, key, at] }));
  return [
    ...Object.entries(logins).map(([forge, login]) => ({
      name: `login ${login.toLowerCase()} on ${forge}`,
      path: [...place, "logins", forge],
    })),
    ...listed(emails, "emails", (email) => `address ${email.toLowerCase()}`),
    ...listed(keys, "keys", (key) => `key ${publicKeyOf(key)}`),
    ...listed(actors, "actors", (actor) => `actor ${actor.toLowerCase()}`),
  ];
}

/** A public key without its comment, which says nothing of it. */
export function publicKeyOf(line: string): string {
  return line.trim().split(/\s+/).slice(0, 2).join(" ").replace(/=+$/, "");
}

/** A password in any URL, and over HTTP a name too: there it is a token, while ssh needs one (`git@`). */
function holdsCredentials(url: string): boolean {
  return /^https?:\/\/[^/]*@/i.test(url) || /^[a-z][a-z0-9+.-]*:\/\/[^/]*:[^/]*@/i.test(url);
}
