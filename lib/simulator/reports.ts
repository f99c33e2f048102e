/**
 * Which METARs and SPECIs exist at an instant: cadence, delays, corrections, specials, silence.
 *
 * Every answer follows from seed, station and time. Texts once written are remembered, since a report
 * does not change after it was sent.
 *
 * @module
 */
import { HOUR_MS, MINUTE_MS } from "../time/mod.ts";
import type { WritingContext } from "./dialects/dialect.ts";
import { encodeMetar } from "./encode.ts";
import type { Observation } from "./observation.ts";
import { metresOf, observe } from "./observe.ts";
import type { Site } from "./sites.ts";
import { trendGroups } from "./trend.ts";
import { clamp, unit } from "./world/hash.ts";
import type { Conditions, WeatherWorld } from "./world/mod.ts";

/** A report as the provider would hold it. */
export interface SimulatedMetar {
  readonly site: Site;
  readonly text: string;
  /** The values meant: decoding `text` must give them back. */
  readonly truth: Observation;
  /** The text was damaged on its way, on purpose and rarely; `truth` then does not follow from it. */
  readonly damaged: boolean;
  /** Milliseconds since the epoch. */
  readonly observedAt: number;
  readonly receivedAt: number;
  /** For the provider's columns. */
  readonly conditions: Conditions;
}

/** Writes the METARs of a world. */
export interface MetarWriter {
  /**
   * What the provider knows of a station at `now`, newest first: at most the newest routine report and a
   * newer special one; empty for a silent station. Nothing observed more than `windowMs` ago.
   */
  latest(site: Site, now: number, windowMs?: number): SimulatedMetar[];
  /** Every report of the station observed in (`from`, `to`] and received by `to`, newest first. */
  history(site: Site, from: number, to: number): SimulatedMetar[];
}

/** How far back the bulk file reaches (≈ 80 min). */
export const FILE_WINDOW_MS = 80 * MINUTE_MS;
/** Minutes after a routine report at which a special one may come. */
const SPECIAL_SLOTS = [13, 27, 41];
const REMEMBERED_MS = 3 * HOUR_MS;

/** A writer for `world`. */
export function createMetarWriter(world: WeatherWorld): MetarWriter {
  const written = new Map<string, SimulatedMetar>();
  let swept = 0;

  const airAt = (site: Site, instant: number) =>
    world.at(site.station.latitude, site.station.longitude, site.elevationFt, instant);

  function write(
    site: Site,
    type: "METAR" | "SPECI",
    observedAt: number,
    corrected: boolean,
  ): SimulatedMetar {
    const id = `${site.station.id}${type}${observedAt}${corrected ? "C" : ""}`;
    const known = written.get(id);
    if (known !== undefined) return known;
    const fresh = compose(world, site, type, observedAt, corrected);
    written.set(id, fresh);
    return fresh;
  }

  function sweep(now: number) {
    if (Math.abs(now - swept) < 10 * MINUTE_MS) return;
    swept = now;
    for (const [id, report] of written) {
      if (Math.abs(now - report.observedAt) > REMEMBERED_MS) written.delete(id);
    }
  }

  /** Reports observed in (from, to], newest first, corrections in place of what they correct. */
  function between(site: Site, from: number, to: number): SimulatedMetar[] {
    const found: SimulatedMetar[] = [];
    const every = site.everyMinutes * MINUTE_MS;
    const offset = site.minute * MINUTE_MS;
    for (let r = Math.floor((to - offset) / every); r * every + offset > from - every; r--) {
      const routine = r * every + offset;
      if (isSilent(site, routine)) continue;
      if (site.dialect.special && site.everyMinutes >= 30 && !site.blind) {
        for (const slot of SPECIAL_SLOTS.toReversed()) {
          const at = routine + slot * MINUTE_MS;
          if (slot * MINUTE_MS >= every || at > to || at <= from) continue;
          if (at + delayOf(site, at) > to) continue;
          if (isSpecial(site, airAt(site, at), airAt(site, previousSlot(routine, slot)))) {
            found.push(write(site, "SPECI", at, false));
          }
        }
      }
      if (routine <= from || routine + delayOf(site, routine) > to) continue;
      const correctedAt = routine + correctionDelay(site, routine);
      found.push(write(site, "METAR", routine, correctedAt <= to));
    }
    return found;
  }

  return {
    latest(site, now, windowMs = FILE_WINDOW_MS) {
      sweep(now);
      const reach = Math.max(windowMs, site.everyMinutes * MINUTE_MS);
      const reports = between(site, now - Math.min(reach, windowMs), now);
      const newest = reports[0];
      if (newest === undefined || newest.truth.type === "METAR") return reports.slice(0, 1);
      const routine = reports.find((report) => report.truth.type === "METAR");
      return routine === undefined ? [newest] : [newest, routine];
    },
    history: (site, from, to) => between(site, from, to),
  };
}

function previousSlot(routine: number, slot: number): number {
  const before = SPECIAL_SLOTS[SPECIAL_SLOTS.indexOf(slot) - 1] ?? 0;
  return routine + before * MINUTE_MS;
}

