import type { ConflictRecord, HubLink, HubWorkstream, TaskField } from "../model.ts";
import type { FileEdit } from "../plan/types.ts";
import type { Cell, History } from "./history.fixture.ts";
import { newHistory } from "./history.fixture.ts";

/** A task as a commit has it. */
export interface FileTask {
  readonly key: string;
  readonly hubId?: string;
  readonly frontmatter: Cell;
  readonly fence: Cell;
  readonly title: Cell;
  readonly priority: Cell;
}

/** A workplan as a commit has it; `blob` changes with every change of the file. */
export interface FilePlan {
  readonly hubId?: string;
  readonly title: string;
  readonly blob: string;
}

/** A commit of the default branch's first-parent history. */
export interface Commit {
  readonly id: string;
  readonly tasks: ReadonlyMap<string, FileTask>;
  readonly plans: ReadonlyMap<string, FilePlan>;
  /** What it says to have copied from the hub: field by revision. */
  readonly copied: ReadonlyMap<string, number>;
  readonly at: number;
}

/** One edit of a proposal: what it replaces as text, and the cell that it brings. */
export interface ProposedEdit {
  readonly edit: FileEdit;
  readonly before: string;
  readonly cell?: Cell;
}

/** The open proposal. */
export interface Proposal {
  readonly key: string;
  readonly edits: readonly ProposedEdit[];
  readonly isEdited: boolean;
}

/** The repository: history, proposal, and what people declined. */
export interface Git {
  readonly commits: Commit[];
  proposal: Proposal | undefined;
  /** Head of the proposal's branch: changes with every write to it, also by people. */
  branch: number;
  readonly declined: Set<string>;
  readonly flawed: Set<string>;
  /** Commits cannot be told apart any more: every version is the head. */
  isShallow: boolean;
}

/** A task as the hub keeps it. */
export interface HubRecord {
  readonly id: string;
  readonly key: string;
  readonly workstream: string;
  rev: number;
  readonly cells: { [F in TaskField]?: Cell };
  readonly fieldRevs: { [F in TaskField]?: number };
  deleted: boolean;
  /** Every value that a field ever had. */
  readonly past: {
    readonly rev: number;
    readonly field: TaskField;
    readonly cell: Cell;
    readonly at: number;
  }[];
}

/** The hub. */
export interface Hub {
  readonly tasks: Map<string, HubRecord>;
  readonly links: Map<string, HubLink>;
  readonly workstreams: Map<string, HubWorkstream>;
  conflicts: ConflictRecord[];
  seq: number;
  fence: number;
  holder: number | undefined;
  /** What the holder of the newest lease had seen of the files when it wrote last. */
  newestHead: number;
  nextId: number;
}

/** Rules of page 05 that are switched off around the real planner. */
export interface Flaws {
  readonly movesBaseOnOpen?: boolean;
  readonly pushesUnconditionally?: boolean;
  readonly matchesVersionsByValue?: boolean;
  readonly createsByPost?: boolean;
  readonly lacksFence?: boolean;
  readonly lacksSwap?: boolean;
  readonly lacksBaseRevs?: boolean;
  readonly newestWins?: boolean;
  readonly observesFilesFirst?: boolean;
  readonly recordsNothing?: boolean;
  readonly movesHeldBase?: boolean;
}

/** Everything there is. */
export interface World {
  readonly git: Git;
  readonly hub: Hub;
  readonly history: History;
  readonly flaws: Flaws;
  /** Requests of dead clients that the hub has yet to get. */
  readonly inFlight: (() => Promise<void>)[];
  /** Calls that met a fault. */
  readonly faults: string[];
  /** How often each row of the table decided. */
  readonly rows: Map<string, number>;
  hasLostLinks: boolean;
  clock: number;
}

export const taskKeys = ["W-1-T1", "W-1-T2", "W-2-T1"] as const;
export const repo = "local/acme/plans";

/** Key of the plan that a task belongs to; its file has the same name. */
export function planOf(key: string): string {
  return key.slice(0, 3);
}

const nobodys = (value: string | null): Cell => ({ value, by: 0 });

function newTask(key: string): FileTask {
  const [status, title, priority] = [nobodys("todo"), nobodys("a"), nobodys(null)];
  return { key, frontmatter: status, fence: status, title, priority };
}

/** Two workplans whose tasks the hub does not know yet. */
export function newWorld(flaws: Flaws): World {
  const first: Commit = {
    id: "c0",
    tasks: new Map([taskKeys[0], taskKeys[2]].map((key) => [key, newTask(key)])),
    plans: new Map(["W-1", "W-2"].map((key) => [key, { title: key, blob: "c0" }])),
    copied: new Map(),
    at: 0,
  };
  return {
    git: {
      commits: [first],
      proposal: undefined,
      branch: 0,
      declined: new Set(),
      flawed: new Set(),
      isShallow: false,
    },
    hub: {
      tasks: new Map(),
      links: new Map(),
      workstreams: new Map(),
      conflicts: [],
      seq: 0,
      fence: 0,
      holder: undefined,
      newestHead: 0,
      nextId: 1,
    },
    history: newHistory(),
    flaws,
    inFlight: [],
    faults: [],
    rows: new Map(),
    hasLostLinks: false,
    clock: 0,
  };
}

/** The head of the default branch. */
export function headOf({ commits }: Git): Commit {
  const head = commits.at(-1);
  if (head === undefined) throw new Error("a repository without a commit");
  return head;
}

/** The newest record of a key in the hub. */
export function recordOf({ tasks }: Hub, key: string): HubRecord | undefined {
  return [...tasks.values()].find((each) => each.key === key);
}

/** The cells of a field in a file: of a status both copies. */
export function cellsOf(task: FileTask, field: TaskField): readonly Cell[] {
  return field === "status" ? [task.frontmatter, task.fence] : [task[field]];
}

/** A field as text, as git compares it. */
export function textOf(task: FileTask | undefined, field: TaskField): string {
  return task === undefined ? "" : JSON.stringify(cellsOf(task, field).map(({ value }) => value));
}
