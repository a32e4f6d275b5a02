import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A signature to verify, and the keys that may have made it. */
export interface SshVerification {
  readonly payload: Uint8Array;
  /** Armored, as git keeps it (PROTOCOL.sshsig). */
  readonly signature: string;
  /** OpenSSH public keys, each a type, base64 and perhaps a comment; no options. */
  readonly keys: readonly string[];
  /** What the signature is for; git's is `git`. */
  readonly namespace: "git";
  /** Environment of ssh-keygen: at least PATH; default: that of this process. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** Milliseconds after which ssh-keygen is ended; default 10,000. */
  readonly timeoutMs?: number;
}

/** `key` is the one of the keys that made it, as it was given; `reason` is for people. */
export type SshVerdict =
  | { readonly ok: true; readonly key: string }
  | { readonly ok: false; readonly reason: string };

/**
 * Whether one of the keys made the signature of the payload, as `ssh-keygen -Y verify` says with a list of allowed signers,
 * which is how git verifies (git-config(1), "gpg.ssh.allowedSignersFile"). Keys that are not plain are refused, all of
 * them, since a key with options could allow more than itself. Never throws, and never waits longer than it is told.
 */
export async function verifySshSignature(verification: SshVerification): Promise<SshVerdict> {
  const { signature, keys } = verification;
  if (keys.length === 0) return refused("there is no key to verify with");
  const plain = keys.map(plainKey);
  const bad = plain.indexOf(undefined);
  if (bad !== -1) return refused(`key ${bad + 1} is no plain OpenSSH public key`);
  if (!isArmored(signature)) return refused("it is no SSH signature");
  try {
    const folder = await mkdtemp(join(tmpdir(), "coulomb-verify-"));
    try {
      return await verifyIn(
        folder,
        verification,
        plain.filter((key) => key !== undefined),
      );
    } finally {
      await rm(folder, { recursive: true, force: true }).catch(() => undefined);
    }
  } catch (error) {
    return refused(
      `no temporary file can be written: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}

function refused(reason: string): SshVerdict {
  return { ok: false, reason };
}

/** One key of the list. */
interface PlainKey {
  readonly given: string;
  /** Type and base64, without a comment. */
  readonly line: string;
  /** As ssh shows it. */
  readonly fingerprint: string;
}

const types =
  /^(?:ssh-ed25519|ssh-rsa|ecdsa-sha2-nistp(?:256|384|521)|sk-(?:ssh-ed25519|ecdsa-sha2-nistp256)@openssh\.com)$/;

/** Reads a public key; `undefined` for anything that is not one line of type, base64 and comment. */
function plainKey(given: string): PlainKey | undefined {
  const [type = "", encoded = ""] = given.split(" ");
  // oxlint-disable-next-line no-control-regex -- a line feed would be another signer
  if (!types.test(type) || /[\u0000-\u001f\u007f]/.test(given)) return undefined;
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(encoded) || encoded.length > longest) return undefined;
  const blob = Buffer.from(encoded, "base64");
  // The blob says its type itself.
  if (blob.length < 4 || blob.toString("latin1", 4, 4 + blob.readUInt32BE(0)) !== type) return undefined;
  const digest = createHash("sha256").update(blob).digest("base64").replace(/=+$/, "");
  return { given, line: `${type} ${encoded}`, fingerprint: `SHA256:${digest}` };
}

/** Characters of a key or a signature: those of the largest RSA keys are shorter. */
const longest = 16 * 1024;

function isArmored(signature: string): boolean {
  const whole = /^-----BEGIN SSH SIGNATURE-----\r?\n[A-Za-z0-9+/=\r\n]+\r?\n-----END SSH SIGNATURE-----\s*$/;
  return signature.length <= longest && whole.test(signature);
}

async function verifyIn(
  folder: string,
  { payload, signature, namespace, env, timeoutMs = 10_000 }: SshVerification,
  keys: readonly PlainKey[],
): Promise<SshVerdict> {
  const signers = join(folder, "allowed_signers");
  const file = join(folder, "signature");
  await writeFile(signers, keys.map(({ line }) => `signer namespaces="${namespace}" ${line}\n`).join(""));
  await writeFile(file, signature);
  const args = ["-Y", "verify", "-f", signers, "-I", "signer", "-n", namespace, "-s", file];
  const result = await run(args, { payload, timeoutMs, env });
  if (typeof result === "string") return refused(result);
  const [, fingerprint] =
    /^Good "git" signature for signer with \S+ key (SHA256:\S+)/m.exec(result.said) ?? [];
  const key = keys.find((each) => each.fingerprint === fingerprint);
  if (result.code === 0 && key !== undefined) return { ok: true, key: key.given };
  if (/unknown option|illegal option|usage: /i.test(result.said))
    return refused("this ssh-keygen cannot verify: OpenSSH 8.2 or newer is needed");
  const words = result.said.trim().split("\n").at(0) ?? "";
  return refused(`none of the keys made it for this payload${words === "" ? "" : `: ${words}`}`);
}

interface Run {
  readonly payload: Uint8Array;
  readonly timeoutMs: number;
  readonly env: SshVerification["env"];
}

/** Runs ssh-keygen; answers with its exit code and all it printed, or with why there is none. */
function run(
  args: readonly string[],
  { payload, timeoutMs, env }: Run,
): Promise<{ readonly code: number; readonly said: string } | string> {
  return new Promise((resolve) => {
    const child = spawn("ssh-keygen", args, {
      ...(env === undefined ? {} : { env: { ...env } }),
      timeout: timeoutMs,
      killSignal: "SIGKILL",
      windowsHide: true,
    });
    let said = "";
    const keep = (chunk: Buffer) => void (said += chunk.toString("utf8"));
    child.stdout.on("data", keep);
    child.stderr.on("data", keep);
    // One that ends before it has read all closes the pipe; its exit code says what happened.
    child.stdin.on("error", () => undefined);
    child.stdin.end(payload);
    child.once("error", (error) =>
      resolve(`ssh-keygen cannot be started: ${error.message}; install OpenSSH`),
    );
    child.once("close", (code, signal) =>
      resolve(
        signal === "SIGKILL" ? `ssh-keygen gave no answer in ${timeoutMs} ms` : { code: code ?? -1, said },
      ),
    );
  });
}
