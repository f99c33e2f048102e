/**
 * A wind in one short cell.
 *
 * @module
 */
import type { SurfaceWind } from "../../products/metar/model.ts";
import { bearingText, speedText } from "../quantities.ts";
import type { Viewer } from "../viewer.ts";

/** `280° 8 kt, gust 18 kt`; a dash where the report does not say. */
export function windText(wind: SurfaceWind, v: Viewer): string {
  const gust = "gust" in wind && wind.gust !== undefined
    ? `, ${v.t("history.gust")} ${speedText(wind.gust, v)}`
    : "";
  switch (wind.kind) {
    case "calm":
      return v.t("history.calm");
    case "wind":
      return `${bearingText(wind.direction.value)} ${speedText(wind.speed, v)}${gust}`;
    case "variable":
      return `VRB ${speedText(wind.speed, v)}${gust}`;
    case "directionNotObservable":
      return `–° ${speedText(wind.speed, v)}${gust}`;
    case "speedNotObservable":
      return `${bearingText(wind.direction.value)} –`;
    case "notReported":
    case "notObservable":
    case "notUnderstood":
      return "–";
  }
}
