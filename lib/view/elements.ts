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
  heightText,
  speedText,
  visibilityText,
} from "./quantities.ts";
import { DEFAULT_VIEWER, type Viewer } from "./viewer.ts";

/** A value in words, further lines below it, and where it was read. */
export interface Phrase {
  readonly value: string;
  readonly details: readonly string[];
  readonly sources: readonly Source[];
  readonly absent?: true;
}

/** `270° true at 15 kt, gusts 25 kt`. A missing wind never reads like calm. */
export function windPhrase(wind: SurfaceWind, v: Viewer = DEFAULT_VIEWER): Phrase {
  switch (wind.kind) {
    case "calm":
      return { value: v.t("wind.calm"), details: [], sources: [wind.source] };
    case "wind": {
      const direction = bearingText(wind.direction.value);
      return gusty(v.t("wind.steady", { direction, speed: speedText(wind.speed, v) }), wind, v);
    }
    case "variable":
      return gusty(v.t("wind.variable", { speed: speedText(wind.speed, v) }), wind, v);
    case "directionNotObservable":
      return gusty(v.t("wind.noDirection", { speed: speedText(wind.speed, v) }), wind, v);
    case "speedNotObservable":
      return {
        value: v.t("wind.noSpeed", { direction: bearingText(wind.direction.value) }),
        details: [],
        sources: [wind.source],
      };
    default:
      return absent(wind, v);
  }
}

function gusty(
  value: string,
  wind: Extract<SurfaceWind, { kind: "wind" | "variable" | "directionNotObservable" }>,
  v: Viewer,
): Phrase {
  const sector = "sector" in wind ? wind.sector : undefined;
  const details = sector === undefined ? [] : [
    v.t("wind.sector", {
      from: bearingText(sector.from.value),
      to: bearingText(sector.to.value),
    }),
  ];
  if ("estimated" in wind && wind.estimated) details.push(v.t("wind.estimated"));
  return {
    value: wind.gust === undefined
      ? value
      : v.t("wind.gusts", { wind: value, gust: speedText(wind.gust, v) }),
    details,
    sources: sector === undefined ? [wind.source] : [wind.source, sector.source],
  };
}

/** `10 SM or more`, and the same in the other system. */
export function visibilityPhrase(visibility: Visibility, v: Viewer = DEFAULT_VIEWER): Phrase {
  switch (visibility.kind) {
    case "cavok":
      return {
        value: v.t("visibility.cavok"),
        details: [v.t("visibility.cavokMeans")],
        sources: [visibility.source],
      };
    case "visibility": {
      const reported = atReportingCap(visibility.distance);
      const distance = visibilityText(reported, v);
      const value = visibility.direction === undefined
        ? distance
        : v.t("visibility.toward", { distance, direction: visibility.direction });
      // In a unit of one's own the other system is in the value already.
      const details = v.settings.visibility === "reported" ? [distanceElsewhere(reported, v)] : [];
      if (visibility.noDirectionalVariation) details.push(v.t("visibility.ndv"));
      return { value, details, sources: [visibility.source] };
    }
    default:
      return absent(visibility, v);
  }
}

/** One layer: `broken 800 ft, cumulonimbus`; unknown parts say so. */
export function layerText(layer: CloudLayer, v: Viewer = DEFAULT_VIEWER): string {
  const amount = layer.amount === "notObservable"
    ? v.t("cloud.amountUnknown")
    : v.t(`cloud.${layer.amount}`);
  const height = layer.heightAgl === null
    ? v.t("cloud.heightUnknown")
    : layer.heightAgl.value === 0
    ? v.t("cloud.surface")
    : heightText(layer.heightAgl, v);
  const type = layer.type === "CB" || layer.type === "TCU"
    ? `, ${v.t(`cloud.${layer.type}`)}`
    : layer.type === undefined || layer.type === "notObservable"
    ? ""
    : `, ${layer.type}`;
  return `${amount}${layer.heightAgl === null ? "," : ""} ${height}${type}`;
}

/** All layers in the order reported, heights above the aerodrome. */
export function cloudPhrase(
  cloud: Cloud,
  verticalVisibility: VerticalVisibility,
  v: Viewer = DEFAULT_VIEWER,
): Phrase {
  const obscured = verticalVisibility.kind === "value"
    ? v.t("cloud.obscured", { height: heightText(verticalVisibility, v) })
    : verticalVisibility.kind === "notObservable"
    ? v.t("cloud.obscuredUnknown")
    : null;
  const shown = verticalVisibility.kind === "notReported" ? [] : [verticalVisibility.source];
  if (cloud.kind === "layers") {
    const texts = cloud.layers.map((layer) => layerText(layer, v));
    if (obscured !== null) texts.push(obscured);
    return {
      value: capital(texts.join("; ")),
      details: [],
      sources: [...cloud.layers.map((layer) => layer.source), ...shown],
    };
  }
  if (obscured !== null) return { value: capital(obscured), details: [], sources: shown };
  if (cloud.kind === "clear") {
    return { value: v.t(`cloud.is.${cloud.code}`), details: [], sources: [cloud.source] };
  }
  return absent(cloud, v);
}

/** Words and source of an absence. */
export function absent(
  value: { kind: "notReported" } | { kind: "notObservable" | "notUnderstood"; source: Source },
  v: Viewer = DEFAULT_VIEWER,
): Phrase {
  return {
    value: capital(absenceText(value.kind, v)),
    details: [],
    sources: value.kind === "notReported" ? [] : [value.source],
    absent: true,
  };
}

/** The text with a capital at its start. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
