/**
 * Landing forecasts at the end of a METAR: from the air two hours ahead.
 *
 * @module
 */
import { HOUR_MS } from "../time/mod.ts";
import type { WritingContext } from "./dialects/dialect.ts";
import { layerGroup } from "./encode.ts";
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
