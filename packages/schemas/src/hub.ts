import type * as Api from "./generated/hub.ts";
import * as compiled from "./generated/hub-validators.js";
import type { CompiledValidator } from "./generated/validators.js";
import { validator } from "./validate.ts";
import type { Validator } from "./validator.ts";

/** The bodies of the state hub's API, as schemas/hub.schema.json has them. */
export type * as HubApi from "./generated/hub.ts";
export { definitions as hubDefinitions } from "./generated/hub-definitions.ts";

/** A body that the hub takes. */
export interface HubBody<T> {
  /** Name of its definition. */
  readonly name: string;
  readonly validate: Validator<T>;
}

/** Every body that the hub takes, by the name of its definition. */
export const hubBodies = {
  claim_request: body<Api.ClaimRequest>("claim_request", compiled.claimRequest),
  decision_patch: body<Api.DecisionPatch>("decision_patch", compiled.decisionPatch),
  decision_put: body<Api.DecisionPut>("decision_put", compiled.decisionPut),
  domain_patch: body<Api.DomainPatch>("domain_patch", compiled.domainPatch),
  domain_put: body<Api.DomainPut>("domain_put", compiled.domainPut),
  event_request: body<Api.EventRequest>("event_request", compiled.eventRequest),
  lease_release: body<Api.LeaseRelease>("lease_release", compiled.leaseRelease),
  lease_request: body<Api.LeaseRequest>("lease_request", compiled.leaseRequest),
  metrics_record: body<Api.MetricsRecord>("metrics_record", compiled.metricsRecord),
  release_request: body<Api.ReleaseRequest>("release_request", compiled.releaseRequest),
  renew_request: body<Api.RenewRequest>("renew_request", compiled.renewRequest),
  repo_patch: body<Api.RepoPatch>("repo_patch", compiled.repoPatch),
  repo_put: body<Api.RepoPut>("repo_put", compiled.repoPut),
  resolve_request: body<Api.ResolveRequest>("resolve_request", compiled.resolveRequest),
  slot_claim_request: body<Api.SlotClaimRequest>("slot_claim_request", compiled.slotClaimRequest),
  slot_event_request: body<Api.SlotEventRequest>("slot_event_request", compiled.slotEventRequest),
  slot_expect_request: body<Api.SlotExpectRequest>("slot_expect_request", compiled.slotExpectRequest),
  sync_request: body<Api.SyncRequest>("sync_request", compiled.syncRequest),
  task_patch: body<Api.TaskPatch>("task_patch", compiled.taskPatch),
  task_put: body<Api.TaskPut>("task_put", compiled.taskPut),
  token_request: body<Api.TokenRequest>("token_request", compiled.tokenRequest),
  topic_patch: body<Api.TopicPatch>("topic_patch", compiled.topicPatch),
  topic_put: body<Api.TopicPut>("topic_put", compiled.topicPut),
  workstream_patch: body<Api.WorkstreamPatch>("workstream_patch", compiled.workstreamPatch),
  workstream_put: body<Api.WorkstreamPut>("workstream_put", compiled.workstreamPut),
};

function body<T>(name: string, compiledValidator: CompiledValidator): HubBody<T> {
  return { name, validate: validator<T>(compiledValidator) };
}
