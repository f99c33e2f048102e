/**
 * Collections of documents in Redis.
 *
 * @module
 */
import { encodeDocument, parse } from "../shared/codec.ts";
import type { Collections, Json, StoredDocument } from "../shared/port.ts";
import { type RedisContext, runScript } from "./commands.ts";
import { scanKeys } from "./scan.ts";

/** KEYS: document. ARGV: text, condition (`*` for none, empty for "must not be there"), end or empty. */
const PUT = `
if ARGV[2] ~= '*' then
  local held = redis.call('GET', KEYS[1])
  local revision = held and string.sub(held, 1, 36) or ''
  if revision ~= ARGV[2] then return 0 end
end
if ARGV[3] == '' then redis.call('SET', KEYS[1], ARGV[1])
else redis.call('SET', KEYS[1], ARGV[1], 'PXAT', ARGV[3]) end
return 1`;

/** `document:collection:id` → the revision (36 characters), the end and JSON, parted by blanks. */
export function createRedisCollections(context: RedisContext): Collections {
  const { connection, prefix, clock } = context;
  const start = (collection: string) => `${prefix}document:${collection}:`;
  const documentOf = (id: string, text: string): StoredDocument | null => {
    const space = text.indexOf(" ", 37);
    const end = text.slice(37, space);
    const expiresAt = end === "" ? null : Number(end);
    if (expiresAt !== null && expiresAt <= clock.now()) return null;
    const { value } = parse(text.slice(space + 1)) as { value: Json };
    return { id, value, revision: text.slice(0, 36), expiresAt };
  };
  return {
    async get(collection, id) {
      const text = await connection.send(["GET", start(collection) + id]);
      return typeof text === "string" ? documentOf(id, text) : null;
    },
    async put(collection, id, value, { expiresAt = null, ifRevision } = {}) {
      const revision = crypto.randomUUID();
      const end = expiresAt === null ? "" : String(Math.floor(expiresAt));
      const text = `${revision} ${end} ${encodeDocument({ value })}`;
      const condition = ifRevision === undefined ? "*" : ifRevision ?? "";
      const args = [text, condition, end];
      const written = await runScript(context, PUT, [start(collection) + id], args);
      return Number(written) === 1 ? revision : null;
    },
    async remove(collection, id) {
      return Number(await connection.send(["DEL", start(collection) + id])) === 1;
    },
    async page(collection, cursor, limit) {
      const prefixed = start(collection);
      const { found, next } = await scanKeys(context, prefixed, cursor, limit);
      const documents = found.map(({ key, text }) => documentOf(key.slice(prefixed.length), text));
      return { entries: documents.filter((one) => one !== null), next };
    },
  };
}
