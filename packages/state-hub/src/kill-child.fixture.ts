import { writeSync } from "node:fs";
import { argv, kill, pid } from "node:process";
import { openPglite, openPostgres } from "./index.ts";
import { openBatch } from "./kill-batch.fixture.ts";
import { actingAt, type KillPoint, watched } from "./kill-points.fixture.ts";

/** What the process is told. */
export interface ChildTask {
  /** Name of the batch. */
  readonly name: string;
  readonly kind: "pglite" | "postgresql";
  /** Folder of the embedded database, or address of a server. */
  readonly place: string;
  /** Where the process kills itself; none: it writes the whole batch. */
  readonly point?: KillPoint;
}

const given: ChildTask = JSON.parse(argv[2] ?? "{}");
const { name, kind, place, point } = given;
// Nothing that is answered may wait in this process: it is gone with it.
const tell = (line: string) => void writeSync(1, `${line}\n`);
const acting = actingAt(point, async () => {
  kill(pid, "SIGKILL");
});
const opened = kind === "pglite" ? await openPglite(place) : openPostgres({ url: place });
const database = watched(opened, acting.around);
const batch = await openBatch(database, name);
await batch.prepare();
tell("prepared");
acting.switchOn();
await batch.write(tell);
tell(`statements ${acting.count()}`);
await database.close();
