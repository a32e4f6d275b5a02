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
