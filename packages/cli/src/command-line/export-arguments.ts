import { InvalidArgumentError } from "commander";

/** Minutes between ticks. */
export function interval(text: string): number {
  const minutes = Number(text);
  if (Number.isInteger(minutes) && minutes >= 1 && minutes <= 30 && 60 % minutes === 0) return minutes;
  throw new InvalidArgumentError("Give a divisor of 60, from 1 to 30.");
}

/** What is exported is committed somewhere: a token in an address would be too. */
export function withoutSecret(text: string): string {
  // Whatever stands before an @ of an address for HTTP is a secret; for SSH it is a user.
  const userinfo = /^(https?|[a-z+]+):\/\/([^/@]*)@/i.exec(text);
  const isSecret =
    userinfo !== null && (/^https?$/i.test(userinfo[1] ?? "") || (userinfo[2] ?? "").includes(":"));
  if (!isSecret) return text;
  throw new InvalidArgumentError(
    "Give the address without a token or password; git takes it from the secret (docs/activity-runtime.md).",
  );
}

/** The name of a CronJob: its pods' names are made from it, so it is short. */
export function kubernetesName(text: string): string {
  return dnsName(text, 52);
}

/** The name of a namespace. */
export function namespace(text: string): string {
  if (!text.includes(".")) return dnsName(text, 63);
  throw new InvalidArgumentError("expected lower-case letters, digits and '-'");
}

/** The name of a secret. */
export function secretName(text: string): string {
  return dnsName(text, 253);
}

/** What Kubernetes takes as a name (RFC 1123). */
function dnsName(text: string, longest: number): string {
  if (
    text.length <= longest &&
    /^[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*$/.test(text)
  )
    return text;
  throw new InvalidArgumentError(
    `expected lower-case letters, digits, '-' and '.', at most ${longest}, as Kubernetes names things`,
  );
}

/** A reference to an image. */
export function image(text: string): string {
  if (/^[A-Za-z0-9][\w.:/@+-]*$/.test(text)) return text;
  throw new InvalidArgumentError("expected an image, such as registry.example.org/coulomb:1");
}

/** Names of variables, repeatable. */
export function variable(text: string, before: readonly string[] = []): readonly string[] {
  if (/^[A-Za-z_]\w{0,199}$/.test(text)) return [...before, text];
  throw new InvalidArgumentError("expected the name of an environment variable, such as DATABASE_URL");
}
