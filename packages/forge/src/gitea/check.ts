import { clockOffset } from "../http/clock-offset.ts";
import { json, text } from "../http/fields.ts";
import type { Identity, IdentityRemark, Observed } from "../port.ts";
import { known, nullOid, unknown } from "../problem.ts";
import { readLogin } from "./account.ts";
import { readData } from "./client.ts";
import type { GiteaSession } from "./session.ts";

/** The oldest server whose description our calls keep to. */
const oldest = [1, 16] as const;

/** Reads who we are and what answers; see `Forge.check`. */
export async function check({ client, memory, now }: GiteaSession): Promise<Observed<Identity>> {
  const version = await readData(client, "/version", (data, headers) => ({
    version: text(json(data, "a version"), "version"),
    offset: clockOffset(headers, now()),
  }));
  if (!version.ok) return unknown(version.problem);
  const login = await readLogin(client, memory);
  if (!login.ok) return unknown(login.problem);
  const { version: found, offset } = version.value;
  const kind = /gitea-|forgejo/i.test(found) ? "Forgejo" : "Gitea";
  return known(
    { login: login.value, server: `${kind} ${found}`, ...offset, remarks: remarksOf(kind, found) },
    nullOid,
  );
}

function remarksOf(kind: string, version: string): IdentityRemark[] {
  const [, major, minor] = /^(\d+)\.(\d+)/.exec(version) ?? [];
  const isOld =
    kind === "Gitea" &&
    (Number(major) < oldest[0] || (Number(major) === oldest[0] && Number(minor) < oldest[1]));
  if (!isOld) return [];
  return [{ message: `${kind} ${version} is older than ${oldest.join(".")}`, hint: "update the server" }];
}
