import { useEffect, useRef, useState } from "preact/hooks";
import { type FreshnessState, stateAtLater } from "../lib/derive/freshness.ts";
import { ageText, ageWarning } from "../lib/view/age.ts";
import type { AgeWords } from "../lib/view/text/age_words.ts";

/** How often the age is worked out again; it shows whole minutes. */
const TICK_MS = 5000;

/**
 * The age of a report, kept right while the page is open.
 *
 * The device's clock is never asked: time is the server's (from the page, then from the `Server-Time`
 * header of a HEAD request) plus what the monotonic clock has counted since. When the state of the
 * report changes, so does `data-freshness` of the card around it, on which the category's colour hangs.
 */
export default function Age(props: {
  observedAt: number;
  renderedAt: number;
  label: string;
  state: FreshnessState;
  changes: { state: FreshnessState; at: number }[];
  words: AgeWords;
}) {
  const { words } = props;
  const [now, setNow] = useState(props.renderedAt);
  const element = useRef<HTMLDivElement>(null);
  const state = stateAtLater({ ...props, cadence: null }, now);
  const age = ageText(now - props.observedAt, words);
  const warning = ageWarning(state, age, words);

  useEffect(() => {
    // The page left the server about when its navigation began; it says its time to the minute.
    let server = props.renderedAt;
    let counted = 0;
    const tick = () => setNow(server + performance.now() - counted);
    const ask = async () => {
      try {
        const answer = await fetch(location.pathname, { method: "HEAD", cache: "no-store" });
        const time = Date.parse(answer.headers.get("server-time") ?? "");
        if (!Number.isNaN(time)) {
          server = time;
          counted = performance.now();
        }
      } catch {
        // Offline: the monotonic clock goes on counting, so the age still grows.
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
  }, []);

  useEffect(() => {
    element.current?.closest("[data-freshness]")?.setAttribute("data-freshness", state);
  }, [state]);

  return (
    <div ref={element}>
      <p class="age">
        <b>{age}</b>
        {` ${words["age.old"]}, `}
        {props.label}
      </p>
      <div role="status">{warning && <p class="banner">{warning}</p>}</div>
    </div>
  );
}
