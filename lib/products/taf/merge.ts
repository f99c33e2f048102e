/**
 * What a change group leaves of the forecast that it changes.
 *
 * Only the elements that a group names are changed (ICAO Annex 3, appendix 5, 1.3). An element that a
 * group names but that could not be read takes the place of the old one, too: the forecast says that
 * something changes there, and the old value would look better than the truth.
 *
 * @module
 */
import type { PresentWeather } from "../metar/model.ts";
import type { ForecastElements } from "./model.ts";

const NOT_REPORTED = { kind: "notReported" } as const;

/** Elements of which none is reported: the start of a merge, and what an empty group has. */
export const NOTHING_FORECAST: ForecastElements = {
  surfaceWind: NOT_REPORTED,
  prevailingVisibility: NOT_REPORTED,
  directionalVisibility: [],
  presentWeather: NOT_REPORTED,
  cloud: NOT_REPORTED,
  verticalVisibility: NOT_REPORTED,
  windShear: [],
  turbulence: [],
  icing: [],
  qnh: NOT_REPORTED,
};

/** Whether `elements` name anything at all. */
export function namesAnything(elements: ForecastElements): boolean {
  return elements.surfaceWind.kind !== "notReported" || namesVisibility(elements) ||
    elements.presentWeather.kind !== "notReported" || namesSky(elements) ||
    elements.qnh.kind !== "notReported" || elements.windShear.length > 0 ||
    elements.turbulence.length > 0 || elements.icing.length > 0;
}

/** `before` with the elements that `change` names in their place; the others carry forward. */
export function applyChange(before: ForecastElements, change: ForecastElements): ForecastElements {
  const visibility = namesVisibility(change) ? change : before;
  const sky = namesSky(change) ? change : before;
  return {
    surfaceWind: change.surfaceWind.kind === "notReported"
      ? before.surfaceWind
      : change.surfaceWind,
    prevailingVisibility: visibility.prevailingVisibility,
    directionalVisibility: visibility.directionalVisibility,
    presentWeather: weatherAfter(before, change),
    cloud: sky.cloud,
    verticalVisibility: sky.verticalVisibility,
    windShear: change.windShear.length > 0 ? change.windShear : before.windShear,
    turbulence: change.turbulence.length > 0 ? change.turbulence : before.turbulence,
    icing: change.icing.length > 0 ? change.icing : before.icing,
    qnh: change.qnh.kind === "notReported" ? before.qnh : change.qnh,
  };
}

function namesVisibility(elements: ForecastElements): boolean {
  return elements.prevailingVisibility.kind !== "notReported" ||
    elements.directionalVisibility.length > 0;
}

/** Cloud, vertical visibility and CAVOK are one statement about the sky: each replaces the others. */
function namesSky(elements: ForecastElements): boolean {
  return elements.cloud.kind !== "notReported" ||
    elements.verticalVisibility.kind !== "notReported";
}

/** CAVOK means that there is no significant weather (Annex 3, 2.2.2), so it ends what went before. */
function weatherAfter(before: ForecastElements, change: ForecastElements): PresentWeather {
  if (change.presentWeather.kind !== "notReported") return change.presentWeather;
  const visibility = change.prevailingVisibility;
  return visibility.kind === "cavok"
    ? { kind: "noSignificantWeather", source: visibility.source }
    : before.presentWeather;
}
