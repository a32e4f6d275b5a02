import { describe, expect, it } from "vitest";
import { copiedRev, copiedTrailer } from "./copied.ts";

const name = { key: "LOOP-WP-0001-T07", field: "status" } as const;

describe("copiedRev", () => {
  it("reads what copiedTrailer writes, and of other fields and tasks nothing", () => {
    const message = ["s", "", copiedTrailer(name, 17), "Coulomb-Change: x", ""].join("\n");
    expect(copiedRev(message, name)).toBe(17);
    expect(copiedRev(message, { ...name, field: "title" })).toBeUndefined();
    expect(copiedRev(message, { ...name, key: "LOOP-WP-0001-T08" })).toBeUndefined();
  });

  it("reads them the newest, wherever a squash puts it", () => {
    const message =
      "Squash (#3)\r\n\r\n* one\r\n\r\nCoulomb-Copied: LOOP-WP-0001-T07.status@9\r\n\r\n* two\r\n\r\n  Coulomb-Copied: LOOP-WP-0001-T07.status@12\r\nCoulomb-Copied: LOOP-WP-0001-T07.status@9\r\n";
    expect(copiedRev(message, name)).toBe(12);
  });

  it.each([
    "Coulomb-Copied: LOOP-WP-0001-T07.status",
    "say Coulomb-Copied: LOOP-WP-0001-T07.status@9",
    "Coulomb-Copied: LOOP-WP-0001-T07.status@9 or so",
    "Coulomb-Copied: LOOP-WP-0001-T07.status@x",
  ])("takes %j for none", (message) => {
    expect(copiedRev(message, name)).toBeUndefined();
  });
});
