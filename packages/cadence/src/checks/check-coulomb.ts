import { didYouMean } from "@coulomb-loop/schemas";
import type { OpsDocuments } from "../ops-documents.ts";
import type { Report } from "./report.ts";
import { checkUnique, checkZone } from "./report.ts";

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

/** A password in any URL, and over HTTP a name too: there it is a token, while ssh needs one (`git@`). */
function holdsCredentials(url: string): boolean {
  return /^https?:\/\/[^/]*@/i.test(url) || /^[a-z][a-z0-9+.-]*:\/\/[^/]*:[^/]*@/i.test(url);
}
