/** A handler at a path of the official description. */
export interface Route<H> {
  readonly method: string;
  /** As in the description, such as `/repos/{owner}/{repo}/git/ref/{ref}`. */
  readonly template: string;
  readonly handler: H;
}

/** The route of a request, with the values of the template's names, decoded. */
export interface Match<H> {
  readonly route: Route<H>;
  readonly path: Readonly<Record<string, string>>;
}

/** Names whose values may hold slashes; the root folder has an empty path, without a slash before. */
const long: Readonly<Record<string, string>> = { path: "(?:/(.*))?", ref: "/(.+)", basehead: "/(.+)" };

interface Compiled<H> {
  readonly route: Route<H>;
  readonly pattern: RegExp;
  readonly names: readonly string[];
}

/** Finds routes. Among those that fit, the first one given wins. */
export function createRouter<H>(
  routes: readonly Route<H>[],
): (method: string, path: string) => Match<H> | undefined {
  const compiled = routes.map(compile);
  return (method, path) => {
    for (const { route, pattern, names } of compiled) {
      if (route.method !== method) continue;
      const found = pattern.exec(path);
      if (found === null) continue;
      const values = names.map((name, index) => [name, decode(found[index + 1] ?? "")]);
      return { route, path: Object.fromEntries(values) };
    }
    return undefined;
  };
}

function compile<H>(route: Route<H>): Compiled<H> {
  const names: string[] = [];
  const source = route.template.replace(/\/\{(\w+)\}/g, (_all, name: string) => {
    names.push(name);
    return long[name] ?? "/([^/]+)";
  });
  return { route, names, pattern: new RegExp(`^${source}$`) };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
