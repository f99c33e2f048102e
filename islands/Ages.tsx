import { useEffect } from "preact/hooks";
import { type FreshnessState, stateAtLater } from "../lib/derive/freshness.ts";
import { ageText } from "../lib/view/age.ts";
import { type AgeWords, fillText } from "../lib/view/text/age_words.ts";

/** How often ages are worked out again; they show whole minutes. */
const TICK_MS = 5000;

/**
 * Keeps many ages right while the page is open, as `Age` does one: by the server's clock and the monotonic
 * one, never by the device's. Elements say `data-observed`, `data-state` and `data-changes`; the state goes to
 * `data-freshness` of the card around them, on which the category's colour hangs.
 */
export default function Ages(
  { renderedAt, text, words }: { renderedAt: number; text: string; words: AgeWords },
) {
  useEffect(() => {
    let server = renderedAt;
    let counted = 0;
    const tick = () => show(server + performance.now() - counted, text, words);
    const ask = async () => {
      try {
        const answer = await fetch(location.href, { method: "HEAD", cache: "no-store" });
        const time = Date.parse(answer.headers.get("server-time") ?? "");
        if (!Number.isNaN(time)) {
          server = time;
          counted = performance.now();
        }
      } catch {
        // Offline: the monotonic clock goes on counting, so ages still grow.
      }
      tick();
    };
    const onVisible = () => document.visibilityState === "visible" && ask();
    ask();
    const timer = setInterval(tick, TICK_MS);
    document.addEventListener("visibilitychange", onVisible);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", onVisible);
    };
  }, []);
  return null;
}

function show(now: number, text: string, words: AgeWords): void {
  for (const element of document.querySelectorAll<HTMLElement>("[data-observed]")) {
    const observedAt = Number(element.dataset["observed"]);
    element.textContent = fillText(text, { age: ageText(now - observedAt, words) });
    const parts = (element.dataset["changes"] ?? "").split(" ");
    const changes = parts.flatMap((part, i) =>
      i % 2 === 0 && part !== ""
        ? [{ state: part as FreshnessState, at: Number(parts[i + 1]) }]
        : []
    );
    const state = element.dataset["state"] as FreshnessState;
    const later = stateAtLater({ state, observedAt, changes, cadence: null }, now);
    element.closest("[data-freshness]")?.setAttribute("data-freshness", later);
  }
}
