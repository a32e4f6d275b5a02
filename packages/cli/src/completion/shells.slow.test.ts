import { execFileSync, spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { copyOwnOps, newFolder, plainUser, writeFiles } from "../fleet.fixture.ts";
import { bin } from "../process.fixture.ts";

const isThere = (shell: string) => spawnSync(shell, ["-c", "exit 0"]).status === 0;

// Names of skipped tests are not shown by every reporter: this is.
for (const shell of ["zsh", "fish"])
  if (!isThere(shell))
    process.stderr.write(
      `\nNOT TESTED: completion in ${shell}, which is not installed (apt-get install ${shell})${shell === "zsh" ? ", and what bash shows at a terminal, which zsh makes" : ""}\n`,
    );

/** Real shells, in this repository's own ops repo, with `coulomb` on their path; what a line is completed to. */
let ops = "";
let tools = "";
beforeAll(() => {
  ops = copyOwnOps();
  writeFiles(ops, {
    "loops/kaizen-stack/promotions/PROM-0001.yaml": "",
    "loops/kaizen-stack/promotions/PROM-0001.seal.yaml": "",
    // What a value of a file must never do.
    "workplans/EVIL.md": '---\nid: $(touch pwned)\n---\nid: X-T01;touch${IFS}pwned\nid: "`touch pwned`"\n',
    "notes.txt": "",
  });
  tools = newFolder();
  writeFileSync(join(tools, "coulomb"), `#!/bin/sh\nexec '${process.execPath}' '${bin}' "$@"\n`);
  chmodSync(join(tools, "coulomb"), 0o755);
});

/** Runs a script of a shell and answers its output. */
function run(shell: string, args: readonly string[]): string {
  const path = [tools, process.env.PATH ?? ""].join(delimiter);
  const home = newFolder();
  mkdirSync(join(home, ".config"));
  const env = {
    ...plainUser(),
    HOME: home,
    XDG_CONFIG_HOME: join(home, ".config"),
    PATH: path,
    TERM: "dumb",
  };
  return execFileSync(shell, args, { cwd: ops, env, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
}

/** The words of a line as bash cuts them, calls the function that the script defines, and puts both together again. */
function inBash(line: string): readonly string[] {
  const words = line.split(" ").flatMap((word) => (word === "" ? [""] : (word.match(/[:=]+|[^:=]+/g) ?? [])));
  const array = words.map((word) => quoted(word)).join(" ");
  const script = `source <(coulomb completion bash); source <(coulomb completion bash)
    COMP_WORDS=(${array}) COMP_CWORD=${words.length - 1}; _coulomb; printf '%s\\n' "\${COMPREPLY[@]}"`;
  const last = /^[:=]+$/.test(words.at(-1) ?? "") ? "" : (words.at(-1) ?? "");
  const before = line.slice(0, line.length - last.length);
  const found = run("bash", ["--norc", "--noprofile", "-euo", "pipefail", "-c", script]).split("\n");
  return found.filter((word) => word !== "").map((word) => (before + word).split(" ").at(-1) ?? "");
}

/** Asks fish itself. */
function inFish(line: string): readonly string[] {
  const script = `coulomb completion fish | source; complete -C '${line}'`;
  return run("fish", ["--no-config", "-c", script])
    .split("\n")
    .filter((each) => each !== "")
    .map((each) => each.split("\t")[0] ?? "");
}

/** How a shell on a terminal is made ready, and tells what its editor holds at Ctrl-X. */
const terminals = {
  zsh: {
    start: "zsh -f -i",
    ready: [
      "PS1= RPS1=; unsetopt zle_bracketed_paste prompt_sp; setopt no_beep; autoload -Uz compinit; compinit -u -D",
      "source <(coulomb completion zsh)",
      'held() { print -r -- "<<$BUFFER>>" }; zle -N held; bindkey "^X" held; print rea""dy',
    ],
  },
  bash: {
    start: "bash --norc --noprofile -i",
    ready: [
      "PS1=; bind 'set bell-style none'; bind 'set enable-bracketed-paste off'",
      "source <(coulomb completion bash)",
      'held() { echo "<<$READLINE_LINE>>"; }; bind -r "\\C-x"; bind -x \'"\\C-g": held\'; echo rea""dy',
    ],
  },
};

/** A text as one word of a shell. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

/** Types the line and a tab at a shell on a terminal of its own, and reads what its editor holds then. */
function typedAt(shell: keyof typeof terminals, line: string): string {
  const { start, ready } = terminals[shell];
  const script = `
    zmodload zsh/zpty
    zpty inner ${start}
    wait_for() { local got="" part; while zpty -r inner part; do got+=$part; [[ $got == *$1* ]] && break; done; print -rn -- $got }
    ${ready.map((each) => `zpty -w inner ${quoted(each)}`).join("\n    ")}
    wait_for ready >/dev/null
    zpty -w -n inner ${quoted(line)}$'\\t'$'\\x${shell === "zsh" ? "18" : "07"}'
    wait_for '>>'
    zpty -d inner`;
  const held = run("zsh", ["-f", "-c", script]).match(/<<(.*)>>/s)?.[1];
  if (held === undefined) throw new Error(`${shell} shows no line`);
  return held;
}

const cases: readonly { line: string; finds: readonly string[]; not?: readonly string[] }[] = [
  { line: "coulomb pro", finds: ["promote"], not: ["plan"] },
  { line: "coulomb kaizen sch", finds: ["schedule"] },
  { line: "coulomb reconcile --dry", finds: ["--dry-run"], not: ["--plan"] },
  { line: "coulomb validate --format sar", finds: ["sarif"], not: ["human"] },
  { line: "coulomb validate --format=sar", finds: ["--format=sarif"], not: ["--format=human"] },
  { line: "coulomb why act", finds: ["activity-core"], not: ["the-custodian"] },
  { line: "coulomb why --ops . act", finds: ["activity-core"] },
  { line: "coulomb promote --loop kai", finds: ["kaizen-stack"] },
  { line: "coulomb demote activity-core --to sta", finds: ["stabilize"], not: ["operate"] },
  { line: "coulomb approve PR", finds: ["PROM-0001"], not: ["PROM-0001.seal"] },
  { line: "coulomb workplan set LOOP-WP-0001-T0", finds: ["LOOP-WP-0001-T01"], not: ["LOOP-WP-0001"] },
  { line: "coulomb requests label activity-core coulomb:ho", finds: ["coulomb:hold"] },
  { line: "coulomb schedule load --phase all=st", finds: ["all=stabilize"] },
  { line: "coulomb plan --out no", finds: ["notes.txt"] },
  { line: "coulomb plan --out=no", finds: ["--out=notes.txt"] },
];
/** Those that one word completes. */
const single = cases.filter(({ line }) => !line.includes("workplan"));

describe.each([
  { shell: "bash", ask: inBash },
  { shell: "fish", ask: inFish },
])(`completion in $shell`, ({ shell, ask }) => {
  it.skipIf(!isThere(shell)).each(cases)(
    `of $line finds $finds${isThere(shell) ? "" : `: NOT TESTED, ${shell} IS NOT INSTALLED`}`,
    ({ line, finds, not = [] }) => {
      const found = ask(line);
      for (const each of finds) expect(found).toContain(each);
      for (const each of not) expect(found).not.toContain(each);
    },
  );

  const reason = isThere(shell) ? "" : `: NOT TESTED, ${shell} IS NOT INSTALLED`;
  it.skipIf(!isThere(shell))(`evaluates neither what is typed nor what a file holds${reason}`, () => {
    ask("coulomb why $(touch${IFS}pwned)");
    const found = ask("coulomb workplan set ");
    expect(found).toContain("LOOP-WP-0001-T01");
    expect(found.filter((word) => /[^\w-]/.test(word))).toEqual([]);
    expect(existsSync(join(ops, "pwned"))).toBe(false);
  });
});

// The terminal for bash is made by zsh too.
describe.each([{ shell: "zsh" }, { shell: "bash" }] as const)("at a terminal $shell", ({ shell }) => {
  const isHere = isThere("zsh") && isThere(shell);
  it.skipIf(!isHere).each(single)(
    `completes $line to $finds${isHere ? "" : ": NOT TESTED, zsh IS NOT INSTALLED"}`,
    ({ line, finds }) => {
      const typed = line.split(" ").slice(0, -1);
      expect(typedAt(shell, line).trimEnd()).toBe([...typed, ...finds].join(" "));
    },
  );
});
