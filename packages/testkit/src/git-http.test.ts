import { describe, expect, it } from "vitest";
import {
  branch,
  onStage,
  type Stage,
  shownFile,
  startFiles,
  valueOf,
  valueOfWrite,
} from "./contract/harness.ts";
import { answerPatch } from "./contract/responses.ts";
import { gitHarness } from "./git-harness.ts";
import { type GitHttpServer, gitHttpServer } from "./git-http.ts";
import { forgeAt, later, refsOf } from "./git-stage.ts";
import { memoryCache } from "./memory-cache.ts";

const basic = (password: string) => `Basic ${Buffer.from(`pat:${password}`).toString("base64")}`;

/** A stage whose forge speaks HTTP; the person stays at the folder. */
function overHttp(
  settings: { readonly serverWants?: string; readonly weSend?: string },
  test: (stage: Stage, server: GitHttpServer, path: string) => Promise<void>,
): () => Promise<void> {
  return async () => {
    const harness = await gitHarness("bare", startFiles);
    const folder = harness.path.replace(/\/pilot\/one\.git$/, "");
    const server = await gitHttpServer(folder, settings.serverWants);
    const config =
      settings.weSend === undefined
        ? []
        : ([[`http.${server.url}.extraHeader`, `Authorization: ${settings.weSend}`]] as const);
    const forge = forgeAt(server.url, { config });
    const close = async () => {
      await server.close();
      await harness.close();
    };
    await onStage(
      async () => ({ ...harness, forge, close }),
      (stage) => test(stage, server, harness.path),
    )();
  };
}

describe.concurrent("a git forge over HTTP", { timeout: 60_000 }, () => {
  it(
    "observes, proposes and merges with a credential that is in no argument",
    overHttp({ serverWants: basic("hunter2hunter2"), weSend: basic("hunter2hunter2") }, async (stage) => {
      const { forge, propose, person, look, proposals, text } = stage;
      expect(shownFile(await look({ files: ["README.md"] }), "README.md")).toBe("# Pilot\n");
      const { ref, head } = await propose();
      await person.commit("main", { other: "x" });
      expect(await proposals()).toMatchObject([{ state: "open", head }]);
      valueOfWrite(await forge.updateProposal(ref, { comment: "Fine", time: later }));
      const merged = valueOfWrite(await forge.mergeProposal(ref, head, later));
      expect(await person.head("main")).toBe(merged);
      expect(await person.head(branch)).toBeNull();
      expect(await text("other")).toBe("x");
    }),
  );

  it(
    "gives responses and reads them back, also where there are others",
    overHttp({}, async (stage, _server, path) => {
      const { forge, propose, person } = stage;
      const { ref, head } = await propose();
      await person.respond({
        branch,
        number: 9,
        by: "ben",
        action: "reject",
        message: "",
        record: "PROM-0009",
      });
      expect(valueOf(await forge.inspect(ref)).responses).toEqual([]);
      const given = { action: "approve", message: "Fine" } as const;
      valueOfWrite(await forge.updateProposal(ref, answerPatch("ada", ref, head, given)));
      expect(valueOf(await forge.inspect(ref)).responses).toMatchObject([{ ...given, by: "ada", head }]);
      expect(refsOf(path)).toContain("refs/coulomb/approvals/PROM-0001/ada");
    }),
  );

  it(
    "without the right credential is refused for good, asks nobody, and moves nothing",
    overHttp(
      { serverWants: basic("right-password"), weSend: basic("wrong-password") },
      async (stage, _server, path) => {
        const before = refsOf(path);
        expect((await stage.look({ files: ["README.md"] })).facts).toMatchObject({
          kind: "unknown",
          reason: "no_access",
        });
        const result = await stage.forge.advanceBranch(await stage.write());
        expect(result).toMatchObject({ kind: "rejected", reason: "no_access" });
        expect(JSON.stringify(result)).not.toContain("wrong-password");
        expect(JSON.stringify(result)).not.toContain(basic("wrong-password"));
        expect(refsOf(path)).toBe(before);
      },
    ),
  );

  it(
    "to a server that is down is to be tried again later",
    overHttp({}, async (stage, server, path) => {
      const plan = await stage.write();
      const before = refsOf(path);
      await server.close();
      expect((await stage.look()).facts).toMatchObject({ kind: "unknown", reason: "unreachable" });
      const result = await stage.forge.advanceBranch(plan);
      expect(result).toMatchObject({ kind: "retry_at", at: plan.time + 30_000 });
      expect(refsOf(path)).toBe(before);
    }),
  );

  it(
    "asks for its refs by one request, and no git process, where everything else is known",
    overHttp(
      { serverWants: basic("hunter2hunter2"), weSend: basic("hunter2hunter2") },
      async (stage, server) => {
        const cache = memoryCache();
        const first = await stage.look({ files: ["README.md"], cache });
        const before = server.requests.length;
        expect(await stage.look({ files: ["README.md"], cache })).toEqual(first);
        expect(server.requests.slice(before)).toEqual(["POST /pilot/one.git/git-upload-pack"]);
      },
    ),
  );

  it(
    "to a repository that is not there says so",
    overHttp({}, async ({ forge, write }) => {
      const plan = await write({ repo: { owner: "pilot", repo: "two" } });
      expect(await forge.advanceBranch(plan)).toMatchObject({ kind: "rejected", reason: "not_found" });
    }),
  );
});
