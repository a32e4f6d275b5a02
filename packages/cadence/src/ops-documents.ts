import type {
  ActivityDefinition,
  Cadence,
  Coulomb,
  Decision,
  Path,
  Promotion,
  PromotionSeal,
  Roster,
  Workplan,
} from "@coulomb-loop/schemas";

/**
 * A document with its file. `origin` gives the path at which a map or list of `value`, or with `item` that item of the
 * list, stands in the file: a document with flaws is checked without its flawed parts, so positions in lists may differ.
 */
export interface Placed<T> {
  /** Path relative to the ops repo. */
  readonly file: string;
  readonly value: T;
  readonly origin: (node: object, item?: number) => Path;
}

/** The documents of one loop; absent when they could not be read. */
export interface LoopDocuments {
  /** Folder of the loop, relative to the ops repo. */
  readonly folder: string;
  readonly roster: Placed<Roster> | undefined;
  readonly cadence: Placed<Cadence> | undefined;
  readonly decisions: readonly Placed<Decision>[];
  readonly promotions: readonly Placed<Promotion>[];
  readonly seals: readonly Placed<PromotionSeal>[];
}

/** An activity definition: its frontmatter, and its body with the line it begins at (from 1). */
export interface PlacedDefinition extends Placed<ActivityDefinition> {
  readonly body: string;
  readonly bodyLine: number;
}

/** Every document of an ops repo. Documents that could not be read at all are absent; their findings say so. */
export interface OpsDocuments {
  readonly coulomb: Placed<Coulomb> | undefined;
  readonly loops: readonly LoopDocuments[];
  readonly definitions: readonly PlacedDefinition[];
  readonly workplans: readonly Placed<Workplan>[];
  /**
   * Ids of documents whose file exists, also when it could not be read: a flawed file is reported once, and not again
   * by everything that refers to it.
   */
  readonly ids: {
    readonly definitions: ReadonlySet<string>;
    readonly workplans: ReadonlySet<string>;
    readonly decisions: ReadonlySet<string>;
  };
}

/** The name that a loop's folder gives it. */
export function loopName(loop: LoopDocuments): string {
  return loop.folder.split("/").at(-1) ?? loop.folder;
}
