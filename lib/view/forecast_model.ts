/**
 * The TAF worked out for the page: a cell for each hour, and each period in words.
 *
 * @module
 */
import {
  type CountedOktas,
  flightCategory,
  type ForecastCategory,
  type ForecastHour,
  tafHours,
} from "../derive/mod.ts";
import type { Source } from "../products/product.ts";
import type { HeldReport } from "../products/raw_report.ts";
import type { ChangeGroup, ForecastElements, Period, Taf } from "../products/taf/model.ts";
import { HOUR_MS } from "../time/mod.ts";
import { zuluDate, zuluNear } from "./age.ts";
import { categoryModel } from "./category_model.ts";
import { capital, cloudPhrase, visibilityPhrase, windPhrase } from "./elements.ts";
import { bearingText, degreesText, heightText, pressureTexts, speedText } from "./quantities.ts";
import { rawModel } from "./raw_model.ts";
import { badnessOf, stripMark } from "./rule_model.ts";
import type { ForecastModel, PeriodModel, StripCell } from "./station_model.ts";
import { DEFAULT_VIEWER, type Viewer } from "./viewer.ts";
import { forecastWeatherPhrase } from "./weather_phrase.ts";

/** Hours shown in the strip. */
const STRIP_HOURS = 24;

/** The forecast as the page shows it at `now`; an expired, cancelled or NIL one says so and has no cells. */
export function forecastModel(
  held: HeldReport<Taf>,
  now: number,
  source: string,
  v: Viewer = DEFAULT_VIEWER,
  oktas: CountedOktas = 5,
): ForecastModel {
  const taf = held.decoded;
  const unusable = unusableText(taf, now, v);
  const hours = unusable === null ? tafHours(taf, now, now + STRIP_HOURS * HOUR_MS) : [];
  const periods = taf.nil || taf.cancelled ? [] : periodModels(taf, now, v);
  const targets = new Map(
    periods.flatMap(({ id, sources }) => sources.map(({ start }) => [start, id] as const)),
  );
  return {
    headline: headline(taf, held.observedAt, now, v),
    unusable,
    cells: hours.map((hour) => cellOf(hour, oktas, v)),
    periods,
    raw: rawModel(taf, periods.flatMap((period) => period.sources), targets),
    source,
  };
}

function headline(taf: Taf, issuedAt: number, now: number, v: Viewer): string {
  const marks = [
    ...(taf.amended ? [v.t("taf.amended")] : []),
    ...(taf.corrected ? [v.t("taf.corrected")] : []),
  ].join(", ");
  const extremes = extremesText(taf, now, v);
  const time = zuluNear(issuedAt, now, v.months);
  const issued = v.t("taf.issued", { time }) + (marks === "" ? "" : ` (${marks})`);
  const valid = taf.validity === null
    ? issued
    : v.t("taf.valid", { issued, period: periodText(taf.validity, now, v) });
  return extremes === null ? valid : `${valid}. ${extremes}`;
}

/** Forecast extremes: `Maximum 12 °C at 15:00Z, minimum 3 °C at 06:00Z`. */
function extremesText(taf: Taf, now: number, v: Viewer): string | null {
  const texts = (key: "taf.maximum" | "taf.minimum", list: Taf["maximumTemperatures"]) =>
    list.map(({ temperature, at }) => {
      const what = v.t(key, { temperature: degreesText(temperature.value, v) });
      if (at === null) return what;
      return v.t("taf.at", { what, time: zuluNear(Date.parse(at), now, v.months) });
    });
  const all = [
    ...texts("taf.maximum", taf.maximumTemperatures),
    ...texts("taf.minimum", taf.minimumTemperatures),
  ];
  return all.length === 0 ? null : capital(all.join(", "));
}

function unusableText(taf: Taf, now: number, v: Viewer): string | null {
  if (taf.nil) return v.t("taf.nil");
  if (taf.cancelled) return v.t("taf.cancelled");
  const to = taf.validity?.to ?? null;
  if (to === null) return v.t("taf.noValidity");
  return Date.parse(to) <= now
    ? v.t("taf.expired", { time: zuluDate(Date.parse(to), v.months) })
    : null;
}

function periodText(period: Period, now: number, v: Viewer): string {
  if (period.from === null && period.to === null) return period.source.text;
  const part = (iso: string | null) =>
    iso === null ? "?" : zuluNear(Date.parse(iso), now, v.months);
  return v.t("taf.period", { from: part(period.from), to: part(period.to) });
}

