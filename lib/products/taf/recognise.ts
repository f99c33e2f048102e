/**
 * Whether a text looks like a TAF.
 *
 * @module
 */

/** Characters that are looked at: a WMO heading and a header fit in. */
const LOOKED_AT = 200;

/**
 * The word TAF at the start (after a WMO heading at most), or the header of one without it: a validity
 * `2206/2306` among the first words, which no METAR has there.
 */
export function recognisesTaf(raw: string): boolean {
  const words = raw.slice(0, LOOKED_AT).toUpperCase().split(/\s+/).filter((word) => word !== "");
  for (const word of words.slice(0, 8)) {
    if (word === "METAR" || word === "SPECI" || word === "SIGMET" || word === "AIRMET") {
      return false;
    }
    if (word === "TAF" || word === "TAFOR") return true;
  }
  return words.slice(0, 5).some((word) => /^\d{4}\/\d{4}$/.test(word));
}
