/**
 * Clocks of time zones beside UTC.
 *
 * @module
 */
import { DAY_MS, MINUTE_MS } from "./mod.ts";

/** What a zone's clock shows beside UTC. */
export interface ZoneClock {
  readonly name: string;
  /** Milliseconds ahead of UTC. */
  readonly aheadMs: number;
}

/** What is known of a zone. */
interface Zone {
  /** By day of UTC; `null` where the clock is put forward or back on that day. */
  readonly days: Map<number, ZoneClock | null>;
  /** By quarter of an hour, on such days. */
  readonly quarters: Map<number, ZoneClock>;
}

/**
 * By zone; `null` where it is not known. The formatter that tells the clock is not kept: those of all zones would
 * take twenty megabytes, and making one takes a hundred times what the sum takes. So a clock is kept for the
 * day, and read at its two ends: no zone changes and changes back within a day.
 */
const zones = new Map<string, Zone | null>();
/** Days kept of a zone: a page speaks of those around today. */
const MAX_DAYS = 4;
/** Clocks are put forward and back at whole quarters of an hour. */
const QUARTER_MS = 15 * MINUTE_MS;

/** The clock of an IANA zone at `instant`, milliseconds since the epoch; `null` where the zone is not known. */
export function zoneClock(instant: number, timeZone: string): ZoneClock | null {
  let zone = zones.get(timeZone);
  if (zone === null) return null;
  const day = Math.floor(instant / DAY_MS);
  let clock = zone?.days.get(day);
  if (clock === undefined) {
    const ends = readZone(timeZone, [day * DAY_MS, (day + 1) * DAY_MS]);
    if (ends === null) {
      zones.set(timeZone, null);
      return null;
    }
    if (zone === undefined) zones.set(timeZone, zone = { days: new Map(), quarters: new Map() });
    if (zone.days.size >= MAX_DAYS) {
      zone.days.clear();
      zone.quarters.clear();
    }
    const [first, last] = ends as [ZoneClock, ZoneClock];
    clock = first.name === last.name && first.aheadMs === last.aheadMs ? first : null;
    zone.days.set(day, clock);
  }
  return clock ?? quarterClock(instant, timeZone, zone!.quarters);
}

function quarterClock(
  instant: number,
  timeZone: string,
  quarters: Zone["quarters"],
): ZoneClock | null {
  const quarter = Math.floor(instant / QUARTER_MS);
  let clock = quarters.get(quarter);
  if (clock === undefined) {
    clock = readZone(timeZone, [quarter * QUARTER_MS])?.[0];
    if (clock === undefined) return null;
    quarters.set(quarter, clock);
  }
  return clock;
}

/** The clock of a zone at each of `instants`, or `null` where the zone is not known. */
function readZone(timeZone: string, instants: readonly number[]): ZoneClock[] | null {
  let format: Intl.DateTimeFormat;
  try {
    format = new Intl.DateTimeFormat("en-US", {
      timeZone,
      year: "numeric",
      month: "numeric",
      day: "numeric",
      hour: "numeric",
      minute: "numeric",
      hourCycle: "h23",
      timeZoneName: "short",
    });
  } catch {
    return null;
  }
  return instants.map((instant) => {
    const parts = format.formatToParts(instant);
    const part = (type: Intl.DateTimeFormatPartTypes) =>
      parts.find((each) => each.type === type)?.value ?? "";
    const [year, month, day, hour, minute] = (["year", "month", "day", "hour", "minute"] as const)
      .map((type) => Number(part(type)));
    const local = Date.UTC(year!, month! - 1, day, hour, minute);
    return {
      name: part("timeZoneName"),
      aheadMs: local - Math.floor(instant / MINUTE_MS) * MINUTE_MS,
    };
  });
}
