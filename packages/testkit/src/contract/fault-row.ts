import type { TooFast } from "@coulomb-loop/forge";
import type { HttpFault, RequestMatch } from "../hosting/index.ts";
import { type MethodName, methodNames } from "./fault-methods.ts";
import type { FaultStage } from "./fault-stage.ts";

/** What a method may answer: reasons of unknown facts for reads, words as `wordOf` says for writes. */
export interface Expected {
  readonly read: readonly string[];
  readonly write: readonly string[];
  /** What a write that is put off may say of the speed of the account; default: whatever it says. */
  readonly slows?: readonly (TooFast | undefined)[];
}

/** Something that goes wrong with requests. */
export interface RequestFault extends Expected {
  readonly strikes: "requests";
  readonly fault: (stage: Pick<FaultStage, "secrets">) => HttpFault;
  /** Which requests it can strike; default: each. */
  readonly only?: RequestMatch;
  /** It ends by a timeout, so forges get a short one. */
  readonly waits?: boolean;
  /** The request is handled all the same. */
  readonly after?: boolean;
  /** It may stay without any consequence: an adapter that looks again gets around it. */
  readonly avoidable?: boolean;
  /** Name of what an adapter takes it for; where every request is struck alone, faults of one name take turns. */
  readonly alike?: string;
}

/** A repository that gets into a state, with the branch of its proposal. */
export type Struck = Pick<FaultStage, "hosted" | "hosting" | "double"> & { readonly branch: string };

/** A state of the repository that forbids what is asked for. */
export interface RepositoryFault {
  readonly strikes: "repository";
  readonly begin: (stage: Struck) => unknown;
  readonly end: (stage: Struck) => unknown;
  /** Reasons of unknown facts. None: everything is known and true. */
  readonly read: readonly string[];
  /** `some`: of a repository that can be read, single facts are unknown. Default: all of them. */
  readonly hides?: "some";
  /** It is a state of the folder, with no server between. */
  readonly folder?: boolean;
  /** Why `observe` calls the repository ineligible. */
  readonly ineligible?: string;
  readonly write: readonly string[];
}

/** A fault whose tests stand by themselves. */
export interface OtherFault {
  readonly strikes: "elsewhere";
}

/** A fault whose tests stand by themselves. */
export const elsewhere: OtherFault = { strikes: "elsewhere" };

/** Why a pair of a fault and a method cannot be. */
export type Impossible = `impossible: ${string}`;

/** One fault, and the methods that cannot meet it. Every other one must be tested: there is no word for it here. */
export interface FaultRow {
  readonly name: string;
  readonly fault: RequestFault | RepositoryFault | OtherFault;
  readonly impossible: Readonly<Partial<Record<MethodName, Impossible>>>;
}

/** A row; one reason stands for all methods. */
export function row(
  name: string,
  fault: FaultRow["fault"],
  impossible: FaultRow["impossible"] | Impossible = {},
): FaultRow {
  const all =
    typeof impossible === "string"
      ? Object.fromEntries(methodNames.map((method) => [method, impossible]))
      : impossible;
  return { name, fault, impossible: all };
}

/** A fault of requests that is the same on every stage. */
export function requests(
  expected: Expected,
  fault: HttpFault,
  more: Partial<RequestFault> = {},
): RequestFault {
  return { strikes: "requests", ...expected, fault: () => fault, ...more };
}

/** An answer of an API with a status and a message, in place of handling the request. */
export function status(
  code: number,
  message: string,
  expected: Expected,
  headers: Readonly<Record<string, string>> = {},
  more: Partial<RequestFault> = {},
): RequestFault {
  const answer: HttpFault = {
    kind: "answer",
    status: code,
    headers: { "content-type": "application/json; charset=utf-8", ...headers },
    body: JSON.stringify({ message }),
  };
  return requests(expected, answer, more);
}
