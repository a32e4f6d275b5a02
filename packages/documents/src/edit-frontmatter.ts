import type { Finding, Validator } from "@coulomb-loop/schemas";
import { editOpened } from "./edit-yaml.ts";
import { findFrontmatter } from "./frontmatter.ts";
import { openHost } from "./prove.ts";
import type { Edit, EditResult, LineMap, Source } from "./types.ts";

/**
 * Edits the frontmatter of a Markdown file as `editYaml` edits a file. The proof adds that every byte outside the
 * frontmatter is the same. Refused also with `frontmatter`, when there is none.
 */
export function editFrontmatter(
  source: Source,
  edits: readonly Edit[],
  validate?: Validator<unknown>,
): EditResult {
  return editOpened(source, openHost(findHost, edits, validate));
}

function findHost(source: Source): LineMap | Finding[] {
  const found = findFrontmatter(source);
  return "code" in found ? [found] : found.host;
}
