/**
 * The one exception of this project. Thrown only for what a caller cannot be expected to handle as a value: a broken
 * installation, an unreadable ops repo, a programmer's mistake.
 *
 * `code` is stable and documented in docs/errors.md; `message` says where and what was expected and received; `hint`
 * says what to do next.
 */
export class CoulombError extends Error {
  override readonly name = "CoulombError";
  readonly code: string;
  readonly hint: string | undefined;

  constructor(code: string, message: string, options: { hint?: string; cause?: unknown } = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.code = code;
    this.hint = options.hint;
  }
}
