import { describeAnswers, describeCrashes } from "./crash-matrix.fixture.ts";
import { gitGround } from "./ground.fixture.ts";

describeCrashes(gitGround);
describeAnswers(gitGround);
