import { gitGround } from "../ground.fixture.ts";
import { describeKills } from "./promotion-kills.fixture.ts";

describeKills(gitGround);
