import type { Bundle } from "@coulomb-loop/schemas";
import { guideOf } from "./agent-guides.ts";
import type { BundleFacts } from "./bundle-facts.ts";
import { sectionsOf } from "./bundle-sections.ts";
import { redact } from "./secrets.ts";

/** Bytes of a bundle: less says too little to work from, more is not read. */
export const bundleBytes = { fewest: 2_048, most: 32_768 } as const;

/**
 * The bundle of these facts: frontmatter and sections, at most 32 KiB; words of the repo are cut shorter where it would be
 * more. The same facts give the same bytes. Pure.
 */
export function bundleText(facts: BundleFacts): string {
  const frontmatter = frontmatterOf(facts);
  let text = "";
  for (const share of [1, 0.7, 0.4, 0.2]) {
    text = wholeText(facts, frontmatter, share);
    if (Buffer.byteLength(text) <= bundleBytes.most) break;
  }
  return text;
}

function wholeText(facts: BundleFacts, frontmatter: Bundle, share: number): string {
  const sections = sectionsOf(facts, frontmatter, share);
  const body = sections.map(({ title, lines }) => `## ${title}\n\n${lines.join("\n")}\n`);
  const title = `# ${facts.agent} in ${facts.repo}`;
  return `${frontmatterText(frontmatter)}\n${redact([`${title}\n`, ...body].join("\n"))}`;
}

const closedCheck = {
  id: "closed",
  check: "Exactly one of the close commands was run, and answered with exit code 0",
};

function frontmatterOf(facts: BundleFacts): Bundle {
  const { agent, repo, head, slot, attempt, expiresAt, sources } = facts;
  return {
    schema_version: "bundle/v1",
    agent,
    repo,
    head,
    slot,
    cycle: facts.cycle ?? null,
    attempt,
    expires_at: expiresAt,
    upstream: facts.upstream.map(({ agent: name, state, record }) =>
      record === undefined
        ? { agent: name, state }
        : { agent: name, state, record_id: record.record_id, outcome: record.outcome },
    ),
    done_when: [closedCheck, ...guideOf(agent).checks],
    close: closeCommands(facts),
    sources,
    definition: facts.definition ?? null,
  };
}

/** The slot, the cycle and the rest have no character that a shell would read; what the session fills in are variables. */
function closeCommands({ agent, slot, cycle, attempt }: BundleFacts): Bundle["close"] {
  // Keys of a cycle may hold a blank or a #.
  const inCycle = cycle === undefined ? "" : ` --cycle '${cycle}'`;
  const rest = `--slot ${slot} --attempt ${attempt}${inCycle}`;
  const command = `coulomb kaizen metrics record ${agent}`;
  return {
    success: `${command} --success --time "$time_s" --quality "$quality" ${rest}`,
    failure: `${command} --failure --time "$time_s" --reason "$reason" ${rest}`,
    noop: `${command} --noop --time "$time_s" --reason "$reason" ${rest}`,
  };
}

/** JSON's texts are YAML's double-quoted ones, so nothing in them can end a line. */
function frontmatterText(value: Bundle): string {
  const lines = Object.entries(value).flatMap(([key, item]): string[] => {
    if (Array.isArray(item) && item.length > 0)
      return [`${key}:`, ...item.map((each: object) => `  - ${flow(each)}`)];
    if (typeof item === "object" && item !== null && !Array.isArray(item))
      return [`${key}:`, ...Object.entries(item).map(([name, text]) => `  ${name}: ${JSON.stringify(text)}`)];
    return [`${key}: ${JSON.stringify(item)}`];
  });
  return `---\n${lines.join("\n")}\n---\n`;
}

function flow(item: object): string {
  const pairs = Object.entries(item).map(([key, value]) => `${key}: ${JSON.stringify(value)}`);
  return `{ ${pairs.join(", ")} }`;
}
