/**
 * Where weather is seen and where it goes: lightning, thunderstorms, clouds of note, virga (FMH-1 12.7.1.j to m).
 *
 * @module
 */
import { readWeatherCode } from "../../groups/mod.ts";
import type { Tokens } from "../../scan/mod.ts";
import type { Reading } from "../reading.ts";
import { addOther, type RemarkRow } from "./row.ts";

/** Pattern of one of the sixteen points of the compass. */
export const POINTS_OF_COMPASS = "(?:N|NNE|NE|ENE|E|ESE|SE|SSE|S|SSW|SW|WSW|W|WNW|NW|NNW)";
const POINT = POINTS_OF_COMPASS;
const DIRECTION = new RegExp(`^${POINT}(?:[-/,]+${POINT})*[,./-]?$`);
const QUADRANT = /^(?:(?:1ST|2ND|3RD|4TH|1ER|I|II|III|IV)(?:[/,-](?:2ND|3RD|4TH|II|III|IV))*)$/;

/** What was found of a place. */
interface Place {
  readonly words: string[];
  readonly distant: boolean;
  readonly vicinity: boolean;
  readonly overhead: boolean;
  readonly allQuadrants: boolean;
  readonly directions: string[];
  readonly movingTo?: string;
  readonly end: number;
}

/** Reads the words of a place from token `i` on; `null` where there is none. */
export function placeAt(tokens: Tokens, i: number): Place | null {
  let at = i;
  const words: string[] = [];
  const directions: string[] = [];
  let [distant, vicinity, overhead, allQuadrants] = [false, false, false, false];
  let movingTo: string | undefined;
  let solid = i;
  while (at < tokens.count && at - i < 16) {
    const word = tokens.word(at);
    if (DIRECTION.test(word)) directions.push(word.replace(/[,./-]$/, ""));
    else if (/^(?:DSNT|DIST|DISTANT)$/.test(word)) distant = true;
    else if (/^(?:VC|VCNTY|VCY|NEARBY)$/.test(word)) vicinity = true;
    else if (/^(?:OHD|OVHD|OVR|OVERHEAD)$/.test(word)) overhead = true;
    else if (/^(?:ALQDS|ALQD|ALLQDS|ALQS|AQDS)$/.test(word)) allQuadrants = true;
    else if (
      /^(?:ALL|FOUR)$/.test(word) && /^(?:QUADS?|QUADRANTS?|QDS|DRCTNS)$/.test(tokens.word(at + 1))
    ) {
      allQuadrants = true;
      words.push(word);
      at++;
    } else if (QUADRANT.test(word) && isQuadrant(tokens, at)) {
      directions.push(word);
    } else if (/^(?:QUADS?|QDT|QUADRANTS?|QDTS)$/.test(word) && directions.length > 0) {
      // the word after `2ND AND 3RD`
    } else if (/^(?:MOV|MOVG|MOVING|MVG|MOVD)$/.test(word)) {
      const to = tokens.word(at + 1);
      if (DIRECTION.test(to)) {
        movingTo = to;
        words.push(word);
        at++;
      } else if (/^(?:LTL|LITTLE|SLOLY|STNRY|UNKN)$/.test(to)) {
        movingTo = to === "LTL" || to === "LITTLE" || to === "STNRY" ? "stationary" : "unknown";
        words.push(word);
        at++;
      } else break;
    } else if (/^(?:STNRY|STNR|STATIONARY)$/.test(word) && at > i) movingTo = "stationary";
    else if (/^(?:SLOLY|SLWLY|RAPIDLY)$/.test(word) && movingTo !== undefined) {
      // how fast it moves
    } else if (
      /^(?:AND|THRU|THROUGH|TO|-|&|\/|OF|FROM|AT)$/.test(word) ||
      (/^\d{1,3}(?:-\d{1,3})?(?:KM|NM|SM|M)?$/.test(word) && nextIsPlace(tokens, at + 1))
    ) {
      // joins, but must not end the place
      words.push(word);
      at++;
      continue;
    } else break;
    words.push(tokens.word(at));
    at++;
    solid = at;
  }
  if (solid === i) return null;
  return {
    words: words.slice(0, solid - i),
    distant,
    vicinity,
    overhead,
    allQuadrants,
    directions,
    ...(movingTo === undefined ? undefined : { movingTo }),
    end: solid,
  };
}

function nextIsPlace(tokens: Tokens, i: number): boolean {
  const word = tokens.word(i);
  return DIRECTION.test(word) || /^(?:KM|NM|SM)$/.test(word) && DIRECTION.test(tokens.word(i + 1));
}

