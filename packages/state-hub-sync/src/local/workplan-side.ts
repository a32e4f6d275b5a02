import type { Instant } from "@coulomb-loop/forge";
import { branchName, type Switches } from "@coulomb-loop/proposals";
import { digestOf } from "@coulomb-loop/schemas/digest";
import type { WorkplanSide } from "../run/ports.ts";
import type { Reading } from "./forge-reading.ts";
import { parseGlobs } from "./globs.ts";
import { type Listing, listFiles } from "./list-files.ts";
import type { LocalValidators, ParsedFiles } from "./parse-file.ts";
import { type ProposeOptions, propose, type Seen } from "./propose.ts";
import { readVersions } from "./versions.ts";
import { readView, type ViewOptions } from "./view.ts";

/** What the files' side of a sync needs. */
export interface WorkplanSideOptions extends Reading {
  /** Ids under which the repo was known before it moved: proposals of that time are ours too. */
  readonly formerIds?: readonly string[];
  /** Whose proposals these are; part of the name of their branch. */
  readonly installation: string;
  /** Patterns of the workplans, as `workplans/*.md`; see `parseGlobs`. */
  readonly workplans: readonly string[];
  /** Patterns of the decisions, as `loops/<any>/decisions/*.yaml` with a star for any. The loop is the folder above the decisions' own. */
  readonly decisions: readonly string[];
  readonly validators: LocalValidators;
  /** Epoch milliseconds, UTC: the time of every write. */
  readonly time: Instant;
  /** Whether proposals may be opened and changed now, and what people declined. */
  readonly switches: Switches;
  /** Files that were parsed before. Without it everything is read and parsed in each run. */
  readonly parsed?: ParsedFiles;
  /** How to keep the pace of the forge, and what to be told of. */
  readonly pace?: ProposeOptions["pace"];
}

/** A look at the files that reads none of them. */
export interface WorkplanGlance {
  /** Names what the last `observe` saw: files, our branch, our proposals; `undefined` before it. */
  readonly seen: () => string | undefined;
  /** Whether the default branch, our branch and our proposals are still as they were then: one listing. */
  readonly isSame: (known: string) => Promise<boolean>;
}

/** Names all that a plan can depend on: two listings with one name lead to the same plan. */
function fingerprint({ entries, observation }: Listing): string {
  const { branches, proposals } = observation;
  return digestOf({
    files: [...entries.values()]
      .map(({ path, kind, oid }) => [path, kind, oid])
      .sort(([a = ""], [b = ""]) => (a < b ? -1 : 1)),
    branches: [...branches.values()].map((state) =>
      state.kind === "known" && state.value.kind === "present" ? state.value.head : state.kind,
    ),
    proposals: [...proposals.values()].map((listed) =>
      listed.kind === "known"
        ? listed.value.map(({ ref, state, head, labels, title, body }) => [
            ref.number,
            state,
            head,
            [...labels],
            title,
            body,
          ])
        : listed.kind,
    ),
  });
}

/** Key of the one proposal of a repo. */
export const syncProposalKey = "state-hub-sync";
const key = syncProposalKey;

/**
 * The files' side of a sync over a forge: reads the default branch's head, never a working tree, and writes by one
 * proposal, whose default branch people merge into.
 *
 * Throws `sync_glob` for patterns that it cannot follow; its methods throw `sync_repo_unread` where the repo could not be
 * read: then nothing is known, and nothing may be planned. Everything else is a value.
 */
export function createWorkplanSide(options: WorkplanSideOptions): WorkplanSide & WorkplanGlance {
  const { forge, cache, repo, repoId, installation, validators, time, switches, formerIds } = options;
  const plans = parseGlobs(options.workplans);
  const decisions = parseGlobs(options.decisions);
  const target = { installation, repo, repoId, key, ...(formerIds === undefined ? {} : { formerIds }) };
  const reading: Reading = { forge, cache, repo, repoId };
  const parsed = options.parsed ?? new Map();
  const viewing: ViewOptions = { ...reading, plans, decisions, validators, parsed };
  let last: Seen | undefined;
  const seen = (): Seen => {
    if (last === undefined) throw new Error("observe comes first");
    return last;
  };
  const list = () => listFiles(reading, branchName(target), [...plans, ...decisions]);
  let point: string | undefined;
  return {
    seen: () => point,
    isSame: async (known) => fingerprint(await list()) === known,
    async observe() {
      const listing = await list();
      const view = await readView(viewing, listing);
      last = { view, observation: listing.observation };
      point = fingerprint(listing);
      return view;
    },
    versions: (asked, isCopied) => readVersions(viewing, seen().view, asked, isCopied),
    propose: (edits) =>
      propose({ ...reading, target, validators, time, switches, pace: options.pace ?? {} }, seen(), edits),
    async judge(edits) {
      const pace = { hold: async () => "it is only looked at" };
      const found = await propose({ ...reading, target, validators, time, switches, pace }, seen(), edits);
      return found.kind === "declined" || found.kind === "edited" ? found : undefined;
    },
  };
}
