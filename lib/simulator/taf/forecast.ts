/**
 * What a simulated forecaster means: periods of weather, before they are written down.
 *
 * The forecaster sees the true future, displaced in space and time by an error that grows with the
 * lead time and is fixed for each issue: most forecasts come true, some fronts come early, late or beside.
 *
 * @module
 */
import { HOUR_MS, MINUTE_MS } from "../../time/mod.ts";
import type { ObservedSky, ObservedVisibility, ObservedWind } from "../observation.ts";
import { metresOf, observe } from "../observe.ts";
import type { Site } from "../sites.ts";
import { between } from "../world/hash.ts";
import type { Conditions, WeatherWorld } from "../world/mod.ts";

/** The weather of one hour or period as a forecast states it. */
export interface ForecastState {
  readonly wind: ObservedWind;
  readonly visibility: ObservedVisibility;
  readonly weather: readonly string[];
  readonly sky: ObservedSky;
}

/** One group of a TAF. A `TEMPO`, `INTER` or `PROB` state holds only what it changes. */
export interface ForecastGroup {
  readonly kind: "BASE" | "FM" | "BECMG" | "TEMPO" | "INTER" | "PROB";
  readonly probability: 30 | 40 | null;
  readonly from: number;
  /** For `BASE` and `FM`: end of validity or the next `FM`. */
  readonly to: number;
  readonly wind: ObservedWind | null;
  readonly visibility: ObservedVisibility | null;
  /** `null`: not named; empty: `NSW`. */
  readonly weather: readonly string[] | null;
  readonly sky: ObservedSky | null;
}

const STEP_MS = 10 * MINUTE_MS;

/** Where and when the forecaster looks instead of the truth. */
function displaced(
  world: WeatherWorld,
  site: Site,
  issue: number,
  lead: number,
  skill: number,
): (instant: number) => Conditions {
  const error = (salt: number) => between(-1, 1, site.key, issue, salt) * skill;
  const [north, east, late] = [error(1), error(2), error(3)];
  return (instant) => {
    const hours = Math.max(0, (instant - lead) / HOUR_MS);
    const latitude = Math.max(-89, Math.min(89, site.station.latitude + 0.03 * north * hours));
    const longitude = site.station.longitude + 0.05 * east * hours;
    // An airfield forecast keeps the lie of its own land; only weather is displaced.
    const when = instant + 0.09 * late * hours * HOUR_MS;
    // Whole steps, so that the pressure systems of an instant are worked out once for all stations.
    return world.at(latitude, longitude, site.elevationFt, Math.round(when / STEP_MS) * STEP_MS);
  };
}

/** The state of an hour without what no forecaster can place: single convective cells. */
function stateOf(site: Site, air: Conditions, instant: number): ForecastState {
  const calm: Conditions = {
    ...air,
    thunder: false,
    hail: false,
    nearShower: false,
    nearThunder: false,
    showery: false,
    precipitationKind: air.showery ? null : air.precipitationKind,
    rate: air.showery ? 0 : air.rate,
    visibility: air.showery ? Math.max(air.visibility, 9000) : air.visibility,
    layers: air.layers.filter((layer) => layer.convective === null),
  };
  const seen = observe(
    { ...site, automatic: false, blind: false, key: site.key },
    calm,
    instant,
    { type: "METAR" },
  );
  const statute = site.dialect.visibilityUnit === "SM";
  const metres = metresOf(seen.visibility) ?? 10000;
  const visibility: ObservedVisibility = statute && metres >= 6.5 * 1609
    ? { kind: "distance", value: 6, unit: "SM", bound: "atLeast", text: "P6SM" }
    : seen.visibility.kind === "distance" && seen.visibility.bound === "atMost"
    ? { ...seen.visibility, value: 0.25, bound: null, text: "1/4SM" }
    : seen.visibility;
  const speed = seen.wind.kind === "wind" ? { ...seen.wind, sector: null } : seen.wind;
  return {
    wind: speed.kind === "missing" ? { kind: "calm" } : speed,
    visibility,
    weather: (seen.weather ?? []).filter((group) => !/^(VC|MI|BC)/.test(group)),
    sky: seen.sky.kind === "clear" && seen.sky.code !== "CAVOK"
      ? { kind: "clear", code: statute ? "SKC" : "NSC" }
      : seen.sky,
  };
}

