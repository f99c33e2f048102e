/**
 * Limits of US AIRMETs and what comes with storms: `CIG BLW 010/VIS BLW 3SM`, `WNDS GTR THAN 30KT`,
 * `HAIL TO 1.5 IN`, `WIND GUSTS TO 60KT`, `TORNADOES`.
 *
 * @module
 */
import { quantity } from "../../units/mod.ts";
import type { Threat } from "./model.ts";
import type { HazardDraft } from "./draft.ts";
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
  const speed = /^(\d{2,3})KTS?$/.exec(words.word(i + 3));
  return words.word(i + 2) === "TO" && speed
    ? closed(words, i, 4, { kind: "windGust", speed: quantity(Number(speed[1]), "kt") })
    : closed(words, i, 2, { kind: "windGust" });
}

/** `POSS` belongs to what stands before it. */
function closed(words: Words, i: number, length: number, threat: Omit<Threat, "source">) {
  const taken = /^POSS$|^EXP$|^LIKELY$/.test(words.word(i + length)) ? length + 1 : length;
  return { threat: { ...threat, source: words.source(i, taken) }, taken };
}
