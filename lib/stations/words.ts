/**
 * Words of names and queries: without case, accents and punctuation, and how far two words are apart.
 *
 * @module
 */

const LETTERS: Record<string, string> = {
  "ß": "ss",
  "æ": "ae",
  "œ": "oe",
  "ø": "o",
  "đ": "d",
  "ð": "d",
  "ł": "l",
  "þ": "th",
  "ı": "i",
};

/** Words that name no place: they help only beside others. */
const GENERIC = new Set([
  ..."airport aerodrome airfield airstrip aeroport aeropuerto aeroporto flughafen flugplatz".split(
    " ",
  ),
  ..."international intl regional municipal domestic field air base afb airbase heliport".split(
    " ",
  ),
  ..."the of de la le el and".split(" "),
]);

/** Whether a word says nothing of which place is meant. */
export function isGeneric(word: string): boolean {
  return GENERIC.has(word);
}

const PLAIN = /^[\x20-\x7e]*$/;

/** Lower case, no accents; everything but letters and digits of any script becomes a break. */
export function toWords(text: string): string[] {
  let folded = text.toLowerCase();
  if (!PLAIN.test(folded)) {
    folded = folded.normalize("NFD").replace(/\p{M}/gu, "")
      .replace(/[ßæœøđðłþı]/g, (letter) => LETTERS[letter] ?? letter);
  }
  return folded.replace(/['’.]/g, "").split(/[^\p{L}\p{N}]+/u).filter((word) => word !== "");
}

/**
 * Whether `a` becomes `b` by at most `limit` letters put in, left out, changed or swapped with a neighbour
 * (optimal string alignment).
 */
export function isWithin(a: string, b: string, limit: number): boolean {
  if (Math.abs(a.length - b.length) > limit) return false;
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min(previous[j]! + 1, row[j - 1]! + 1, previous[j - 1]! + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        cost = Math.min(cost, before[j - 2]! + 1);
      }
      row.push(cost);
      if (cost < least) least = cost;
    }
    if (least > limit) return false;
    before = previous;
    previous = row;
  }
  return previous[b.length]! <= limit;
}

/** Misspelt letters forgiven in a word: none under four letters, two from eight on. */
export function forgiven(word: string): number {
  return word.length < 4 ? 0 : word.length < 8 ? 1 : 2;
}
