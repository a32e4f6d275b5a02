import { execFileSync } from "node:child_process";
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { verifySshSignature } from "./verify-signature.ts";

const folder = mkdtempSync(join(tmpdir(), "coulomb-keys-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** Makes a key and answers with its public half. */
function makeKey(name: string, type = "ed25519", bits: readonly string[] = []): string {
  const args = ["-q", "-t", type, ...bits, "-N", "", "-C", `${name} at work`, "-f", join(folder, name)];
  execFileSync("ssh-keygen", args);
  return readFileSync(join(folder, `${name}.pub`), "utf8").trim();
}

function sign(name: string, payload: string, namespace = "git"): string {
  const args = ["-Y", "sign", "-q", "-n", namespace, "-f", join(folder, name)];
  return execFileSync("ssh-keygen", args, { input: payload, stdio: ["pipe", "pipe", "ignore"] }).toString();
}

const ada = makeKey("ada");
const ben = makeKey("ben", "ecdsa", ["-b", "256"]);
const text = 'object 1\n\n{"head":"ü"}\n';
const payload = Buffer.from(text);
const signature = sign("ada", text);
const given = { payload, signature, keys: [ben, ada], namespace: "git" } as const;

describe("verifySshSignature", () => {
  it("names the key that made it, of every type", async () => {
    expect(await verifySshSignature(given)).toEqual({ ok: true, key: ada });
    const rsa = makeKey("rsa", "rsa", ["-b", "2048"]);
    for (const [name, key] of [
      ["ben", ben],
      ["rsa", rsa],
    ] as const)
      expect(
        await verifySshSignature({ ...given, keys: [ada, rsa, ben], signature: sign(name, text) }),
      ).toEqual({ ok: true, key });
  });

  it.each([
    ["a payload that is another", { payload: Buffer.from(`${text} `) }],
    ["a payload that is empty", { payload: new Uint8Array() }],
    ["other keys", { keys: [ben] }],
    ["no key", { keys: [] }],
    ["a signature for something else than git", { signature: sign("ada", text, "file") }],
    ["a signature that was changed", { signature: signature.replace(/[A-Z]{2}(?=\w\w\n)/, "xx") }],
    ["half a signature", { signature: signature.slice(0, 120) }],
    ["no signature", { signature: "" }],
    [
      "a signature of PGP",
      { signature: "-----BEGIN PGP SIGNATURE-----\n\nAA==\n-----END PGP SIGNATURE-----\n" },
    ],
    [
      "a signature of noise",
      { signature: "-----BEGIN SSH SIGNATURE-----\nAAAA\n-----END SSH SIGNATURE-----\n" },
    ],
    ["a key with options", { keys: [ada, `cert-authority ${ada}`] }],
    ["a key behind a name", { keys: [`signer ${ada}`] }],
    ["a key with a second line", { keys: [`${ada}\nsigner ${ben}`] }],
    ["a key with a carriage return", { keys: [`${ada}\r`] }],
    ["a key that says it is of another type", { keys: [ada.replace("ssh-ed25519", "ssh-rsa")] }],
    ["a key without its base64", { keys: ["ssh-ed25519"] }],
    ["a key of an unknown type", { keys: [ada.replace("ssh-ed25519", "ssh-dss")] }],
    ["a key that is cut", { keys: [ada.split(" ").slice(0, 2).join(" ").slice(0, 40)] }],
  ])("refuses %s, with a reason", async (_what, patch) => {
    const verdict = await verifySshSignature({ ...given, ...patch });
    expect(verdict).toEqual({ ok: false, reason: expect.stringMatching(/\S/) });
  });

  it("says that ssh-keygen is missing", async () => {
    const verdict = await verifySshSignature({ ...given, env: { PATH: folder } });
    expect(verdict).toMatchObject({ ok: false, reason: expect.stringMatching(/ssh-keygen.*OpenSSH/) });
  });

  it.each([
    ["hangs", "exec sleep 60", /no answer/],
    ["is too old", "echo 'usage: ssh-keygen [-q]' >&2; exit 1", /8\.2/],
    ["says yes of no key", "exit 0", /none of the keys/],
  ])("does not believe an ssh-keygen that %s", async (_what, script, words) => {
    const place = mkdtempSync(join(folder, "bin-"));
    writeFileSync(join(place, "ssh-keygen"), `#!/bin/sh\n${script}\n`);
    chmodSync(join(place, "ssh-keygen"), 0o755);
    const env = { PATH: `${place}:${process.env["PATH"] ?? ""}` };
    const verdict = await verifySshSignature({
      ...given,
      env,
      timeoutMs: words.source === "no answer" ? 100 : 10_000,
    });
    expect(verdict).toMatchObject({ ok: false, reason: expect.stringMatching(words) });
  });
});
