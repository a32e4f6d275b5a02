import type { IncomingMessage, ServerResponse } from "node:http";
import { createServer } from "node:http";

/** What a server was sent. */
export interface Received {
  readonly url: string;
  readonly headers: IncomingMessage["headers"];
  readonly body: string;
}

/** A server on this machine for the time of `use`; `answer` is given each request once it was read. */
export async function withServer<T>(
  answer: (response: ServerResponse) => void,
  use: (url: string, received: readonly Received[], closed: Promise<void>) => Promise<T>,
): Promise<T> {
  const received: Received[] = [];
  const closed = Promise.withResolvers<void>();
  const server = createServer((request, response) => {
    response.on("close", () => closed.resolve());
    const parts: Buffer[] = [];
    request.on("data", (part: Buffer) => parts.push(part));
    request.on("end", () => {
      const body = Buffer.concat(parts).toString();
      received.push({ url: request.url ?? "", headers: request.headers, body });
      answer(response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  try {
    return await use(`http://127.0.0.1:${port}`, received, closed.promise);
  } finally {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
}

interface Attribute {
  readonly key: string;
  readonly value: { readonly stringValue?: string };
}

interface OtlpBody {
  readonly resourceMetrics: readonly {
    readonly resource: { readonly attributes: readonly Attribute[] };
    readonly scopeMetrics: readonly {
      readonly metrics: readonly {
        readonly name: string;
        readonly gauge: {
          readonly dataPoints: readonly {
            readonly asDouble?: number;
            readonly asInt?: number;
            readonly attributes: readonly Attribute[];
          }[];
        };
      }[];
    }[];
  }[];
}

/** One data point of a body. */
export interface Point {
  readonly name: string;
  readonly labels: Readonly<Record<string, string | undefined>>;
  readonly value: number | undefined;
}

/** Reads a body of OTLP in JSON: the attributes of the resource, and all points. */
export function readOtlp(body: string): {
  resource: Point["labels"];
  points: Point[];
} {
  const { resourceMetrics }: OtlpBody = JSON.parse(body);
  return {
    resource: labelsOf(resourceMetrics.flatMap(({ resource }) => resource.attributes)),
    points: resourceMetrics
      .flatMap(({ scopeMetrics }) => scopeMetrics)
      .flatMap(({ metrics }) => metrics)
      .flatMap(({ name, gauge }) =>
        gauge.dataPoints.map(({ asDouble, asInt, attributes }) => ({
          name,
          labels: labelsOf(attributes),
          value: asDouble ?? asInt,
        })),
      ),
  };
}

function labelsOf(attributes: readonly Attribute[]): Point["labels"] {
  return Object.fromEntries(attributes.map(({ key, value }) => [key, value.stringValue]));
}
