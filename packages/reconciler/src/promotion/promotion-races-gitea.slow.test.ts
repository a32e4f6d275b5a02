import { afterAll } from "vitest";
import { hostedGrounds } from "../ground.fixture.ts";
import { describeByHand, describeUnnoticed } from "./promotion-by-hand.fixture.ts";
import { describeLeftSuccess, describeRaces } from "./promotion-races.fixture.ts";

const grounds = hostedGrounds("gitea");
const unnoticing = hostedGrounds("gitea", false);
afterAll(async () => {
  await grounds.end();
  await unnoticing.end();
});

describeRaces(grounds.create);
describeLeftSuccess(grounds.create);
describeByHand(grounds.create);
describeUnnoticed(unnoticing.create);
