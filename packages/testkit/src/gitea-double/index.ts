export { type Conformance, createConformance, type Violation } from "./conformance.ts";
export { createGiteaDouble, type GiteaDouble } from "./gitea-double.ts";
export type { GiteaOptions } from "./settings.ts";
export { readSwagger, type Swagger, type SwaggerOperation } from "./swagger.ts";
