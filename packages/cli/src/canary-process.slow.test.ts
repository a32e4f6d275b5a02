import { describe, it } from "vitest";
import { createCanaryStage } from "./canary.fixture.ts";
import { bin, start } from "./process.fixture.ts";

describe("the program with every switch on that makes programs talk", { timeout: 300_000 }, () => {
  // oxlint-disable-next-line vitest/expect-expect -- it asserts that every place is silent
  it.each(["gitea", "github", "github-app", "git"] as const)("tells no secret of %s", async (kind) => {
    const stage = await createCanaryStage(kind, Date.now());
    try {
      const go = async (...args: readonly string[]) => {
        const ran = await start(process.execPath, [bin, ...args], stage.ops, { env: stage.environment });
        stage.note(`stdout of ${args.join(" ")}`, ran.stdout);
        stage.note(`stderr of ${args.join(" ")}`, ran.stderr);
      };
      stage.look();
      await go("reconcile");
      const body = JSON.stringify({ message: `no: ${stage.secrets().join(" ")}` });
      const headers = { "content-type": "application/json" };
      stage.server.fail({ match: { times: 1000 }, fault: { kind: "answer", status: 500, headers, body } });
      await go("reconcile");
      stage.expectSilence();
    } finally {
      await stage.close();
    }
  });
});
