/**
 * Times in questions, English and German; all are UTC. What has no zone is taken as UTC, and that is told.
 *
 * @module
 */
import { DAY_MS, HOUR_MS, MINUTE_MS, resolveNearest } from "../../time/mod.ts";
import { LATEST_MS } from "../request.ts";
import { type AskedDay, type AskedPart, takeDayPart } from "./day_parts.ts";
import type { Assumption } from "./intent.ts";
import { type Pattern, type Rest, words } from "./rest.ts";

/** Times that are read lie within so much of now: no report says anything beyond. */
export const TIME_REACH_MS = 7 * DAY_MS;

/** From when to when, milliseconds since the epoch; an instant where both are the same. */
export interface AskedTime {
  readonly from: number;
  readonly to: number;
  readonly assumed: readonly Assumption[];
  /** A time of day by its name, which the place's own clock tells; `from` and `to` hold where that is not known. */
  readonly part?: AskedPart;
}

const ZONE = "(?:z|utc|gmt|zulu)";
const CLOCK = `(?:(?<d#>\\d{2})(?<dh#>[01]\\d|2[0-4])(?<dm#>[0-5]\\d) ?${ZONE}` +
  `|(?<h#>[01]?\\d|2[0-4])[:.]?(?<m#>[0-5]\\d)?(?: ?uhr)?(?<z#> ?${ZONE})` +
  `|(?<ch#>[01]?\\d|2[0-4]):(?<cm#>[0-5]\\d)(?: ?uhr)?` +
  `|(?<uh#>[01]?\\d|2[0-4]) ?uhr` +
  `|(?<ah#>1[0-2]|0?[1-9])(?::(?<am#>[0-5]\\d))? ?(?<half#>[ap])\\.?m\\.?)`;
/** The first of two, whose zone stands behind the second: `14-18Z`. */
const BARE = "(?<bh1>[01]?\\d|2[0-4])[:.]?(?<bm1>[0-5]\\d)?";
const clock = (number: 1 | 2) => CLOCK.replaceAll("#", String(number));

const ISO = /(?<![\p{L}\p{N}])\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d)?Z?(?![\p{L}\p{N}])/iu;
const RANGE = words(
  `(?:from |between |von |zwischen )?(?:${
    clock(1)
  }|${BARE}) ?(?:to|until|till|and|bis|und|-|–) ?(?:the )?${clock(2)}`,
);
const UNTIL = words(`(?:until|till|before|bis|vor) (?:um )?${clock(2)}`);
const ONE = words(`(?:(?:at|by|um|gegen|around|about|circa|ca\\.?) )?${clock(1)}`);
const NUMBER =
  "\\d{1,3}|half an|an?|one|two|three|four|five|six|einer halben|einer|eine|zwei|drei|vier|fünf|sechs";
const LENGTH = `(?<count>${NUMBER}) ?(?<unit>h|hours?|hrs?|stunden?|std|min|minutes?|minuten?)`;
const NEXT = words(
  `(?:(?:in|for|over|during|within|innerhalb|für) )?(?:the |den |die |der )?(?:next|coming|following|nächsten|naechsten|kommenden) ${LENGTH}|(?:within|innerhalb(?: von)?) ${
    LENGTH.replaceAll("<count>", "<count2>").replaceAll("<unit>", "<unit2>")
  }`,
);
const IN = words(`in (?:about |etwa |ungefähr )?${LENGTH}`);
const NOW = words(
  "right now|now|currently|current|at the moment|at present|presently|jetzt|gerade|aktuell(?:e|en|er|es)?|zurzeit|zur zeit|momentan|im moment",
);
const DAY = words(
  "(?<after>day after tomorrow|übermorgen|uebermorgen)|(?<today>today|heute)|(?<tomorrow>tomm?orr?ow|morgen)|(?<yesterday>yesterday|gestern)" +
    "|(?:on )?(?:the )(?<date>\\d{1,2})(?:st|nd|rd|th)|am (?<dateDe>\\d{1,2})\\.(?= |$|\\?)" +
    "|(?:on |am )?(?<week>(?:mon|tues|wednes|thurs|fri|satur|sun)day|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag)",
);
const PAST = words("was|were|did|had|war|waren|hatte|gab|wurde");
const COUNTS: Readonly<Record<string, number>> = {
  a: 1,
  an: 1,
  one: 1,
  eine: 1,
  einer: 1,
  "half an": 0.5,
  "einer halben": 0.5,
  two: 2,
  zwei: 2,
  three: 3,
  drei: 3,
  four: 4,
  vier: 4,
  five: 5,
  "fünf": 5,
  six: 6,
  sechs: 6,
};
/** First letters of the days of the week, from Sunday, in both languages. */
const WEEK = ["su|so", "mo", "tu|di", "we|mi", "th|do", "fr", "sa"];

