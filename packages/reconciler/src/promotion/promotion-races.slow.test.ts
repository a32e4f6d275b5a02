import { gitGround } from "../ground.fixture.ts";
import { describeByHand } from "./promotion-by-hand.fixture.ts";
import { describeLeftSuccess, describeRaces } from "./promotion-races.fixture.ts";

describeRaces(gitGround);
describeLeftSuccess(gitGround);
describeByHand(gitGround);
