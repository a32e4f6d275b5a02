// Fails when package-lock.json lacks an entry that `npm ci` would ask for, or when it pins a registry host.
// Newest releases of packages with native binaries sometimes reach a registry before all their platform
// packages do; a lockfile written at that moment makes `npm ci` fail elsewhere (EUSAGE "Missing: …").
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

/**
 * Returns one line for each flaw of a parsed package-lock.json (lockfileVersion 3); empty when it is complete.
 * A dependency is looked up as npm does: nested first, then in every node_modules above.
 */
export function lockfileFlaws(lock) {
  const flaws = [];
  const packages = lock.packages ?? {};
  if (lock.lockfileVersion !== 3) flaws.push(`lockfileVersion is ${lock.lockfileVersion}, expected 3`);
  for (const [path, entry] of Object.entries(packages)) {
    if (typeof entry.resolved === "string" && entry.resolved.includes("://")) {
      flaws.push(`${path}: "resolved" pins a registry host (${new URL(entry.resolved).host})`);
    }
    if (entry.link === true) continue;
    const groups = [
      ["dependency", entry.dependencies],
      ["optional dependency", entry.optionalDependencies],
    ];
    if (path === "" || !path.includes("node_modules")) groups.push(["dev dependency", entry.devDependencies]);
    for (const [kind, group] of groups) {
      for (const [name, range] of Object.entries(group ?? {})) {
        if (!resolves(packages, path, name))
          flaws.push(`${path || "the root"}: ${kind} ${name}@${range} has no entry`);
      }
    }
  }
  return flaws;
}

function resolves(packages, from, name) {
  let base = from;
  for (;;) {
    const candidate = base === "" ? `node_modules/${name}` : `${base}/node_modules/${name}`;
    if (candidate in packages) return true;
    if (base === "") return false;
    const cut = base.lastIndexOf("/node_modules/");
    base = cut === -1 ? "" : base.slice(0, cut);
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const file = process.argv[2] ?? "package-lock.json";
  const flaws = lockfileFlaws(JSON.parse(readFileSync(file, "utf8")));
  for (const flaw of flaws) console.error(`${file}: ${flaw}`);
  if (flaws.length > 0) {
    console.error(
      "Pin the package to a version whose platform packages are all published, then run npm install.",
    );
    process.exit(1);
  }
  console.log(`${file}: complete`);
}