type Groups = Readonly<Record<string, string | undefined>>;

/** A time of day as written, or a day of the month with it. */
interface Written {
  readonly day: number | null;
  readonly minutes: number;
  readonly hasZone: boolean;
}

/** Takes the time out of a question; now where there is none. What is no time, or out of reach, stays in it. */
export function takeTime(rest: Rest, now: number): AskedTime {
  const iso = rest.take(ISO);
  if (iso === null) return takeWritten(rest, now);
  const hasZone = /z$/i.test(iso[0]);
  const at = Date.parse(`${iso[0].toUpperCase()}${hasZone ? "" : "Z"}`);
  if (isNear(at, now)) return instant(at, hasZone ? [] : ["utc"]);
  const time = takeWritten(rest, now);
  rest.putBack(iso);
  return time;
}

function takeWritten(rest: Rest, now: number): AskedTime {
  const part = takeDayPart(rest);
  const asked = takeDay(rest, now);
  const day = asked && startOf(asked, now);
  const isPast = rest.has(PAST);
  const exact = takeLength(rest, now) ?? takeClocks(rest, now, day, isPast);
  if (exact !== null) return exact;
  const isNow = rest.takeAll(NOW);
  const whole: AskedTime = day === null
    ? { from: now, to: now, assumed: isNow ? [] : ["now"] }
    : { from: clip(day, now), to: day + DAY_MS - MINUTE_MS, assumed: ["utc"] };
  if (part === null) return whole;
  return { ...whole, part: { part, day: asked ?? (part.isToday ? TODAY : null), isPast } };
}

const TODAY: AskedDay = { kind: "offset", days: 0 };

/** The day of UTC that is meant. */
function startOf(day: AskedDay, now: number): number {
  return day.kind === "date" ? day.start : dayOf(now) + day.days * DAY_MS;
}

const instant = (at: number, assumed: readonly Assumption[] = []): AskedTime => ({
  from: at,
  to: at,
  assumed,
});
const isNear = (at: number, now: number) => Math.abs(at - now) <= TIME_REACH_MS;
const dayOf = (at: number) => Math.floor(at / DAY_MS) * DAY_MS;

/** Of today what is left of it. */
function clip(day: number, now: number): number {
  return day === dayOf(now) ? now : day;
}

function takeDay(rest: Rest, now: number): AskedDay | null {
  const match = rest.take(DAY);
  if (match === null) return null;
  const groups = match.groups!;
  const offset = (days: number): AskedDay => ({ kind: "offset", days });
  if (groups["today"]) return TODAY;
  if (groups["tomorrow"]) return offset(1);
  if (groups["after"]) return offset(2);
  if (groups["yesterday"]) return offset(-1);
  const date = groups["date"] ?? groups["dateDe"];
  if (date !== undefined) {
    const start = resolveNearest(Number(date), 0, 0, now);
    if (start !== null && isNear(start, now)) return { kind: "date", start };
    rest.putBack(match);
    return null;
  }
  const name = groups["week"]!.toLowerCase();
  const begin = name === "sonnabend" ? "sa" : name.slice(0, 2);
  const weekday = WEEK.findIndex((names) => names.split("|").includes(begin));
  const today = dayOf(now);
  const start = today + (weekday - new Date(today).getUTCDay() + 7) % 7 * DAY_MS;
  return { kind: "date", start };
}

function takeLength(rest: Rest, now: number): AskedTime | null {
  const next = lengthIn(rest, NEXT);
  if (next !== null) return { from: now, to: now + next, assumed: [] };
  const ahead = lengthIn(rest, IN);
  return ahead === null ? null : instant(now + ahead);
}

function lengthIn(rest: Rest, pattern: Pattern): number | null {
  const match = rest.take(pattern);
  if (match === null) return null;
  const groups = match.groups!;
  const ms = lengthOf(groups["count"] ?? groups["count2"], groups["unit"] ?? groups["unit2"]);
  if (ms <= TIME_REACH_MS) return ms;
  rest.putBack(match);
  return null;
}

function lengthOf(count = "", unit = ""): number {
  const number = COUNTS[count.toLowerCase()] ?? Number(count);
  return number * (/^m/i.test(unit) ? MINUTE_MS : HOUR_MS);
}

