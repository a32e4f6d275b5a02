import { isAbsolute, normalize } from "node:path";
import { CoulombError } from "@coulomb-loop/schemas";
import { hasCredentials, withoutCredentials } from "../credentials.ts";
import { isRepoName } from "../names.ts";
import type { RepoName } from "../port.ts";
import { failed, ok, type Result } from "../problem.ts";

/** Where a repository is: a folder can be read as files, anything else only by git. */
export interface Location {
  readonly kind: "folder" | "url";
  /** What git gets: an absolute path or a URL. */
  readonly url: string;
}

/**
 * Reads the `url` of a forge once, and answers with the place of each repository. `{owner}` and `{repo}` stand for
 * the names; a template with neither gets `/{owner}/{repo}.git`. Throws `git_url` for a relative folder: the
 * caller knows what it is relative to.
 */
export function createLocator(template: string): (repo: RepoName) => Result<Location> {
  const url = template.includes("{repo}") || template.includes("{owner}") ? template : append(template);
  const kind = kindOf(url);
  return (repo) => {
    if (!isRepoName(repo)) {
      return failed("not_found", `"${repo.owner}/${repo.repo}" is no name of a repository on a git forge`);
    }
    const found = url.replaceAll("{owner}", repo.owner).replaceAll("{repo}", repo.repo);
    // The files we read and the path git gets must be the same place, also with `..` in the template.
    return ok({ kind, url: kind === "folder" ? normalize(found) : found });
  };
}

function append(template: string): string {
  return `${template.replace(/\/+$/, "")}/{owner}/{repo}.git`;
}

function kindOf(url: string): Location["kind"] {
  if (isAbsolute(url)) return "folder";
  const scheme = /^([a-z][a-z0-9+.-]*):\/\//i.exec(url)?.[1]?.toLowerCase();
  // A URL is put on command lines and into messages.
  if (hasCredentials(url)) {
    throw new CoulombError(
      "git_url",
      `expected a URL without credentials, received ${withoutCredentials(url)}`,
      {
        hint: "give them as a git setting, such as http.<url>.extraHeader, or by a credential helper",
      },
    );
  }
  if (scheme !== undefined && ["https", "http", "ssh", "git", "file", "git+ssh"].includes(scheme))
    return "url";
  // `host:path`, as ssh writes it. A drive letter is a folder and was taken above; `ext::` runs a program.
  if (scheme === undefined && /^[^/:\s-][^/:\s]+:(?!:)/.test(url)) return "url";
  throw new CoulombError(
    "git_url",
    `expected an absolute folder or a git URL, received "${withoutCredentials(url)}"`,
    {
      hint: "write https://…, ssh://…, file:///… or an absolute path; `ext::` is never used",
    },
  );
}
