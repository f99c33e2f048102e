import { useEffect } from "preact/hooks";
import { type FreshnessState, stateAtLater } from "../lib/derive/freshness.ts";
import { ageText } from "../lib/view/age.ts";
import { followServerTime } from "../lib/view/browser/server_time.ts";
import { type AgeWords, fillText } from "../lib/view/text/age_words.ts";

/**
 * Keeps many ages right while the page is open, as `Age` does one: by the server's clock and the monotonic
 * one, never by the device's. Elements say `data-observed`, `data-state` and `data-changes`; the state goes to
 * `data-freshness` of the card around them, on which the category's colour hangs.
 */
export default function Ages(
  { renderedAt, text, words }: { renderedAt: number; text: string; words: AgeWords },
) {
  useEffect(
    () => followServerTime(renderedAt, location.href, (now) => show(now, text, words)),
    [],
  );
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
