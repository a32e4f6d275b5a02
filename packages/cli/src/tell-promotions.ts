import { chainOfLoop } from "@coulomb-loop/cadence";
import { type PromotedLoop, readEvents } from "@coulomb-loop/reconciler";
import type { PromotionEvent } from "@coulomb-loop/schemas";
import type { HubApi } from "@coulomb-loop/schemas/hub";
import type { HubClient } from "@coulomb-loop/state-hub-sync";
import type { Invocation } from "./command-line/builder.ts";
import type { OpenPromotions } from "./open-promotion.ts";
import { appendEvents } from "./output/append-events.ts";
import type { Emission } from "./output/emit-run.ts";
import { tellDecisions } from "./promotion-decisions.ts";

/**
 * Tells the hub and the files of `--emit` what happened to the promotions of a loop, after a run did what it could. What was told before is
 * not told again, so a run after a crash tells what is missing and nothing twice. Throws `ops_unread`, `emit_unwritable`, and what the hub's
 * transport throws.
 */
export async function tellPromotions(
  { io, terminal }: Invocation,
  opened: OpenPromotions,
  loop: string,
  done: PromotedLoop,
  emissions: readonly Emission[],
): Promise<void> {
  const { hub, write } = opened;
  if (hub === undefined && emissions.length === 0) return;
  const events = await readEvents(write, opened.portsOf(loop), loop, done);
  if (hub !== undefined) {
    // What was merged just now stands there too.
    const chain = chainOfLoop(opened.documents(), loop);
    const decisions = await tellDecisions(hub, write.place.repoId, loop, chain);
    const refused = decisions.refused ?? (await tellEvents(hub, write.place.repoId, events));
    if (refused !== undefined)
      terminal.note(
        `The hub was not told of ${refused}. coulomb hub register makes the ops repo known to it.`,
      );
  }
  appendEvents(
    { cwd: io.cwd, print: (text) => void io.stdout.write(text), note: terminal.note },
    events,
    emissions,
  );
}

/** Tells the hub the events that it does not know, each once for its id; answers with why one was refused. */
export async function tellEvents(
  hub: Pick<HubClient, "tell" | "told">,
  repo: string,
  events: readonly PromotionEvent[],
): Promise<string | undefined> {
  if (events.length === 0) return undefined;
  const known = await hub.told(repo);
  for (const event of events) {
    if (known.has(event.id)) continue;
    const told = await hub.tell(requestOf(event));
    // Stale: another run was faster, and its words stand.
    if (told.kind === "refused") return `${event.kind} of ${event.record}: ${told.message}`;
  }
  return undefined;
}

/** Characters of a value that the hub takes. */
const longestValue = 2_000;

function requestOf({
  id,
  kind,
  ops_repo: repo,
  at,
  message,
  repos,
  ...event
}: PromotionEvent): HubApi.EventRequest {
  const { format_version: _version, installation: _installation, ...data } = event;
  const names = repos.join(" ");
  return {
    id,
    type: kind,
    repo,
    subject: { kind: "decisions", key: `${event.loop}/${event.record}` },
    at,
    message,
    data: {
      ...data,
      repos: names.length > longestValue ? `${names.slice(0, longestValue - 1)}…` : names,
    },
  };
}
