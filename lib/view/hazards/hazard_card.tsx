/**
 * One report over an area: in words beside its raw text, each sentence linked to the groups it came from.
 *
 * @module
 */
import type { AnyReport } from "../../products/mod.ts";
import type { Sentence, Source } from "../../products/product.ts";
import { describeReport } from "../../products/words.ts";
import type { Undrawn } from "../../derive/hazard_area.ts";
import { mapHref } from "../map/query.ts";
import { LAYERS, STATION_STATES } from "../map/map_model.ts";
import { snapped } from "../map/view.ts";
import { middleOf } from "../../derive/hazard_area.ts";
import { timeWords } from "../time_words.ts";
import { segments } from "../tokens.ts";
import { t, viewer } from "../viewer.ts";
import { CodeTag, whenText } from "./hazard_line.tsx";
import { providerName } from "./feed_state.tsx";
import type { HazardItem } from "./item.ts";
import { hazardWords } from "./words.ts";

/** Longest address of an explanation; the form takes longer reports. */
const MAX_QUERY = 1500;

/** A card; `index` keeps the ids of its groups apart from those of other cards. */
export function HazardCard({ item, index, now }: {
  item: HazardItem;
  index: number;
  now: number;
}) {
  const { held, place } = item;
  const { title, where, levels } = hazardWords(item, viewer());
  const prefix = `h${index}-`;
  const sentences = describeReport(held.decoded as AnyReport, { language: viewer().language });
  const later = item.period.from !== null && item.period.from > now;
  return (
    <article
      class={`card hz ${item.code}${later || item.mark !== null ? " notyet" : ""}`}
      id={item.id}
      aria-labelledby={`${prefix}title`}
    >
      <h2 id={`${prefix}title`}>
        <CodeTag code={item.code} urgent={item.urgent} /> {title}
      </h2>
      <p class={item.mark === null && !later ? "state now" : "state"}>
        {stateText(item, later)}
      </p>
      <p class="facts">
        {[where, levels ?? (item.mark === null ? t("hz.noLevels") : ""), whenText(item, now)]
          .filter((part) => part !== "").join(" · ")}
      </p>
      <div class="two-col">
        <div>
          <ul class="words">
            {sentences.map((sentence, i) => (
              <SentenceLine sentence={sentence} prefix={prefix} number={i} />
            ))}
          </ul>
          {place.undrawn.length > 0 && (
            <p class="soft">
              {t(place.shapes.length === 0 ? "hz.notOnMap" : "hz.partOnMap", {
                why: place.undrawn.map(whyText).join("; "),
              })}
            </p>
          )}
        </div>
        <div>
          <LinkedRaw item={item} sentences={sentences} prefix={prefix} />
          <p class="src">
            {t("hz.source", {
              provider: providerName(held.raw),
              time: timeWords(held.raw.receivedAt, now),
            })}
          </p>
          <p class="links noprint">
            <Explain text={held.raw.text} />
            <OnMap item={item} />
          </p>
        </div>
      </div>
    </article>
  );
}

function stateText({ mark, urgent, product }: HazardItem, later: boolean): string {
  if (mark !== null) return t(`hz.mark.${mark}`);
  const state = product === "pirep" ? "" : t(later ? "hz.future" : "hz.inForce");
  return [urgent ? t("hz.urgent") : "", state].filter((part) => part !== "").join(" · ");
}

function whyText(why: Undrawn): string {
  return t(`hz.undrawn.${why}`);
}

/** A sentence; its groups are reached from it, and it from them. */
function SentenceLine({ sentence, prefix, number }: {
  sentence: Sentence;
  prefix: string;
  number: number;
}) {
  const [first] = sentence.sources;
  return (
    <li id={`${prefix}s${number}`}>
      {first === undefined
        ? sentence.text
        : <a href={`#${prefix}t${first.start}`}>{sentence.text}</a>}
    </li>
  );
}

function LinkedRaw({ item, sentences, prefix }: {
  item: HazardItem;
  sentences: readonly Sentence[];
  prefix: string;
}) {
  const { decoded } = item.held;
  const speaker = new Map<number, number>();
  for (const [number, { sources }] of sentences.entries()) {
    for (const { start } of sources) if (!speaker.has(start)) speaker.set(start, number);
  }
  const tokens: Source[] = sentences.flatMap(({ sources }) => sources);
  const isRecord = item.product === "gairmet";
  return (
    <>
      {isRecord && <p class="soft">{t("hz.record")}</p>}
      <p class="raw" lang="zxx" translate={false} role="group" aria-label={t("hz.raw")}>
        {segments(decoded.raw, tokens, decoded.unparsed).map(({ kind, text, start }) => {
          const id = `${prefix}t${start}`;
          const number = speaker.get(start);
          if (kind === "plain") return text;
          if (kind === "unparsed") return <mark key={id} id={id}>{text}</mark>;
          return number === undefined
            ? <span key={id} id={id}>{text}</span>
            : <a key={id} id={id} href={`#${prefix}s${number}`}>{text}</a>;
        })}
      </p>
    </>
  );
}

function Explain({ text }: { text: string }) {
  const query = encodeURIComponent(text.trim()).replace(/%20/g, "+");
  return query.length > MAX_QUERY
    ? null
    : <a href={`/decode?report=${query}`}>{t("hz.explain")}</a>;
}

/** Looks at the report on the big map, with the stations around it. */
function OnMap({ item }: { item: HazardItem }) {
  const [shape] = item.place.shapes;
  if (shape === undefined) return null;
  const { latitude, longitude } = middleOf(shape);
  const layers = new Set(LAYERS.filter((layer) => layer === "metar" || layer === item.product));
  const view = snapped(latitude, longitude, 600);
  const href = mapHref({ view, street: false, hour: 0, layers, states: new Set(STATION_STATES) });
  return <a href={href}>{t("hz.onMap")}</a>;
}
