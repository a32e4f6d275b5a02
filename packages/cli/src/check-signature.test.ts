import { makeSshKey, signWithSsh } from "@coulomb-loop/testkit";
import { beforeAll, describe, expect, it } from "vitest";
import { checkSignature } from "./check-signature.ts";
import { newFolder } from "./fleet.fixture.ts";

describe("checkSignature", () => {
  const text = "what ada approves";
  let ada = "";
  let bob = "";
  let signature = "";
  beforeAll(() => {
    const folder = newFolder();
    const key = makeSshKey(folder, "ada");
    ada = key.publicKey;
    bob = makeSshKey(folder, "bob").publicKey;
    signature = signWithSsh(key.file, text);
  });

  const check = (
    by: string,
    people: Parameters<typeof checkSignature>[1],
    signed: string | undefined = signature,
  ) =>
    checkSignature(
      {
        by,
        at: 0,
        action: "approve",
        message: "",
        head: "a".repeat(40),
        signed: {
          payload: Buffer.from(text),
          statement: "",
          signature: signed === "" ? undefined : signed,
        },
      },
      people,
    );

  it("takes a signature by a key of the person", async () => {
    expect(
      await check("ada", [
        { user: "bob", keys: [bob] },
        { user: "ada", keys: [bob, ada] },
      ]),
    ).toEqual({
      user: "ada",
    });
  });

  it("takes none by a key that two people have, under whatever comment", async () => {
    const [type, body] = ada.split(" ");
    const people = [
      { user: "ada", keys: [ada] },
      { user: "bob", keys: [`${type} ${body} bob@example.org`] },
    ];
    expect(await check("ada", people)).toEqual({ flaw: "its key is also bob's: it tells nobody" });
    expect(await check("bob", people)).toEqual({ flaw: "its key is also ada's: it tells nobody" });
  });

  it.each([
    ["by somebody else's key", "bob", "its signature is not by a key of bob: "],
    ["of a person without a key", "cy", "coulomb.yaml has no key of cy"],
    ["of nobody", "dee", "coulomb.yaml knows no person dee"],
  ])("takes none %s", async (_what, by, flaw) => {
    const people = [{ user: "ada", keys: [ada] }, { user: "bob", keys: [bob] }, { user: "cy" }];
    expect(await check(by, people)).toEqual({ flaw: expect.stringContaining(flaw) });
  });

  it("takes what is not signed by its name", async () => {
    expect(await check("ada", [], "")).toEqual({ user: "ada" });
  });
});
