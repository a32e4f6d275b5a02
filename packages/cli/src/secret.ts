import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import type { Coulomb } from "@coulomb-loop/schemas";
import { CoulombError } from "@coulomb-loop/schemas";
import type { Io } from "./io.ts";

/** Where a secret comes from. */
type SecretSource = NonNullable<Coulomb["forges"][number]["token"]>;

/**
 * Reads a secret from where coulomb.yaml says: an environment variable, or a file (relative to the ops repo). Throws
 * `secret_missing`, which names the place and never what is there.
 */
export function readSecret(io: Pick<Io, "env">, folder: string, source: SecretSource, use: string): string {
  const { env: name, file } = source;
  const value = name === undefined ? fileText(folder, file ?? "", use) : io.env[name];
  const secret = value?.trim() ?? "";
  if (secret !== "") return secret;
  const place =
    name === undefined ? `the file ${file ?? ""} is empty` : `the environment variable ${name} is not set`;
  throw new CoulombError("secret_missing", `${use}: ${place}`, {
    hint: name === undefined ? "put the secret into the file" : `set it for this command: export ${name}=…`,
  });
}

function fileText(folder: string, file: string, use: string): string {
  try {
    return readFileSync(resolve(folder, file), "utf8");
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "unreadable";
    throw new CoulombError("secret_missing", `${use}: the file ${file} cannot be read (${code})`, {
      hint: "make the file, readable for you alone, or name another one",
      cause: error,
    });
  }
}
