import { generateKeyPairSync } from "node:crypto";
import { createGithubForge, type GithubForgeOptions } from "@coulomb-loop/forge";
import { expect, it } from "vitest";
import { createGithubDouble } from "./github-double/index.ts";
import { createHosting } from "./hosting/index.ts";
import { manualClock } from "./manual-clock.ts";

const { privateKey } = generateKeyPairSync("rsa", {
  modulusLength: 2048,
  publicKeyEncoding: { type: "spki", format: "pem" },
  privateKeyEncoding: { type: "pkcs8", format: "pem" },
});

/** Everything that a check tells or throws, its causes too. */
async function told(options: Pick<GithubForgeOptions, "url" | "auth">): Promise<string> {
  const forge = createGithubForge({
    name: "test",
    owner: "pilot",
    now: () => Date.now(),
    writeIntervalMs: 0,
    ...options,
  });
  try {
    return JSON.stringify(await forge.check());
  } catch (error) {
    const texts: string[] = [];
    for (let at: unknown = error; at instanceof Error && texts.length < 8; at = at.cause)
      texts.push(String(at.stack), JSON.stringify(at));
    return texts.join("\n");
  }
}

it.each([
  ["sound", privateKey],
  ["broken", privateKey.replace(/^(.{200})[^]{40}/, "$1!")],
])(
  "a line of an App's private key is nowhere to be seen when the key is %s and the server repeats it",
  async (_what, key) => {
    const hosting = createHosting({ clock: manualClock().now });
    const double = await createGithubDouble(hosting);
    const lines = key.split("\n").filter((line) => line.length > 20 && !line.startsWith("-----"));
    try {
      double.fail({
        match: { times: 100 },
        fault: {
          kind: "answer",
          status: 401,
          headers: { "content-type": "application/json" },
          body: JSON.stringify({ message: `bad ${lines[3]} of ${key}` }),
        },
      });
      const text = await told({ url: double.url, auth: { kind: "app", appId: "7", privateKey: key } });
      expect(text).not.toBe("");
      for (const line of lines) expect(text).not.toContain(line);
    } finally {
      await double.close();
      hosting.remove();
    }
  },
);
