/** Somebody with an account. Ids are given in order and never used twice. */
export interface HostingUser {
  readonly id: number;
  readonly login: string;
  readonly fullName: string;
  readonly email: string;
  readonly kind: "user" | "organization" | "bot";
  /** Rules the whole server, every repository included. */
  readonly siteAdmin: boolean;
}

export interface UserSpec {
  readonly fullName?: string;
  readonly email?: string;
  readonly kind?: HostingUser["kind"];
  readonly siteAdmin?: boolean;
}

/** Who a request comes from. `bad`: it carries a credential that opens nothing. */
export type Authentication =
  | { readonly kind: "anonymous" }
  | {
      readonly kind: "user";
      readonly user: HostingUser;
      readonly token: string;
      readonly scopes: ReadonlySet<string>;
    }
  | { readonly kind: "bad" };

/** Accounts and their tokens. Logins are compared without regard to case, as forges do. */
export interface Users {
  /** Makes an account; one that exists is answered as it is. */
  add(login: string, spec?: UserSpec): HostingUser;
  find(login: string): HostingUser | undefined;
  byId(id: number): HostingUser | undefined;
  /** The account that forges name where none is left. */
  readonly ghost: HostingUser;
  /** Lets a token stand for a login, with scopes; the account is made when it is new. Answers with the token. */
  allow(login: string, token: string, scopes?: readonly string[]): string;
  /** The same accounts and tokens, which go ways of their own from now on. */
  copy(): Users;
  /** A token is worth nothing from now on. */
  revoke(token: string): void;
  /**
   * Reads `Authorization`: `token T`, `Bearer T`, or `Basic` with the token as password (or as user name, beside an
   * empty password or `x-oauth-basic`). A user name beside a token must be the token's login, where an account has it.
   */
  authenticate(header: string | undefined): Authentication;
}

/** What a token stands for. */
interface Grant {
  readonly login: string;
  readonly scopes: ReadonlySet<string>;
}

/** Makes a server's accounts: at first only the ghost. */
export function createUsers(): Users {
  return usersOf(new Map(), new Map());
}

function usersOf(byLogin: Map<string, HostingUser>, tokens: Map<string, Grant>): Users {
  const add = (login: string, spec: UserSpec = {}): HostingUser => {
    const old = byLogin.get(login.toLowerCase());
    if (old !== undefined) return old;
    const user = toUser(byLogin.size + 1, login, spec);
    byLogin.set(login.toLowerCase(), user);
    return user;
  };
  const ghost = add("ghost");
  const open = ({ token, name }: Credential): Authentication => {
    const found = tokens.get(token);
    const user = found && byLogin.get(found.login.toLowerCase());
    if (found === undefined || user === undefined) return { kind: "bad" };
    const other = name === undefined ? undefined : byLogin.get(name.toLowerCase());
    if (other !== undefined && other.id !== user.id) return { kind: "bad" };
    return { kind: "user", user, token, scopes: found.scopes };
  };
  return {
    add,
    ghost,
    find: (login) => byLogin.get(login.toLowerCase()),
    byId: (id) => [...byLogin.values()].find((user) => user.id === id),
    allow(login, token, scopes = ["all"]) {
      tokens.set(token, { login: add(login).login, scopes: new Set(scopes) });
      return token;
    },
    copy: () => usersOf(new Map(byLogin), new Map(tokens)),
    revoke: (token) => void tokens.delete(token),
    authenticate(header) {
      if (header === undefined) return { kind: "anonymous" };
      const credential = parseCredential(header);
      return credential === null ? { kind: "bad" } : open(credential);
    },
  };
}

function toUser(id: number, login: string, { fullName, email, kind, siteAdmin }: UserSpec): HostingUser {
  return {
    id,
    login,
    fullName: fullName ?? "",
    email: email ?? `${login}@noreply.example.org`,
    kind: kind ?? "user",
    siteAdmin: siteAdmin ?? false,
  };
}

interface Credential {
  readonly token: string;
  readonly name?: string;
}

function parseCredential(header: string): Credential | null {
  const [scheme = "", value = ""] = header.trim().split(/\s+/, 2);
  if (/^(token|bearer)$/i.test(scheme)) return { token: value };
  if (!/^basic$/i.test(scheme)) return null;
  const [name = "", ...rest] = Buffer.from(value, "base64").toString("utf8").split(":");
  const password = rest.join(":");
  return password === "" || password === "x-oauth-basic" ? { token: name } : { token: password, name };
}
