// A double of Gitea or GitHub in a process of its own, for the demo and for benches. Whoever starts it (`startDouble` in
// double-process.mjs) sends what to serve, and may ask how often it was asked and what it holds. It ends with whoever started it.
import { createHosting } from "@coulomb-loop/testkit/hosting";

process.once("message", (settings) => void serve(settings));

async function serve({ kind, repos, accounts, ...options }) {
  const hosting = createHosting({ clock: Date.now, detectsManualMerge: true });
  await hosting.add(repos);
  for (const [login, token] of Object.entries(accounts))
    hosting.users.allow(login, token, [kind === "github" ? "repo" : "all"]);
  const double = await create(kind, hosting, options);
  process.on("message", ({ id }) =>
    process.send({ id, requests: double.requests.entries.length, repos: hosting.names }),
  );
  process.once("disconnect", () => void end(double, hosting));
  // Ctrl-C reaches every process of a terminal: this one ends when it is no longer needed.
  for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => {});
  process.send({ url: double.url });
}

async function end(double, hosting) {
  await double.close();
  hosting.remove();
  // What left the API's description is a fault of ours, and must not pass in silence.
  for (const violation of double.violations) console.error("violation:", JSON.stringify(violation));
  process.exit(double.violations.length === 0 ? 0 : 1);
}

async function create(kind, hosting, options) {
  if (kind === "gitea") {
    const { createGiteaDouble } = await import("@coulomb-loop/testkit/gitea-double");
    return createGiteaDouble(hosting, options);
  }
  const { createGithubDouble } = await import("@coulomb-loop/testkit/github-double");
  return createGithubDouble(hosting, options);
}
