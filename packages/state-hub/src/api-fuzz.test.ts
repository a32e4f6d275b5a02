import { expect, it } from "vitest";
import { fuzz } from "./fuzz.fixture.ts";
import { openPglite } from "./index.ts";

it("answers whatever is sent as its description says, and never fails", async () => {
  const seed = Number(process.env.COULOMB_PROPERTY_SEED ?? Date.now() % 2 ** 31);
  const { statuses } = await fuzz(await openPglite(), 1_200, seed);
  // What is made up must reach the handlers, or it proves nothing.
  expect([...statuses.keys()]).toEqual(
    expect.arrayContaining([200, 201, 400, 401, 403, 404, 412, 415, 422, 428]),
  );
});