/** Whether `b` differs from `a` so much that a change group is due (Annex 3, appendix 5, 1.3). */
function differs(a: ForecastState, b: ForecastState): boolean {
  const metres = (s: ForecastState) => metresOf(s.visibility) ?? 10000;
  const limit = (m: number) => m < 800 ? 0 : m < 1600 ? 1 : m < 5000 ? 2 : m < 8000 ? 3 : 4;
  if (limit(metres(a)) !== limit(metres(b))) return true;
  const base = (s: ForecastState) =>
    s.sky.kind === "obscured" ? s.sky.verticalFt ?? 0 : s.sky.kind === "layers"
      ? Math.min(
        ...s.sky.layers.filter((l) => l.amount === "BKN" || l.amount === "OVC").map((l) =>
          l.heightFt
        ),
        9999,
      )
      : 9999;
  const step = (ft: number) => ft < 500 ? 0 : ft < 1000 ? 1 : ft < 1500 ? 2 : ft < 3000 ? 3 : 4;
  if (step(base(a)) !== step(base(b))) return true;
  const [wa, wb] = [a.wind, b.wind];
  const speed = (w: ObservedWind) => w.kind === "wind" || w.kind === "variable" ? w.speed : 0;
  if (Math.abs(speed(wa) - speed(wb)) >= 10) return true;
  if (wa.kind === "wind" && wb.kind === "wind" && Math.max(wa.speed, wb.speed) >= 10) {
    const turn = Math.abs((wa.direction - wb.direction + 540) % 360 - 180);
    if (turn >= 60) return true;
  }
  const falls = (s: ForecastState) => s.weather.some((g) => /RA|SN|DZ|PL/.test(g));
  return falls(a) !== falls(b);
}

/**
 * The groups of a forecast for `site`.
 *
 * @param issue a number that tells issues apart and seeds their error
 * @param skill 1 is a normal forecast, 0 a perfect one
 */
export function makeForecast(
  world: WeatherWorld,
  site: Site,
  issue: number,
  from: number,
  to: number,
  skill: number,
): ForecastGroup[] {
  const look = displaced(world, site, issue, from, skill);
  const hours = Math.round((to - from) / HOUR_MS);
  const air = Array.from({ length: hours }, (_, h) => look(from + (h + 0.5) * HOUR_MS));
  const states = air.map((conditions, h) => stateOf(site, conditions, from + h * HOUR_MS));
  const { change } = site.dialect.taf;
  const groups: ForecastGroup[] = [];
  let current = states[0]!;
  const open: ForecastGroup = { kind: "BASE", probability: null, from, to, ...current };
  groups.push(open);
  let h = 1;
  while (h < hours && groups.length < 6) {
    const state = states[h]!;
    if (!differs(current, state)) {
      h++;
      continue;
    }
    let lasts = 1;
    while (h + lasts < hours && differs(current, states[h + lasts]!)) lasts++;
    const at = from + h * HOUR_MS;
    if (lasts < 2 && h + 1 < hours) {
      const passing = passingWeather(state, current);
      if (passing !== null) {
        const end = Math.min(at + 2 * HOUR_MS, to);
        groups.push({
          kind: "TEMPO",
          probability: null,
          from: at,
          to: end,
          wind: null,
          ...passing,
        });
      }
      h += 2;
      continue;
    }
    const settled = states[Math.min(h + 1, hours - 1)]!;
    if (change === "FM") {
      groups.push({ kind: "FM", probability: null, from: at, to, ...settled });
    } else {
      groups.push({
        kind: "BECMG",
        probability: null,
        from: at,
        to: Math.min(at + 2 * HOUR_MS, to),
        ...changed(current, settled),
      });
    }
    current = settled;
    h += 2;
  }
  return closeFm(
    [...groups, ...convective(site, air, from, to)].sort((a, b) => a.from - b.from),
    to,
  );
}

