// Checks every published package as npm would pack it (publint): entry points exist, types fit, files are in the pack. Of
// the command, which ships our other packages inside, the tarball itself is checked. Run the build first.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { publint } from "publint";
import { formatMessage } from "publint/utils";

let problems = 0;
let count = 0;
for (const name of readdirSync("packages")) {
  const folder = join("packages", name);
  const manifest = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  if (manifest.private === true) continue;
  count++;
  const { messages } = await publint(
    name === "cli"
      ? { pack: { tarball: packed(manifest.name) }, strict: true }
      : { pkgDir: folder, strict: true },
  );
  for (const message of messages) console.error(`${folder}: ${formatMessage(message, manifest)}`);
  problems += messages.length;
}
if (problems > 0) process.exit(1);
console.log(`packages: ${count} publishable`);

/** The tarball of a package, as a release makes it. */
function packed(name) {
  const folder = mkdtempSync(join(tmpdir(), "coulomb-pack-"));
  try {
    const args = ["pack", "--silent", "--workspace", name, "--pack-destination", folder];
    const { status } = spawnSync("npm", args, {
      stdio: ["ignore", "ignore", "inherit"],
      shell: process.platform === "win32",
    });
    if (status !== 0) throw new Error(`npm pack of ${name} ended with ${status}`);
    const bytes = readFileSync(
      join(
        folder,
        readdirSync(folder).find((file) => file.endsWith(".tgz")),
      ),
    );
    return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
