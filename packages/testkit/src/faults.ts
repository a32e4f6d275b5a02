export type { FaultRow, RequestFault, RepositoryFault } from "./contract/fault-row.ts";
export type { FaultKind } from "./contract/fault-stage.ts";
export { faultMatrix } from "./contract/fault-table.ts";
export { answerPlainGit } from "./hosting/plain-git-server.ts";
