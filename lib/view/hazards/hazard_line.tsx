import { HOUR_MS, MINUTE_MS } from "../../time/mod.ts";
import { PATHS } from "../map/draw.ts";
import { ageWords, durationWords, timeWords } from "../time_words.ts";
import { t, viewer } from "../viewer.ts";
import type { HazardCode } from "./codes.ts";
import type { HazardItem } from "./item.ts";
import { hazardWords } from "./words.ts";

/** The code of a hazard in its colour and pattern. */
export function CodeTag({ code, urgent = false }: { code: HazardCode; urgent?: boolean }) {
  return <span class={`code ${code}${urgent ? " urgent" : ""}`}>{urgent ? `! ${code}` : code}
  </span>;
}

/** One hazard as a link to its own page: code, title, where, levels, time. */
export function HazardLine({ item, now }: { item: HazardItem; now: number }) {
  const { title, where, levels } = hazardWords(item, viewer());
  const facts = [where, levels ?? "", whenText(item, now)];
  return (
    <li>
      <a class="hz-line" href={`${PATHS[item.product]}?one=${item.id}`}>
        <CodeTag code={item.code} urgent={item.urgent} />
        <span>
          <b>{title}</b>
          <small>{facts.filter((part) => part !== "").join(" · ")}</small>
        </span>
      </a>
    </li>
  );
}

/** `14:00Z to 18:00Z, ends in 57 min`; when it was observed, for a pilot report. */
export function whenText({ product, period: { from, to }, observedAt }: HazardItem, now: number) {
  if (product === "pirep") {
    return t("hz.observed", { time: timeWords(observedAt, now), age: ageWords(now - observedAt) });
  }
  const part = (at: number | null) => at === null ? "?" : timeWords(at, now);
  const period = t("hz.valid", { from: part(from), to: part(to) });
  if (from !== null && from > now) {
    return `${period}, ${t("hz.startsIn", { time: left(from, now) })}`;
  }
  return to === null ? period : `${period}, ${t("hz.endsIn", { time: left(to, now) })}`;
}

function left(at: number, now: number): string {
  return durationWords(Math.max(MINUTE_MS, Math.min(at - now, 48 * HOUR_MS)));
}
