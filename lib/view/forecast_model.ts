/**
 * The TAF worked out for the page: a cell for each hour, and each period in words.
 *
 * @module
 */
import {
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
import { pressureTexts, signed, speedText } from "./quantities.ts";
import { rawModel } from "./raw_model.ts";
import type { ForecastModel, PeriodModel, StripCell } from "./station_model.ts";
import { forecastWeatherPhrase } from "./weather_phrase.ts";

/** Hours shown in the strip. */
const STRIP_HOURS = 24;

/** The forecast as the page shows it at `now`; an expired, cancelled or NIL one says so and has no cells. */
export function forecastModel(held: HeldReport<Taf>, now: number, source: string): ForecastModel {
  const taf = held.decoded;
  const unusable = unusableText(taf, now);
  const hours = unusable === null ? tafHours(taf, now, now + STRIP_HOURS * HOUR_MS) : [];
  const periods = taf.nil || taf.cancelled ? [] : periodModels(taf, now);
  const targets = new Map(
    periods.flatMap(({ id, sources }) => sources.map(({ start }) => [start, id] as const)),
  );
  return {
    headline: headline(taf, held.observedAt, now),
    unusable,
    cells: hours.map(cellOf),
    periods,
    raw: rawModel(taf, periods.flatMap((period) => period.sources), targets),
    source,
  };
}

function headline(taf: Taf, issuedAt: number, now: number): string {
  const marks = [taf.amended && "amended", taf.corrected && "corrected"].filter(Boolean).join(", ");
  const extremes = extremesText(taf, now);
  const issued = `Issued ${zuluNear(issuedAt, now)}${marks === "" ? "" : ` (${marks})`}`;
  const valid = taf.validity === null
    ? issued
    : `${issued}, valid ${periodText(taf.validity, now)}`;
  return extremes === null ? valid : `${valid}. ${extremes}`;
}

/** Forecast extremes: `Maximum 12 °C at 15:00Z, minimum 3 °C at 06:00Z`. */
function extremesText(taf: Taf, now: number): string | null {
  const texts = (name: string, list: Taf["maximumTemperatures"]) =>
    list.map(({ temperature, at }) => {
      const when = at === null ? "" : ` at ${zuluNear(Date.parse(at), now)}`;
      return `${name} ${signed(temperature.value)} °C${when}`;
    });
  const all = [
    ...texts("maximum", taf.maximumTemperatures),
    ...texts("minimum", taf.minimumTemperatures),
  ];
  return all.length === 0 ? null : capital(all.join(", "));
}

function unusableText(taf: Taf, now: number): string | null {
  if (taf.nil) return "NIL: no forecast was issued.";
  if (taf.cancelled) return "This forecast is cancelled and is not used.";
  const to = taf.validity?.to ?? null;
  if (to === null) {
    return "The validity could not be read, so no hour can be told: read the raw TAF.";
  }
  return Date.parse(to) <= now
    ? `This forecast expired ${zuluDate(Date.parse(to))} and is not used.`
    : null;
}

function periodText(period: Period, now: number): string {
  if (period.from === null && period.to === null) return period.source.text;
  const part = (iso: string | null) => iso === null ? "?" : zuluNear(Date.parse(iso), now);
  return `${part(period.from)} to ${part(period.to)}`;
}

function cellOf({ at, prevailing, worst }: ForecastHour): StripCell {
  return {
    at: Math.floor(Date.parse(at) / HOUR_MS) * HOUR_MS,
    category: prevailing.flight.category,
    worst: worst === null ? null : { category: worst.flight.category, why: whyText(worst) },
    target: targetOf(prevailing),
  };
}

/** Why an hour may be worse than what prevails; a probability is always named. */
function whyText({ kind, probability }: ForecastCategory): string {
  const chance = probability === undefined ? "" : `probability ${probability} %, `;
  switch (kind) {
    case "TEMPO":
    case "INTER":
      return `${chance}at times (${kind})`;
    case "PROB":
      return `probability ${probability} %`;
    case "BECMG":
      return "changing (BECMG)";
    case "FM":
      return "later in the hour (FM)";
    case "prevailing":
      return "within the hour";
  }
}

function targetOf({ groups }: ForecastCategory): string {
  const group = groups.at(-1);
  return group === undefined ? "p0" : `p${group.start}`;
}

function periodModels(taf: Taf, now: number): PeriodModel[] {
  const first: PeriodModel = {
    id: "p0",
    title: "From the start",
    when: taf.validity === null ? "" : periodText(taf.validity, now),
    category: categoryModel(flightCategory(taf.forecast)),
    text: elementsText(taf.forecast),
    sources: baseSources(taf),
  };
  return [first, ...taf.changeGroups.map((group) => changeModel(group, now))];
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

const TITLES: Record<ChangeGroup["kind"], string> = {
  FM: "From then on",
  BECMG: "Becoming",
  TEMPO: "At times (TEMPO)",
  INTER: "Briefly at times (INTER)",
  PROB: "Probability",
};

function changeModel(group: ChangeGroup, now: number): PeriodModel {
  const chance = group.probability === undefined ? "" : `Probability ${group.probability} %`;
  const title = group.kind === "PROB"
    ? chance
    : [chance, TITLES[group.kind]].filter((part) => part !== "").join(": ");
  return {
    id: `p${group.source.start}`,
    title,
    when: periodText(group.period, now),
    category: group.kind === "FM" ? categoryModel(flightCategory(group.elements)) : null,
    text: elementsText(group.elements),
    sources: [group.source],
  };
}

/** The named elements of a period as one sentence; a change group names only what changes. */
function elementsText(elements: ForecastElements): string {
  const parts: string[] = [];
  const { surfaceWind, prevailingVisibility, cloud, verticalVisibility } = elements;
  if (surfaceWind.kind !== "notReported") {
    parts.push(`Wind ${lower(windPhrase(surfaceWind).value)}`);
  }
  if (prevailingVisibility.kind !== "notReported") {
    parts.push(`visibility ${lower(visibilityPhrase(prevailingVisibility).value)}`);
  }
  const weather = forecastWeatherPhrase(elements.presentWeather);
  if (weather !== null) parts.push(lower(weather));
  if (cloud.kind !== "notReported" || verticalVisibility.kind !== "notReported") {
    parts.push(lower(cloudPhrase(cloud, verticalVisibility).value));
  }
  for (const shear of elements.windShear) {
    parts.push(
      `wind shear at ${shear.height.value} ft above ground: ${
        String(shear.direction.value).padStart(3, "0")
      }° at ${speedText(shear.speed)}`,
    );
  }
  for (const layer of elements.turbulence) parts.push(`${layer.description} (turbulence)`);
  for (const layer of elements.icing) parts.push(`${layer.description} (icing)`);
  if (elements.qnh.kind === "value") {
    parts.push(`lowest QNH ${pressureTexts(elements.qnh).join(" / ")}`);
  }
  if (parts.length === 0) return "Nothing in this group was understood: read the raw text.";
  const text = parts.join(", ");
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

/** Small first letter, unless it is an abbreviation or a number. */
function lower(text: string): string {
  return /^[A-Z][a-z]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}
