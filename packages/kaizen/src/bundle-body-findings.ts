import { placeAt, type Source } from "@coulomb-loop/documents";
import type { Finding } from "@coulomb-loop/schemas";
import { bundleSections } from "./bundle-sections.ts";
import { misplaced, outlineOf } from "./outline.ts";
import { findSecrets } from "./secrets.ts";

/** What the sections of a body lack; `start` is its offset in the source. Pure. */
export function sectionFindings(source: Source, body: string, start: number): Finding[] {
  const { sections, strayTitles } = outlineOf(body);
  const titles = sections.map(({ title }) => title);
  const order = bundleSections.join(", ");
  const missing = bundleSections.filter((title) => !titles.includes(title));
  const wrong = misplaced(titles);
  const unknown = [
    ...strayTitles,
    ...sections.filter(({ title }, index) => !isKnown(title) || titles.indexOf(title) !== index),
  ];
  return [
    ...missing.map((title) =>
      findingAt(
        source,
        source.text.length,
        "bundle_section_missing",
        `there is no section "${title}"`,
        `the sections are ${order}`,
      ),
    ),
    ...unknown.map(({ title, offset }) =>
      findingAt(
        source,
        start + offset,
        "bundle_section_unknown",
        `"${title.slice(0, 80)}" is no section of a bundle, or stands twice`,
        `the sections are ${order}; what is below one has headings from ### on`,
      ),
    ),
    ...sections
      .filter(({ title }) => title === wrong)
      .slice(0, 1)
      .map(({ title, offset }) =>
        findingAt(
          source,
          start + offset,
          "bundle_section_order",
          `the section "${title}" stands in the wrong place`,
          `their order is ${order}`,
        ),
      ),
    ...sections
      .filter(({ isFilled }) => !isFilled)
      .map(({ title, offset }) =>
        findingAt(
          source,
          start + offset,
          "bundle_section_empty",
          `the section "${title.slice(0, 80)}" says nothing`,
          "write what a session has to know, or that there is nothing and why",
        ),
      ),
  ];
}

/** What looks like a secret, anywhere in the source. Pure. */
export function secretFindings(source: Source): Finding[] {
  return findSecrets(source.text).map(({ start, kind }) =>
    findingAt(
      source,
      start,
      "bundle_secret",
      `what looks like a ${kind} stands in the bundle`,
      "take it out where it comes from, and change it: it has been read",
    ),
  );
}

function isKnown(title: string): boolean {
  return bundleSections.some((each) => each === title);
}

function findingAt(source: Source, offset: number, code: string, message: string, hint: string): Finding {
  const named = source.file === undefined ? {} : { file: source.file };
  return { code, severity: "error", message, hint, ...named, ...placeAt(source, offset) };
}
