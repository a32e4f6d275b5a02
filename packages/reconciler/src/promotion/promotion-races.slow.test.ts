import { gitGround } from "../ground.fixture.ts";
import { describeByHand } from "./promotion-by-hand.fixture.ts";
import { describeDemotions } from "./promotion-demotions.fixture.ts";
import { describeLeftSuccess, describeRaces } from "./promotion-races.fixture.ts";

describeRaces(gitGround);
describeLeftSuccess(gitGround);
describeDemotions(gitGround);
describeByHand(gitGround);
