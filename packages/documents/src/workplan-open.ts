import type { Finding } from "@coulomb-loop/schemas";
import type { Fence } from "./fences.ts";
import { findFrontmatter } from "./frontmatter.ts";
import { findingAt } from "./line-map.ts";
import { type Open, type Opened, openPart, type Part } from "./prove.ts";
import { disputedFence, type SecondReading } from "./second-reading.ts";
import { findTaskFences, isClean } from "./task-fences.ts";
import type { LineMap, Source } from "./types.ts";
import type { WorkplanValidators } from "./workplan.ts";
import { type Copy, editsOf, type HostEdits, type TaskChange } from "./workplan-change.ts";
import { parseYaml } from "./yaml-parse.ts";
import { type MapNode, pairOf, type YamlTree } from "./yaml-tree.ts";

type Validators = WorkplanValidators<unknown, unknown>;

/** A workplan's hosts before it is known which of them are edited: the frontmatter, then every task fence. */
export interface Hosts {
  readonly source: Source;
  readonly frontmatter: { readonly host: LineMap; readonly tree: YamlTree };
  readonly fences: readonly Fence[];
  /** Flaws of fences: one of them may be why a task is not found. */
  readonly faults: readonly Finding[];
  readonly outline: (edited: ReadonlySet<Fence>) => readonly string[];
  readonly second: () => SecondReading;
}

/** Opens a workplan for changes of its tasks. The edited file is opened at the same fences, for the proof. */
export function openWorkplan(changes: readonly TaskChange[], validators: Validators | undefined): Open {
  return openHosts((hosts) => {
    const { copies, planId, broken } = copiesOf(hosts);
    const edits = editsOf(hosts.source, planId, copies, changes);
    if (!Array.isArray(edits)) return edits;
    const lost = edits.some(({ code }) => code === "task_missing" || code === "task_unpaired");
    return lost ? [...edits, ...hosts.faults, ...broken] : edits;
  }, validators);
}

/** Opens a workplan for edits of its hosts; they are worked out on the first opening. */
export function openHosts(
  resolve: (hosts: Hosts) => HostEdits | Finding[],
  validators: Validators | undefined,
): Open {
  let edits: HostEdits | undefined;
  return (source) => {
    const hosts = findHosts(source);
    if (Array.isArray(hosts)) return hosts;
    const resolved = edits ?? resolve(hosts);
    if (Array.isArray(resolved)) return resolved;
    edits = resolved;
    return openParts(hosts, resolved, validators);
  };
}

function findHosts(source: Source): Hosts | Finding[] {
  const found = findFrontmatter(source);
  if ("code" in found) return [found];
  const frontmatter = openPart(found.host, [], undefined);
  if (Array.isArray(frontmatter)) return frontmatter;
  const { fences, findings, outline, second } = findTaskFences(source, found.bodyLine);
  if (outline === undefined) return findings;
  return { source, frontmatter, fences, faults: findings, outline, second };
}

function openParts(hosts: Hosts, edits: HostEdits, validators: Validators | undefined): Opened | Finding[] {
  const { source, frontmatter, fences } = hosts;
  const parts: Part[] = [];
  const edited = new Set<Fence>();
  for (const [host, asked] of [...edits].sort(([a], [b]) => a - b)) {
    const fence = fences[host - 1];
    if (host === 0) parts.push({ ...frontmatter, edits: asked, validate: validators?.frontmatter });
    else if (fence === undefined) return [findingAt(source, 0, "fence_content", `no task fence ${host}`)];
    else {
      const faults = hosts.faults.filter(({ severity, line }) => severity === "error" && isIn(fence, line));
      const part = openPart(fence.content, asked, validators?.task);
      if (faults.length > 0 || Array.isArray(part)) return [...faults, ...(Array.isArray(part) ? part : [])];
      parts.push(part);
      edited.add(fence);
    }
  }
  const objection = () =>
    disputedFence(hosts.second(), fences.filter(isClean)) &&
    "a second parser reads a task fence in another way";
  return { source, parts, outline: hosts.outline(edited), objection };
}

function isIn(fence: Fence, line: number | undefined): boolean {
  const first = fence.openLine + 1;
  return line !== undefined && line >= first && line <= first + fence.content.lines.length;
}

/** Every copy of every task whose YAML can be read, and what is wrong with the others. */
export function copiesOf({ frontmatter, fences }: Hosts): {
  copies: Copy[];
  planId: string;
  broken: Finding[];
} {
  const { root } = frontmatter.tree;
  const planId = textOf(root, "id")?.text ?? "";
  const copies: Copy[] = [];
  const broken: Finding[] = [];
  const tasks = pairOf(root, "tasks")?.value;
  for (const { value } of tasks?.kind === "list" ? tasks.items : []) {
    const id = value.kind === "map" ? textOf(value, "id") : undefined;
    if (id === undefined) continue;
    const key = `${planId}-${id.text}`;
    const status = value.kind === "map" ? value.value.get("status") : undefined;
    copies.push({ host: 0, key, id: id.text, map: frontmatter.host, offset: id.offset, status });
  }
  for (const [at, { content }] of fences.entries()) {
    const { tree, findings } = parseYaml(content);
    if (tree === undefined) broken.push(...findings);
    const id = tree === undefined ? undefined : textOf(tree.root, "id");
    if (tree === undefined || id === undefined) continue;
    const status = tree.root.value.get("status");
    copies.push({ host: at + 1, key: id.text, id: id.text, map: content, offset: id.offset, status });
  }
  return { copies, planId, broken };
}

function textOf(map: MapNode, name: string): { text: string; offset: number } | undefined {
  const value = map.value.get(name);
  const offset = pairOf(map, name)?.value.start ?? map.start;
  return typeof value === "string" ? { text: value, offset } : undefined;
}
