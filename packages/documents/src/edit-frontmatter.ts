import type { Validator } from "@coulomb-loop/schemas";
import { editHost } from "./edit-yaml.ts";
import { findFrontmatter } from "./frontmatter.ts";
import type { Edit, EditResult, Source } from "./types.ts";

/**
 * Edits the frontmatter of a Markdown file as `editYaml` edits a file. The proof adds that every byte outside the
 * frontmatter is the same. Refused also with `frontmatter`, when there is none.
 */
export function editFrontmatter(
  source: Source,
  edits: readonly Edit[],
  validate?: Validator<unknown>,
): EditResult {
  return editHost(
    source,
    (read) => {
      const found = findFrontmatter(read);
      return "code" in found ? [found] : found.host;
    },
    edits,
    validate,
  );
}
