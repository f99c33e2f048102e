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

const APOSTROPHES = /['’.]/g;

/** Lower case, no accents; everything but letters and digits of any script becomes a break. */
export function toWords(text: string): string[] {
  const lower = text.toLowerCase();
  return plainWords(lower) ??
    fold(lower).replace(APOSTROPHES, "").split(/[^\p{L}\p{N}]+/u).filter((word) => word !== "");
}

/** Words of a text in ASCII without apostrophes and dots, as nearly all names are; else `null`. */
function plainWords(lower: string): string[] | null {
  const words: string[] = [];
  let start = -1;
  for (let i = 0; i < lower.length; i++) {
    const code = lower.charCodeAt(i);
    if (code > 126 || code === 39 || code === 46) return null;
    const inWord = (code >= 97 && code <= 122) || (code >= 48 && code <= 57);
    if (inWord) {
      if (start < 0) start = i;
    } else if (start >= 0) {
      words.push(lower.slice(start, i));
      start = -1;
    }
  }
  if (start >= 0) words.push(lower.slice(start));
  return words;
}

function fold(lower: string): string {
  return lower.normalize("NFD").replace(/\p{M}/gu, "")
    .replace(/[ßæœøđðłþı]/g, (letter) => LETTERS[letter] ?? letter);
}

/** Rows of the distance table; words are no longer than a query may be. */
const LONGEST = 80;
const ROWS = [0, 1, 2].map(() => new Uint8Array(LONGEST + 1));

/**
 * Whether `a` becomes `b` by at most `limit` letters put in, left out, changed or swapped with a neighbour
 * (optimal string alignment). Words over 80 characters are never alike.
 */
export function isWithin(a: string, b: string, limit: number): boolean {
  if (Math.abs(a.length - b.length) > limit || a.length > LONGEST || b.length > LONGEST) {
    return false;
  }
  let [before, previous, row] = ROWS as [Uint8Array, Uint8Array, Uint8Array];
  for (let j = 0; j <= b.length; j++) previous[j] = j;
  for (let i = 1; i <= a.length; i++) {
    row[0] = i;
    let least = i;
    const letter = a.charCodeAt(i - 1);
    for (let j = 1; j <= b.length; j++) {
      const other = b.charCodeAt(j - 1);
      let cost = previous[j - 1]! + (letter === other ? 0 : 1);
      if (previous[j]! + 1 < cost) cost = previous[j]! + 1;
      if (row[j - 1]! + 1 < cost) cost = row[j - 1]! + 1;
      if (
        i > 1 && j > 1 && letter === b.charCodeAt(j - 2) && a.charCodeAt(i - 2) === other &&
        before[j - 2]! + 1 < cost
      ) cost = before[j - 2]! + 1;
      row[j] = cost;
      if (cost < least) least = cost;
    }
    if (least > limit) return false;
    [before, previous, row] = [previous, row, before];
  }
  return previous[b.length]! <= limit;
}

/** Which letters a word has, as bits: an edit changes at most two of them. */
export function lettersOf(word: string): number {
  let bits = 0;
  for (let i = 0; i < word.length; i++) bits |= 1 << (word.charCodeAt(i) & 31);
  return bits;
}

/** How many bits of `bits` are set. */
export function countBits(bits: number): number {
  let rest = bits - ((bits >>> 1) & 0x55555555);
  rest = (rest & 0x33333333) + ((rest >>> 2) & 0x33333333);
  return (((rest + (rest >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}

/** Misspelt letters forgiven in a word: none under four letters, two from eight on. */
export function forgiven(word: string): number {
  return word.length < 4 ? 0 : word.length < 8 ? 1 : 2;
}
