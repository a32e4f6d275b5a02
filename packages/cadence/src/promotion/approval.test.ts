import type { Cadence } from "@coulomb-loop/schemas";
import { describe, expect, it } from "vitest";
import {
  type ApprovalBinding,
  type ApprovalParts,
  countApprovals,
  type PromotionResponse,
} from "./approval.ts";
import { now, shown } from "./evidence.fixture.ts";
import { head, people, response } from "./promotion.fixture.ts";

type Policy = NonNullable<Cadence["approvals"]>[number];

const minute = 60_000;
const hour = 60 * minute;
const binding: ApprovalBinding = {
  record: "PROM-0001",
  head,
  evidenceDigest: "e".repeat(64),
  policyDigest: "f".repeat(64),
};

function policyOf(more: Partial<Policy> = {}): Policy {
  return { name: "regulator", approvers: [{ user: "ada" }], min_approvals: 1, ...more };
}

function count(
  responses: readonly PromotionResponse[],
  policy: Partial<Policy> = {},
  parts: Partial<ApprovalParts> = {},
) {
  const all = {
    forge: "local",
    authors: new Set<string>(),
    own: new Set(["coulomb-bot"]),
    evidence: undefined,
    ...parts,
  };
  return countApprovals(policyOf(policy), people, responses, binding, all, now);
}

/** A response on plain git, bound to everything. */
function signed(more: Partial<PromotionResponse> = {}): PromotionResponse {
  const { login: _login, ...rest } = response();
  return {
    ...rest,
    user: "ada",
    proof: "signature",
    record: binding.record,
    evidenceDigest: "e".repeat(64),
    policyDigest: binding.policyDigest,
    ...more,
  };
}

/** The same, without one of its parts. */
function without(key: "user" | "record" | "evidenceDigest" | "policyDigest"): PromotionResponse {
  const { [key]: _left, ...rest } = signed();
  return rest;
}

describe("countApprovals", () => {
  it("takes one approval that nothing speaks against", () => {
    const given = response();
    expect(count([given])).toEqual({
      result: "success",
      description: "approved by ada",
      responses: [{ response: given, user: "ada", because: undefined }],
      missing: [],
      needsEach: false,
    });
  });

  it("waits while nobody answered, and names who may", () => {
    expect(count([], { approvers: [{ user: "ada" }, { user: "bob" }] })).toEqual({
      result: "pending",
      description: "0 of 1 approvals; wanted: ada, bob",
      responses: [],
      missing: ["ada", "bob"],
      needsEach: false,
    });
  });

  it.each<[string, PromotionResponse, Partial<Policy>, string]>([
    [
      "dismissed",
      response({ flaw: "the forge says that it is dismissed" }),
      {},
      "the forge says that it is dismissed",
    ],
    ["of the installation", response({ login: "coulomb-bot" }), {}, "it is the installation's own account"],
    ["of a stranger", response({ login: "eve" }), {}, "coulomb.yaml knows no such person"],
    ["by a login of another forge", response({ login: "ada-o" }), {}, "coulomb.yaml knows no such person"],
    ["by a user's name as a login", response({ login: "ada" }), {}, "coulomb.yaml knows no such person"],
    ["of nobody", without("user"), {}, "coulomb.yaml knows no such person"],
    ["by a login as a user's name", signed({ user: "ada-l" }), {}, "coulomb.yaml knows no such person"],
    ["of who is no approver", response({ login: "bob-l" }), {}, "it is no approver of this policy"],
    ["without a signature", signed({ proof: "unsigned" }), {}, "it is not signed"],
    [
      "without a signature where that is refused",
      signed({ proof: "unsigned" }),
      { allow_unsigned: false },
      "it is not signed",
    ],
    ["of another record", signed({ record: "PROM-0002" }), {}, "it is for another record"],
    ["of an old head", response({ head: "b".repeat(40) }), {}, "it is for an older head"],
    ["of other evidence", signed({ evidenceDigest: "0".repeat(64) }), {}, "it is for other evidence"],
    ["of another policy", signed({ policyDigest: "0".repeat(64) }), {}, "it is for another policy"],
    ["that names no record", without("record"), {}, "it is for another record"],
    ["that names no evidence", without("evidenceDigest"), {}, "it is for other evidence"],
    ["that names no policy", without("policyDigest"), {}, "it is for another policy"],
    [
      "in a review that names other evidence",
      response({ evidenceDigest: "0".repeat(64) }),
      {},
      "it is for other evidence",
    ],
    [
      "in a review that names another policy",
      response({ policyDigest: "0".repeat(64) }),
      {},
      "it is for another policy",
    ],
    ["that ran out", response({ at: now - 72 * hour - 1 }), { valid_for: "PT72H" }, "it has run out"],
    ["from the future", response({ at: now + 5 * minute + 1 }), {}, "it is from the future"],
    ["whose time nobody can read", response({ at: Number.NaN }), {}, "its time cannot be read"],
    ["without a reason", response({ message: " \n" }), { require_reason: true }, "it gives no reason"],
  ])("does not count one %s", (_what, given, policy, because) => {
    const state = count([given], policy);
    expect(state.responses.map((each) => each.because)).toEqual([because]);
    expect(state.result).toBe("pending");
    expect(state.missing).toEqual(["ada"]);
    expect(state.description).toContain(because);
  });

  it.each<[string, PromotionResponse, Partial<Policy>]>([
    ["at the end of its time", response({ at: now - 72 * hour }), { valid_for: "PT72H" }],
    ["that is old where no time is set", response({ at: now - 8760 * hour }), {}],
    ["of a clock that is five minutes ahead", response({ at: now + 5 * minute }), {}],
    ["without a reason where none is asked for", response({ message: "" }), { require_reason: false }],
    ["with a reason where one is asked for", response(), { require_reason: true }],
    ["with a signature", signed(), {}],
    ["in a review that names what it is for", { ...signed(), ...response({ proof: "forge" }) }, {}],
    ["whose time is set in no known way", response({ at: now - 8760 * hour }), { valid_for: "long" }],
    ["without one where that is allowed", signed({ proof: "unsigned" }), { allow_unsigned: true }],
  ])("counts one %s", (_what, given, policy) => {
    expect(count([given], policy).result).toBe("success");
  });

  it("names the latest response that does not count, by the best name there is", () => {
    expect(count([response({ login: "eve" })]).description).toContain("that of eve does not count");
    expect(count([signed({ user: "mallory" })]).description).toContain("that of mallory does not count");
    expect(count([without("user")]).description).toContain("that of somebody does not count");
    const two = [response({ login: "eve", at: now - 1 }), response({ head: "b".repeat(40), at: now - 2 })];
    expect(count(two).description).toBe(
      "0 of 1 approvals; wanted: ada; that of eve does not count: coulomb.yaml knows no such person",
    );
  });
});

