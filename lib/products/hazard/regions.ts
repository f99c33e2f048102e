/**
 * States, provinces, lakes and waters with which US warnings say in words where they are.
 *
 * @module
 */
import type { Hazard } from "./model.ts";
import type { Words } from "./words.ts";

const STATES = new Set(
  ("AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND " +
    "OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY DC PR LM LH LS LO LE LC GULFMEX").split(" "),
);
const JOINERS = new Set(["AND", ",", "-"]);
const WATERS = [
  "AND CSTL WTRS",
  "CSTL WTRS",
  "ADJ CSTL WTRS",
  "GLFMEX",
  "GULF OF MEX",
  "GULF OF AMER",
];

/** The names from word `i` on, and the words they take; `null` where the word is none. */
export function readRegions(
  words: Words,
  i: number,
): { readonly regions: NonNullable<Hazard["regions"]>; readonly taken: number } | null {
  const names: string[] = [];
  let at = i;
  for (;;) {
    const waters = WATERS.find((phrase) => words.at(at, phrase));
    if (waters !== undefined) {
      names.push(waters.replace(/^AND /, ""));
      at += waters.split(" ").length;
    } else if (STATES.has(words.word(at)) && !beginsPoint(words, at)) {
      names.push(words.word(at));
      at++;
    } else if (at > i && JOINERS.has(words.word(at)) && continues(words, at + 1)) {
      at++;
    } else break;
  }
  return names.length === 0
    ? null
    : { regions: { names, source: words.source(i, at - i) }, taken: at - i };
}

const continues = (words: Words, at: number) =>
  STATES.has(words.word(at)) || WATERS.some((phrase) => words.at(at, phrase));

/** `NC` as "no change" follows a full stop in ICAO texts; there no list of states stands. */
const beginsPoint = (words: Words, at: number) =>
  words.word(at + 1) === "OF" ||
  // `WI 30NM OF DCA`, `WI N3000 …`: within, not Wisconsin.
  (words.word(at) === "WI" && /^(?:\d|A$|AREA$|[NS]\d)/.test(words.word(at + 1)));
