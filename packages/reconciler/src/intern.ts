/**
 * Makes a function that answers with the first value of the same JSON text that it was given, so that what is alike in a
 * fleet is kept once. Values must be JSON, and must not change any more.
 */
export function createIntern<T>(): (value: T) => T {
  const known = new Map<string, T>();
  return (value) => {
    const text = JSON.stringify(value);
    const found = known.get(text);
    if (found !== undefined) return found;
    known.set(text, value);
    return value;
  };
}
