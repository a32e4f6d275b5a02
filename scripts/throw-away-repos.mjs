// Throw-away repositories on a real Gitea or Forgejo, for the demo and for the contract suite. Plain JavaScript for Node 20.
import { randomBytes } from "node:crypto";

/**
 * Repositories of the token's user, each named `<name>-<suffix>`; the suffix is `<purpose>-<random>`. Answers with `owner`,
 * `suffix` and
 * - `call(method, path, status, body)`: one call below `/api/v1`; throws for every other status. Never names the token.
 * - `make(name)`: an empty private repository with the default branch `main`. Answers with its name.
 * - `remove(name)`, `removeAll()`: delete what was made here, and nothing else. They throw when something is left.
 */
export async function throwAwayRepos(url, token, purpose) {
  const call = callerOf(url, token);
  const { login: owner } = await call("GET", "/user", 200);
  const suffix = `${purpose}-${randomBytes(4).toString("hex")}`;
  const made = new Set();
  const removeAll = async (names = [...made]) => {
    const left = [];
    for (const name of names.filter((each) => made.delete(each))) {
      await call("DELETE", `/repos/${encodeURIComponent(owner)}/${name}`, 204).catch(() => left.push(name));
    }
    if (left.length > 0)
      throw new Error(`not deleted at ${url}: ${left.map((name) => `${owner}/${name}`).join(", ")}`);
  };
  const make = async (name) => {
    const wanted = { name: `${name}-${suffix}`, private: true, default_branch: "main" };
    const found = await call("POST", "/user/repos", 201, wanted);
    // Only what this answer says was made is ours to delete.
    made.add(found.name);
    return found.name;
  };
  return {
    owner,
    suffix,
    call,
    make,
    remove: (name) => removeAll([name]),
    removeAll: () => removeAll(),
  };
}

/**
 * Makes empty repositories for the demo. Answers with `owner`, `suffix` and `remove()`, which deletes exactly these. When
 * one cannot be made, those that were are deleted, and it throws.
 */
export async function makeRepos(url, token, names) {
  const { owner, suffix, make, removeAll } = await throwAwayRepos(url, token, "demo");
  try {
    for (const name of names) await make(name);
  } catch (error) {
    await removeAll();
    throw error;
  }
  return { owner, suffix, remove: removeAll };
}

/** Calls of the API of one server as one account. */
export function callerOf(url, token) {
  return async (method, path, expected, body) => {
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
}
