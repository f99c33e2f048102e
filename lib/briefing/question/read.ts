/**
 * Reads a question in English or German by a small grammar: what it asks about, where and when. No model, no
 * guessing: what is not read is listed, what is assumed is named.
 *
 * @module
 */
import { takeCategory, takeNumber } from "./comparison.ts";
import type { AskedPlace, Assumption, Comparison, Reading, Subject } from "./intent.ts";
import { isByName, type Places, takePlace, takeTitled } from "./place.ts";
import { Rest, words } from "./rest.ts";
import { periodOfPart } from "./day_parts.ts";
import { type AskedTime, takeTime } from "./time.ts";
import { ADVICE, FILLERS, SUBJECT_WORDS } from "./vocabulary.ts";

/** Words told as not understood, at most, and characters of each. */
const MAX_LEFT = 12;
const MAX_LEFT_CHARACTERS = 40;
const RUNWAY = words("(?:runway|rwy|piste|bahn) ?(?<end>(?:0[1-9]|[12]\\d|3[0-6]|[1-9])[LRC]?)");

/**
 * Reads `question`.
 *
 * @param now milliseconds since the epoch: `18Z` is the next one, `in 3 hours` counts from here
 *
 * @example
 * ```ts ignore
 * const { intent } = readQuestion("Will it be VFR at KBOS at 18Z?", reports, reports.now());
 * intent.subject; // "category"
 * ```
 */
export function readQuestion(question: string, places: Places, now: number): Reading {
  const rest = new Rest(question.normalize("NFC").replace(/\s+/g, " "));
  const runway = takeRunway(rest);
  const titled = takeTitled(rest, places);
  const advice = rest.takeAll(ADVICE);
  const category = takeCategory(rest);
  const found = takeSubjects(rest);
  const number = category === null ? takeNumber(rest, mainOf(found)) : null;
  const taken = takeTime(rest, now);
  if (category !== null) found.unshift("category");
  else if (number !== null && !found.includes(number.subject)) found.unshift(number.subject);
  if (runway !== null && !found.includes("crosswind")) found.push("crosswind");
  rest.takeAll(FILLERS);
  const place = titled ?? takePlace(rest, places);
  const time = localTime(taken, place, places, now);
  const [subject = "weather", ...further] = ordered(found);
  const comparison: Comparison | null = category ?? number?.comparison ?? null;
  const hasSubject = found.length > 0 || isBare(question, rest);
  const assumed: Assumption[] = [
    ...(hasSubject || advice ? [] : ["subject" as const]),
    ...time.assumed,
    ...(place !== null && isByName(place, places) ? ["name" as const] : []),
  ];
  return {
    by: "rules",
    model: null,
    intent: {
      subject,
      further,
      comparison,
      place,
      from: time.from,
      to: time.to,
      runway,
      advice,
    },
    hasSubject,
    assumed,
    notUnderstood: [
      ...(time.part === undefined ? [] : [time.part.part.written]),
      ...(place !== null && place.id === null ? [place.written.slice(0, MAX_LEFT_CHARACTERS)] : []),
      ...rest.words().map(({ text }) => text.slice(0, MAX_LEFT_CHARACTERS)),
    ].slice(0, MAX_LEFT),
  };
}

/** A time of day by the place's own clock; as it is where that clock is not known. */
function localTime(
  time: AskedTime,
  place: AskedPlace | null,
  { stations }: Places,
  now: number,
): AskedTime {
  if (time.part === undefined || place === null || place.id === null) return time;
  const zone = stations.get(place.id)?.timeZone ?? null;
  const period = periodOfPart(time.part, now, zone);
  return period === null ? time : { ...period, assumed: ["local"] };
}

/** A place and a time alone ask for everything there. */
function isBare(question: string, rest: Rest): boolean {
  return rest.words().length === 0 && question.trim().split(/\s+/).length <= 3;
}

function takeRunway(rest: Rest): string | null {
  const end = rest.take(RUNWAY)?.groups?.["end"]?.toUpperCase();
  if (end === undefined) return null;
  return /^\d(?:\D|$)/.test(end) ? `0${end}` : end;
}

/** The subjects in the order in which they stand in the question. */
function takeSubjects(rest: Rest): Subject[] {
  const found: { subject: Subject; at: number }[] = [];
  for (const [subject, pattern] of SUBJECT_WORDS) {
    for (let match = rest.take(pattern); match !== null; match = rest.take(pattern)) {
      if (!found.some((one) => one.subject === subject)) found.push({ subject, at: match.index });
    }
  }
  return found.sort((a, b) => a.at - b.at).map(({ subject }) => subject);
}

const mainOf = (subjects: readonly Subject[]) =>
  subjects.find((one) => one !== "weather") ?? subjects[0] ?? null;

/** `weather` beside something else is only how it is asked: "forecast wind", "weather: VFR?". */
function ordered(subjects: readonly Subject[]): Subject[] {
  const telling = subjects.filter((one) => one !== "weather");
  return [...new Set(telling.length > 0 ? telling : subjects)];
}
