import { existsSync, lstatSync, readFileSync, renameSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import type { Stage } from "./fleet.fixture.ts";
import { createStage, fixedNow, pilot, wantedSchedule } from "./fleet.fixture.ts";

const changed = wantedSchedule.replace("15 * * * *", "45 * * * *");

let stage: Stage;
beforeAll(async () => {
  stage = await createStage({
    pilots: { alpha: pilot(undefined), beta: pilot(changed), gamma: pilot(wantedSchedule) },
  });
});

const read = (name: string) => readFileSync(join(stage.ops, name), "utf8");

describe("--emit", () => {
  it("writes every format from the report that --json prints", async () => {
    const formats = ["json=r.json", "jsonl=r.jsonl", "sarif=r.sarif", "junit=r.xml", "github-summary=r.md"];
    const args = formats.flatMap((each) => ["--emit", each]);
    const report = await stage.json(["reconcile", "--dry-run", ...args]);
    expect(JSON.parse(read("r.json"))).toEqual(report);
    expect(report.counts).toEqual({ create: 1, adoption: 1, in_sync: 1 });
    expect(read("r.md")).toContain("adoption");
    expect(read("r.xml")).toContain("<testsuite");
    expect(JSON.parse(read("r.sarif")).runs[0].properties.counts).toEqual(report.counts);
    expect(existsSync(join(stage.ops, "r.json.tmp"))).toBe(false);
  });

  it("tells of a plan too, and prints to stdout", async () => {
    const ran = await stage.coulomb(["plan", "--emit", "github=-"]);
    expect(ran.code).toBe(0);
    expect(ran.stdout).toMatch(/^(::warning file=[^ ]*roster\.yaml.*\n)+$/);
    expect(ran.stderr).toContain("3 repos: 1 adoption, 1 create, 1 in sync");
  });

  it("prints one document and nothing else when a format goes to stdout", async () => {
    for (const args of [["plan"], ["plan", "--out", "p.json"], ["reconcile", "--dry-run"]]) {
      const ran = await stage.coulomb([...args, "--emit", "json=-", "--emit", "sarif=also.sarif"]);
      expect(JSON.parse(ran.stdout).kind).toBe("run");
      expect(ran.stderr).toContain("3 repos: 1 adoption, 1 create, 1 in sync");
    }
    const calm = await createStage({ pilots: { gamma: pilot(wantedSchedule) } });
    const ran = await calm.coulomb(["plan", "--emit", "github=-"]);
    expect([ran.code, ran.stdout]).toEqual([0, ""]);
  });

  it.each([
    [["plan", "--emit", "json=-", "--emit", "sarif=-"], /json goes to stdout already/],
    [["plan", "--emit", "json=-", "--json"], /--json and --emit json=- both print a document/],
    [["plan", "--emit", "json=-", "--out", "-"], /--out - and --emit json=- both print a document/],
    [["reconcile", "--emit", "github=-", "--json"], /--json and --emit github=- both print/],
  ])("refuses two documents on stdout: %j", async (args, message) => {
    const ran = await stage.coulomb(args);
    expect([ran.code, ran.stderr]).toEqual([64, expect.stringMatching(message)]);
  });

  it.each([
    [["promote", "--emit", "sarif=x"], /sarif is no format of this command: there is jsonl/],
    [["demote", "alpha", "--to", "x", "--reason", "y", "--emit", "jsnl=x"], /did you mean "jsonl"/],
    [["hold", "--all", "--reason", "y", "--emit", "jsonl"], /expected jsonl=<path>/],
    [["promote", "--emit", "jsonl=-", "--emit", "jsonl=-"], /jsonl goes to stdout already/],
    [["promote", "--emit", "jsonl=x", "--emit", "jsonl=x"], /two formats would be written to x/],
    [["promote", "--emit", "jsonl=-", "--json"], /--json and --emit jsonl=- both print a document/],
  ])("refuses %j: promotions tell events, as JSON lines only", async (args, message) => {
    const ran = await stage.coulomb(args);
    expect([ran.code, ran.stderr]).toEqual([64, expect.stringMatching(message)]);
  });

  it("adds to the summary of a job, and replaces any other file", async () => {
    const summary = join(stage.ops, "job.md");
    writeFileSync(summary, "EARLIER\n");
    const env = { GITHUB_STEP_SUMMARY: summary };
    await stage.coulomb(["plan", "--emit", `github-summary=${summary}`], { env });
    expect(readFileSync(summary, "utf8")).toMatch(/^EARLIER\n[\s\S]*adoption/);
    writeFileSync(join(stage.ops, "own.md"), "EARLIER\n");
    await stage.coulomb(["plan", "--emit", "github-summary=own.md"], { env });
    expect(read("own.md")).not.toContain("EARLIER");
  });

  it("keeps the last success in a file of metrics, and tells the detailed exit code", async () => {
    const own = await createStage({ pilots: { alpha: pilot(undefined) } });
    const metrics = (line: RegExp) =>
      line.exec(readFileSync(join(own.ops, "m.prom"), "utf8"))?.[1] ?? "absent";
    const run = async (args: readonly string[], now: number) => {
      const { code } = await own.coulomb([...args, "--emit", "prometheus=m.prom"], { now });
      return [
        code,
        metrics(/^coulomb_run_exit_code (\d)$/m),
        metrics(/^coulomb_run_last_success_timestamp_seconds (\d+)$/m),
      ];
    };
    const success = String(fixedNow / 1000);
    expect(await run(["plan"], fixedNow)).toEqual([0, "2", "absent"]);
    expect(await run(["reconcile"], fixedNow)).toEqual([0, "2", success]);
    expect(await run(["reconcile", "--dry-run"], fixedNow + 60_000)).toEqual([0, "2", success]);
    renameSync(own.path("alpha"), `${own.path("alpha")}.gone`);
    expect(await run(["reconcile"], fixedNow + 120_000)).toEqual([1, "1", success]);
  });

  it("writes to what is no file, and through a link, without taking it away", async () => {
    symlinkSync("/dev/null", join(stage.ops, "null"));
    writeFileSync(join(stage.ops, "real.json"), "{}");
    symlinkSync("real.json", join(stage.ops, "link.json"));
    const ran = await stage.coulomb(["plan", "--emit", "json=null", "--emit", "json=link.json"]);
    expect([ran.code, ran.stderr]).toEqual([0, ""]);
    expect(lstatSync(join(stage.ops, "null")).isSymbolicLink()).toBe(true);
    expect(lstatSync("/dev/null").isCharacterDevice()).toBe(true);
    expect(lstatSync(join(stage.ops, "link.json")).isSymbolicLink()).toBe(true);
    expect(JSON.parse(read("real.json")).kind).toBe("run");
  });

  it.each([
    [["--emit", "sarfi=x"], /did you mean "sarif"/],
    [["--emit", "sarif"], /sarif=<path>/],
  ])("refuses %j with what to write instead", async (args, message) => {
    const ran = await stage.coulomb(["plan", ...args]);
    expect(ran.code).toBe(64);
    expect(ran.stderr).toMatch(message);
  });

  it("says which file cannot be written, after the run", async () => {
    const ran = await stage.coulomb(["plan", "--emit", "json=none/x.json", "--emit", "jsonl=good.jsonl"]);
    expect(ran.code).toBe(1);
    expect(ran.stderr).toContain("emit_unwritable");
    expect(read("good.jsonl")).toContain('"kind":"run"');
  });
});

describe("a run with OpenTelemetry configured", () => {
  it("sends its figures, and a collector that is not there is a warning", async () => {
    const own = await createStage({ pilots: { alpha: pilot(wantedSchedule) } });
    const paths: string[] = [];
    const server = createServer((request, response) => {
      paths.push(request.url ?? "");
      request
        .resume()
        .on("end", () => response.writeHead(200, { "content-type": "application/json" }).end("{}"));
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const address = server.address();
    const port = typeof address === "object" && address !== null ? address.port : 0;
    const env = { OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${port}` };
    const sent = await own.coulomb(["reconcile"], { env });
    await new Promise((resolve) => server.close(resolve));
    expect([sent.code, sent.stderr, paths]).toEqual([0, "", ["/v1/metrics"]]);
    const alone = await own.coulomb(["reconcile"], { env });
    expect(alone.code).toBe(0);
    expect(alone.stderr).toMatch(/^warning /);
  });
});

describe("reconcile with orders", () => {
  it("offers again what people declined", async () => {
    const own = await createStage({ pilots: { alpha: pilot(undefined) } });
    await own.coulomb(["reconcile"]);
    await own.coulomb(["requests", "close", "alpha", "--reason", "not yet"]);
    const declined = await own.coulomb(["reconcile"]);
    expect(declined.stdout).toContain("declined");
    const why = await own.json(["why", "alpha"]);
    expect(why.would_change).toContainEqual(expect.stringContaining("--reopen alpha"));
    const again = await own.coulomb(["reconcile", "--reopen", "alpha"]);
    expect(again.stdout).toContain("proposal open #2");
    const unknown = await own.coulomb(["reconcile", "--reopen", "alhpa"]);
    expect([unknown.code, unknown.stderr]).toEqual([64, expect.stringContaining('did you mean "alpha"')]);
  });

  it("stops a sweeping run with exit 4, and goes on with the plan that was looked at", async () => {
    const own = await createStage({
      pilots: { alpha: pilot(wantedSchedule), beta: pilot(wantedSchedule), gamma: pilot(wantedSchedule) },
    });
    await own.coulomb(["reconcile"]);
    own.edit("loops/kaizen-stack/roster.yaml", (text) =>
      text.replace(
        /active:\n[\s\S]*/,
        "active:\n  - { repo: gamma }\nsaturated:\n  - { repo: alpha }\n  - { repo: beta }\n",
      ),
    );
    const stopped = await own.json(["reconcile", "--emit", "junit=run.xml"]);
    expect(stopped).toMatchObject({ exit_code: 4, writes: 0, stopped: { code: "mass_change" } });
    expect(readFileSync(join(own.ops, "run.xml"), "utf8")).toContain('<testcase name="mass_change"');
    const foretold = await own.coulomb(["status"]);
    expect(foretold.stdout).toMatch(/^reconcile would stop: 2 of 3 repos .*\[mass_change\]$/m);
    expect(foretold.stdout).toContain("--allow-mass-change <plan_digest>");
    expect(foretold.stdout).not.toContain("would be opened");
    expect(await own.json(["status"])).toMatchObject({ stopped: { code: "mass_change" } });
    await own.coulomb(["plan", "--out", "plan.json"]);
    const digest = String(JSON.parse(readFileSync(join(own.ops, "plan.json"), "utf8")).plan_digest);
    const args = ["reconcile", "--plan", "plan.json", "--allow-mass-change", digest];
    expect(await own.json(args)).toMatchObject({ exit_code: 2, writes: 4 });
  });

  it("says who runs already, and takes over by order", async () => {
    const own = await createStage({ pilots: { alpha: pilot(changed) } });
    const lease = `${JSON.stringify({ holder: "elsewhere:7", nonce: "abc", expires_at: "2099-01-01T00:00:00Z" })}\n`;
    await own.person("demo-ops").commit("coulomb-state/demo", { "lease.json": lease });
    const busy = await own.coulomb(["reconcile"]);
    expect(busy.code).toBe(1);
    expect(busy.stdout).toContain("another run is at work: elsewhere:7");
    expect(busy.stdout).toContain("--take-over abc");
    expect((await own.coulomb(["reconcile", "--take-over", "xyz"])).stderr).toContain("lease_unknown");
    expect((await own.coulomb(["reconcile", "--take-over", "abc"])).stdout).toContain("proposal open #1");
  });
});
