import { readFileSync } from "node:fs";
import { Validator } from "@seriousme/openapi-schema-validator";
import { expect, it } from "vitest";
import { lostSince } from "./openapi.mjs";

const before = {
  info: { version: "1" },
  paths: {
    "/v1/tasks": {
      get: {
        parameters: [
          { name: "status", in: "query", schema: { enum: ["todo", "done"] } },
          { name: "limit", in: "query", schema: { type: "integer" } },
        ],
        responses: { 200: { description: "A page." }, 404: { description: "None." } },
      },
    },
  },
  components: {
    schemas: {
      task: { required: ["rev"], properties: { title: { type: "string" }, rev: { type: "integer" } } },
      task_put: { required: ["title"] },
    },
  },
};

function changed(change) {
  const after = structuredClone(before);
  change(after);
  return lostSince(before, after);
}

it("finds nothing lost where things were added or said otherwise", () => {
  expect(lostSince(before, before)).toEqual([]);
  const more = changed((after) => {
    after.info.version = "2";
    after.paths["/v1/tasks"].get.parameters.reverse();
    after.paths["/v1/tasks"].get.parameters[0].schema.maximum = 5;
    after.paths["/v1/tasks"].post = {};
    after.components.schemas.task.properties.labels = {};
    after.paths["/v1/tasks"].get.responses[200].description = "Another.";
  });
  expect(more).toEqual([]);
});

it.each([
  ["a path", (after) => delete after.paths["/v1/tasks"], "/paths//v1/tasks"],
  [
    "an answer",
    (after) => delete after.paths["/v1/tasks"].get.responses[404],
    "/paths//v1/tasks/get/responses/404",
  ],
  [
    "a parameter",
    (after) => after.paths["/v1/tasks"].get.parameters.pop(),
    "/paths//v1/tasks/get/parameters/limit",
  ],
  [
    "a word",
    (after) => after.paths["/v1/tasks"].get.parameters[0].schema.enum.pop(),
    "/paths//v1/tasks/get/parameters/status/schema/enum/done",
  ],
  [
    "a field",
    (after) => delete after.components.schemas.task.properties.rev,
    "/components/schemas/task/properties/rev",
  ],
])("finds %s that is lost", (_what, change, place) => {
  expect(changed(change)).toEqual([place]);
});

it("generates a description that is valid OpenAPI 3.1", async () => {
  const document = JSON.parse(readFileSync(new URL("../schemas/openapi.json", import.meta.url), "utf8"));
  const validator = new Validator();
  expect(await validator.validate(document)).toEqual({ valid: true });
  expect(validator.version).toBe("3.1");
  expect((await validator.validate({ ...document, paths: { "/x": { get: { responses: 1 } } } })).valid).toBe(
    false,
  );
});
