import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Crons that the ops repo of the benches wants. */
export const wanted = { coach: "15 * * * *", optimization: "30 * * * *" };

/** Where the file is that the loop owns. */
export const schedulePath = ".kaizen/schedule.yml";

/** Repos processed at once, by everybody. */
export const workers = 8;

/** Names of so many pilots. */
export function pilotNames(count: number): string[] {
  return Array.from({ length: count }, (_, index) => `pilot-${String(index).padStart(5, "0")}`);
}

/** A schedule file that is in sync. Every one differs, so that nothing is gained by having read another one. */
function schedule(name: string): string {
  return `# Agents of ${name}
timezone: Europe/Berlin
domain: custodian
agents:
  coach:
    cadence: daily # schema enum; cron carries hourly during bootstrap
    cron: "${wanted.coach}"
    enabled: true
  optimization:
    cadence: daily
    cron: "${wanted.optimization}"
    enabled: true
`;
}

/** Files of every pilot, by `coulomb/<name>`, and the ops repo on the forge. */
export function fleetRepos(
  names: readonly string[],
): Readonly<Record<string, { readonly files: Readonly<Record<string, string>> }>> {
  return {
    "coulomb/ops": { files: { "README.md": "ops\n" } },
    ...Object.fromEntries(
      names.map((name) => [
        `coulomb/${name}`,
        { files: { [schedulePath]: schedule(name), "README.md": `${name}\n` } },
      ]),
    ),
  };
}

/** Writes the ops repo of a fleet; `forge` are the fields of its forge in coulomb.yaml. */
export function writeOps(ops: string, names: readonly string[], forge: string): void {
  const loop = join(ops, "loops", "kaizen-stack");
  mkdirSync(loop, { recursive: true });
  writeFileSync(
    join(ops, "coulomb.yaml"),
    `schema_version: coulomb/v1\ninstallation: bench\ntimezone: Europe/Berlin\nlimits: { concurrency: ${workers} }\nforges:\n  - { name: local, owner: coulomb, ${forge} }\nops_repo: { forge: local, owner: coulomb, repo: ops }\n`,
  );
  writeFileSync(
    join(loop, "roster.yaml"),
    `schema_version: roster/v1\nloop: kaizen-stack\ndefaults: { forge: local, owner: coulomb, domain: custodian, phase: bootstrap }\nactive:\n${names.map((name) => `  - { repo: ${name} }\n`).join("")}`,
  );
  writeFileSync(
    join(loop, "cadence.yaml"),
    `schema_version: cadence/v1\nloop: kaizen-stack\ntimezone: Europe/Berlin\nsteps: [metrics, coach, optimization]\nphases:\n  - name: bootstrap\n    schedule:\n      coach: { cadence: daily, cron: "${wanted.coach}", enabled: true }\n      optimization: { cadence: daily, cron: "${wanted.optimization}", enabled: true }\n`,
  );
}
