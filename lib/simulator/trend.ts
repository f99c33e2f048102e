/**
 * Landing forecasts at the end of a METAR: from the air two hours ahead.
 *
 * @module
 */
import { angleBetween } from "../stations/mod.ts";
import { HOUR_MS } from "../time/mod.ts";
import type { WritingContext } from "./dialects/dialect.ts";
import { layerGroup, windGroups } from "./encode.ts";
import type { Observation } from "./observation.ts";
import { metresOf, observe } from "./observe.ts";
import { unit } from "./world/hash.ts";

/** `NOSIG`, or what will change; nothing at stations without landing forecasts. */
export function trendGroups(context: WritingContext): string[] {
  const { site, observation, at, conditions } = context;
  if (unit(site.key, 91) >= site.dialect.trendShare || site.automatic && unit(site.key, 92) < 0.5) {
    return [];
  }
  if (observation.nil || site.blind) return [];
  const later = at(observation.observedAt + 1.5 * HOUR_MS);
  const ahead = observe({ ...site, automatic: false }, later, observation.observedAt, {
    type: "METAR",
  });
  const now = metresOf(observation.visibility) ?? 10000;
  const then = metresOf(ahead.visibility) ?? 10000;
  if (site.dialect.trendStyle === "TTF") return australian(context, ahead);
  const change: string[] = [];
  const step = [1500, 3000, 5000].some((limit) => (now < limit) !== (then < limit));
  if (step && ahead.visibility.kind === "distance") {
    change.push(ahead.visibility.text.replace("NDV", ""));
    const weather = (ahead.weather ?? []).filter((group) => !group.startsWith("VC"));
    change.push(
      ...(weather.length === 0 && (observation.weather ?? []).length > 0 ? ["NSW"] : weather),
    );
    if (ahead.sky.kind === "layers") change.push(...ahead.sky.layers.map(layerGroup));
  }
  if (change.length > 0) return ["BECMG", ...change];
  if (later.nearThunder && !conditions.thunder) return ["TEMPO", "3000", "TSRA"];
  if (later.showery && !conditions.showery && later.temperature > 3) return ["TEMPO", "SHRA"];
  return ["NOSIG"];
}

/** `FM0300 17018KT 9999 SCT045`: major fields only, from the next full hour (Bureau of Meteorology). */
function australian({ site, observation }: WritingContext, ahead: Observation): string[] {
  if (site.station.size !== "large") return [];
  if (ahead.wind.kind !== "wind" || ahead.visibility.kind === "missing") return [];
  const turn = observation.wind.kind === "wind"
    ? angleBetween(observation.wind.direction, ahead.wind.direction)
    : 180;
  if (turn < 30) return [];
  const from = new Date(Math.ceil((observation.observedAt + HOUR_MS / 2) / HOUR_MS) * HOUR_MS);
  const sky = ahead.sky.kind === "layers" ? ahead.sky.layers.map(layerGroup) : [];
  const body = ahead.visibility.kind === "cavok"
    ? ["CAVOK"]
    : [ahead.visibility.text.replace("NDV", ""), ...(ahead.weather ?? []), ...sky];
  return [
    `FM${String(from.getUTCHours()).padStart(2, "0")}00`,
    windGroups({ ...ahead.wind, sector: null }, site.dialect.windUnit)[0]!,
    ...body,
  ];
}
