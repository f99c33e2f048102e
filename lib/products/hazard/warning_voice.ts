/**
 * How warnings are worded: levels, positions, times.
 *
 * @module
 */
import type { Position } from "../raw_report.ts";
import { type DescribeOptions, type Say, sayFrom, Voice } from "../text/mod.ts";
import { type WarningKey, WARNINGS } from "../text/warnings.ts";
import type { LevelLimit, WrittenTime } from "./model.ts";

/** A voice with the messages of warnings. */
export interface WarningVoice {
  readonly voice: Voice;
  readonly say: Say<WarningKey>;
}

/** The voice of `options`. */
export function warningVoice(options: DescribeOptions = {}): WarningVoice {
  return { voice: new Voice(options), say: sayFrom(WARNINGS, options) };
}

/** A limit: a flight level, or a height named as above mean sea level. */
export function limitText(limit: LevelLimit, { say, voice }: WarningVoice): string {
  if (limit.kind === "surface") return say("surface");
  if (limit.kind === "freezingLevel") {
    const { range } = limit;
    return range === null ? say("freezingLevel") : say("freezingRange", {
      low: say("msl", { height: voice.quantity(range.low) }),
      high: say("msl", { height: voice.quantity(range.high) }),
    });
  }
  const { value, unit, bound } = limit.height;
  const text = limit.flightLevel
    ? say("flightLevel", { level: voice.digits(value / 100, 3) })
    : say("msl", { height: voice.quantity({ value, unit }) });
  return bound === "atLeast" ? say("openTop", { top: text }) : text;
}

/** A layer; `null` where neither end is given. */
export function layerText(
  base: LevelLimit | null,
  top: LevelLimit | null,
  warning: WarningVoice,
): string | null {
  const low = base ? limitText(base, warning) : undefined;
  const high = top ? limitText(top, warning) : undefined;
  const { say } = warning;
  if (low && high) return say("between", { base: low, top: high });
  if (low) return say("upFrom", { base: low });
  if (!high) return null;
  const open = top?.kind === "altitude" && top.height.bound === "atLeast";
  return say(open ? "topsAbove" : "upTo", { top: high });
}

/** A position in degrees and minutes. */
export function positionText(
  { latitude, longitude }: Position,
  { say, voice }: WarningVoice,
): string {
  return say("position", {
    latitude: voice.latitude(latitude),
    longitude: voice.longitude(longitude),
  });
}

/** A time as written, with its day where it has one. */
export function writtenText(time: WrittenTime | null, { voice }: WarningVoice): string | undefined {
  if (time === null) return undefined;
  return time.day === null
    ? voice.clock(time.hour, time.minute)
    : voice.dayClock(time.day, time.hour, time.minute);
}
