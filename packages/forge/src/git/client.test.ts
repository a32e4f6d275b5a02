import { tmpdir } from "node:os";
import { describe, expect, it } from "vitest";
import { checkVersion, createGitClient } from "./client.ts";

describe("checkVersion", () => {
  it.each([
    ["git version 2.39.5\n", "2.39.5"],
    ["git version 2.38.0.windows.1", "2.38.0.windows.1"],
    ["git version 2.50.1 (Apple Git-155)", "2.50.1"],
    ["git version 3.0.0-rc1", "3.0.0-rc1"],
  ])("%j: %s", (output, version) => {
    expect(checkVersion(output)).toBe(version);
  });

  it.each(["", "git version 2.37.9", "git version 1.99", "hg 6.0"])("refuses %j", (output) => {
    expect(() => checkVersion(output)).toThrow(expect.objectContaining({ code: "git_version" }));
  });
});

describe("createGitClient", () => {
  const base = { userConfig: false, config: [], signal: undefined, timeoutMs: 10_000, onProcess: undefined };
  const gitDir = tmpdir();

  it("answers with exit code and bytes, and counts each process", async () => {
    const seen: string[][] = [];
    const client = createGitClient({
      ...base,
      base: process.env,
      onProcess: (args) => void seen.push([...args]),
    });
    const hashed = await client.run(["hash-object", "--stdin"], { gitDir, input: Buffer.from("hello\n") });
    expect(hashed).toMatchObject({ ended: "exit", code: 0 });
    expect(hashed.stdout.toString()).toBe("ce013625030ba8dba906f756967f9e9ca394464a\n");
    expect((await client.run(["no-such-command"], { gitDir })).code).toBe(1);
    const listed = await client.listRemote(["ls-remote", "--end-of-options", "file:///nowhere"], { gitDir });
    expect(listed).toMatchObject({ ended: "exit", code: 128 });
    expect(seen.map(([name]) => name)).toEqual(["hash-object", "no-such-command", "ls-remote"]);
  });

  it("runs nothing after an abort", async () => {
    const client = createGitClient({ ...base, base: process.env, signal: AbortSignal.abort() });
    expect(await client.run(["version"], { gitDir })).toMatchObject({ ended: "aborted" });
    expect(await client.listRemote(["ls-remote", "x"], { gitDir })).toMatchObject({ ended: "aborted" });
  });

  it("says what is missing when git is", async () => {
    const client = createGitClient({ ...base, base: { PATH: "/nowhere" } });
    const missing = { code: "git_version" };
    await expect(client.version()).rejects.toMatchObject(missing);
    await expect(client.run(["version"], { gitDir })).rejects.toMatchObject(missing);
    await expect(client.listRemote(["ls-remote", "x"], { gitDir })).rejects.toMatchObject(missing);
  });
});
