import type { RunReport } from "@coulomb-loop/schemas";
import { annotations } from "./annotations.ts";
import { githubSummary } from "./github-summary.ts";
import { json, jsonLines } from "./json.ts";
import { junit } from "./junit.ts";
import type { EmitFormat } from "./parse-emit.ts";
import { prometheus } from "./prometheus.ts";
import { sarif } from "./sarif.ts";

/**
 * A run as the text of a file, with a newline at its end. `filePrefix` is put before files of the ops repo: the way to
 * it from the root of the git repository, as code hosts name files. `before` is what the file held until
 * now, where the text is added to it or takes something from it.
 */
export function emitText(report: RunReport, format: EmitFormat, filePrefix = "", before?: string): string {
  switch (format) {
    case "json":
      return json(report);
    case "jsonl":
      return jsonLines(report);
    case "sarif":
      return sarif(report, filePrefix);
    case "junit":
      return junit(report, filePrefix);
    case "github":
      return annotations(report, filePrefix)
        .map((line) => `${line}\n`)
        .join("");
    case "github-summary":
      return githubSummary(report, before);
    case "prometheus":
      return prometheus(report, before);
  }
}
