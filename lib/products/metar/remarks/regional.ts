/**
 * Remarks in metres of US military stations abroad, and lightning detected by Australian stations.
 *
 * @module
 */
import { POINTS_OF_COMPASS } from "./places.ts";
import type { Tokens } from "../../scan/mod.ts";
import type { DistanceUnit, Quantity } from "../../../units/mod.ts";
import type { Reading } from "../reading.ts";
import { addOther, type RemarkRow } from "./row.ts";

const METRES = /^([MP])?(\d{4})(?:V(\d{4}))?$/;

function metresOf(bound: string | undefined, figures: string): Quantity<DistanceUnit> {
  const value = Number(figures);
  if (value === 9999) return { value: 10000, unit: "m", bound: "atLeast" };
  return bound === undefined
    ? { value, unit: "m" }
    : { value, unit: "m", bound: bound === "M" ? "atMost" : "atLeast" };
}

/** `VIS 1600V6000`, `VIS M0400 RWY08`, `TWR VIS 2000`, `SFC VIS 1600`. */
function readMilitaryVisibility(tokens: Tokens, i: number, reading: Reading): number {
  const at = tokens.is(i, "TWR") ? "tower" : tokens.is(i, "SFC") ? "surface" : null;
  let next = at === null ? i : i + 1;
  if (!tokens.is(next, "VIS")) return 0;
  const match = METRES.exec(tokens.word(next + 1));
  if (match === null) return 0;
  next += 2;
  const runway = /^RWY\d{2}[LCR]?$/.test(tokens.word(next)) ? tokens.word(next++) : undefined;
  // A lone number after VIS does not say of what it is the visibility.
  if (at === null && match[3] === undefined && runway === undefined) return 0;
  reading.remarks.push({
    kind: "visibility",
    at: at ?? (runway === undefined ? "variable" : "secondSite"),
    distance: metresOf(match[1], match[2]!),
    ...(match[3] === undefined ? undefined : { to: metresOf(undefined, match[3]) }),
    ...(runway === undefined ? undefined : { place: runway }),
    source: tokens.source(i, next - i),
  });
  return next - i;
}

const DETECTED = new RegExp(
  `^D?L-${POINTS_OF_COMPASS}(?:/(?:D?L-)?${POINTS_OF_COMPASS})*$`,
);

/** `DL-S/DL-SW`: lightning detected far away, in these directions. */
function readDetectedLightning(tokens: Tokens, i: number, reading: Reading): number {
  const word = tokens.word(i);
  if (!DETECTED.test(word)) return 0;
  return addOther(tokens, i, 1, reading, "lightning", {
    place: word,
    ...(word.startsWith("D") ? { distant: true } : undefined),
    directions: word.split("/").map((piece) => piece.replace(/^D?L-/, "")),
  });
}

export const REGIONAL_ROWS: readonly RemarkRow[] = [
  {
    name: "visibility in metres",
    first: "VTS",
    read: readMilitaryVisibility,
    rule: "AFMAN 15-111 attachment 3",
    meaning: "Visibility in metres that varies, or of a runway, the tower or the surface.",
    example: "VIS 1600V6000",
  },
  {
    name: "detected lightning",
    first: "DL",
    read: readDetectedLightning,
    rule: "AIP GEN 3.5 of Australia",
    meaning: "Lightning detected in these directions; DL: distant.",
    example: "DL-S/DL-SW",
  },
];