function takeClocks(
  rest: Rest,
  now: number,
  day: number | null,
  isPast: boolean,
): AskedTime | null {
  const match = rest.take(RANGE);
  const range = match?.groups;
  if (range !== undefined) {
    const second = writtenOf(range, 2);
    const first = range["bh1"] === undefined ? writtenOf(range, 1) : {
      day: null,
      minutes: bareMinutes(range, second),
      hasZone: second?.hasZone ?? false,
    };
    if (first !== null && second !== null) return rangeOf(first, second, now, day, isPast);
    rest.putBack(match!);
  }
  const end = takeOne(rest, UNTIL, 2);
  if (end !== null) {
    const to = instantOf(end, now, day, isPast);
    const from = day === null || day === dayOf(now) ? now : day;
    return { from: Math.min(from, to), to, assumed: zoneOf(end) };
  }
  const at = takeOne(rest, ONE, 1);
  return at === null ? null : instant(instantOf(at, now, day, isPast), zoneOf(at));
}

const NOON = 12 * 60;

/** Of `3 to 6 pm` both are after noon, of `10 to 2 pm` the first is before it. */
function bareMinutes(range: Groups, second: Written | null): number {
  const minutes = minutesOf(range["bh1"], range["bm1"]);
  if (range["half2"]?.toLowerCase() !== "p" || minutes >= NOON + 60) return minutes;
  const later = minutes % NOON + NOON;
  return second !== null && later <= second.minutes ? later : minutes;
}

/** One clock; what is no time of day stays in the question. */
function takeOne(rest: Rest, pattern: Pattern, number: 1 | 2): Written | null {
  const match = rest.take(pattern);
  if (match === null) return null;
  const written = writtenOf(match.groups!, number);
  if (written === null) rest.putBack(match);
  return written;
}

const zoneOf = (...all: readonly Written[]): Assumption[] =>
  all.every(({ hasZone }) => hasZone) ? [] : ["utc"];

function rangeOf(
  first: Written,
  second: Written,
  now: number,
  day: number | null,
  isPast: boolean,
): AskedTime {
  const assumed = zoneOf(first, second);
  let from = instantOf(first, now, day, isPast);
  // A range that is under way began today.
  if (day === null && first.day === null && from > now) {
    const earlier = from - DAY_MS;
    if (endAfter(earlier, second, now) > now && earlier <= now) from = earlier;
  }
  return { from, to: endAfter(from, second, now), assumed };
}

function endAfter(from: number, second: Written, now: number): number {
  if (second.day !== null) {
    const start = resolveNearest(second.day, 0, 0, now);
    return start === null ? from : Math.max(from, start + second.minutes * MINUTE_MS);
  }
  const at = dayOf(from) + second.minutes * MINUTE_MS;
  return at < from ? at + DAY_MS : at;
}

function instantOf(
  { day, minutes }: Written,
  now: number,
  base: number | null,
  isPast: boolean,
): number {
  if (day !== null) {
    const start = resolveNearest(day, 0, 0, now);
    if (start !== null) return start + minutes * MINUTE_MS;
  }
  if (base !== null) return base + minutes * MINUTE_MS;
  const today = dayOf(now) + minutes * MINUTE_MS;
  if (isPast) return today > now ? today - DAY_MS : today;
  return today < now - LATEST_MS ? today + DAY_MS : today;
}

const minutesOf = (hour: string | undefined, minute: string | undefined) =>
  Number(hour) * 60 + Number(minute ?? 0);

/** Reads one clock of a match; `null` where there is no such time. */
function writtenOf(groups: Groups, number: 1 | 2): Written | null {
  const of = (name: string) => groups[`${name}${number}`];
  let written: Written | null = null;
  if (of("d") !== undefined) {
    written = { day: Number(of("d")), minutes: minutesOf(of("dh"), of("dm")), hasZone: true };
  } else if (of("h") !== undefined) {
    written = { day: null, minutes: minutesOf(of("h"), of("m")), hasZone: true };
  } else if (of("ch") !== undefined) {
    written = { day: null, minutes: minutesOf(of("ch"), of("cm")), hasZone: false };
  } else if (of("uh") !== undefined) {
    written = { day: null, minutes: minutesOf(of("uh"), undefined), hasZone: false };
  } else if (of("ah") !== undefined) {
    const hour = Number(of("ah")) % 12 + (of("half")!.toLowerCase() === "p" ? 12 : 0);
    written = { day: null, minutes: hour * 60 + Number(of("am") ?? 0), hasZone: false };
  }
  if (written === null || written.minutes > 24 * 60) return null;
  return written.day === null || (written.day >= 1 && written.day <= 31) ? written : null;
}
