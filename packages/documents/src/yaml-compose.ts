import { Composer, type CST, type Document, Parser, type YAMLParseError } from "yaml";

/** Errors that are told of one text: the library could find one at every character. */
export const MAX_ERRORS = 100;

/** A flaw the library found; `code` is one of its own. */
export type Flaw = Pick<YAMLParseError, "code" | "message" | "pos">;

/** What the library made of a text. */
export interface Composed {
  /** At most two: that there are several is all one needs to know. Empty where the library was stopped. */
  readonly documents: readonly Document.Parsed[];
  /** In all documents; at most `MAX_ERRORS`. */
  readonly errors: readonly Flaw[];
}

/**
 * Composes lexemes of a text of this length (as the library's lexer gives them) into documents: YAML 1.2, core schema,
 * whatever a `%YAML` directive says. Stops at the second document, and at the hundredth error: each costs the library
 * a stack trace, and a text can have one at every character.
 */
export function compose(sources: Iterable<string>, length: number): Composed {
  const composer = newComposer();
  const documents: Document.Parsed[] = [];
  const unexpected: Flaw[] = [];
  stopWhenFull(composer.streamInfo().errors);
  try {
    for (const token of tokensOf(sources)) {
      if (token.type === "error") {
        unexpected.push({
          code: "UNEXPECTED_TOKEN",
          message: token.message,
          pos: [token.offset, token.offset],
        });
        if (unexpected.length >= MAX_ERRORS) return { documents: [], errors: unexpected };
      } else {
        documents.push(...composer.next(token));
        // The composer fills a list of its own, a new one after every document. To ask costs it all that stands before.
        if (token.type === "document" || token.type === "doc-end") stopWhenFull(composer.streamInfo().errors);
        if (documents.length > 1) break;
      }
    }
    if (documents.length < 2) documents.push(...composer.end(true, length));
  } catch (error) {
    if (!(error instanceof TooManyErrors)) throw error;
    return { documents: [], errors: error.found.slice(0, MAX_ERRORS) };
  }
  return {
    documents,
    errors: [...unexpected, ...documents.flatMap(({ errors }) => errors)].slice(0, MAX_ERRORS),
  };
}

function newComposer(): Composer {
  return new Composer({
    version: "1.2",
    schema: "core",
    strict: true,
    // Ours are checked with a set: the library compares every key with every other.
    uniqueKeys: false,
    keepSourceTokens: true,
    intAsBigInt: true,
    resolveKnownTags: false,
    prettyErrors: false,
  });
}

function* tokensOf(sources: Iterable<string>): Generator<CST.Token> {
  const parser = new Parser();
  for (const source of sources) yield* parser.next(source);
  yield* parser.end();
}

/** Thrown through the library, which cannot be asked to stop. */
class TooManyErrors extends Error {
  readonly found: readonly Flaw[];

  constructor(found: readonly Flaw[]) {
    super("too many errors");
    this.found = found;
  }
}

function stopWhenFull(errors: YAMLParseError[]): void {
  errors.push = (...more) => {
    for (const error of more) errors[errors.length] = error;
    if (errors.length >= MAX_ERRORS) throw new TooManyErrors(errors);
    return errors.length;
  };
}
