// The contract of the port on a real Gitea or Forgejo, when COULOMB_TEST_GITEA_URL and COULOMB_TEST_GITEA_TOKEN name one; a
// second account, COULOMB_TEST_GITEA_TOKEN_2, makes the tests of what somebody else does possible. It works in repositories
// that it makes and removes.
import { describeForge, giteaServerFactory, skipFaults } from "@coulomb-loop/testkit/describe-forge";
import { afterAll, expect, it } from "vitest";
import { callerOf, throwAwayRepos } from "./throw-away-repos.mjs";

const {
  COULOMB_TEST_GITEA_URL: url = "",
  COULOMB_TEST_GITEA_TOKEN: token = "",
  COULOMB_TEST_GITEA_TOKEN_2: second = "",
} = process.env;
const isNamed = url !== "" && token !== "";

it.skipIf(!isNamed)(
  "the real Gitea that COULOMB_TEST_GITEA_URL and COULOMB_TEST_GITEA_TOKEN name takes a repository and lets it go",
  async () => {
    const { owner, make, remove, call } = await throwAwayRepos(url, token, "contract");
    const name = await make("test");
    await expect(call("GET", `/repos/${owner}/${name}`, 200)).resolves.toMatchObject({ private: true });
    await remove(name);
    await expect(call("GET", `/repos/${owner}/${name}`, 404)).resolves.toBeDefined();
  },
);

async function describeServer() {
  const repos = await throwAwayRepos(url, token, "contract");
  // Each test removes its own; this is for one that was given up.
  afterAll(() => repos.removeAll());
  const call = callerOf(url, second);
  const other = second === "" ? undefined : await call("GET", "/user", 200);
  const isOther = other !== undefined && other.login !== repos.owner;
  const lacks = { lacksOther: "COULOMB_TEST_GITEA_TOKEN_2 names no other account" };
  const factory = giteaServerFactory({
    ...repos,
    url,
    token,
    now: Date.now,
    ...(isOther ? { other: { token: second, login: other.login, email: other.email, call } } : {}),
  });
  describeForge("a real Gitea", factory, isOther ? {} : lacks);
  skipFaults("faults need the double");
}

if (isNamed) await describeServer();
