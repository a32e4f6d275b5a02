import { didYouMean, type Finding } from "@coulomb-loop/schemas";

/** A parameter of the address. */
export type Parameter = {
  readonly description: string;
  readonly required?: true;
} & (
  | { readonly type: "integer"; readonly minimum: number; readonly maximum: number }
  | {
      readonly type: "string";
      readonly maxLength: number;
      /** Anchored by itself. */
      readonly pattern?: string;
      readonly values?: readonly string[];
      /** May be given several times. */
      readonly several?: true;
    }
);

/** Values of the parameters that were given: numbers, texts, and lists where there may be several. */
export interface ParameterValues {
  readonly number: (name: string) => number | undefined;
  readonly text: (name: string) => string | undefined;
  readonly texts: (name: string) => readonly string[] | undefined;
}

/** Reads the parameters of an address by their descriptions, or says all that is wrong with them. */
export function readParameters(
  search: URLSearchParams,
  parameters: Readonly<Record<string, Parameter>>,
): ParameterValues | readonly Finding[] {
  const findings: Finding[] = [];
  for (const name of new Set(search.keys())) {
    if (Object.hasOwn(parameters, name)) continue;
    const hint = didYouMean(name, Object.keys(parameters));
    findings.push(flaw(name, `"${printable(name)}" is no parameter here`, hint));
  }
  for (const [name, parameter] of Object.entries(parameters))
    findings.push(...flawsOf(name, parameter, search.getAll(name)));
  if (findings.length > 0) return findings;
  const text = (name: string) => search.get(name) ?? undefined;
  return {
    text,
    number(name) {
      const given = text(name);
      return given === undefined ? undefined : Number(given);
    },
    texts: (name) => (search.has(name) ? search.getAll(name) : undefined),
  };
}

function flawsOf(name: string, parameter: Parameter, given: readonly string[]): Finding[] {
  if (given.length === 0)
    return parameter.required === true
      ? [flaw(name, `the parameter ${name} is missing`, parameter.description)]
      : [];
  const isList = parameter.type === "string" && parameter.several === true;
  if (given.length > 1 && !isList)
    return [flaw(name, `${name} is given ${given.length} times`, "give it once")];
  return given.flatMap((value) => {
    const wrong = wrongValue(parameter, value);
    return wrong === undefined ? [] : [flaw(name, `${name} must be ${wrong}`, parameter.description)];
  });
}

/** What a value must be and is not. */
function wrongValue(parameter: Parameter, value: string): string | undefined {
  if (parameter.type === "integer") {
    const { minimum, maximum } = parameter;
    const isWhole = /^\d{1,16}$/.test(value) && Number(value) >= minimum && Number(value) <= maximum;
    return isWhole ? undefined : `a whole number from ${minimum} to ${maximum}`;
  }
  const { values, pattern, maxLength } = parameter;
  if (values !== undefined) return values.includes(value) ? undefined : `one of ${values.join(", ")}`;
  if (value === "" || value.length > maxLength || !isPlain(value))
    return `text of 1 to ${maxLength} characters, without control characters`;
  if (pattern !== undefined && !new RegExp(pattern, "u").test(value)) return `text like ${pattern}`;
  return undefined;
}

/** Text that a database can keep and a line can show. */
function isPlain(value: string): boolean {
  return value.isWellFormed() && !/[\p{Cc}]/u.test(value);
}

function printable(name: string): string {
  return name
    .toWellFormed()
    .replaceAll(/\p{Cc}/gu, "?")
    .slice(0, 60);
}

function flaw(name: string, message: string, hint: string): Finding {
  return { code: "bad_parameter", severity: "error", message, hint, path: [printable(name)] };
}
