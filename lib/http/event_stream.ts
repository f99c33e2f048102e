/**
 * Server-sent events (HTML, 9.2): a stream that is closed by either side, with a heartbeat so that a connection
 * that died is noticed.
 *
 * @module
 */

/** Sends an event; a reader that connects again names the last `id` that it got in `Last-Event-ID`. */
export type SendEvent = (event: string, data: unknown, id?: string) => void;

/** What feeds a stream: sends events until the function it returned is called. `end` ends the stream from within. */
export type EventSource = (send: SendEvent, end: () => void) => () => void;

/** Timing of a stream. */
export interface EventStreamOptions {
  /** A comment is sent this often. */
  readonly heartbeatMs: number;
  /** The stream ends after this long; the browser then connects anew, perhaps to another process. */
  readonly longestMs: number;
  /** How long the browser waits before it connects again. */
  readonly retryMs: number;
}

/** What a slow reader may leave waiting before it is dropped, in messages. */
const MAX_WAITING = 64;

const encoder = new TextEncoder();
/** How to end each stream that is open. */
const open = new Set<() => void>();

/** Ends all streams of the process: before it drains, which would otherwise wait for them. */
export function endStreams(): void {
  for (const end of [...open]) end();
}

/** Headers of an answer that is a stream. */
export const EVENT_STREAM_HEADERS: Readonly<Record<string, string>> = {
  "content-type": "text/event-stream; charset=utf-8",
  // No proxy may gather or transform what must arrive at once.
  "cache-control": "no-store, no-transform",
  "x-accel-buffering": "no",
};

/** The body of an event stream. */
export function eventStream(
  source: EventSource,
  options: EventStreamOptions,
): ReadableStream<Uint8Array<ArrayBuffer>> {
  const { heartbeatMs, longestMs, retryMs } = options;
  let end = () => {};
  return new ReadableStream<Uint8Array<ArrayBuffer>>({
    start(controller) {
      let ended = false;
      let stop: (() => void) | null = null;
      const write = (text: string) => {
        if (ended) return;
        // A reader that does not read must not fill the memory.
        if ((controller.desiredSize ?? 0) < -MAX_WAITING) end();
        else controller.enqueue(encoder.encode(text));
      };
      const beat = setInterval(() => write(": still here\n\n"), heartbeatMs);
      const last = setTimeout(() => end(), longestMs);
      end = () => {
        if (ended) return;
        ended = true;
        open.delete(end);
        clearInterval(beat);
        clearTimeout(last);
        stop?.();
        try {
          controller.close();
        } catch {
          // Closed by the reader already.
        }
      };
      open.add(end);
      write(`retry: ${retryMs}\n\n`);
      stop = source(
        (event, data, id) =>
          write(
            `${id === undefined ? "" : `id: ${id}\n`}event: ${event}\ndata: ${
              JSON.stringify(data)
            }\n\n`,
          ),
        end,
      );
      // It may have ended while it began.
      if (ended) stop();
    },
    cancel: () => end(),
  });
}
