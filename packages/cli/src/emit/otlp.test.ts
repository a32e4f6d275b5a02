import { createServer } from "node:net";
import { beforeAll, describe, expect, it } from "vitest";
import { sendOtlp } from "./index.ts";
import { readOtlp, withServer } from "./otlp.fixture.ts";
import { repoOf, reportOf } from "./report.fixture.ts";

const report = reportOf([repoOf()]);

// Loads the libraries, which takes longer than some tests give.
beforeAll(() =>
  withServer(
    (response) => response.end(),
    async (url) => {
      await sendOtlp(report, { OTEL_EXPORTER_OTLP_ENDPOINT: url }, 20_000);
    },
  ),
);

describe("sendOtlp", () => {
  it.each([
    ["nothing is set", {}],
    ["the endpoint is empty", { OTEL_EXPORTER_OTLP_ENDPOINT: " " }],
    ["the SDK is disabled", { OTEL_EXPORTER_OTLP_ENDPOINT: "http://127.0.0.1:1", OTEL_SDK_DISABLED: "true" }],
  ])("sends nothing when %s", async (_when, env) => {
    expect(await sendOtlp(report, env)).toBeUndefined();
  });

  it.each([
    [
      "the general endpoint",
      (url: string) => ({ OTEL_EXPORTER_OTLP_ENDPOINT: `${url}/otel/` }),
      "/otel/v1/metrics",
    ],
    [
      "the endpoint of metrics as it is",
      (url: string) => ({
        OTEL_EXPORTER_OTLP_ENDPOINT: "http://127.0.0.1:1",
        OTEL_EXPORTER_OTLP_METRICS_ENDPOINT: `${url}/in`,
      }),
      "/in",
    ],
  ])("posts to %s", async (_what, env, path) => {
    await withServer(
      (response) => response.end(),
      async (url, received) => {
        expect(await sendOtlp(report, env(url))).toBeUndefined();
        expect(received.map((each) => each.url)).toEqual([path]);
      },
    );
  });

  it("sends headers and the name of the service", async () => {
    const env = { OTEL_EXPORTER_OTLP_HEADERS: "x-key=a%20b, x-other = c=d", OTEL_SERVICE_NAME: "fleet" };
    await withServer(
      (response) => response.end(),
      async (url, received) => {
        await sendOtlp(report, { ...env, OTEL_EXPORTER_OTLP_ENDPOINT: url });
        expect(received[0]?.headers).toMatchObject({ "x-key": "a b", "x-other": "c=d" });
        const { resource } = readOtlp(received[0]?.body ?? "");
        expect(resource).toMatchObject({ "service.name": "fleet", "coulomb.installation": "coulomb-loop" });
      },
    );
  });

  it("sends every repo of a large fleet", async () => {
    const repos = Array.from({ length: 2500 }, (_, index) => repoOf({ repo_id: `local/o/r${index}` }));
    await withServer(
      (response) => response.end(),
      async (url, received) => {
        await sendOtlp(reportOf(repos), { OTEL_EXPORTER_OTLP_ENDPOINT: url });
        const { points } = readOtlp(received[0]?.body ?? "");
        expect(points.filter((point) => point.name === "coulomb_repo_info").length).toBe(2500);
      },
    );
  });

  it.each([
    [{ exit_code: 0 }, 1, 0],
    [{ exit_code: 1 }, 0, 0],
    [{ exit_code: 4, stopped: { code: "mass_change", message: "m", hint: "h" } }, 0, 1],
  ] as const)(
    "sends the last success of a run that is one, and what stopped it: %j",
    async (changes, count, stops) => {
      await withServer(
        (response) => response.end(),
        async (url, received) => {
          await sendOtlp(reportOf([repoOf()], changes), { OTEL_EXPORTER_OTLP_ENDPOINT: url });
          const { points } = readOtlp(received[0]?.body ?? "");
          const of = (name: string) => points.filter((point) => point.name === name);
          expect(of("coulomb_run_last_success_timestamp_seconds")).toHaveLength(count);
          const stopped = of("coulomb_run_stopped").find(({ labels }) => labels.code === "mass_change");
          expect(stopped?.value).toBe(stops);
        },
      );
    },
  );

  it.each([400, 500, 503])(
    "warns about status %i, without what the server says or a header",
    async (status) => {
      const env = { OTEL_EXPORTER_OTLP_HEADERS: "authorization=Bearer%20s3cret" };
      await withServer(
        (response) => response.writeHead(status).end("you sent s3cret"),
        async (url) => {
          const warning = await sendOtlp(report, { ...env, OTEL_EXPORTER_OTLP_ENDPOINT: url }, 300);
          expect(warning).toMatch(/^metrics were not sent/u);
          expect(warning).not.toContain("s3cret");
        },
      );
    },
  );

  it.each([
    ["no URL", "collector"],
    ["another scheme", "file:///etc/passwd"],
    ["nobody listening, and a password", "http://me:s3cret@127.0.0.1:1"],
  ])("warns about %s", async (_what, url) => {
    const warning = await sendOtlp(report, { OTEL_EXPORTER_OTLP_ENDPOINT: url }, 300);
    expect(warning).toMatch(/^metrics were not sent/u);
    expect(warning).not.toContain("s3cret");
  });

  it("warns about a certificate that cannot be read", async () => {
    const env = {
      OTEL_EXPORTER_OTLP_ENDPOINT: "https://127.0.0.1:1",
      OTEL_EXPORTER_OTLP_CERTIFICATE: "/nowhere/ca.pem",
    };
    expect(await sendOtlp(report, env, 300)).toMatch(/^metrics were not sent/u);
  });

  it.each([
    ["never answers", () => {}],
    [
      "answers drop by drop",
      (response: { write: (text: string) => unknown; on: (event: "close", then: () => void) => unknown }) => {
        const drops = setInterval(() => response.write(" "), 20);
        response.on("close", () => clearInterval(drops));
      },
    ],
  ])("gives up on a server that %s, and leaves no connection", async (_what, answer) => {
    await withServer(answer, async (url, _received, closed) => {
      expect(await sendOtlp(report, { OTEL_EXPORTER_OTLP_ENDPOINT: url }, 500)).toMatch(
        /^metrics were not sent/u,
      );
      await closed;
    });
  });

  it("connects to nobody once its time is over", async () => {
    await withServer(
      (response) => response.writeHead(503, { "retry-after": "0" }).end(),
      async (url, received) => {
        expect(await sendOtlp(report, { OTEL_EXPORTER_OTLP_ENDPOINT: url }, 0)).toMatch(
          /^metrics were not sent/u,
        );
        expect(received.length).toBeLessThanOrEqual(1);
      },
    );
  });

  it("warns about a server that hangs up", async () => {
    const server = createServer((socket) => socket.destroy());
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const address = server.address();
    const port = typeof address === "object" && address !== null ? address.port : 0;
    const env = { OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${port}` };
    expect(await sendOtlp(report, env, 300)).toMatch(/^metrics were not sent/u);
    await new Promise((resolve) => server.close(resolve));
  });
});
