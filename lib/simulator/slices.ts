/**
 * Long work in short slices, so that the event loop is never held for long.
 *
 * @module
 */

/** Longest slice, milliseconds. */
const SLICE_MS = 8;

/** `Array.flatMap` that lets the event loop breathe every few milliseconds. */
export async function mapInSlices<T, R>(
  items: readonly T[],
  work: (item: T) => readonly R[],
): Promise<R[]> {
  const results: R[] = [];
  let started = performance.now();
  for (const item of items) {
    results.push(...work(item));
    if (performance.now() - started > SLICE_MS) {
      await breathe();
      started = performance.now();
    }
  }
  return results;
}

/** Lets pending I/O and timers run. */
export function breathe(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}

const CHUNK = 64 * 1024;

/** Compresses `text` as gzip, chunk by chunk. */
export async function gzipInSlices(text: string): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = new TextEncoder().encode(text);
  const source = new ReadableStream<Uint8Array<ArrayBuffer>>({
    async start(controller) {
      for (let at = 0; at < bytes.length; at += CHUNK) {
        controller.enqueue(bytes.slice(at, at + CHUNK));
        await breathe();
      }
      controller.close();
    },
  });
  const stream = source.pipeThrough(new CompressionStream("gzip"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}
