import type { Flaws } from "./world.fixture.ts";

/** A rule that is switched off, and how it shows. */
export interface Ablation {
  readonly name: string;
  readonly flaws: Flaws;
  /** What the first failure says. */
  readonly shows: RegExp;
  /** Found by random schedules; the others are kept as directed ones only. */
  readonly isFrequent: boolean;
}

export const ablations: readonly Ablation[] = [
  {
    name: "the base moves when a proposal opens",
    flaws: { movesBaseOnOpen: true },
    shows: /^lost/,
    isFrequent: true,
  },
  {
    name: "a push is not conditional",
    flaws: { pushesUnconditionally: true },
    shows: /^lost|never had/,
    isFrequent: true,
  },
  {
    name: "versions are matched by value",
    flaws: { matchesVersionsByValue: true },
    shows: /^lost/,
    isFrequent: true,
  },
  {
    name: "the newest timestamp wins",
    flaws: { newestWins: true },
    shows: /^lost|never had/,
    isFrequent: true,
  },
  {
    name: "tasks are created by POST, and found by the file's id only",
    flaws: { createsByPost: true },
    shows: /created twice/,
    isFrequent: true,
  },
  { name: "conflicts are not recorded", flaws: { recordsNothing: true }, shows: /^lost/, isFrequent: true },
  {
    name: "the base has no revisions",
    flaws: { lacksBaseRevs: true },
    shows: /^lost/,
    isFrequent: true,
  },
  {
    name: "the base moves to one of two copies of a status",
    flaws: { movesHeldBase: true },
    shows: /^lost|^a second run/,
    isFrequent: true,
  },
  {
    name: "the files are observed before the hub",
    flaws: { observesFilesFirst: true },
    shows: /^lost/,
    isFrequent: false,
  },
  {
    name: "two clients, and nothing tells their fences apart",
    flaws: { lacksFence: true },
    shows: /^an older run/,
    isFrequent: false,
  },
  {
    name: "two clients, and the proposal's branch is moved from whatever it is at",
    flaws: { lacksSwap: true },
    shows: /^lost.*"proposal"/,
    isFrequent: true,
  },
];
