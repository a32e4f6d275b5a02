export { nulledField, wrongContent } from "./answer-faults.ts";
export type { AppOptions, InstallationOptions, Level, Permissions } from "./apps.ts";
export { createGithubDouble, type GithubDouble } from "./github-double.ts";
export type { ActionsToken, GithubDoubleOptions, GithubSettings } from "./settings.ts";
