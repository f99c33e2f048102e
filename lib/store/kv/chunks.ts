/**
 * Large values in Deno KV: a value may have 64 KiB, an atomic write 800 KB, so bytes are cut into chunks
 * under a generation, and a record that names the generation makes them valid all at once.
 *
 * @module
 */

/** Bytes of one chunk: under the limit of 65,536 with room for the encoding. */
export const CHUNK_BYTES = 60 * 1024;
/** Chunks in one atomic write: under the limit of 819,200 bytes. */
const CHUNKS_AT_ONCE = 12;

/** The record that makes a generation of chunks valid. `T` is what the caller puts beside it. */
export interface Manifest<T> {
  readonly generation: string;
  readonly chunks: number;
  readonly bytes: number;
  readonly about: T;
}

/**
 * Writes `bytes` as a new generation under `name`, then removes the one before. A crash at any point
 * leaves either the old generation or the new one whole.
 */
export async function writeBytes<T>(
  kv: Deno.Kv,
  name: string,
  bytes: Uint8Array,
  about: T,
): Promise<void> {
  const generation = crypto.randomUUID();
  const chunks = Math.ceil(bytes.byteLength / CHUNK_BYTES);
  for (let first = 0; first < chunks; first += CHUNKS_AT_ONCE) {
    const write = kv.atomic();
    for (let i = first; i < Math.min(first + CHUNKS_AT_ONCE, chunks); i++) {
      write.set([name, generation, i], bytes.slice(i * CHUNK_BYTES, (i + 1) * CHUNK_BYTES));
    }
    await write.commit();
  }
  const manifest: Manifest<T> = { generation, chunks, bytes: bytes.byteLength, about };
  await kv.set([name], manifest);
  await removeOthers(kv, name, generation);
}

/** What was written last, or `null`; also `null` when a chunk is missing. */
export async function readBytes<T>(
  kv: Deno.Kv,
  name: string,
): Promise<{ readonly bytes: Uint8Array<ArrayBuffer>; readonly about: T } | null> {
  const { value: manifest } = await kv.get<Manifest<T>>([name]);
  if (manifest === null) return null;
  const bytes = new Uint8Array(manifest.bytes);
  let at = 0;
  for await (const { value } of kv.list<Uint8Array>({ prefix: [name, manifest.generation] })) {
    if (at + value.byteLength > bytes.byteLength) return null;
    bytes.set(value, at);
    at += value.byteLength;
  }
  return at === bytes.byteLength ? { bytes, about: manifest.about } : null;
}

/** Removes the chunks of all other generations: of the one before, and of writes that never ended. */
async function removeOthers(kv: Deno.Kv, name: string, generation: string): Promise<void> {
  let remove = kv.atomic();
  let count = 0;
  for await (const { key } of kv.list({ prefix: [name] })) {
    if (key.length !== 3 || key[1] === generation) continue;
    remove.delete(key);
    if (++count % 500 === 0) {
      await remove.commit();
      remove = kv.atomic();
    }
  }
  if (count % 500 !== 0) await remove.commit();
}