function cellOf(
  { at, prevailing, alternatives }: ForecastHour,
  oktas: CountedOktas,
  v: Viewer,
): StripCell {
  const mark = stripMark(prevailing, oktas, v);
  let worst: StripCell["worst"] = null;
  for (const alternative of alternatives) {
    const other = stripMark(alternative, oktas, v);
    if (badnessOf(other) <= badnessOf(worst?.mark ?? mark)) continue;
    worst = { mark: other, why: whyText(alternative, v) };
  }
  return {
    at: Math.floor(Date.parse(at) / HOUR_MS) * HOUR_MS,
    mark,
    worst,
    target: targetOf(prevailing),
  };
}

/** Why an hour may be worse than what prevails; a probability is always named. */
export function whyText(
  { kind, probability }: Pick<ForecastCategory, "kind" | "probability">,
  v: Viewer,
): string {
  const chance = probability === undefined ? [] : [v.t("taf.why.chance", { percent: probability })];
  return kind === "PROB" ? chance.join("") : [...chance, v.t(`taf.why.${kind}`)].join(", ");
}

function targetOf({ groups }: ForecastCategory): string {
  const group = groups.at(-1);
  return group === undefined ? "p0" : `p${group.start}`;
}

function periodModels(taf: Taf, now: number, v: Viewer): PeriodModel[] {
  const first: PeriodModel = {
    id: "p0",
    title: v.t("taf.base"),
    when: taf.validity === null ? "" : periodText(taf.validity, now, v),
    category: categoryModel(flightCategory(taf.forecast), v),
    text: elementsText(taf.forecast, v),
    sources: baseSources(taf),
  };
  return [first, ...taf.changeGroups.map((group) => changeModel(group, now, v))];
}

/** Validity and the groups of the base forecast: change groups are one stretch of text, this is not. */
function baseSources({ validity, forecast }: Taf): Source[] {
  const { surfaceWind, prevailingVisibility, presentWeather, cloud, verticalVisibility } = forecast;
  const single = [surfaceWind, prevailingVisibility, verticalVisibility].flatMap((element) =>
    "source" in element ? [element.source] : []
  );
  const weather = presentWeather.kind === "weather"
    ? presentWeather.phenomena.map(({ source }) => source)
    : "source" in presentWeather
    ? [presentWeather.source]
    : [];
  const sky = cloud.kind === "layers"
    ? cloud.layers.map(({ source }) => source)
    : "source" in cloud
    ? [cloud.source]
    : [];
  return [...(validity === null ? [] : [validity.source]), ...single, ...weather, ...sky];
}

function changeModel(group: ChangeGroup, now: number, v: Viewer): PeriodModel {
  const chance = group.probability === undefined
    ? []
    : [v.t("taf.chance", { percent: group.probability })];
  const title = group.kind === "PROB"
    ? chance.join("")
    : [...chance, v.t(`taf.${group.kind}`)].join(": ");
  return {
    id: `p${group.source.start}`,
    title,
    when: periodText(group.period, now, v),
    category: group.kind === "FM" ? categoryModel(flightCategory(group.elements), v) : null,
    text: elementsText(group.elements, v),
    sources: [group.source],
  };
}

/** The named elements of a period as one sentence; a change group names only what changes. */
export function elementsText(elements: ForecastElements, v: Viewer): string {
  const parts: string[] = [];
  const { surfaceWind, prevailingVisibility, cloud, verticalVisibility } = elements;
  if (surfaceWind.kind !== "notReported") {
    parts.push(v.t("taf.wind", { wind: lower(windPhrase(surfaceWind, v).value) }));
  }
  if (prevailingVisibility.kind !== "notReported") {
    const visibility = lower(visibilityPhrase(prevailingVisibility, v).value);
    parts.push(v.t("taf.visibility", { visibility }));
  }
  const weather = forecastWeatherPhrase(elements.presentWeather, v);
  if (weather !== null) parts.push(lower(weather));
  if (cloud.kind !== "notReported" || verticalVisibility.kind !== "notReported") {
    parts.push(lower(cloudPhrase(cloud, verticalVisibility, v).value));
  }
  for (const shear of elements.windShear) {
    parts.push(
      v.t("taf.shear", {
        height: heightText(shear.height, v),
        direction: bearingText(shear.direction.value),
        speed: speedText(shear.speed, v),
      }),
    );
  }
  for (const layer of elements.turbulence) {
    parts.push(v.t("taf.turbulence", { what: layer.description }));
  }
  for (const layer of elements.icing) parts.push(v.t("taf.icing", { what: layer.description }));
  if (elements.qnh.kind === "value") {
    parts.push(v.t("taf.qnh", { value: pressureTexts(elements.qnh, v).join(" / ") }));
  }
  if (parts.length === 0) return v.t("taf.nothing");
  const text = parts.join(", ");
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

/** Small first letter, unless it is an abbreviation or a number. */
function lower(text: string): string {
  return /^[A-Z][a-z]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}
