import { useEffect, useRef, useState } from "preact/hooks";
import { type FreshnessState, stateAtLater } from "../lib/derive/freshness.ts";
import { ageText, ageWarning } from "../lib/view/age.ts";
import { followServerTime } from "../lib/view/browser/server_time.ts";
import type { AgeWords } from "../lib/view/text/age_words.ts";

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

  useEffect(() => followServerTime(props.renderedAt, location.pathname, setNow), []);

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
