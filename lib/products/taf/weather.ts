/**
 * Weather as forecasters write it beyond the code: `-RA/BR`, `DU/BLDU` (either or both), `VC TSRA`.
 *
 * @module
 */
import { type Accumulator, phenomenonOf } from "../groups/mod.ts";
import type { WeatherPhenomenon } from "../metar/model.ts";
import type { Tokens } from "../scan/mod.ts";

/** Longest text of such a group; four phenomena with their strokes. */
const LONGEST = 24;

/** Reads such a group at token `i` into `acc`; the number of its tokens, or 0. */
export function readLooseWeather(tokens: Tokens, i: number, acc: Accumulator): number {
  if (tokens.is(i, "VC")) return readVicinityApart(tokens, i, acc);
  return readSlashedWeather(tokens, i, acc);
}

/** `VC RA` is `VCRA`: the vicinity must not be lost, nor the shower be put over the aerodrome. */
function readVicinityApart(tokens: Tokens, i: number, acc: Accumulator): number {
  const source = i + 1 < tokens.count ? tokens.source(i, 2) : null;
  const phenomenon = source === null ? null : phenomenonOf("VC" + tokens.word(i + 1), source);
  if (phenomenon === null || source === null) return 0;
  (acc.weather ??= []).push(phenomenon);
  acc.note("repair.extraSpace", "info", "A blank within a group was left out.", source);
  return 2;
}

/** Every piece between the strokes must be a weather code of its own, the whole is not one. */
function readSlashedWeather(tokens: Tokens, i: number, acc: Accumulator): number {
  if (tokens.size(i) > LONGEST) return 0;
  const word = tokens.word(i);
  if (!word.includes("/")) return 0;
  const found: WeatherPhenomenon[] = [];
  let start = tokens.starts[i]!;
  for (const piece of word.split("/")) {
    const phenomenon = phenomenonOf(piece, tokens.span(start, start + piece.length));
    if (phenomenon === null) return 0;
    found.push(phenomenon);
    start += piece.length + 1;
  }
  (acc.weather ??= []).push(...found);
  acc.note(
    "repair.slashedWeather",
    "info",
    "Weather groups joined by a stroke were read one by one.",
    tokens.source(i),
  );
  return 1;
}
