export { decode, MAX_BYTES } from "./decode.ts";
export { editFrontmatter } from "./edit-frontmatter.ts";
export { editWorkplan } from "./edit-workplan.ts";
export { editYaml } from "./edit-yaml.ts";
export { byteAt, placeAt } from "./line-map.ts";
export { MAX_NESTING } from "./nesting.ts";
export { type Body, type MarkdownRead, readMarkdown } from "./read-markdown.ts";
export { type MetricsFile, type MetricsLine, type MetricsRecord, readMetricsBytes } from "./read-metrics.ts";
export { readWorkplan } from "./read-workplan.ts";
export { readYaml } from "./read-yaml.ts";
export { writeYaml } from "./write-yaml.ts";
export { type Repair, repairWorkplan } from "./repair-workplan.ts";
export { applySplices, invertSplices } from "./splices.ts";
export type {
  Edit,
  EditPath,
  EditResult,
  EditValue,
  ItemSelector,
  Line,
  LineMap,
  Place,
  Read,
  Source,
  Splice,
} from "./types.ts";
export type {
  TaskPlace,
  TaskStatus,
  Workplan,
  WorkplanRead,
  WorkplanTask,
  WorkplanValidators,
} from "./workplan.ts";
export { TASK_STATUSES } from "./workplan.ts";
export type { PlanValues, TaskChange, TaskValues } from "./workplan-change.ts";
