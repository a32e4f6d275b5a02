import { coulombHub, type HubMapping } from "@coulomb-loop/state-hub-sync";

/**
 * The hub that `coulomb sync` speaks to: for another one this is the line to change (docs/integrations/another-hub.md).
 * `coulomb hub` and the queues of `activity` are about our own hub, whatever stands here.
 */
export const hubMapping: HubMapping = coulombHub;
