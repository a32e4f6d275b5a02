import { argv } from "node:process";
import { type Change, type Fields, freeRules, openPostgres, openStore } from "./index.ts";

/** What a process that only writes is told. */
export interface WriterTask {
  readonly url: string;
  /** Tells writers apart. */
  readonly number: number;
  readonly rounds: number;
}

const { url, number, rounds }: WriterTask = JSON.parse(argv[2] ?? "{}");
const put = (key: string, fields: Fields): Change => ({
  kind: "tasks",
  address: { key },
  condition: { absent: true },
  do: "put",
  fields,
});
const store = await openStore(openPostgres({ url }), { clock: () => 0, rules: freeRules });
for (let round = 0; round < rounds; round += 1)
  await store.write(
    [
      put(`w${number}-${round}`, { round }),
      put(`shared-${round}`, { number }),
      put(`w${number}-${round}-b`, {}),
    ],
    { actor: `w${number}` },
  );
await store.close();
