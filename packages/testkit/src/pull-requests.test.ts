import { describe, expect, it } from "vitest";
import { valueOf, valueOfWrite } from "./contract/harness.ts";
import { giteaHarness } from "./gitea-harness.ts";
import { appSettings, githubHarness } from "./github-harness.ts";
import { mergePull, openPull } from "./hosting/index.ts";

const marker = "<!-- check -->";
const files = { a: "a\n" };

const app = appSettings("pilot");

describe.each([
  ["Gitea", "bot", giteaHarness],
  ["GitHub", "bot", githubHarness],
  ["GitHub, as an App", "coulomb[bot]", (of: typeof files) => githubHarness(of, app.server, app.options)],
] as const)("pull requests of people on %s", (_name, account, create) => {
  async function stage() {
    const harness = await create(files);
    const hosted = harness.hosting.repo("pilot/one");
    await harness.person.commit("topic", { a: "b\n" });
    const { pulls } = harness.forge;
    if (pulls === undefined) throw new Error("it has pull requests");
    const draft = { title: "A change", body: "", headBranch: "topic", base: "main", author: "ada" };
    const opened = await hosted.exclusive(() => openPull(hosted, draft));
    if (opened.kind !== "done") throw new Error(`it is not open: ${opened.kind}`);
    return { ...harness, hosted, pulls, number: opened.pull.number };
  }

  it("have one note, which is made, changed, and left as it is", async () => {
    const { pulls, repo, number, hosted, close } = await stage();
    const write = async (text: string) =>
      valueOfWrite(await pulls.writeNote(repo, number, marker, `${marker}\n${text}`));
    expect(valueOf(await pulls.readNote(repo, number, marker))).toBeNull();
    expect(await write("one")).toBe("made");
    expect(await write("one")).toBe("same");
    expect(await write("two")).toBe("changed");
    expect(hosted.pulls.get(number)?.comments.map(({ by, body }) => [by, body])).toEqual([
      [account, `${marker}\ntwo`],
    ]);
    expect(valueOf(await pulls.readNote(repo, number, marker))).toBe(`${marker}\ntwo`);
    await close();
  });

  it("never take a comment of somebody else, or one that only quotes the marker, for the note", async () => {
    const { pulls, repo, number, hosted, close } = await stage();
    hosted.pulls.comment(number, "ada", `${marker}\nforged`);
    hosted.pulls.comment(number, account, `> ${marker}\nquoted`);
    expect(valueOf(await pulls.readNote(repo, number, marker))).toBeNull();
    expect(valueOfWrite(await pulls.writeNote(repo, number, marker, `${marker}\nours`))).toBe("made");
    expect(hosted.pulls.get(number)?.comments).toHaveLength(3);
    await close();
  });

  it("keep one note among more comments than a page holds", async () => {
    const { pulls, repo, number, hosted, close } = await stage();
    for (let each = 0; each < 120; each += 1) hosted.pulls.comment(number, "ada", `comment ${each}`);
    valueOfWrite(await pulls.writeNote(repo, number, marker, `${marker} 1`));
    expect(valueOfWrite(await pulls.writeNote(repo, number, marker, `${marker} 2`))).toBe("changed");
    expect(hosted.pulls.get(number)?.comments).toHaveLength(121);
    await close();
  });

  it("say which merged as which commit", async () => {
    const { pulls, repo, number, hosted, hosting, close } = await stage();
    expect(valueOf(await pulls.recentlyMerged(repo))).toEqual([]);
    const by = hosting.users.find("ada") ?? hosting.users.ghost;
    const request = { number, by, message: "Merge it", at: hosting.clock(), style: "squash" } as const;
    const merged = await hosted.exclusive(() => mergePull(hosted, request));
    const mergedOid = merged.kind === "done" ? merged.oid : merged.kind;
    expect(valueOf(await pulls.recentlyMerged(repo))).toEqual([
      { number, mergedOid, mergedAt: hosting.clock() },
    ]);
    await close();
  });

  it("are unknown where the server fails, and a write whose answer is lost is unclear", async () => {
    const { pulls, repo, number, double, close } = await stage();
    const match = { path: /\/comments$/, times: 1 } as const;
    double.fail({ match: { ...match, method: "GET" }, fault: { kind: "answer", status: 500 } });
    expect(await pulls.readNote(repo, number, marker)).toMatchObject({ kind: "unknown" });
    double.fail({ match: { ...match, method: "POST" }, fault: { kind: "lost", by: "reset" } });
    expect(await pulls.writeNote(repo, number, marker, marker)).toMatchObject({ kind: "unclear" });
    expect(valueOfWrite(await pulls.writeNote(repo, number, marker, marker))).toBe("same");
    await close();
  });
});
