/** A variable of a container. */
interface Variable {
  readonly name: string;
  readonly value?: string;
  readonly valueFrom?: {
    readonly secretKeyRef: { readonly name: string; readonly key: string; readonly optional?: boolean };
  };
}

/** What lets git in a container into a repository: everything comes from one secret, and nothing stands on a command line. */
interface GitAccess {
  readonly env: readonly Variable[];
  readonly mounts: readonly object[];
  readonly volumes: readonly object[];
}

const sshFolder = "/etc/coulomb-git";

/** Answers git's question for a password from the environment; `printf` and `test` are built into every shell. */
const helper =
  '!f() { test "$1" = get && test -n "$GIT_PASSWORD" && printf "username=%s\\npassword=%s\\n" "${GIT_USERNAME:-git}" "$GIT_PASSWORD"; }; f';

/** Kubernetes puts variables for `$(NAME)` into a command or a value: a secret could get onto a command line. */
export function literal(text: string): string {
  return text.replaceAll("$(", () => "$$(");
}

/** A variable whose value is in a secret, under its name in lower case with hyphens. */
export function fromSecret(name: string, secret: string, more: { readonly optional?: true } = {}): Variable {
  const key = name.toLowerCase().replaceAll("_", "-");
  return { name, valueFrom: { secretKeyRef: { name: secret, key, ...more } } };
}

/**
 * How git gets into a private repository: over HTTP by `git-username` and `git-password`, told to its site alone; over SSH by
 * `git-ssh-key`, of a host that stands in `git-known-hosts`. All of them may be missing: a public one needs none.
 */
export function gitAccess(url: string, secret: string): GitAccess {
  const site = URL.canParse(url) ? new URL(url) : undefined;
  if (site?.protocol === "https:" || site?.protocol === "http:")
    return {
      env: [
        fromSecret("GIT_USERNAME", secret, { optional: true }),
        fromSecret("GIT_PASSWORD", secret, { optional: true }),
        { name: "GIT_CONFIG_COUNT", value: "1" },
        { name: "GIT_CONFIG_KEY_0", value: literal(`credential.${site.origin}.helper`) },
        { name: "GIT_CONFIG_VALUE_0", value: helper },
      ],
      mounts: [],
      volumes: [],
    };
  const isSsh = site?.protocol === "ssh:" || /^[\w.-]+@[\w.-]+:/.test(url);
  if (!isSsh) return { env: [], mounts: [], volumes: [] };
  const options = `-o IdentitiesOnly=yes -o BatchMode=yes -o StrictHostKeyChecking=yes -o UserKnownHostsFile=${sshFolder}/known_hosts`;
  return {
    env: [{ name: "GIT_SSH_COMMAND", value: `ssh -i ${sshFolder}/key ${options}` }],
    mounts: [{ name: "git", mountPath: sshFolder, readOnly: true }],
    volumes: [
      {
        name: "git",
        secret: {
          secretName: secret,
          optional: true,
          // ssh takes no key that its own user shares; this one belongs to root, and the group reads it.
          defaultMode: 0o440,
          items: [
            { key: "git-ssh-key", path: "key" },
            { key: "git-known-hosts", path: "known_hosts" },
          ],
        },
      },
    ],
  };
}
