/**
 * Limits of US AIRMETs and what comes with storms: `CIG BLW 010/VIS BLW 3SM`, `WNDS GTR THAN 30KT`,
 * `HAIL TO 1.5 IN`, `WIND GUSTS TO 60KT`, `TORNADOES`.
 *
 * @module
 */
import { quantity } from "../../units/mod.ts";
import type { Threat } from "./model.ts";
import type { HazardDraft } from "./draft.ts";
import { SPEED_UNITS } from "./movement.ts";
import type { Words } from "./words.ts";
import { sentenceLength } from "./remarks.ts";

/** Instrument conditions from word `i` on; the words taken, 0 where none begin. */
export function readConditions(words: Words, i: number, hazard: HazardDraft): number {
  const ceiling = words.at(i, "CIG BLW");
  if (!ceiling && !words.at(i, "VIS BLW")) return 0;
  const taken = sentenceLength(words, i);
  for (let at = i; at < i + taken; at++) {
    const height = /^(\d{3})(?:\/VIS)?$/.exec(words.word(at + 1));
    if (words.word(at) === "BLW" && height) {
      hazard.ceilingBelow = quantity(Number(height[1]) * 100, "ft");
    }
    const sight = /^(\d{1,2})(?:SM|MI)?(?:\/.*)?$/.exec(words.word(at + 1));
    if (words.word(at) === "BLW" && /VIS$/.test(words.word(at - 1)) && sight) {
      hazard.visibilityBelow = quantity(Number(sight[1]), "SM");
    }
  }
  hazard.remarks.push(words.source(i, taken));
  return taken;
}

/** Strong surface winds of US AIRMETs; the words taken, 0 where none begin. */
export function readStrongWind(words: Words, i: number, hazard: HazardDraft): number {
  if (!words.at(i, "SUSTAINED SURFACE WINDS") && !words.at(i, "SUSTAINED SFC WNDS")) return 0;
  const speed = /^(\d{2,3})KTS?$/.exec(words.word(i + 5));
  if (words.at(i + 3, "GTR THAN") && speed) {
    hazard.windAbove = quantity(Number(speed[1]), "kt");
  }
  const taken = sentenceLength(words, i);
  hazard.remarks.push(words.source(i, taken));
  return taken;
}

/** ICAO AIRMETs: `SFC WIND 050/40KT`, `SFC VIS 1500M BR`, `SFC VIS 0800M (FG)`; the words taken, 0 for others. */
export function readSurface(words: Words, i: number, hazard: HazardDraft): number {
  if (words.word(i) !== "SFC" || hazard.source !== null) return 0;
  const kind = words.word(i + 1);
  const value = words.word(i + 2);
  let at = i + 3;
  if (kind === "WIND" || kind === "WSPD") {
    const wind = /^(?:(\d{3})\/?)?(\d{2,3})(KT|MPS|KMH)$/.exec(value);
    if (wind === null) return 0;
    if (wind[1] !== undefined) hazard.windFrom = quantity(Number(wind[1]), "deg");
    hazard.windAbove = quantity(Number(wind[2]), SPEED_UNITS[wind[3]!]!);
    hazard.phenomenon = "surfaceWind";
  } else if (kind === "VIS") {
    const sight = /^(\d{4})M$/.exec(value);
    if (sight === null) return 0;
    hazard.visibilityBelow = quantity(Number(sight[1]), "m");
    hazard.phenomenon = "surfaceVisibility";
    const bracket = words.word(at) === "(" ? 1 : 0;
    if (WEATHER.test(words.word(at + bracket))) at += bracket === 1 ? 3 : 1;
    while (bracket === 0 && WEATHER.test(words.word(at))) at++;
  } else return 0;
  hazard.source = words.source(i, at - i);
  return at - i;
}

const WEATHER = /^(?:BR|DS|DU|DZ|FC|FG|FU|GR|GS|HZ|IC|PL|PO|RA|SA|SG|SN|SQ|SS|VA)$/;

/** A threat and the words it takes. */
export function readThreat(
  words: Words,
  i: number,
): { readonly threat: Threat; readonly taken: number } | null {
  const word = words.word(i);
  if (/^TORNADO(?:E?S)?$/.test(word)) return closed(words, i, 1, { kind: "tornado" });
  if (/^WTSPTS?$|^WATERSPOUTS?$/.test(word)) return closed(words, i, 1, { kind: "waterspout" });
  if (word === "HAIL") {
    const size = /^(\d(?:\.\d+)?)$/.exec(words.word(i + 2));
    return words.word(i + 1) === "TO" && size && /^IN$/.test(words.word(i + 3))
      ? closed(words, i, 4, { kind: "hail", size: quantity(Number(size[1]), "in") })
      : closed(words, i, 1, { kind: "hail" });
  }
  if (!words.at(i, "WIND GUSTS")) return null;
  const speed = /^(\d{2,3})(KTS?)?$/.exec(words.word(i + 3));
  const apart = speed !== null && speed[2] === undefined;
  if (
    words.word(i + 2) !== "TO" || speed === null || (apart && !/^KTS?$/.test(words.word(i + 4)))
  ) {
    return closed(words, i, 2, { kind: "windGust" });
  }
  const threat = { kind: "windGust" as const, speed: quantity(Number(speed[1]), "kt") };
  return closed(words, i, apart ? 5 : 4, threat);
}

/** `POSS` belongs to what stands before it. */
function closed(words: Words, i: number, length: number, threat: Omit<Threat, "source">) {
  const taken = /^POSS$|^EXP$|^LIKELY$/.test(words.word(i + length)) ? length + 1 : length;
  return { threat: { ...threat, source: words.source(i, taken) }, taken };
}
