/** What would be seen of a secret that leaks; see `needlesOf`. */
export type Needles = readonly string[];

/** So much of a form tells it from other words: messages are cut, and may hold its beginning or end only. */
const telling = 16;

/**
 * The texts by which a secret is known wherever it is written: itself or each line of it, as in URLs, and base64 of it
 * (both alphabets) with anything before and after, as in Basic credentials. Of each form its beginning and its end stand
 * for all. Throws when the secret is too short to be told from other words.
 */
export function needlesOf(secret: string): Needles {
  const lines = secret.split("\n").filter((line) => line !== "" && !line.startsWith("-----"));
  if (lines.some((line) => line.length < telling && lines.length === 1))
    throw new Error(`a secret to search for has at least ${telling} characters`);
  const plain = lines.filter((line) => line.length >= telling);
  const forms = [...plain, ...plain.map((line) => encodeURIComponent(line)), ...base64Forms(secret)];
  return [...new Set(forms.flatMap((form) => [form.slice(0, telling), form.slice(-telling)]))];
}

/** Base64 in each of the three ways in which a secret may lie on the digits, those that depend on it alone. */
function base64Forms(secret: string): readonly string[] {
  return (["base64", "base64url"] as const).flatMap((alphabet) =>
    [0, 1, 2].map((before) => {
      const bytes = Buffer.concat([Buffer.alloc(before), Buffer.from(secret)]);
      return bytes.toString(alphabet).slice(Math.ceil((before * 4) / 3), Math.floor((bytes.length * 4) / 3));
    }),
  );
}

/** Those needles that stand in a text. */
export function leaksIn(text: string, needles: Needles): readonly string[] {
  return needles.filter((needle) => text.includes(needle));
}

/** Everything that a value tells, as text: lists, maps, and errors with stack and causes. Bytes as Latin-1. */
export function wholeText(value: unknown): string {
  const seen = new Set<object>();
  const texts: string[] = [];
  const add = (each: unknown): void => {
    if (typeof each !== "object" || each === null) return void texts.push(String(each));
    if (seen.has(each)) return;
    seen.add(each);
    if (each instanceof Uint8Array) return void texts.push(Buffer.from(each).toString("latin1"));
    if (each instanceof Map || each instanceof Set) for (const part of each) add(part);
    if (each instanceof Error) texts.push(each.name, each.message, each.stack ?? "");
    // What JSON leaves out counts too: causes, and whatever a library puts on its errors.
    for (const name of Reflect.ownKeys(each)) {
      texts.push(String(name));
      add(Reflect.get(each, name));
    }
  };
  add(value);
  return texts.join("\n");
}
