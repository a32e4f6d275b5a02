import { afterAll } from "vitest";
import { hostedGrounds } from "../ground.fixture.ts";
import { describeOrders } from "./promotion-orders.fixture.ts";

const grounds = hostedGrounds("github");
afterAll(() => grounds.end());

describeOrders(grounds.create);
