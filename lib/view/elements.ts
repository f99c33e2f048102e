/**
 * Weather elements in the words of the page, shared by the observation and the periods of a forecast.
 *
 * @module
 */
import type { Source } from "../products/product.ts";
import type {
  Cloud,
  CloudLayer,
  SurfaceWind,
  VerticalVisibility,
  Visibility,
} from "../products/metar/model.ts";
import {
  absenceText,
  atReportingCap,
  bearingText,
  distanceElsewhere,
  distanceText,
  heightText,
  speedText,
} from "./quantities.ts";

/** A value in words, further lines below it, and where it was read. */
export interface Phrase {
  readonly value: string;
  readonly details: readonly string[];
  readonly sources: readonly Source[];
  readonly absent?: true;
}

/** `270° true at 15 kt, gusts 25 kt`. A missing wind never reads like calm. */
export function windPhrase(wind: SurfaceWind): Phrase {
  switch (wind.kind) {
    case "calm":
      return { value: "Calm", details: [], sources: [wind.source] };
    case "wind":
      return gusty(`${bearingText(wind.direction.value)} true at ${speedText(wind.speed)}`, wind);
    case "variable":
      return gusty(`Variable direction at ${speedText(wind.speed)}`, wind);
    case "directionNotObservable":
      return gusty(`Direction not observable, ${speedText(wind.speed)}`, wind);
    case "speedNotObservable":
      return {
        value: `${bearingText(wind.direction.value)} true, speed not observable`,
        details: [],
        sources: [wind.source],
      };
    default:
      return absent(wind);
  }
}

function gusty(
  value: string,
  wind: Extract<SurfaceWind, { kind: "wind" | "variable" | "directionNotObservable" }>,
): Phrase {
  const sector = "sector" in wind ? wind.sector : undefined;
  const details = sector === undefined ? [] : [
    `varying between ${bearingText(sector.from.value)} and ${bearingText(sector.to.value)}`,
  ];
  if ("estimated" in wind && wind.estimated) details.push("estimated");
  return {
    value: wind.gust === undefined ? value : `${value}, gusts ${speedText(wind.gust)}`,
    details,
    sources: sector === undefined ? [wind.source] : [wind.source, sector.source],
  };
}

/** `10 SM or more`, and the same in the other system. */
export function visibilityPhrase(visibility: Visibility): Phrase {
  switch (visibility.kind) {
    case "cavok":
      return {
        value: "10 km or more",
        details: ["CAVOK: no cloud below 5,000 ft, no CB or TCU, no weather of significance"],
        sources: [visibility.source],
      };
    case "visibility": {
      const distance = atReportingCap(visibility.distance);
      const toward = visibility.direction === undefined ? "" : ` to the ${visibility.direction}`;
      const details = [distanceElsewhere(distance)];
      if (visibility.noDirectionalVariation) details.push("no directional variation measured");
      return { value: distanceText(distance) + toward, details, sources: [visibility.source] };
    }
    default:
      return absent(visibility);
  }
}

const AMOUNTS = { FEW: "few", SCT: "scattered", BKN: "broken", OVC: "overcast" } as const;

/** One layer: `broken 800 ft, cumulonimbus`; unknown parts say so. */
export function layerText(layer: CloudLayer): string {
  const amount = layer.amount === "notObservable" ? "amount not observable" : AMOUNTS[layer.amount];
  const height = layer.heightAgl === null
    ? "height not observable"
    : layer.heightAgl.value === 0
    ? "at the surface"
    : heightText(layer.heightAgl);
  const type = layer.type === "CB"
    ? ", cumulonimbus"
    : layer.type === "TCU"
    ? ", towering cumulus"
    : layer.type === undefined || layer.type === "notObservable"
    ? ""
    : `, ${layer.type}`;
  return `${amount}${layer.heightAgl === null ? "," : ""} ${height}${type}`;
}

const CLEAR: Record<Extract<Cloud, { kind: "clear" }>["code"], string> = {
  CLR: "No cloud below 12,000 ft detected (automatic)",
  SKC: "Sky clear",
  NSC: "No significant cloud",
  NCD: "No cloud detected (automatic)",
  CAVOK: "No cloud below 5,000 ft, no CB or TCU (CAVOK)",
};

/** All layers in the order reported, heights above the aerodrome. */
export function cloudPhrase(cloud: Cloud, verticalVisibility: VerticalVisibility): Phrase {
  const obscured = verticalVisibility.kind === "value"
    ? `sky obscured, vertical visibility ${heightText(verticalVisibility)}`
    : verticalVisibility.kind === "notObservable"
    ? "sky obscured, vertical visibility not observable"
    : null;
  const shown = verticalVisibility.kind === "notReported" ? [] : [verticalVisibility.source];
  if (cloud.kind === "layers") {
    const texts = cloud.layers.map(layerText);
    if (obscured !== null) texts.push(obscured);
    return {
      value: capital(texts.join("; ")),
      details: [],
      sources: [...cloud.layers.map((layer) => layer.source), ...shown],
    };
  }
  if (obscured !== null) return { value: capital(obscured), details: [], sources: shown };
  if (cloud.kind === "clear") {
    return { value: CLEAR[cloud.code], details: [], sources: [cloud.source] };
  }
  return absent(cloud);
}

/** Words and source of an absence. */
export function absent(
  value: { kind: "notReported" } | { kind: "notObservable" | "notUnderstood"; source: Source },
): Phrase {
  return {
    value: capital(absenceText(value.kind)),
    details: [],
    sources: value.kind === "notReported" ? [] : [value.source],
    absent: true,
  };
}

/** The text with a capital at its start. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
