import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";

/** A key pair of SSH in files. */
export interface SshKey {
  /** File of the private half. */
  readonly file: string;
  /** Line of the public half, without its line feed. */
  readonly publicKey: string;
}

/** Makes a key pair in a folder; without a passphrase it opens for everybody. */
export function makeSshKey(folder: string, name: string, passphrase = ""): SshKey {
  const file = join(folder, name);
  execFileSync("ssh-keygen", ["-q", "-t", "ed25519", "-N", passphrase, "-C", name, "-f", file]);
  return { file, publicKey: readFileSync(`${file}.pub`, "utf8").trim() };
}

/** Signs text as git does, by ssh-keygen alone. */
export function signWithSsh(file: string, text: string): string {
  const args = ["-Y", "sign", "-q", "-n", "git", "-f", file];
  return execFileSync("ssh-keygen", args, { input: text, stdio: ["pipe", "pipe", "ignore"] }).toString(
    "utf8",
  );
}
