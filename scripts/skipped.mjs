// What a run of vitest left out, from its JSON report: a test that is not run must be heard of.

/** Lines that tell each group of skipped tests with their number: by file, and by the reason that stands in a name. */
export function skippedLines(report) {
  const counts = new Map();
  for (const { name: file, assertionResults } of report.testResults)
    for (const { status, fullName } of assertionResults) {
      if (!["skipped", "pending", "todo", "disabled"].includes(status)) continue;
      const reason = /NOT TESTED, .*$/.exec(fullName)?.[0] ?? fullName;
      const line = `${file}: ${reason}`;
      counts.set(line, (counts.get(line) ?? 0) + 1);
    }
  return [...counts].map(([line, count]) => `${count} skipped: ${line}`);
}
