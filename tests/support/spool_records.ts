/**
 * A program that is made to be killed: it writes numbered records for a history that is away, and tells each number
 * when it lies on the disk.
 *
 * Arguments: the folder of the spool, the address of a Redis, the first number.
 *
 * @module
 */
import { openKvSpool } from "../../lib/store/kv/spool.ts";
import { openRedisStore } from "../../lib/store/redis/mod.ts";
import { guardStore } from "../../lib/store/shared/guard.ts";
import { StoreWriter } from "../../lib/ingest/shared/store_writer.ts";
import { systemClock } from "../../lib/time/mod.ts";
import { entryOf } from "./records.ts";
import { pause } from "./wait.ts";

const [folder, url, first] = Deno.args;
const redis = await openRedisStore({ url: url! }, { source: "records", clock: systemClock });
const store = guardStore(redis, { clock: systemClock });
const spool = await openKvSpool(folder!, "records");
const writer = new StoreWriter({ store, spool });
const encoder = new TextEncoder();
const before = spool.size;
for (let n = Number(first);; n += 5) {
  for (let i = 0; i < 5; i++) writer.keep(entryOf(n + i));
  while (spool.size - before < n + 5 - Number(first)) await pause(1);
  Deno.stdout.writeSync(encoder.encode(`${n}\n`));
}
