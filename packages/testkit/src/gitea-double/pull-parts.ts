import { changedFiles, type Pull, type StagedAnswer, textAnswer } from "../hosting/index.ts";
import { git } from "../plain-git.ts";
import { emptyAnswer, notFound, type RepoCall } from "./call.ts";
import { cut, listAnswer, pageOf } from "./paging.ts";
import { presentCommit } from "./present-repo.ts";
import { pullOf } from "./pull-endpoints.ts";

/** Where a pull's own changes begin: for a merged one where it was merged, else where its branch left the base. */
async function startOf({ repo }: RepoCall, pull: Pull): Promise<string | null> {
  const base = pull.merged
    ? pull.baseOid
    : ((await repo.refs.read(`refs/heads/${pull.base}`)) ?? pull.baseOid);
  return repo.history.mergeBase(base, pull.head);
}

/** `GET …/pulls/{index}.{diffType}`: as git prints it. The one read that runs git. */
export async function getDiff(call: RepoCall): Promise<StagedAnswer> {
  const pull = pullOf(call);
  const start = pull && (await startOf(call, pull));
  if (pull === undefined || start === null || start === undefined) return notFound(call);
  const command =
    call.params["diffType"] === "patch"
      ? ["format-patch", "--stdout", `${start}..${pull.head}`]
      : ["diff", start, pull.head];
  const text = await git(call.repo.path, command);
  return textAnswer(200, text === "" ? "" : `${text}\n`);
}

/** `GET …/pulls/{index}/commits`: newest first, with headers that count pages. */
export async function listPullCommits(call: RepoCall): Promise<StagedAnswer> {
  const pull = pullOf(call);
  if (pull === undefined) return notFound(call);
  const commits = await call.repo.history.between(await startOf(call, pull), pull.head);
  const page = pageOf(call);
  const shown = await Promise.all(cut(commits, page).map((commit) => presentCommit(call, call.repo, commit)));
  return withPageHeaders(listAnswer(call, shown, commits.length), page, commits.length);
}

/** `GET …/pulls/{index}/files`: files that differ from where it began; lines are not counted. Since 1.18. */
export async function listPullFiles(call: RepoCall): Promise<StagedAnswer> {
  const { repo } = call;
  const pull = pullOf(call);
  if (pull === undefined) return notFound(call);
  const start = await startOf(call, pull);
  const before = start === null ? null : ((await repo.objects.commit(start))?.tree ?? null);
  const after = (await repo.objects.commit(pull.head))?.tree ?? null;
  const files = await changedFiles(repo.objects, before, after);
  const page = pageOf(call);
  const web = `${call.url()}/${repo.fullName}`;
  const shown = cut(files, page).map(({ path, before: old, after: now }) => ({
    filename: path,
    status: old === null ? "added" : now === null ? "deleted" : "changed",
    additions: 0,
    deletions: 0,
    changes: 0,
    html_url: `${web}/src/commit/${pull.head}/${path}`,
    contents_url: `${call.url()}/api/v1/repos/${repo.fullName}/contents/${path}?ref=${pull.head}`,
    raw_url: `${web}/raw/commit/${pull.head}/${path}`,
  }));
  return withPageHeaders(listAnswer(call, shown, files.length), page, files.length);
}

function withPageHeaders(
  answer: StagedAnswer,
  { page, size }: { readonly page: number; readonly size: number },
  total: number,
): StagedAnswer {
  const pages = Math.ceil(total / size);
  return {
    ...answer,
    headers: {
      ...answer.headers,
      "x-page": String(page),
      "x-perpage": String(size),
      "x-pagecount": String(pages),
      "x-hasmore": String(page < pages),
    },
  };
}

/** `GET …/pulls/{index}/merge`: 204 when it is merged, else 404. */
export async function isMerged(call: RepoCall): Promise<StagedAnswer> {
  return pullOf(call)?.merged === true ? emptyAnswer(204) : notFound(call);
}
