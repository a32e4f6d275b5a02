import { gitGround } from "../ground.fixture.ts";
import { describeTold } from "./promotion-told.fixture.ts";

describeTold(gitGround);
