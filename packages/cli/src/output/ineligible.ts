/** What a person does for a repo that gets no proposals, by why it gets none: the forge's word, alone or in a sentence. */
export function ineligibleStep(reason: string): string {
  const [, step = "make it available"] = steps.find(([word]) => new RegExp(`\\b${word}$`).test(reason)) ?? [];
  return `${step}, or take it out of the roster`;
}

const steps: readonly (readonly [reason: string, step: string])[] = [
  ["empty", "push a first commit to it"],
  ["archived", "unarchive it on its forge"],
  ["disabled", "have it turned on again on its forge"],
  ["mirror", "name the repo that it mirrors instead"],
  ["no_access", "give the tool's account write access to it"],
];
