/**
 * Which TAF of a station is current at an instant, and its text.
 *
 * @module
 */
import { HOUR_MS, MINUTE_MS } from "../../time/mod.ts";
import type { Site } from "../sites.ts";
import { unit } from "../world/hash.ts";
import type { WeatherWorld } from "../world/mod.ts";
import { encodeTaf, type TafPlan } from "./encode.ts";
import { type ForecastGroup, makeForecast } from "./forecast.ts";

export type { ForecastGroup, ForecastState } from "./forecast.ts";

/** A TAF as the provider would hold it. */
export interface SimulatedTaf {
  readonly site: Site;
  readonly text: string;
  readonly status: TafPlan["status"];
  readonly issuedAt: number;
  readonly receivedAt: number;
  readonly validFrom: number;
  readonly validTo: number;
  /** The periods meant. */
  readonly truth: readonly ForecastGroup[];
}

/** Writes the TAFs of a world. */
export interface TafWriter {
  /** The newest TAF that the provider has at `now`; `undefined` for stations without. */
  current(site: Site, now: number): SimulatedTaf | undefined;
}

/** A writer for `world`. Texts once written are remembered until another issue replaces them. */
export function createTafWriter(world: WeatherWorld): TafWriter {
  const written = new Map<string, SimulatedTaf>();
  return {
    current(site, now) {
      if (!site.hasTaf) return undefined;
      const issue = issueAt(site, now);
      const known = written.get(site.station.id);
      if (known?.issuedAt === issue.issuedAt && known.status === issue.status) return known;
      const fresh = compose(world, site, issue);
      written.set(site.station.id, fresh);
      return fresh;
    },
  };
}

interface Issue {
  readonly number: number;
  readonly status: TafPlan["status"];
  readonly issuedAt: number;
  readonly receivedAt: number;
  readonly from: number;
  readonly to: number;
  readonly skill: number;
}

/** The newest issue received by `now`: routine, corrected ten minutes later, or amended within. */
function issueAt(site: Site, now: number): Issue {
  const { taf } = site.dialect;
  const every = taf.everyHours * HOUR_MS;
  const lead = taf.leadMinutes * MINUTE_MS - Math.floor(unit(site.key, 201) * 18) * MINUTE_MS;
  const number = Math.floor((now + lead - 4 * MINUTE_MS) / every);
  const from = number * every;
  const to = from + taf.hours(site.station) * HOUR_MS;
  const issuedAt = from - lead;
  const chance = unit(site.key, number, 202);
  const base = { number, from, to };
  const amendedAt = from + (1 + Math.floor(unit(site.key, number, 203) * 3)) * HOUR_MS +
    Math.floor(unit(site.key, number, 204) * 50) * MINUTE_MS;
  if (chance < 0.06 && amendedAt + 3 * MINUTE_MS <= now && amendedAt < from + every - HOUR_MS) {
    const start = Math.floor(amendedAt / HOUR_MS) * HOUR_MS;
    return {
      ...base,
      status: chance < 0.0015 ? "CNL" : "AMD",
      issuedAt: amendedAt,
      receivedAt: amendedAt + 3 * MINUTE_MS,
      from: start,
      skill: 0.6,
    };
  }
  if (chance > 0.996 && issuedAt + 14 * MINUTE_MS <= now) {
    const at = issuedAt + 10 * MINUTE_MS;
    return { ...base, status: "COR", issuedAt: at, receivedAt: at + 4 * MINUTE_MS, skill: 1 };
  }
  return {
    ...base,
    status: chance > 0.993 && chance < 0.9945 ? "NIL" : "routine",
    issuedAt,
    receivedAt: issuedAt + 4 * MINUTE_MS,
    skill: 1,
  };
}

function compose(world: WeatherWorld, site: Site, issue: Issue): SimulatedTaf {
  const { from, to, status } = issue;
  const silent = status === "NIL" || status === "CNL";
  const groups = silent ? [] : makeForecast(world, site, issue.number, from, to, issue.skill);
  const air = (instant: number) =>
    world.at(site.station.latitude, site.station.longitude, site.elevationFt, instant);
  const text = encodeTaf({
    site,
    issuedAt: issue.issuedAt,
    from,
    to,
    status,
    groups,
    extremes: silent || !site.dialect.taf.temperatures ? [] : extremesOf(air, from, to),
    air,
  });
  return {
    site,
    text,
    status,
    issuedAt: issue.issuedAt,
    receivedAt: issue.receivedAt,
    validFrom: from,
    validTo: to,
    truth: groups,
  };
}

function extremesOf(air: TafPlan["air"], from: number, to: number): TafPlan["extremes"] {
  let [highest, lowest] = [{ celsius: -99, at: from }, { celsius: 99, at: from }];
  for (let at = from; at < to; at += 2 * HOUR_MS) {
    const celsius = Math.round(air(at).temperature);
    if (celsius > highest.celsius) highest = { celsius, at };
    if (celsius < lowest.celsius) lowest = { celsius, at };
  }
  return [{ kind: "TX", ...highest }, { kind: "TN", ...lowest }];
}