/** What a `TEMPO` names; `null` where the hour brings nothing worse than what prevails. */
function passingWeather(state: ForecastState, current: ForecastState) {
  const metres = metresOf(state.visibility) ?? 10000;
  const worse = metres < (metresOf(current.visibility) ?? 10000) - 500 && metres < 8000;
  const low = state.sky.kind === "layers" && state.sky.layers[0]!.heightFt < 1500;
  if (!worse && !low) return null;
  return {
    visibility: worse ? state.visibility : null,
    weather: worse && state.weather.length > 0 ? state.weather : null,
    sky: low || state.sky.kind === "obscured" ? state.sky : null,
  };
}

/** Only what changes. CAVOK replaces visibility, weather and cloud at once. */
function changed(before: ForecastState, after: ForecastState) {
  const all = after.visibility.kind === "cavok" || before.visibility.kind === "cavok";
  return {
    wind: after.wind,
    visibility: after.visibility,
    weather: after.visibility.kind === "cavok"
      ? null
      : after.weather.length > 0
      ? after.weather
      : before.weather.length > 0
      ? []
      : null,
    sky: all || after.sky !== before.sky ? after.sky : null,
  };
}

/** One TEMPO, INTER or PROB for showers or storms, where the air is ready for them. */
function convective(
  site: Site,
  air: readonly Conditions[],
  from: number,
  to: number,
): ForecastGroup[] {
  const ready = air.map((c) =>
    c.instability + 0.2 * Math.max(c.coldFront, 0) + (c.nearShower ? 0.15 : 0)
  );
  const peak = Math.max(...ready);
  if (peak < 0.62) return [];
  const at = ready.indexOf(peak);
  const warm = air[at]!.temperature > 3;
  const storm = peak > 0.76 && warm;
  const habits = site.dialect.taf;
  const start = from + Math.max(0, at - 2) * HOUR_MS;
  const end = Math.min(start + 5 * HOUR_MS, to);
  if (end - start < HOUR_MS) return [];
  const sure = peak > 0.9;
  const early = (start - from) < 9 * HOUR_MS;
  // US forecasts use PROB30 only, and not in the first nine hours (NWSI 10-813).
  const probability = sure || (habits.change === "FM" && early) ? null : 30;
  const kind = probability !== null && habits.change === "FM" && !habits.inter
    ? "PROB"
    : habits.inter && !storm
    ? "INTER"
    : "TEMPO";
  const statute = site.dialect.visibilityUnit === "SM";
  const value = statute ? 3 : 3000;
  return [{
    kind,
    probability: kind === "INTER" ? null : probability,
    from: start,
    to: end,
    wind: null,
    visibility: {
      kind: "distance",
      value,
      unit: statute ? "SM" : "m",
      bound: null,
      text: statute ? "3SM" : "3000",
    },
    weather: [storm ? "TSRA" : warm ? (statute ? "RA" : "SHRA") : statute ? "SN" : "SHSN"],
    sky: {
      kind: "layers",
      layers: [{
        amount: "BKN",
        heightFt: 2500,
        type: storm ? "CB" : statute ? null : "TCU",
      }],
    },
  }];
}

/** A base or `FM` period ends where the next `FM` begins; groups within one do not outlive it. */
function closeFm(groups: ForecastGroup[], to: number): ForecastGroup[] {
  const starts = groups.filter((g) => g.kind === "FM").map((g) => g.from);
  return groups.flatMap((group) => {
    const end = starts.find((start) => start > group.from) ?? to;
    if (group.kind === "BASE" || group.kind === "FM") return [{ ...group, to: end }];
    return end - group.from < HOUR_MS ? [] : [{ ...group, to: Math.min(group.to, end) }];
  });
}
