import { jsonAnswer, type StagedAnswer } from "../hosting/index.ts";
import {
  apiError,
  type Call,
  emptyAnswer,
  missingField,
  type RepoCall,
  type Signed,
  textOf,
} from "./call.ts";
import { presentRepo } from "./present-repo.ts";

/** `POST /user/repos`: an empty repository of the caller. Of the options name, `private` and `default_branch` count. */
export async function createRepo(call: Signed<Call>): Promise<StagedAnswer> {
  const { hosting, user, body } = call;
  const missing = missingField(call, ["name"]);
  if (missing !== null) return missing;
  const fullName = `${user.login}/${textOf(body, "name") ?? ""}`;
  if (hosting.find(fullName).kind === "found")
    return apiError(call, 409, "The repository with the same name already exists.");
  const branch = textOf(body, "default_branch") ?? "";
  await hosting.add({
    [fullName]: { flags: { private: body["private"] === true }, ...(branch === "" ? {} : { branch }) },
  });
  return jsonAnswer(201, await presentRepo(call, hosting.repo(fullName), user));
}

/** `DELETE /repos/{owner}/{repo}`: owners and site admins only. */
export async function deleteRepo(call: Signed<RepoCall>): Promise<StagedAnswer> {
  if (call.permission !== "admin") return apiError(call, 403, "Must be an owner or admin of the repository.");
  call.hosting.drop(call.repo.fullName);
  return emptyAnswer(204);
}

/**
 * `PATCH /repos/{owner}/{repo}`: by its admins. Of the options `private` counts; merges by hand are found here whatever is
 * set, where the hosting finds them.
 */
export async function editRepo(call: Signed<RepoCall>): Promise<StagedAnswer> {
  const { repo, body } = call;
  if (call.permission !== "admin") return apiError(call, 403, "Must be an admin of the repository.");
  if (typeof body["private"] === "boolean") repo.flags.private = body["private"];
  return jsonAnswer(200, await presentRepo(call, repo, call.user));
}

/** `PUT /repos/{owner}/{repo}/collaborators/{collaborator}`: by admins, for accounts that exist. */
export async function putCollaborator(call: Signed<RepoCall>): Promise<StagedAnswer> {
  const { repo, hosting, body } = call;
  if (call.permission !== "admin") return apiError(call, 403, "Must be an admin of the repository.");
  const user = hosting.users.find(call.params["collaborator"] ?? "");
  if (user === undefined) return apiError(call, 422, "user does not exist");
  const asked = textOf(body, "permission");
  repo.permit(user.login, asked === "admin" || asked === "read" ? asked : "write");
  return emptyAnswer(204);
}
