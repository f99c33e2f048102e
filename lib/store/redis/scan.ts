/**
 * Pages of keys in Redis.
 *
 * @module
 */
import { type RedisContext, texts, unexpected } from "./commands.ts";

/** Keys of one MGET. */
const KEYS_AT_ONCE = 500;

/** The values of `keys` that there are, with their keys. */
export async function readKeys(
  { connection }: RedisContext,
  keys: readonly string[],
): Promise<{ readonly key: string; readonly text: string }[]> {
  const found: { key: string; text: string }[] = [];
  for (let i = 0; i < keys.length; i += KEYS_AT_ONCE) {
    const some = keys.slice(i, i + KEYS_AT_ONCE);
    const values = texts(await connection.send(["MGET", ...some]));
    some.forEach((key, j) => {
      const text = values[j];
      if (typeof text === "string") found.push({ key, text });
    });
  }
  return found;
}

/** About `limit` values whose key begins with `start`, and where to go on. */
export async function scanKeys(
  context: RedisContext,
  start: string,
  cursor: string | null,
  limit: number,
): Promise<{ readonly found: { key: string; text: string }[]; readonly next: string | null }> {
  const keys = new Set<string>();
  let at = cursor ?? "0";
  // An empty step is common where other keys lie between; a page of nothing would help nobody.
  do {
    const reply = await context.connection.send(
      ["SCAN", at, "MATCH", `${start}*`, "COUNT", String(Math.max(100, limit))],
    );
    if (!Array.isArray(reply)) throw unexpected();
    at = String(reply[0]);
    for (const key of texts(reply[1] ?? null)) if (key !== null) keys.add(key);
  } while (at !== "0" && keys.size < limit);
  return { found: await readKeys(context, [...keys]), next: at === "0" ? null : at };
}
