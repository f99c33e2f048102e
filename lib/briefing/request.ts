/**
 * What a briefing is asked for, read from the parameters of an address.
 *
 * @module
 */
import { DAY_MS, HOUR_MS, MINUTE_MS } from "../time/mod.ts";
import type { Waypoint } from "./route/track.ts";
import { MAX_SINCE } from "./changes.ts";
import { readRoute, type WrittenPoint } from "./route/waypoints.ts";
import type { Params } from "../products/text/mod.ts";
import { IN_ENGLISH, type RequestKey, type SayWrong } from "./text/request_words.ts";
import type { BriefingWorld } from "./world.ts";

/** Standard: everything. Abbreviated: adverse conditions, and the ends. Outlook: forecasts only, six hours ahead or more. */
export const KINDS = ["standard", "abbreviated", "outlook"] as const;
export type BriefingKind = (typeof KINDS)[number];

/** One's own limits; only those given are compared. */
export interface Minima {
  /** Feet above ground. */
  readonly ceilingFt?: number;
  readonly visibilitySm?: number;
  /** Mean wind or gust, whichever is stronger, knots. */
  readonly windKt?: number;
  /** On the best runway, gust counted, knots. */
  readonly crosswindKt?: number;
}

/** A flight to be briefed. */
export interface BriefingRequest {
  readonly waypoints: readonly Waypoint[];
  /** Milliseconds since the epoch. */
  readonly departure: number;
  readonly tasKt: number;
  /** Cruise altitude above mean sea level. */
  readonly altitudeFt: number;
  /** To each side of the route. */
  readonly corridorNm: number;
  readonly kind: BriefingKind;
  /** Aerodromes asked for as alternates, besides those suggested. */
  readonly alternates: readonly string[];
  readonly minima: Minima;
}

/** What is wrong with a parameter. */
export interface RequestError {
  readonly name: string;
  readonly detail: string;
}

/** The parameters by their names. */
export const PARAMETERS = [
  "route",
  "departure",
  "tas",
  "altitude",
  "corridor",
  "kind",
  "alternates",
  "minCeiling",
  "minVisibility",
  "maxWind",
  "maxCrosswind",
] as const;
export type ParameterName = (typeof PARAMETERS)[number];
export type Parameters = Readonly<Partial<Record<ParameterName, string>>>;

/** Longest text of each parameter, characters: for the page and the API. */
export const MAX_CHARACTERS: Readonly<Record<ParameterName | "since", number>> = {
  route: 400,
  departure: 40,
  tas: 40,
  altitude: 40,
  corridor: 40,
  kind: 40,
  alternates: 40,
  minCeiling: 40,
  minVisibility: 40,
  maxWind: 40,
  maxCrosswind: 40,
  since: MAX_SINCE,
};

/** What is said of a longer one. */
export function tooLong(
  name: keyof typeof MAX_CHARACTERS,
  say: SayWrong = IN_ENGLISH,
): string {
  return say("tooLong", { name, most: String(MAX_CHARACTERS[name]) });
}

/** Limits and defaults of the numbers; `null` where there is no default. */
export const NUMBERS = {
  tas: { least: 30, most: 600, otherwise: 110, unit: "kt" },
  altitude: { least: 500, most: 45_000, otherwise: 6500, unit: "ft" },
  corridor: { least: 10, most: 100, otherwise: 25, unit: "NM" },
  minCeiling: { least: 0, most: 20_000, otherwise: null, unit: "ft" },
  minVisibility: { least: 0, most: 20, otherwise: null, unit: "SM" },
  maxWind: { least: 0, most: 150, otherwise: null, unit: "kt" },
  maxCrosswind: { least: 0, most: 100, otherwise: null, unit: "kt" },
} as const;

/** A departure may lie this far back: the form was opened a while ago. */
export const LATEST_MS = 30 * MINUTE_MS;
/** The longest forecasts reach 30 hours. */
export const AHEAD_MS = 30 * HOUR_MS;
/** From here on a briefing is an outlook (AIM 7-1-5). */
export const OUTLOOK_MS = 6 * HOUR_MS;
/** Most alternates that may be asked for. */
const MAX_ALTERNATES = 5;

