/**
 * In the browser: what time it is by the server, counted on by the monotonic clock and never by the device's.
 *
 * @module
 */

/** How often the time is told again; ages show whole minutes. */
const TICK_MS = 5000;

/**
 * Tells the server's time now, every five seconds, and when the page is seen again; the server is asked for it by a
 * `HEAD` of the page. Offline the clock goes on counting, so ages still grow.
 *
 * @param renderedAt the time of the page, until the server was asked
 * @param address of the page
 * @returns what ends it
 */
export function followServerTime(
  renderedAt: number,
  address: string,
  tell: (now: number) => void,
): () => void {
  // The page left the server about when its navigation began; it says its time to the minute.
  let server = renderedAt;
  let counted = 0;
  const tick = () => tell(server + performance.now() - counted);
  const ask = async () => {
    try {
      const answer = await fetch(address, { method: "HEAD", cache: "no-store" });
      const time = Date.parse(answer.headers.get("server-time") ?? "");
      if (!Number.isNaN(time)) {
        server = time;
        counted = performance.now();
      }
    } catch {
      // Offline.
    }
    tick();
  };
  const onVisible = () => document.visibilityState === "visible" && ask();
  tick();
  ask();
  const timer = setInterval(tick, TICK_MS);
  document.addEventListener("visibilitychange", onVisible);
  return () => {
    clearInterval(timer);
    document.removeEventListener("visibilitychange", onVisible);
  };
}
