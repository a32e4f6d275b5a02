import { readFileSync } from "node:fs";
import { Agent } from "node:http";
import { Agent as SecureAgent } from "node:https";
import type { RunReport } from "@coulomb-loop/schemas";
import { printable } from "../terminal.ts";
import { gauges } from "./metrics.ts";

/** The environment, as far as it is looked at. */
type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Sends the figures of a run by OTLP over HTTP, when the environment names an endpoint. The last success is sent by the
 * run that was one: what is sent stays with whoever receives it, so a failed run has nothing to repeat. Answers nothing when they
 * arrived or nobody asked for them, else a warning that never holds headers or credentials. Never throws, and never
 * takes longer than `timeoutMs`; no connection outlives it.
 *
 * Read are `OTEL_EXPORTER_OTLP_ENDPOINT`, `_HEADERS`, `_CERTIFICATE`, `_CLIENT_CERTIFICATE`, `_CLIENT_KEY`, each also as
 * `OTEL_EXPORTER_OTLP_METRICS_…`, which wins; `OTEL_SERVICE_NAME` and `OTEL_SDK_DISABLED`. Source: OpenTelemetry
 * Protocol Exporter.
 */
export async function sendOtlp(
  report: RunReport,
  env: Environment,
  timeoutMs = 5000,
): Promise<string | undefined> {
  const endpoint = endpointOf(env);
  if (endpoint === undefined) return undefined;
  if (!/^https?:\/\//iu.test(endpoint) || !URL.canParse(endpoint))
    return "metrics were not sent: the OTLP endpoint is not an http or https URL";
  const { origin } = new URL(endpoint);
  const lost = (why: string) => `metrics were not sent to ${origin}: ${printable(why)}`;
  const agents: Agent[] = [];
  let isOver = false;
  const deadline = Promise.withResolvers<string>();
  const timer = setTimeout(() => deadline.resolve(`no answer within ${timeoutMs} ms`), timeoutMs);
  try {
    const agentFor = (protocol: string): Agent => {
      if (isOver) return refuse();
      const agent = protocol.startsWith("https") ? new SecureAgent(certificates(env)) : new Agent();
      agents.push(agent);
      return agent;
    };
    const sent = send(report, { env, endpoint, timeoutMs, agentFor });
    const why = await Promise.race([sent, deadline.promise]);
    return why === undefined ? undefined : lost(why);
  } catch (error) {
    return lost(reasonOf(error));
  } finally {
    clearTimeout(timer);
    isOver = true;
    // A server that answers drop by drop, or a try that begins only now, would keep its connection, and with it the process.
    for (const agent of agents) {
      agent.createConnection = refuse;
      agent.destroy();
    }
  }
}

function refuse(): never {
  throw new Error("the time for sending metrics is over");
}

interface Sending {
  readonly env: Environment;
  readonly endpoint: string;
  readonly timeoutMs: number;
  readonly agentFor: (protocol: string) => Agent;
}

/** Loads the libraries, which nobody else needs, and sends; answers why that failed. */
async function send(
  report: RunReport,
  { env, endpoint, timeoutMs, agentFor }: Sending,
): Promise<string | undefined> {
  const [{ OTLPMetricExporter }, { MeterProvider, MetricReader }, { resourceFromAttributes }] =
    await Promise.all([
      import("@opentelemetry/exporter-metrics-otlp-http"),
      import("@opentelemetry/sdk-metrics"),
      import("@opentelemetry/resources"),
    ]);
  /** Read once, at the end. The library keeps 2000 values of a gauge unless told otherwise. */
  class OneReading extends MetricReader {
    protected override async onShutdown(): Promise<void> {}
    protected override async onForceFlush(): Promise<void> {}
  }
  const reader = new OneReading({ cardinalitySelector: () => Number.MAX_SAFE_INTEGER });
  const resource = resourceFromAttributes({
    "service.name": given(env.OTEL_SERVICE_NAME) ?? "coulomb",
    "service.version": report.tool_version,
    "coulomb.installation": report.installation,
  });
  const meter = new MeterProvider({ resource, readers: [reader] }).getMeter("coulomb", report.tool_version);
  for (const { name, help, samples } of gauges(report)) {
    const gauge = meter.createGauge(name, { description: help });
    for (const { labels, value } of samples) gauge.record(value, labels);
  }
  const { resourceMetrics } = await reader.collect();
  const exporter = new OTLPMetricExporter({
    url: endpoint,
    headers: headersOf(env),
    timeoutMillis: timeoutMs,
    httpAgentOptions: agentFor,
  });
  return new Promise((resolve) => {
    exporter.export(resourceMetrics, ({ code, error }: { readonly code: number; readonly error?: Error }) => {
      resolve(code === 0 ? undefined : reasonOf(error));
    });
  });
}

function endpointOf(env: Environment): string | undefined {
  if (env.OTEL_SDK_DISABLED?.toLowerCase() === "true") return undefined;
  const base = given(env.OTEL_EXPORTER_OTLP_ENDPOINT);
  const all = base === undefined ? undefined : `${base.replace(/\/$/u, "")}/v1/metrics`;
  return given(env.OTEL_EXPORTER_OTLP_METRICS_ENDPOINT) ?? all;
}

/** Headers as the environment lists them: `name=value,name=value`, percent-encoded. What cannot be read is left out. */
function headersOf(env: Environment): Record<string, string> {
  const lists = [env.OTEL_EXPORTER_OTLP_HEADERS, env.OTEL_EXPORTER_OTLP_METRICS_HEADERS];
  const pairs = lists
    .flatMap((list) => (list ?? "").split(","))
    .flatMap((pair) => {
      const at = pair.indexOf("=");
      return at < 1 ? [] : [[decoded(pair.slice(0, at)), decoded(pair.slice(at + 1))] as const];
    });
  return Object.fromEntries(pairs);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text.trim());
  } catch {
    return text.trim();
  }
}

/** The agent is ours, so the library no longer reads the certificates it would. */
function certificates(env: Environment): Record<string, Buffer> {
  const files = { ca: "CERTIFICATE", cert: "CLIENT_CERTIFICATE", key: "CLIENT_KEY" };
  return Object.fromEntries(
    Object.entries(files).flatMap(([option, name]) => {
      const file =
        given(env[`OTEL_EXPORTER_OTLP_METRICS_${name}`]) ?? given(env[`OTEL_EXPORTER_OTLP_${name}`]);
      return file === undefined ? [] : [[option, readFileSync(file)]];
    }),
  );
}

/** A variable that is set to nothing counts as not set. */
function given(value: string | undefined): string | undefined {
  return value === undefined || value.trim() === "" ? undefined : value.trim();
}

/** Why, in a line. An error of several connections has no message of its own. */
function reasonOf(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(reasonOf).join("; ");
  if (!(error instanceof Error)) return "it was refused";
  const errno =
    "code" in error && (typeof error.code === "string" || typeof error.code === "number")
      ? `${error.code}`
      : "";
  return [errno, error.message].filter((part) => part !== "").join(" ") || error.name;
}
