import { redactor } from "./git/environment.ts";

/**
 * Whether an address holds credentials: a password, or over HTTP a name alone, which may be a token. Git's templates
 * and addresses as ssh writes them (`git@host:path`) are taken too. Pure.
 */
export function hasCredentials(address: string): boolean {
  return credentials.some((pattern) => pattern.test(address));
}

const credentials = [
  /^https?:\/\/[^/]*@/i,
  // A name alone is what ssh needs.
  /^[a-z][a-z0-9+.-]*:\/\/[^/@]*:[^/]*@/i,
  // People write a password with a / as it is: what looks like a port is none.
  /^[a-z][a-z0-9+.-]*:\/\/[^/@[\]]*:(?!\d*(?:\/|$))[^@]*@/i,
  // The scheme was forgotten.
  /^[^/:@]{2,}:[^/@]+@/,
];

const redactUrls = redactor([]);

/** An address as it may be shown: without anything that may be a password, also where it is no address at all. Pure. */
export function withoutCredentials(address: string): string {
  return redactUrls(address).replace(/^([a-z][a-z0-9+.-]*:\/\/)?.*:.*@/i, "$1***@");
}
