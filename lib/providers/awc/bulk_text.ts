/**
 * The bytes of a bulk file as text, a piece at a time: inflated where they are gzip, capped, decoded.
 *
 * @module
 */
import { BodyError } from "../../resilience/mod.ts";

/** Most bytes of text in one file. The largest real one has 5 MB. */
export const MAX_TEXT_BYTES = 64 * 1024 * 1024;
/** Compressed bytes given to the inflater at once: a bomb of 1,000 : 1 then grows by 2 MB before it is seen. */
const INFLATE_STEP = 2048;

/**
 * Text of `body` in pieces. The files are gzip without `Content-Encoding` (magic `1f 8b`); something on the
 * way may have inflated them, so plain bytes are taken as well. UTF-8 with replacement: stray Latin-1 occurs.
 *
 * @throws BodyError `tooLarge` over `maxBytes` inflated bytes, `damaged` for broken or cut gzip
 */
export async function* bulkText(
  body: ReadableStream<Uint8Array>,
  maxBytes = MAX_TEXT_BYTES,
): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let seen = 0;
  for await (const chunk of await inflated(body)) {
    seen += chunk.byteLength;
    if (seen > maxBytes) throw new BodyError("tooLarge", `the file has over ${maxBytes} bytes`);
    yield decoder.decode(chunk, { stream: true });
  }
  yield decoder.decode();
}

async function inflated(body: ReadableStream<Uint8Array>): Promise<AsyncIterable<Uint8Array>> {
  const reader = body.getReader();
  const head: Uint8Array[] = [];
  let bytes = 0;
  while (bytes < 2) {
    const { done, value } = await reader.read();
    if (done) break;
    head.push(value);
    bytes += value.byteLength;
  }
  const first = concat(head);
  const rest = pieces(first, reader);
  return first[0] === 0x1f && first[1] === 0x8b ? gunzip(rest) : rest;
}

async function* pieces(
  first: Uint8Array,
  reader: ReadableStreamDefaultReader<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  try {
    for (let chunk: Uint8Array | undefined = first; chunk !== undefined;) {
      for (let at = 0; at < chunk.byteLength; at += INFLATE_STEP) {
        yield chunk.subarray(at, at + INFLATE_STEP);
      }
      chunk = (await reader.read()).value;
    }
  } finally {
    await reader.cancel().catch(() => {});
  }
}

async function* gunzip(source: AsyncGenerator<Uint8Array>): AsyncGenerator<Uint8Array> {
  const stream = ReadableStream.from(source)
    .pipeThrough(new DecompressionStream("gzip") as ReadableWritablePair<Uint8Array, Uint8Array>);
  try {
    yield* stream;
  } catch (error) {
    if (error instanceof BodyError || (error as Error).name === "AbortError") throw error;
    if ((error as Error).name === "TimeoutError") throw error;
    throw new BodyError("damaged", "the gzip data are damaged or cut off");
  }
}

function concat(chunks: readonly Uint8Array[]): Uint8Array {
  if (chunks.length === 1) return chunks[0]!;
  const all = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.byteLength, 0));
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.byteLength;
  }
  return all;
}
