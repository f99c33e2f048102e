/**
 * Heights in hundreds of feet above mean sea level, as turbulence, icing and sky fields write them.
 *
 * @module
 */
import { type Quantity, quantity } from "../../units/mod.ts";
import type { Source } from "../product.ts";
import type { HeightBand } from "./model.ts";

const SINGLE = /^(?:FL)?(\d{3})$/;
const RANGE = /^(?:FL)?(\d{3})-(?:FL)?(\d{3})$/;
const BELOW = new Set(["BLO", "BLW", "BELOW", "BLOW"]);
const ABOVE = new Set(["ABV", "ABOVE", "ABOV"]);

/** Feet of three figures in hundreds. */
export function hundreds(figures: string): Quantity<"ft"> {
  return quantity(Number(figures) * 100, "ft");
}

/** A band at `words[i]`, with the number of words taken; `null` where none begins there. */
export function readBand(
  words: readonly Source[],
  i: number,
): { readonly band: HeightBand; readonly taken: number } | null {
  const text = words[i]!.text;
  const range = RANGE.exec(text);
  if (range) {
    // A descent is written from above; the band is the same.
    const [low, high] = [range[1]!, range[2]!].sort();
    return { band: { base: hundreds(low!), top: hundreds(high!) }, taken: 1 };
  }
  const single = SINGLE.exec(text);
  if (single) return { band: { base: hundreds(single[1]!), top: hundreds(single[1]!) }, taken: 1 };
  const limit = SINGLE.exec(words[i + 1]?.text ?? "");
  if (limit === null) return null;
  if (BELOW.has(text)) return { band: { base: null, top: hundreds(limit[1]!) }, taken: 2 };
  if (ABOVE.has(text)) return { band: { base: hundreds(limit[1]!), top: null }, taken: 2 };
  return null;
}

/** No heights given. */
export const NO_BAND: HeightBand = { base: null, top: null };
