import { jsonAnswer, type LabelStore, type StagedAnswer } from "../hosting/index.ts";
import { apiError, type Call, missingField, notFound, type RepoCall, textOf } from "./call.ts";
import { cut, listAnswer, pageOf } from "./paging.ts";
import { presentLabel } from "./present-repo.ts";

/** `GET /repos/{owner}/{repo}/labels`: those of the repository alone. */
export async function listRepoLabels(call: RepoCall): Promise<StagedAnswer> {
  return answerLabels(call, call.repo.labels, repoBase(call));
}

/** `POST /repos/{owner}/{repo}/labels`: two labels may have one name, as on real servers. */
export async function createRepoLabel(call: RepoCall): Promise<StagedAnswer> {
  return addLabel(call, call.repo.labels, repoBase(call));
}

/** `GET /orgs/{org}/labels` */
export async function listOrgLabels(call: Call): Promise<StagedAnswer> {
  const org = orgOf(call);
  return org === null ? notFound(call) : answerLabels(call, org.labels, org.base);
}

/** `POST /orgs/{org}/labels`: by the organization's own account or a site admin. */
export async function createOrgLabel(call: Call): Promise<StagedAnswer> {
  const org = orgOf(call);
  if (org === null) return notFound(call);
  const isOwner = call.user?.siteAdmin === true || call.user?.login === org.login;
  return isOwner
    ? addLabel(call, org.labels, org.base)
    : apiError(call, 403, "Must be an organization owner");
}

function orgOf(
  call: Call,
): { readonly login: string; readonly labels: LabelStore; readonly base: string } | null {
  const user = call.hosting.users.find(call.params["org"] ?? "");
  if (user?.kind !== "organization") return null;
  const base = `${call.url()}/api/v1/orgs/${user.login}/labels`;
  return { login: user.login, labels: call.hosting.orgLabels(user.login), base };
}

function repoBase(call: RepoCall): string {
  return `${call.url()}/api/v1/repos/${call.repo.fullName}/labels`;
}

function answerLabels(call: Call, labels: LabelStore, base: string): StagedAnswer {
  const all = [...labels.list()].sort((a, b) => (a.name < b.name ? -1 : 1));
  return listAnswer(
    call,
    cut(all, pageOf(call)).map((label) => presentLabel(base, label)),
    all.length,
    "unlinked",
  );
}

function addLabel(call: Call, labels: LabelStore, base: string): StagedAnswer {
  const flaw = missingField(call, ["name", "color"]);
  if (flaw !== null) return flaw;
  const color = (textOf(call.body, "color") ?? "").toLowerCase().replace(/^#/, "");
  if (!/^([0-9a-f]{3}|[0-9a-f]{6})$/.test(color)) return apiError(call, 422, "bad color code");
  const name = textOf(call.body, "name") ?? "";
  const label = labels.add({ name, color, description: textOf(call.body, "description") ?? "" });
  return jsonAnswer(201, presentLabel(base, label));
}
