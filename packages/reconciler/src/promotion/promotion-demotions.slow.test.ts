import { gitGround } from "../ground.fixture.ts";
import { describeDemotions } from "./promotion-demotions.fixture.ts";

describeDemotions(gitGround);