/** A number or numeral is a quadrant only where the word `QUAD` follows soon. */
function isQuadrant(tokens: Tokens, i: number): boolean {
  for (let at = i + 1; at < i + 6 && at < tokens.count; at++) {
    if (/^(?:QUADS?|QDT|QUADRANTS?|QDTS)$/.test(tokens.word(at))) return true;
    if (!QUADRANT.test(tokens.word(at)) && !tokens.is(at, "AND")) return false;
  }
  return false;
}

function placeData(place: Place): Record<string, unknown> {
  return {
    place: place.words.join(" "),
    ...(place.distant ? { distant: true } : undefined),
    ...(place.vicinity ? { vicinity: true } : undefined),
    ...(place.overhead ? { overhead: true } : undefined),
    ...(place.allQuadrants ? { allQuadrants: true } : undefined),
    ...(place.directions.length > 0 ? { directions: place.directions } : undefined),
    ...(place.movingTo === undefined ? undefined : { movingTo: place.movingTo }),
  };
}

const FREQUENCY = /^(?:OCNL|FRQ|FREQ|CONS|INTMT|INTMTNT|ISOLD|ISOL)$/;

/** `LTG DSNT W`, `FRQ LTGICCG NE-SE`, `OCNL LTGIC`. */
function readLightning(tokens: Tokens, i: number, reading: Reading): number {
  let at = i;
  const frequency = FREQUENCY.test(tokens.word(at)) ? tokens.word(at++) : undefined;
  const match = /^LTN?G((?:IC|CG|CC|CA|CW)*)C?$/.exec(tokens.word(at));
  if (match === null) return 0;
  at++;
  const place = placeAt(tokens, at);
  if (place !== null) at = place.end;
  return addOther(tokens, i, at - i, reading, "lightning", {
    ...(frequency === undefined ? undefined : { frequency }),
    ...(match[1] === "" ? undefined : { types: match[1]!.match(/../g) }),
    ...(place === null ? undefined : placeData(place)),
  });
}

const NOTED =
  /^(?:TS|TSTMS?|CB|CBS|CBMAM|TCU|ACC|ACSL|SCSL|CCSL|CU|SC|ST|AC|AS|CI|CS|CC|NS|VIRGA|ROTOR|LENT|ACLEN)$/;

/** What may be seen at a place: a cloud of note, virga, a thunderstorm, a weather code. */
function isNoted(word: string): boolean {
  return NOTED.test(word) || (word.length <= 8 && readWeatherCode(word) !== null);
}

/** `CB/NE/SE`, `TCUVCSH/E/S`, `TCUNNW`: things and directions in one token (Colombia, Central America). */
const GLUED = new RegExp(
  `^((?:(?:CB|TCU|TS|VCSH|VCTS|VIRGA|SH|RA|DZ|LTG|LTNG|PCPN|FG|BCFG|BR|HZ|FU)[/]?)+?)[/-]?(${POINT}(?:[/,-]${POINT})*)[/]?$`,
);

/** `TS N MOV E`, `CB DSNT NW`, `VIRGA SW`, `ACSL SW-W`, `VCSH SE`, `TCU NE AND DSNT ALQDS`. */
function readSeen(tokens: Tokens, i: number, reading: Reading): number {
  let at = i;
  const frequency = FREQUENCY.test(tokens.word(at)) ? tokens.word(at++) : undefined;
  const what: string[] = [];
  while (what.length < 3 && isNoted(tokens.word(at))) what.push(tokens.word(at++));
  if (what.length === 0) {
    // `CB/NE/SE`: thing and directions in one token
    const glued = GLUED.exec(tokens.word(at));
    if (glued === null) return 0;
    return addOther(tokens, i, at + 1 - i, reading, "seen", {
      what: [glued[1]],
      place: glued[2],
      directions: glued[2]!.split(/[/,-]/),
      ...(frequency === undefined ? undefined : { frequency }),
    });
  }
  const place = placeAt(tokens, at);
  if (place === null) {
    if (tokens.is(i, "VIRGA")) return addOther(tokens, i, 1, reading, "seen", { what });
    return 0;
  }
  return addOther(tokens, i, place.end - i, reading, "seen", {
    what,
    ...(frequency === undefined ? undefined : { frequency }),
    ...placeData(place),
  });
}

export const PLACE_ROWS: readonly RemarkRow[] = [
  {
    name: "lightning",
    first: "LOFCI",
    read: readLightning,
    rule: "FMH-1 12.7.1.j",
    meaning:
      "Frequency, kind (IC in cloud, CC between clouds, CG to the ground, CA to the air) and place of lightning; DSNT: 10 to 30 NM away.",
    example: "FRQ LTGICCG NE-SE",
  },
  {
    name: "seen at a place",
    first: "-+VMBPDSTFRIGUHOCANLEQ",
    read: readSeen,
    rule: "FMH-1 12.7.1.k, m, q",
    meaning: "Thunderstorm, cloud of note, virga or weather with its direction and movement.",
    example: "TS N MOV E",
  },
];
