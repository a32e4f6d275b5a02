export { createFleet, type Fleet, type FleetFile, type FleetOptions, type FleetRepo } from "./fleet.ts";
export {
  type CountingForge,
  countingForge,
  type Fault,
  type FaultPlan,
  faultAt,
  faultyForge,
  type ReadMethod,
  readOnlyForge,
  SimulatedCrash,
  type WriteCall,
  type WriteMethod,
} from "./forge-wrappers.ts";
export { leaksIn, type Needles, needlesOf, wholeText } from "./leaks.ts";
export { type ManualClock, manualClock } from "./manual-clock.ts";
export { type MemoryCache, memoryCache } from "./memory-cache.ts";
export { type Person, type PersonFiles, personAt } from "./person.ts";
export { fixedTime, git, type PlainResult, plainEnvironment, tryGit } from "./plain-git.ts";
export { type TemporaryFolder, temporaryFolder } from "./temporary-folder.ts";
export { type PostgresServer, postgresMissing, startPostgres } from "./postgres-server.ts";
export { makeSshKey, type SshKey, signWithSsh } from "./ssh-keys.ts";
