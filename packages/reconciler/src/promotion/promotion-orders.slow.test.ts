import { gitGround } from "../ground.fixture.ts";
import { describeOrders } from "./promotion-orders.fixture.ts";

describeOrders(gitGround);
