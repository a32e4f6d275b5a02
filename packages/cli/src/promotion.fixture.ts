import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { openWorkshop, type Workshop } from "./evidence.fixture.ts";
import { coulomb, type Json, plainUser, type Ran } from "./fleet.fixture.ts";

/** The workshop of evidence, as a repository on its forge, with a regulator who has a key. */
export interface PromotionWorkshop extends Workshop {
  /** Private key of the regulator, and one that nobody knows. */
  readonly keys: { readonly regulator: string; readonly stranger: string };
  /** Runs coulomb in the ops repo, as somebody. */
  run(now: number, args: readonly string[], who?: string): Promise<Ran>;
  /** Commits what was edited to the default branch, and pushes it. */
  publish(message: string): void;
  /** Takes over what the default branch has. */
  pull(): void;
  git(args: readonly string[]): string;
}

/** Makes it: the hourly and the daily definitions are proved, and everything is on the default branch. */
export async function openPromotionWorkshop(now: number): Promise<PromotionWorkshop> {
  const shop = await openWorkshop(now);
  const env = { ...process.env, ...plainUser(), GIT_TERMINAL_PROMPT: "0" };
  const git = (args: readonly string[]) =>
    execFileSync("git", ["-C", shop.ops, ...args], {
      encoding: "utf8",
      env,
      stdio: ["ignore", "pipe", "pipe"],
    });
  const keys = { regulator: join(shop.ops, "../regulator"), stranger: join(shop.ops, "../stranger") };
  for (const file of Object.values(keys))
    execFileSync("ssh-keygen", ["-q", "-t", "ed25519", "-N", "", "-C", "test", "-f", file]);
  const publicKey = readFileSync(`${keys.regulator}.pub`, "utf8").trim();
  shop.edit("coulomb.yaml", (text) =>
    text
      .replace(/url: .*/, "url: ../forge/{owner}/{repo}.git")
      .replace(
        "  - user: regulator",
        `  - user: regulator\n    emails: [regulator@example.org]\n    keys: ["${publicKey}"]`,
      ),
  );
  writeFileSync(join(shop.ops, ".gitignore"), ".coulomb/\n");
  await prove(shop, now);
  git(["init", "--quiet", "--initial-branch=main"]);
  git(["remote", "add", "origin", join(shop.ops, "../forge/coulomb/coulomb-loop.git")]);
  const publish = (message: string) => {
    git(["add", "--all"]);
    git(["commit", "--quiet", "--message", message]);
    git(["push", "--quiet", "--force", "origin", "HEAD:main"]);
  };
  publish("Begin");
  return {
    ...shop,
    keys,
    git,
    publish,
    pull: () => void git(["pull", "--quiet", "--ff-only", "origin", "main"]),
    run: (at, args, who) =>
      coulomb(args, {
        cwd: shop.ops,
        now: at,
        ...(who === undefined
          ? {}
          : { env: { GIT_COMMITTER_NAME: who, GIT_COMMITTER_EMAIL: `${who}@example.org` } }),
      }),
  };
}

/** Gives the daily definitions the proofs that are not the regulator's. */
async function prove(shop: Workshop, now: number): Promise<void> {
  const ran = await coulomb(["activity", "compile", "--json"], { cwd: shop.ops, now });
  const { definitions }: { readonly definitions: readonly Json[] } = JSON.parse(ran.stdout);
  for (const { id, digest } of definitions) {
    if (!String(id).startsWith("daily-")) continue;
    const proofs = ["smoke_test", "dry_run"].map(
      (kind) => `{ kind: ${kind}, ref: log, digest: "${String(digest)}" }`,
    );
    shop.edit(`activity-definitions/${String(id)}.md`, (text) =>
      text.replace("proof: []", `proof: [${proofs.join(", ")}]`),
    );
  }
}
