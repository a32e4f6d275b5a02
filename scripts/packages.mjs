// Checks every published package as npm would pack it (publint): entry points exist, types fit, files are in the pack.
// Run the build first.
import { readdirSync, readFileSync } from "node:fs";
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
  const { messages } = await publint({ pkgDir: folder, strict: true });
  for (const message of messages) console.error(`${folder}: ${formatMessage(message, manifest)}`);
  problems += messages.length;
}
if (problems > 0) process.exit(1);
console.log(`packages: ${count} publishable`);
