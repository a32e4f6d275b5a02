import { describe, expect, it } from "vitest";
import { brief, coulomb, forge, opsDocuments } from "../ops-documents.fixture.ts";
import { checkOpsDocuments } from "./check-ops-documents.ts";

const asOf = Date.UTC(2026, 7, 1);
const app = { id: 1, private_key: { env: "KEY" } };

describe("checkOpsDocuments on coulomb.yaml", () => {
  it.each([
    ["a clean file", {}, []],
    ["an unknown zone", { timezone: "Europe/Berln" }, ["zone_unknown coulomb.yaml/timezone"]],
    ["two forges of one name", { forges: [forge(), forge()] }, ["duplicate_id coulomb.yaml/forges/1/name"]],
    [
      "three forges of one name",
      { forges: [forge(), forge(), forge()] },
      ["duplicate_id coulomb.yaml/forges/1/name", "duplicate_id coulomb.yaml/forges/2/name"],
    ],
    [
      "one person twice",
      { people: [{ user: "ada" }, { user: "bob" }, { user: "ada" }] },
      ["duplicate_id coulomb.yaml/people/2/user"],
    ],
    [
      "what two people are known by",
      {
        people: [
          {
            user: "ada",
            logins: { local: "a" },
            emails: ["a@x.org"],
            keys: ["ssh-ed25519 AAA ada"],
            actors: ["x"],
          },
          {
            user: "bob",
            logins: { local: "A" },
            emails: ["b@x.org", "A@X.org"],
            keys: ["ssh-ed25519  AAA"],
            actors: ["x"],
          },
          {
            user: "cy",
            logins: { local: "c" },
            emails: ["c@x.org"],
            keys: ["ssh-ed25519 AAB ada"],
            actors: ["y", "y"],
          },
        ],
      },
      ["actors/0", "emails/1", "keys/0", "logins/local"].map(
        (path) => `person_shared coulomb.yaml/people/1/${path}`,
      ),
    ],
    [
      "an ops repo on an unknown forge",
      { ops_repo: { forge: "hub", owner: "a", repo: "b" } },
      ["forge_unknown coulomb.yaml/ops_repo/forge"],
    ],
    [
      "a login on an unknown forge",
      { people: [{ user: "ada", logins: { local: "a", locl: "a" } }] },
      ["forge_unknown coulomb.yaml/people/0/logins/locl key"],
    ],
    [
      "a forge with token and app",
      { forges: [forge(), forge("hub", { kind: "github", token: { env: "T" }, app })] },
      ["forge_auth coulomb.yaml/forges/1/app"],
    ],
    [
      "a forge with a token, and one with an app",
      {
        forges: [
          forge("local", { kind: "github", token: { env: "T" } }),
          forge("hub", { kind: "github", app }),
        ],
      },
      [],
    ],
    [
      "several flaws",
      { timezone: "Mars", ops_repo: { forge: "x", owner: "a", repo: "b" } },
      ["forge_unknown coulomb.yaml/ops_repo/forge", "zone_unknown coulomb.yaml/timezone"],
    ],
    [
      "places after a flawed item",
      { people: [{ user: "A B" }, { user: "ada" }, { user: "ada" }] },
      ["duplicate_id coulomb.yaml/people/2/user"],
    ],
  ])("finds what is wrong with %s", (_what, more, expected) => {
    expect(brief(checkOpsDocuments(opsDocuments({ coulomb: coulomb(more) }), asOf))).toEqual(expected);
  });

  it("hints at the name that was meant", () => {
    const documents = opsDocuments({
      coulomb: coulomb({ ops_repo: { forge: "locl", owner: "a", repo: "b" } }),
    });
    expect(checkOpsDocuments(documents, asOf)[0]?.hint).toContain('"local"');
  });

  it("is silent about a file that could not be read, and about what depends on it", () => {
    expect(checkOpsDocuments(opsDocuments({ coulomb: undefined }), asOf)).toEqual([]);
  });
});

describe("checkOpsDocuments", () => {
  it("finds nothing in an empty ops repo", () => {
    const documents = opsDocuments({ loops: [], definitions: [], workplans: [] });
    expect(checkOpsDocuments(documents, asOf)).toEqual([]);
  });

  it("finds the same when asked twice, and changes nothing", () => {
    const documents = opsDocuments({ coulomb: coulomb({ timezone: "Mars" }) });
    const before = structuredClone(documents.coulomb?.value);
    expect(checkOpsDocuments(documents, asOf)).toEqual(checkOpsDocuments(documents, asOf));
    expect(documents.coulomb?.value).toEqual(before);
  });
});