describe("a rejection", () => {
  const rejected = response({ action: "reject", message: "too soon", at: now - 10 * minute });
  const both: Partial<Policy> = { approvers: [{ user: "ada" }, { user: "bob" }] };

  it("is a failure, whoever else approves", () => {
    const state = count([rejected, response({ login: "bob-l" })], both);
    expect(state).toMatchObject({
      result: "failure",
      description: "ada rejected it: too soon",
      missing: ["ada"],
      needsEach: true,
    });
  });

  it("by two has to be undone by both", () => {
    const state = count([rejected, { ...rejected, login: "bob-l" }], both);
    expect(state).toMatchObject({ missing: ["ada", "bob"], needsEach: true });
  });

  it("may come without a word", () => {
    expect(count([{ ...rejected, message: " " }]).description).toBe("ada rejected it");
  });

  it("stands until that person approves, in whatever order they are told", () => {
    expect(count([response(), rejected]).result).toBe("success");
    expect(count([rejected, response()]).result).toBe("success");
  });

  it("takes back an earlier approval of that person", () => {
    expect(count([response({ at: now - 20 * minute }), rejected]).result).toBe("failure");
  });

  it("is not undone by an approval that does not count", () => {
    expect(count([rejected, response({ head: "b".repeat(40) })]).result).toBe("failure");
    expect(count([rejected, response({ message: "" })], { require_reason: true }).result).toBe("failure");
  });

  it.each<[string, PromotionResponse, Partial<Policy>]>([
    ["without a reason", { ...rejected, message: "" }, { require_reason: true }],
    ["that is old", { ...rejected, at: now - 100 * hour }, { valid_for: "PT72H" }],
    ["of a clock that is ahead", { ...rejected, at: now + hour }, {}],
  ])("stands %s", (_what, given, policy) => {
    const state = count([given, response({ login: "bob-l" })], { ...both, ...policy });
    expect(state.result).toBe("failure");
  });

  it("of who is no approver says nothing", () => {
    expect(count([{ ...rejected, login: "bob-l" }, response()]).result).toBe("success");
  });

  it("wins over an approval of the same instant", () => {
    const same = { ...rejected, at: now - 60_000 };
    expect(count([same, response()]).result).toBe("failure");
    expect(count([response(), same]).result).toBe("failure");
  });
});

