import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { temporaryFolder } from "@coulomb-loop/testkit";
import { Validator } from "@seriousme/openapi-schema-validator";
import { expect, it } from "vitest";
import { lastRelease, lostSince } from "./openapi.mjs";

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
      task: {
        title: "A task",
        description: "As the hub has it.",
        required: ["rev"],
        properties: {
          title: { type: "string" },
          rev: { type: "integer" },
          version: { type: ["string", "null"] },
          properties: { properties: { description: { const: "text" } } },
          at: { type: "string", format: "date-time", maxLength: 40 },
        },
      },
      task_put: { required: ["title"] },
      task_patch: {
        properties: { title: { $ref: "#/components/schemas/title" } },
        additionalProperties: true,
      },
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
    delete after.components.schemas.task.title;
    after.components.schemas.task.description = "As it is.";
    after.components.schemas.task.properties.at.maxLength = 50;
    after.components.schemas.task.properties.version.type.reverse();
    after.paths["/v1/tasks"].get.parameters.push({ name: "cursor", in: "query", required: false });
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
  ...["title", "version", "properties"].map((name) => [
    `a field called ${name}`,
    (after) => delete after.components.schemas.task.properties[name],
    `/components/schemas/task/properties/${name}`,
  ]),
  [
    "a field called as words are, of a field called as lists of fields are",
    (after) => delete after.components.schemas.task.properties.properties.properties.description,
    "/components/schemas/task/properties/properties/properties/description",
  ],
  [
    "a type",
    (after) => (after.components.schemas.task.properties.rev.type = "string"),
    "/components/schemas/task/properties/rev/type",
  ],
  [
    "one of several types",
    (after) => after.components.schemas.task.properties.version.type.pop(),
    "/components/schemas/task/properties/version/type/null",
  ],
  [
    "a constant",
    (after) => (after.components.schemas.task.properties.properties.properties.description.const = "words"),
    "/components/schemas/task/properties/properties/properties/description/const",
  ],
  [
    "a format",
    (after) => (after.components.schemas.task.properties.at.format = "date"),
    "/components/schemas/task/properties/at/format",
  ],
  [
    "a reference",
    (after) => (after.components.schemas.task_patch.properties.title.$ref = "#/components/schemas/other"),
    "/components/schemas/task_patch/properties/title/$ref",
  ],
  [
    "the leave to send more",
    (after) => (after.components.schemas.task_patch.additionalProperties = false),
    "/components/schemas/task_patch/additionalProperties",
  ],
  [
    "the leave to send less",
    (after) => (after.components.schemas.task_patch.required = ["title"]),
    "/components/schemas/task_patch/required/title",
  ],
  [
    "the leave to ask without a parameter",
    (after) => after.paths["/v1/tasks"].get.parameters.push({ name: "repo", in: "query", required: true }),
    "/paths//v1/tasks/get/parameters/repo",
  ],
  [
    "the leave to ask without a parameter that was there",
    (after) => (after.paths["/v1/tasks"].get.parameters[1].required = true),
    "/paths//v1/tasks/get/parameters/limit/required",
  ],
])("finds %s that is lost", (_what, change, place) => {
  expect(changed(change)).toEqual([place]);
});

function git(cwd, ...args) {
  execFileSync("git", ["-c", "user.name=a", "-c", "user.email=a@b", ...args], { cwd, stdio: "pipe" });
}

it("compares with the last release, and says of a shallow checkout that it cannot", () => {
  const temporary = temporaryFolder("coulomb-openapi-");
  const origin = join(temporary.path, "origin");
  mkdirSync(join(origin, "schemas"), { recursive: true });
  git(origin, "init", "--quiet");
  const commit = (text) => {
    writeFileSync(join(origin, "schemas/openapi.json"), text);
    git(origin, "add", ".");
    git(origin, "commit", "--quiet", "-m", text);
  };
  expect(lastRelease(temporary.path)).toEqual({ kind: "none", why: "this is no git repository" });
  commit('{"openapi":"3.1.1"}');
  expect(lastRelease(origin)).toEqual({ kind: "none", why: "no release yet" });
  git(origin, "tag", "v0.1.0");
  commit("{}");
  expect(lastRelease(origin)).toEqual({
    kind: "known",
    tag: "v0.1.0",
    document: { openapi: "3.1.1" },
  });
  git(temporary.path, "clone", "--quiet", "--depth", "1", `file://${origin}`, "shallow");
  expect(lastRelease(join(temporary.path, "shallow"))).toEqual({ kind: "shallow" });
  temporary.remove();
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