/** Minutes from observation to the provider: 1 to 17, median about 4. */
function delayOf(site: Site, observedAt: number): number {
  const u = unit(site.key, Math.floor(observedAt / MINUTE_MS), 101);
  return Math.round((1.2 + 5.5 * u * u + 10 * u ** 14) * MINUTE_MS);
}

/** When a correction of this report comes; never, for most. */
function correctionDelay(site: Site, observedAt: number): number {
  const u = unit(site.key, Math.floor(observedAt / MINUTE_MS), 102);
  return u < 0.008 && !site.automatic ? (9 + u * 1000) * MINUTE_MS : Infinity;
}

/** Stations fall silent for some hours now and then; part-time ones at night. */
function isSilent(site: Site, observedAt: number): boolean {
  const block = Math.floor(observedAt / (6 * HOUR_MS));
  if (unit(site.key, block, 103) < 0.006) return true;
  if (unit(site.key, 104) > 0.02 || site.station.size === "large" || site.automatic) return false;
  const solar = ((observedAt / HOUR_MS + site.station.longitude / 15) % 24 + 24) % 24;
  return solar < 5 || solar > 22;
}

/** Whether the change asks for a SPECI: thunder, freezing precipitation, visibility or ceiling limits. */
function isSpecial(site: Site, now: Conditions, before: Conditions): boolean {
  if (now.thunder !== before.thunder) return true;
  const freezing = (c: Conditions) => c.precipitationKind?.startsWith("FZ") ?? false;
  if (freezing(now) !== freezing(before)) return true;
  const classOf = (c: Conditions) => {
    const ceiling = Math.min(...c.layers.filter((l) => l.oktas >= 4.5).map((l) => l.baseFt), 99999);
    const metres = c.visibility;
    return (metres < 800 ? 0 : metres < 1600 ? 1 : metres < 5000 ? 2 : 3) * 10 +
      (ceiling < 500 ? 0 : ceiling < 1000 ? 1 : ceiling < 3000 ? 2 : 3);
  };
  const [a, b] = [classOf(now), classOf(before)];
  return a !== b && (Math.min(a, b) < 33 && unit(site.key, a, b, 105) < 0.75);
}

/** Reports damaged on their way: about one in 3,000. */
function damage(text: string, chance: (salt: number) => number): string {
  if (chance(111) > 0.0003) return text;
  const cut = Math.floor(text.length * (0.5 + 0.4 * chance(112)));
  return chance(113) < 0.5 ? text.slice(0, cut) : text.replace(/ (\d{5})KT/, " $1K");
}

function compose(
  world: WeatherWorld,
  site: Site,
  type: "METAR" | "SPECI",
  observedAt: number,
  corrected: boolean,
): SimulatedMetar {
  const at = (instant: number) =>
    world.at(site.station.latitude, site.station.longitude, site.elevationFt, instant);
  const conditions = at(observedAt);
  const minute = Math.floor(observedAt / MINUTE_MS);
  const chance = (salt: number) => unit(site.key, minute, salt + 1000);
  const observed = observe(site, conditions, observedAt, {
    type,
    correction: corrected,
    before: at(observedAt - 40 * MINUTE_MS),
  });
  // What a correction puts right: a temperature that was first sent wrong.
  const wrong = !corrected && type === "METAR" && correctionDelay(site, observedAt) < Infinity;
  const observation = wrong && observed.temperature !== null
    ? {
      ...observed,
      temperature: {
        whole: observed.temperature.whole + 3,
        tenths: observed.temperature.tenths + 3,
        belowZero: false,
      },
    }
    : observed;
  const context: WritingContext = { site, observation, conditions, world, at, chance };
  const text = encodeMetar(context, trendGroups(context));
  const sent = damage(text, chance);
  return {
    site,
    text: sent,
    truth: observation,
    damaged: sent !== text,
    observedAt,
    receivedAt: observedAt + delayOf(site, observedAt),
    conditions,
  };
}

/** Flight category as the provider computes it; `null` where visibility or sky is missing. */
export function categoryOf(observation: Observation): "VFR" | "MVFR" | "IFR" | "LIFR" | null {
  const metres = metresOf(observation.visibility);
  if (metres === null || observation.sky.kind === "missing" || observation.nil) return null;
  const miles = metres / 1609.344;
  const { sky } = observation;
  const ceiling = sky.kind === "obscured" ? sky.verticalFt ?? 0 : sky.kind === "layers"
    ? Math.min(
      ...sky.layers.filter((l) => l.amount === "BKN" || l.amount === "OVC").map((l) => l.heightFt),
      99999,
    )
    : 99999;
  const byVisibility = miles < 1 ? 0 : miles < 3 ? 1 : miles <= 5 ? 2 : 3;
  const byCeiling = ceiling < 500 ? 0 : ceiling < 1000 ? 1 : ceiling <= 3000 ? 2 : 3;
  return (["LIFR", "IFR", "MVFR", "VFR"] as const)[clamp(Math.min(byVisibility, byCeiling), 0, 3)]!;
}
