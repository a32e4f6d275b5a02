import { isCancel, select, text } from "@clack/prompts";
import { CoulombError } from "@coulomb-loop/schemas";
import type { Io } from "../io.ts";
import type { Ask, Question } from "./answers.ts";

type Person = NonNullable<Io["person"]>;

/** Asks at a terminal, one question after the other. */
export function askAt(person: Person): Ask {
  return async (question) => {
    const given = await ask(person, question);
    if (typeof given === "string") return given;
    throw new CoulombError("init_cancelled", "you gave up; nothing was written", {
      hint: "coulomb init --help shows the options that answer without questions",
    });
  };
}

async function ask(person: Person, { text: message, choices, fallback, flaw }: Question) {
  const given =
    choices === undefined
      ? await text({
          ...person,
          message,
          ...(fallback === undefined ? {} : { placeholder: fallback, defaultValue: fallback }),
          validate: (value = "") => (value === "" && fallback !== undefined ? undefined : flaw(value)),
        })
      : await select({
          ...person,
          message,
          options: choices.map((value) => ({ value, label: value })),
        });
  return isCancel(given) ? undefined : given;
}
