import { devNull } from "node:os";

/** Variables besides `GIT_*` by which git, ssh or a helper would start a program or ask a person. */
const interactive = new Set([
  "EDITOR",
  "VISUAL",
  "PAGER",
  "LESS",
  "PREFIX",
  "SSH_ASKPASS",
  "SSH_ASKPASS_REQUIRE",
]);

/** Settings that reach git by its environment. */
export interface EnvironmentSettings {
  /** The environment to start from; every `GIT_*` in it is dropped. */
  readonly base: Readonly<Record<string, string | undefined>>;
  /** Whether the user's and the system's git configuration count (credential helpers, `safe.directory`). */
  readonly userConfig: boolean;
  /** More git settings, as key and value. They are never put on a command line, so they may hold secrets. */
  readonly config: readonly (readonly [key: string, value: string])[];
}

/**
 * The environment of every git process: nothing of the caller's `GIT_*`, no prompt, no editor, English messages, and
 * no configuration but ours unless the user's is asked for. Pure.
 */
export function gitEnvironment(settings: EnvironmentSettings): Record<string, string> {
  const env: Record<string, string> = {};
  for (const [name, value] of Object.entries(settings.base)) {
    const upper = name.toUpperCase();
    if (value === undefined || upper.startsWith("GIT_") || interactive.has(upper)) continue;
    env[name] = value;
  }
  // Not only messages: a translated `git push` would also translate the summary column of --porcelain.
  env["LC_ALL"] = "C";
  env["LANGUAGE"] = "";
  env["GIT_TERMINAL_PROMPT"] = "0";
  // Empty, not absent: git then asks neither core.askPass nor SSH_ASKPASS.
  env["GIT_ASKPASS"] = "";
  env["GCM_INTERACTIVE"] = "never";
  // A replaced object would hash to another id than its own, and make two readers disagree.
  env["GIT_NO_REPLACE_OBJECTS"] = "1";
  env["GIT_NO_LAZY_FETCH"] = "1";
  env["GIT_OPTIONAL_LOCKS"] = "0";
  if (!settings.userConfig) {
    env["GIT_CONFIG_NOSYSTEM"] = "1";
    env["GIT_CONFIG_GLOBAL"] = devNull;
    env["GIT_SSH_COMMAND"] = "ssh -o BatchMode=yes";
  }
  if (settings.config.length > 0) {
    env["GIT_CONFIG_COUNT"] = String(settings.config.length);
    for (const [index, [key, value]] of settings.config.entries()) {
      env[`GIT_CONFIG_KEY_${index}`] = key;
      env[`GIT_CONFIG_VALUE_${index}`] = value;
    }
  }
  return env;
}

/** Takes secrets out of text for people: the userinfo of every URL, and the given values wherever they stand. */
export function redactor(secrets: readonly string[]): (text: string) => string {
  // Short values would blank out ordinary words.
  const values = secrets.filter((secret) => secret.length >= 6);
  return (text) => {
    // Up to the last @: people write passwords that have one as they are.
    const shown = text.replaceAll(/([a-z][a-z0-9+.-]*:\/\/)[^/\s]*@/gi, "$1***@");
    return values.reduce((left, secret) => left.replaceAll(secret, "***"), shown);
  };
}