/** Reads a request, or says everything that is wrong with it, in the language of `say`. */
export function readRequest(
  given: Parameters,
  reports: BriefingWorld,
  say: SayWrong = IN_ENGLISH,
): BriefingRequest | readonly RequestError[] {
  const errors: RequestError[] = PARAMETERS
    .filter((name) => (given[name]?.length ?? 0) > MAX_CHARACTERS[name])
    .map((name) => ({ name, detail: tooLong(name, say) }));
  // Nothing of a text is read where some of it would be cut off.
  if (errors.length > 0) return errors;
  const refuse: Refuse = (name, key, values) =>
    void errors.push({ name, detail: say(key, values) });
  const number = (name: keyof typeof NUMBERS): number | null => {
    const { least, most, otherwise, unit } = NUMBERS[name];
    const text = given[name]?.trim() ?? "";
    if (text === "") return otherwise;
    const value = /^\d{1,6}(?:\.\d{1,4})?$/.test(text) ? Number(text) : NaN;
    if (value >= least && value <= most) return value;
    refuse(name, "number", { name, least: String(least), most: String(most), unit });
    return otherwise;
  };
  const now = reports.now();
  const waypoints = readWaypoints(
    given.route,
    reports,
    say,
    (detail) => void errors.push({ name: "route", detail }),
  );
  const departure = readDeparture(given.departure, now, refuse);
  const kind = readKind(given.kind, departure, now, refuse);
  const alternates = readAlternates(given.alternates, reports, refuse);
  const minima: Record<string, number> = {};
  const limits = [
    ["minCeiling", "ceilingFt"],
    ["minVisibility", "visibilitySm"],
    ["maxWind", "windKt"],
    ["maxCrosswind", "crosswindKt"],
  ] as const;
  for (const [name, key] of limits) {
    const value = number(name);
    if (value !== null) minima[key] = value;
  }
  const request = {
    waypoints,
    departure,
    tasKt: number("tas") ?? NUMBERS.tas.otherwise,
    altitudeFt: number("altitude") ?? NUMBERS.altitude.otherwise,
    corridorNm: number("corridor") ?? NUMBERS.corridor.otherwise,
    kind,
    alternates,
    minima,
  };
  return errors.length > 0 ? errors : request;
}

type Refuse = (name: ParameterName, key: RequestKey, values?: Params) => void;

function readWaypoints(
  text: string | undefined,
  reports: BriefingWorld,
  say: SayWrong,
  refuse: (detail: string) => void,
): readonly Waypoint[] {
  const written = text === undefined || text.trim() === ""
    ? say("route.missing")
    : readRoute(text, say);
  if (typeof written === "string") {
    refuse(written);
    return [];
  }
  return written.flatMap((one) => {
    const waypoint = waypointOf(one, reports, say);
    if (typeof waypoint !== "string") return [waypoint];
    refuse(waypoint);
    return [];
  });
}

function waypointOf(
  written: WrittenPoint,
  reports: BriefingWorld,
  say: SayWrong,
): Waypoint | string {
  if (written.kind === "place") {
    const { latitude, longitude } = written.point;
    return { name: `${latitude}/${longitude}`, point: written.point, station: null };
  }
  const id = reports.resolve(written.code);
  const station = id === undefined ? undefined : reports.stations.get(id);
  if (station === undefined) return say("route.noAirport", { code: written.code });
  const { latitude, longitude } = station;
  return { name: station.id, point: { latitude, longitude }, station };
}

function readDeparture(text: string | undefined, now: number, refuse: Refuse): number {
  const given = text?.trim() ?? "";
  if (given === "" || given.toLowerCase() === "now") return now;
  const instant = instantOf(given, now);
  if (instant === null) {
    refuse("departure", "departure.unreadable");
    return now;
  }
  if (instant < now - LATEST_MS) {
    refuse("departure", "departure.past");
  } else if (instant > now + AHEAD_MS) {
    refuse("departure", "departure.far", { hours: String(AHEAD_MS / HOUR_MS) });
  }
  return instant;
}

/** ISO 8601 with or without seconds and `Z` (it is UTC in any case), or `1800Z`. */
function instantOf(text: string, now: number): number | null {
  const clock = /^([01]\d|2[0-3]):?([0-5]\d)Z?$/i.exec(text);
  if (clock !== null) {
    const today = Math.floor(now / DAY_MS) * DAY_MS;
    const at = today + Number(clock[1]) * HOUR_MS + Number(clock[2]) * MINUTE_MS;
    return at < now - LATEST_MS ? at + DAY_MS : at;
  }
  const iso = /^(\d{4}-\d\d-\d\dT\d\d:\d\d)(:\d\d(?:\.\d{1,3})?)?Z?$/i.exec(text);
  const instant = iso === null ? NaN : Date.parse(`${iso[1]}${iso[2] ?? ":00"}Z`);
  return Number.isNaN(instant) ? null : instant;
}

function readKind(
  text: string | undefined,
  departure: number,
  now: number,
  refuse: Refuse,
): BriefingKind {
  const given = text?.trim() || "standard";
  const kind = KINDS.find((one) => one === given);
  if (kind === undefined) {
    refuse("kind", "kind.unknown", { kinds: KINDS.join(", ") });
    return "standard";
  }
  if (kind === "outlook" && departure < now + OUTLOOK_MS) {
    refuse("kind", "kind.outlook");
  }
  return kind;
}

function readAlternates(
  text: string | undefined,
  reports: BriefingWorld,
  refuse: Refuse,
): readonly string[] {
  const codes = (text ?? "").split(/[,;\s]+/).filter((code) => code !== "");
  if (codes.length > MAX_ALTERNATES) {
    refuse("alternates", "alternates.many", { most: String(MAX_ALTERNATES) });
    return [];
  }
  const found: string[] = [];
  for (const code of codes) {
    const id = /^[A-Za-z0-9]{3,4}$/.test(code) ? reports.resolve(code) : undefined;
    if (id === undefined || reports.stations.get(id) === undefined) {
      const shown = code.slice(0, 12).replace(/[^\x20-\x7e]/g, "?");
      refuse("alternates", "alternates.unknown", { code: shown });
    } else if (!found.includes(id)) found.push(id);
  }
  return found;
}
