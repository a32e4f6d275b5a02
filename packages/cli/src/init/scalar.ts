/** A text as a YAML scalar in one line: plain where every reader takes it for that text, else quoted. */
export function scalar(text: string): string {
  const isPlain =
    /^[A-Za-z][A-Za-z0-9._/-]*$/.test(text) && !/^(?:true|false|null|yes|no|on|off|y|n)$/i.test(text);
  return isPlain ? text : JSON.stringify(text);
}
