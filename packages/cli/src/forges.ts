import { resolve } from "node:path";
import type { Forge } from "@coulomb-loop/forge";
import { createGitForge } from "@coulomb-loop/forge";
import type { Forges } from "@coulomb-loop/reconciler";
import type { Coulomb } from "@coulomb-loop/schemas";
import { CoulombError } from "@coulomb-loop/schemas";
import type { Io } from "./io.ts";

/** Who writes: the tool, or the person who runs a command. */
export interface Writer {
  readonly name: string;
  readonly email: string;
}

/** The tool itself, as author of branches and proposals. The address is one that can never belong to anybody. */
export function toolIdentity(installation: string): Writer {
  return { name: installation, email: `${installation}@coulomb.invalid` };
}

/**
 * Opens every forge that coulomb.yaml declares. Relative folders start at the ops repo. Throws `forge_kind` for a kind
 * this release has no adapter for.
 */
export function openForges(config: Coulomb, folder: string, io: Io, writer: Writer): Forges {
  return new Map(config.forges.map((forge) => [forge.name, openForge(config, forge, folder, io, writer)]));
}

function openForge(
  config: Coulomb,
  forge: Coulomb["forges"][number],
  folder: string,
  io: Io,
  writer: Writer,
): Forge {
  if (forge.kind !== "git") {
    throw new CoulombError(
      "forge_kind",
      `forge "${forge.name}" is of kind ${forge.kind}; this release has an adapter for git only`,
      {
        hint: "reach its repositories as plain git for now: kind: git, with their clone address as url",
      },
    );
  }
  const isUrl = /^[a-z][a-z0-9+.-]*:\/\//i.test(forge.url) || /^[^/\\]+@[^/\\]+:/.test(forge.url);
  return createGitForge({
    name: forge.name,
    url: isUrl ? forge.url : resolve(folder, forge.url),
    identity: writer,
    installation: config.installation,
    env: io.env,
    userConfig: true,
  });
}
