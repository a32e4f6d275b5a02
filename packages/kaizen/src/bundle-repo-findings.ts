import type { Bundle, Finding, Path } from "@coulomb-loop/schemas";
import { askGit, type Checkout } from "./git.ts";
import { headFile } from "./head-files.ts";
import { readAgentMetrics } from "./metrics-files.ts";

/** A finding at a place of the frontmatter, with code, message and hint. */
export type At = (path: Path, code: string, message: string, hint: string) => Finding;

/**
 * What a checkout says of a bundle's frontmatter: its head, its sources there, the records of upstream. Throws
 * `path_outside`, `metrics_unreadable` and `git_version`.
 */
export async function repoFindings(bundle: Bundle, checkout: Checkout, at: At): Promise<Finding[]> {
  const { code } = await askGit(checkout, ["cat-file", "-e", `${bundle.head}^{commit}`]);
  const findings = upstreamFindings(bundle, checkout, at);
  if (code !== 0)
    return [
      ...findings,
      at(
        ["head"],
        "bundle_head_missing",
        `${bundle.head} is no commit of ${checkout.root}`,
        "verify it in a checkout of its repo (--repo-dir), and fetch",
      ),
    ];
  for (const [index, { path, digest, bytes }] of bundle.sources.entries()) {
    const file = await headFile(checkout, bundle.head, path);
    if (file === undefined)
      findings.push(
        at(
          ["sources", index, "path"],
          "bundle_source_missing",
          `${path.slice(0, 200)} is no file at ${bundle.head.slice(0, 12)}`,
          "prepare it anew",
        ),
      );
    else if (file.digest !== digest || file.bytes.length !== bytes)
      findings.push(
        at(
          ["sources", index, "digest"],
          "bundle_source_changed",
          `${path} is another one at ${bundle.head.slice(0, 12)}: ${file.bytes.length} bytes, ${file.digest}`,
          "prepare it anew",
        ),
      );
  }
  return findings;
}

function upstreamFindings({ upstream }: Bundle, { root }: Checkout, at: At): Finding[] {
  return upstream.flatMap(({ agent, state, record_id: id, outcome }, index) => {
    const hint = "prepare it anew; an agent without a record is marked missing";
    if (state === "missing")
      return id === undefined && outcome === undefined
        ? []
        : [at(["upstream", index], "bundle_upstream", `${agent} is marked missing and has a record`, hint)];
    const record = readAgentMetrics(root, agent).records.find((each) => each.record_id === id);
    if (id === undefined || record === undefined)
      return [
        at(
          ["upstream", index],
          "bundle_upstream",
          `${agent} is marked closed, by no record that it has`,
          hint,
        ),
      ];
    return record.outcome === outcome
      ? []
      : [at(["upstream", index], "bundle_upstream", `record ${id} of ${agent} says ${record.outcome}`, hint)];
  });
}
