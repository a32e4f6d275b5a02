import type { Stage } from "./stage.ts";

/** Where the repositories of a demo are, and what its people do there. */
export interface DemoFleet {
  /** Variables that commands need beside those of the user. */
  readonly env: Readonly<Record<string, string>>;
  /** What is told of it; every line must be true of this forge. */
  readonly words: DemoWords;
  /** Whether bundles can be prepared in clones of its repositories with what coulomb.yaml says. */
  readonly prepares: boolean;
  /** Name of a repository of the story, as it is on this forge. */
  name(repo: string): string;
  /** What git clones it from. */
  address(repo: string): string;
  /** What git needs to be let in, as variables of the environment. */
  readonly access: Readonly<Record<string, string>>;
  /** Makes the pilot repos. Throws CoulombError when their places are taken. */
  make(): Promise<void>;
  /** Tells where the open proposals can be looked at, where that is anywhere. */
  show(stage: Stage): Promise<void>;
  /** Merges open proposals as a person: of one repo, or all. Throws `demo_failed`. */
  merge(stage: Stage, repo?: string): Promise<void>;
  /** Approves a promotion as the regulator; none where the author is the only account. Throws `demo_failed`. */
  readonly approve?: (stage: Stage, id: string) => Promise<void>;
  /** The schedule file on the default branch of a pilot repo; empty when it has none. */
  schedule(repo: string): Promise<string>;
}

/** What a demo says that depends on its forge; lines as they are printed. */
export interface DemoWords {
  readonly where: readonly string[];
  readonly made: string;
  readonly proposal: readonly string[];
  readonly merge: readonly string[];
  readonly approve: readonly string[];
  readonly end: readonly string[];
}