describe("how many are needed", () => {
  const bob = response({ login: "bob-l", at: now - 2 * minute });
  const both: Partial<Policy> = {
    approvers: [{ user: "ada", required: true }, { user: "bob" }],
    min_approvals: 2,
  };
  const required: Partial<Policy> = {
    approvers: [
      { user: "ada", required: true },
      { user: "bob", required: true },
    ],
  };

  it.each<[string, PromotionResponse[], Partial<Policy>, string, string[]]>([
    ["two of two", [response(), bob], both, "success", []],
    ["one of two", [response()], both, "pending", ["bob"]],
    ["two of one person", [response(), signed()], both, "pending", ["bob"]],
    ["the other one, while a required one lacks", [bob], both, "pending", ["ada"]],
    ["enough, while a required one lacks", [bob], { ...both, min_approvals: 1 }, "pending", ["ada"]],
    ["a required one alone, where one is enough", [response()], { ...both, min_approvals: 1 }, "success", []],
    ["nobody's, while one is required", [], { ...both, min_approvals: 1 }, "pending", ["ada"]],
    ["none where none is needed", [], { min_approvals: 0 }, "success", []],
    ["none, while both are required", [], required, "pending", ["ada", "bob"]],
    ["one, while both are required", [response()], required, "pending", ["bob"]],
  ])("%s", (_what, given, policy, result, missing) => {
    const state = count(given, policy);
    expect([state.result, state.missing]).toEqual([result, missing]);
  });

  it("says whether each of those who are missing has to agree", () => {
    expect(count([], required).needsEach).toBe(true);
    expect(count([bob], both).needsEach).toBe(true);
    expect(count([response()], both).needsEach).toBe(false);
  });

  it("says how many there are and who approved", () => {
    expect(count([], both).description).toBe("0 of 2 approvals; wanted: ada");
    expect(count([response()], both).description).toBe("1 of 2 approvals; wanted: bob");
    expect(count([bob, response()], both).description).toBe("approved by ada, bob");
  });

  it("lists responses by their time", () => {
    const { responses } = count([response(), bob], both);
    expect(responses.map(({ user }) => user)).toEqual(["bob", "ada"]);
  });
});

const evidence = (more: Parameters<typeof shown>[1]) => shown({ a: "sss" }, more);

const note = (kind: string, type: "note" | "intervention" = "note") => ({
  ...evidence({}),
  events: [{ slot: "x", seq: 1, type, data: { kind }, by: "ada-agent", at: "" }],
});

describe("whom it is distinct from", () => {
  it.each<[string, Partial<ApprovalParts>]>([
    ["her login on the forge", { authors: new Set(["ada-l"]) }],
    ["her user's name", { authors: new Set(["ada"]) }],
    ["her e-mail, whatever its case", { authors: new Set(["ADA@example.org"]) }],
  ])("does not count an author by %s", (_what, parts) => {
    expect(count([response()], { distinct_from: ["author"] }, parts).responses[0]?.because).toBe(
      "its person is an author of the proposal",
    );
    expect(count([response()], { distinct_from: ["evidence_recorder"] }, parts).result).toBe("success");
    expect(count([response()], {}, parts).result).toBe("success");
  });

  it.each<[string, Partial<ApprovalParts>]>([
    ["actor", { evidence: evidence({ actor: "ada-agent" }) }],
    ["user's name", { evidence: evidence({ actor: "ada" }) }],
    ["login", { evidence: evidence({ actor: "ada-o" }) }],
    ["e-mail", { evidence: evidence({ actor: "ada@example.org" }) }],
    ["token", { evidence: evidence({ sentBy: "ada-agent" }) }],
  ])("does not count who recorded evidence by her %s", (_what, parts) => {
    expect(count([response()], { distinct_from: ["evidence_recorder"] }, parts).responses[0]?.because).toBe(
      "its person recorded evidence that it rests on",
    );
    expect(count([response()], { distinct_from: ["author"] }, parts).result).toBe("success");
  });

  it("does not count who confirmed what another recorded", () => {
    const policy: Partial<Policy> = { distinct_from: ["evidence_recorder"] };
    expect(count([response()], policy, { evidence: note("confirmed") }).result).toBe("pending");
    expect(count([response()], policy, { evidence: note("seen") }).result).toBe("success");
    const other = note("confirmed", "intervention");
    expect(count([response()], policy, { evidence: other }).result).toBe("success");
  });

  it("counts somebody who is neither", () => {
    const parts = { authors: new Set(["bob-l", "ada-o"]), evidence: evidence({}) };
    expect(count([response()], { distinct_from: ["author", "evidence_recorder"] }, parts).result).toBe(
      "success",
    );
    expect(count([response()], { distinct_from: ["evidence_recorder"] }).result).toBe("success");
  });

  it("counts no rejection of an author either", () => {
    const parts = { authors: new Set(["ada-l"]) };
    const policy: Partial<Policy> = {
      approvers: [{ user: "ada" }, { user: "bob" }],
      distinct_from: ["author"],
    };
    const given = [response({ action: "reject" }), response({ login: "bob-l" })];
    expect(count(given, policy, parts).result).toBe("success");
  });
});
