/**
 * In the browser: hears of new reports by server-sent events, and asks from time to time where a stream is not
 * to be had. Listens only while the page can be seen.
 *
 * @module
 */

const ASK_EVERY_MS = 60_000;
/** Streams that fail this often in a row are given up for asking. */
const MOST_FAILURES = 3;

/** Calls `onNews` once the reports of `id` are no longer those of `key`; the function stops it. */
export function watchNews(id: string, key: string, onNews: () => void): () => void {
  const address = `/events?stations=${id}`;
  let stream: EventSource | null = null;
  let timer: ReturnType<typeof setInterval> | undefined;
  let failures = 0;

  const check = (now: unknown) => {
    if (typeof now !== "string" || now === key) return;
    stop();
    onNews();
  };
  const ask = async () => {
    try {
      const answer = await fetch(address, { headers: { accept: "application/json" } });
      check((await answer.json())[id]);
    } catch {
      // Offline: it is asked again.
    }
  };
  const listen = () => {
    stream = new EventSource(address);
    stream.addEventListener("keys", ({ data }) => {
      failures = 0;
      check(JSON.parse(data)[id]);
    });
    stream.addEventListener("report", ({ data }) => check(JSON.parse(data).key));
    stream.onerror = () => {
      if (stream?.readyState !== EventSource.CLOSED && ++failures < MOST_FAILURES) return;
      stream?.close();
      stream = null;
      timer ??= setInterval(ask, ASK_EVERY_MS);
    };
  };
  const pause = () => {
    stream?.close();
    stream = null;
    clearInterval(timer);
    timer = undefined;
  };
  const onVisible = () => {
    pause();
    if (document.visibilityState === "visible") listen();
  };
  const stop = () => {
    pause();
    document.removeEventListener("visibilitychange", onVisible);
  };
  document.addEventListener("visibilitychange", onVisible);
  onVisible();
  return stop;
}
