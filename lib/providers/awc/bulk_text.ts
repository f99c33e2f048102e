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
 * Text of `file` in pieces. The files are gzip without `Content-Encoding` (magic `1f 8b`); something on the
 * way may have inflated them, so plain bytes are taken as well. UTF-8 with replacement: stray Latin-1 occurs.
 *
 * @throws BodyError `tooLarge` over `maxBytes` inflated bytes, `damaged` for broken or cut gzip
 */
export async function* bulkText(
  file: Uint8Array<ArrayBuffer>,
  maxBytes = MAX_TEXT_BYTES,
): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  const isGzip = file[0] === 0x1f && file[1] === 0x8b;
  let seen = 0;
  for await (const chunk of isGzip ? gunzip(file) : pieces(file)) {
    seen += chunk.byteLength;
    if (seen > maxBytes) throw new BodyError("tooLarge", `the file has over ${maxBytes} bytes`);
    yield decoder.decode(chunk, { stream: true });
  }
  yield decoder.decode();
}

function* pieces(file: Uint8Array<ArrayBuffer>): Generator<Uint8Array<ArrayBuffer>> {
  for (let at = 0; at < file.byteLength; at += INFLATE_STEP) {
    yield file.subarray(at, at + INFLATE_STEP);
  }
}

async function* gunzip(file: Uint8Array<ArrayBuffer>): AsyncGenerator<Uint8Array> {
  try {
    yield* ReadableStream.from(pieces(file)).pipeThrough(new DecompressionStream("gzip"));
  } catch {
    throw new BodyError("damaged", "the gzip data are damaged or cut off");
  }
}
