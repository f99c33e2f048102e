/**
 * A program that is made to be killed: it writes numbered records into a store of Deno KV and tells each number
 * after the store has acknowledged it.
 *
 * Arguments: the file of the store, the first number.
 *
 * @module
 */
import { openKvStore } from "../../lib/store/kv/shared/store.ts";
import { systemClock } from "../../lib/time/mod.ts";
import { COLLECTION, documentOf, entryOf } from "./records.ts";

const [path, first] = Deno.args;
const store = await openKvStore(path!, { source: "records", clock: systemClock });
const encoder = new TextEncoder();
for (let n = Number(first);; n += 5) {
  const numbers = Array.from({ length: 5 }, (_, i) => n + i);
  await store.history.append(numbers.map(entryOf));
  await store.collections.put(COLLECTION, String(n), documentOf(n));
  Deno.stdout.writeSync(encoder.encode(`${n}\n`));
}
