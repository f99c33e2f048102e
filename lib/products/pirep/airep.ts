/**
 * AIREP (`ARP`): position, time, level, next positions, temperature, wind, then the route of the message.
 *
 * @module
 */
import type { Source } from "../product.ts";
import type { PirepDraft } from "./draft.ts";
import { readIcing, readTurbulence } from "./phenomena.ts";
import { readPlace } from "./place.ts";
import { readLevel, readTemperature, readTime, readWind } from "./values.ts";
import { span } from "./words.ts";

const SIGNED_TEMPERATURE = /^(?:M|MS|P|PS|[-+])\d{1,2}C?$/;
const WIND = /^\d{3}(?:\/\d{2,3}(?:KTS?)?|\d{2,3}KTS?)$/;
const HEADINGS = new Set(["TB", "IC"]);

/** Reads `words` after `ARP`. What follows `KT` is how the message travelled: kept as a remark. */
export function readAirep(draft: PirepDraft, words: readonly Source[]): void {
  const unclaimed = (word: Source) => draft.unparsed.push(word);
  let i = 0;
  if (words[0] !== undefined) {
    draft.aircraftIdentification = { text: words[0].text, source: words[i++]! };
  }
  const place = readPlace(draft.raw, words.slice(i));
  if (place !== null) {
    draft.place = place.place;
    i += place.taken;
  }
  const time = readTime(words[i]);
  if (time !== null) {
    draft.observedTime = time;
    i++;
  }
  const level = words[i] === undefined ? null : readLevel(words[i]!);
  if (level !== null) {
    draft.level = level;
    i++;
  }
  while (i < words.length) {
    const word = words[i]!;
    if (word.text === "KT" || word.text === "RM") {
      const text = span(draft.raw, word, words.at(-1)!);
      draft.remarks = { text: text.text, source: text };
      return;
    }
    if (HEADINGS.has(word.text)) {
      const end = words.findIndex((w, at) =>
        at > i && (HEADINGS.has(w.text) || w.text === "KT" || w.text === "RM")
      );
      const field = words.slice(i + 1, end === -1 ? words.length : end);
      if (word.text === "TB") draft.turbulence = readTurbulence(draft.raw, field, unclaimed);
      else draft.icing = readIcing(draft.raw, field, unclaimed);
      i += field.length + 1;
      continue;
    }
    if (SIGNED_TEMPERATURE.test(word.text) && draft.airTemperature.kind === "notReported") {
      draft.airTemperature = readTemperature(word) ?? { kind: "notUnderstood", source: word };
    } else if (WIND.test(word.text) && draft.wind.kind === "notReported") {
      draft.wind = readWind(word) ?? { kind: "notUnderstood", source: word };
    } else {
      const taken = readNext(draft, words, i);
      if (taken > 0) {
        i += taken;
        continue;
      }
      unclaimed(word);
    }
    i++;
  }
}

/** A next position at word `i`, with its time, or a time alone; gives the words taken, 0 where it is neither. */
function readNext(draft: PirepDraft, words: readonly Source[], i: number): number {
  const place = readPlace(draft.raw, words.slice(i, i + 2));
  const at = i + (place?.taken ?? 0);
  const time = readTime(words[at]);
  const taken = at + (time === null ? 0 : 1) - i;
  if (taken === 0) return 0;
  const source = span(draft.raw, words[i]!, words[i + taken - 1]!);
  draft.nextPositions = [
    ...draft.nextPositions,
    { place: place?.place ?? null, time, at: null, source },
  ];
  return taken;
}
