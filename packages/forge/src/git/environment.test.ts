import { describe, expect, it } from "vitest";
import { gitEnvironment, redactor } from "./environment.ts";

describe("gitEnvironment", () => {
  it("keeps nothing of the caller's git, editors and prompts", () => {
    const base = {
      PATH: "/bin",
      HOME: "/h",
      GIT_DIR: "/x",
      git_dir: "/x",
      EDITOR: "vi",
      SSH_ASKPASS: "/x",
      NONE: undefined,
    };
    const env = gitEnvironment({ base, userConfig: false, config: [] });
    expect(env).toMatchObject({
      PATH: "/bin",
      HOME: "/h",
      GIT_TERMINAL_PROMPT: "0",
      GIT_ASKPASS: "",
      LC_ALL: "C",
    });
    expect(env).toMatchObject({ GIT_CONFIG_NOSYSTEM: "1" });
    for (const name of ["GIT_DIR", "git_dir", "EDITOR", "SSH_ASKPASS", "NONE", "GIT_CONFIG_COUNT"]) {
      expect(env).not.toHaveProperty(name);
    }
  });

  it("lets the user's configuration count when asked", () => {
    const env = gitEnvironment({ base: {}, userConfig: true, config: [] });
    expect(env).not.toHaveProperty("GIT_CONFIG_GLOBAL");
    expect(env).not.toHaveProperty("GIT_CONFIG_NOSYSTEM");
    expect(env).not.toHaveProperty("GIT_SSH_COMMAND");
  });

  it("hands settings over in order", () => {
    const config = [
      ["http.extraHeader", "A: b"],
      ["credential.helper", ""],
    ] as const;
    expect(gitEnvironment({ base: {}, userConfig: false, config })).toMatchObject({
      GIT_CONFIG_COUNT: "2",
      GIT_CONFIG_KEY_0: "http.extraHeader",
      GIT_CONFIG_VALUE_0: "A: b",
      GIT_CONFIG_KEY_1: "credential.helper",
      GIT_CONFIG_VALUE_1: "",
    });
  });
});

describe("redactor", () => {
  it.each([
    ["fatal: https://user:pass@host/x failed", "fatal: https://***@host/x failed"],
    ["https://u:p@ss@host/x@y failed", "https://***@host/x@y failed"],
    ["https://host and a@b", "https://host and a@b"],
    ["ssh://git@host/x", "ssh://***@host/x"],
    ["sent Authorization: Basic cGF0OnBhdA== twice", "sent *** twice"],
    ["mail me at a@b", "mail me at a@b"],
  ])("%s", (text, expected) => {
    expect(redactor(["Authorization: Basic cGF0OnBhdA==", "b"])(text)).toBe(expected);
  });
});
