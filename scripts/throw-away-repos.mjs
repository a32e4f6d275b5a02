// Throw-away repositories on a real Gitea or Forgejo, for the demo. Plain JavaScript for Node 20.
import { randomBytes } from "node:crypto";

/**
 * Makes empty repositories of the token's user, named `<name>-<random suffix>`. Answers with `owner`, `suffix` and
 * `remove()`, which deletes exactly these. When one cannot be made, those that were are deleted, and it throws.
 */
export async function makeRepos(url, token, names) {
  const call = async (method, path, expected, body) => {
    const response = await fetch(`${url.replace(/\/+$/, "")}/api/v1${path}`, {
      method,
      headers: { authorization: `token ${token}`, "content-type": "application/json" },
      redirect: "error",
      signal: AbortSignal.timeout(30_000),
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    }).catch((error) => {
      throw new Error(
        `${url} does not answer: ${error.cause?.message || error.cause?.code || error.message}`,
      );
    });
    if (response.status !== expected) throw new Error(`${method} ${path} answered ${response.status}`);
    return response.status === 204 ? undefined : response.json();
  };
  const { login: owner } = await call("GET", "/user", 200);
  const suffix = `demo-${randomBytes(4).toString("hex")}`;
  const made = [];
  const remove = async () => {
    const left = [];
    for (const name of made.splice(0)) {
      await call("DELETE", `/repos/${encodeURIComponent(owner)}/${name}`, 204).catch(() => left.push(name));
    }
    if (left.length > 0)
      throw new Error(`not deleted at ${url}: ${left.map((name) => `${owner}/${name}`).join(", ")}`);
  };
  try {
    for (const name of names) {
      const full = `${name}-${suffix}`;
      const found = await call("POST", "/user/repos", 201, {
        name: full,
        private: true,
        default_branch: "main",
      });
      // Only what this answer says was made is ours to delete.
      made.push(found.name);
    }
  } catch (error) {
    await remove();
    throw error;
  }
  return { owner, suffix, remove };
}
