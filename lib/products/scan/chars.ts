/**
 * Character classes of report text, and readers of numbers that make no substring.
 *
 * @module
 */

/** What a token is made of: one bit for each class that occurs in it, and one for the class it starts with. */
export const DIGIT = 1;
export const LETTER = 2;
export const SLASH = 4;
/** `+` or `-`. */
export const SIGN = 8;
/** Punctuation and everything that reports do not use. */
export const OTHER = 16;
/** Control, zero-width and bidirectional characters: never part of a group. */
export const CONTROL = 32;
export const ALL_CLASSES = DIGIT | LETTER | SLASH | SIGN | OTHER | CONTROL;

/** Class of a separator (blank, tab, line end); and of `=` and `$`, which are tokens of their own. */
export const SEPARATOR = 0;
export const MARK = 64;

/** Beside its class: a small letter or a typographic dash, which readers are to see in its usual form. */
export const UNUSUAL = 128;

const CLASS = new Uint8Array(128).fill(OTHER);
for (let code = 0; code < 32; code++) CLASS[code] = CONTROL;
CLASS[127] = CONTROL;
// SOH, STX, ETX and EOT frame a bulletin on its way (WMO-No. 386): they separate as blanks do.
for (const code of [1, 2, 3, 4, 9, 10, 11, 12, 13, 32]) CLASS[code] = SEPARATOR;
for (let code = 48; code <= 57; code++) CLASS[code] = DIGIT;
for (let code = 65; code <= 90; code++) CLASS[code] = LETTER;
for (let code = 97; code <= 122; code++) CLASS[code] = LETTER | UNUSUAL;
CLASS[0x2f] = SLASH;
CLASS[0x2b] = CLASS[0x2d] = SIGN;
CLASS[0x3d] = CLASS[0x24] = MARK;

/** The class of a UTF-16 code unit. */
export function classOf(code: number): number {
  return code < 128 ? CLASS[code]! : classOfWide(code);
}

/** Dashes that word processors and web pages put in place of the hyphen. */
export function isDash(code: number): boolean {
  return (code >= 0x2010 && code <= 0x2015) || code === 0x2212 || code === 0xfe58 ||
    code === 0xfe63 || code === 0xff0d;
}

function classOfWide(code: number): number {
  if (
    code === 0xa0 || code === 0x1680 || (code >= 0x2000 && code <= 0x200a) ||
    code === 0x2028 || code === 0x2029 || code === 0x202f || code === 0x205f ||
    code === 0x3000 || code === 0xfeff
  ) return SEPARATOR;
  if (isDash(code)) return SIGN | UNUSUAL;
  if (
    code <= 0x9f || code === 0xad || code === 0x61c || code === 0x180e ||
    (code >= 0x200b && code <= 0x200f) || (code >= 0x202a && code <= 0x202e) ||
    (code >= 0x2060 && code <= 0x206f) || (code >= 0xfff9 && code <= 0xfffb)
  ) return CONTROL;
  return OTHER;
}

/** Whether a code unit is an ASCII digit. */
export function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** Whether a code unit is a capital ASCII letter. */
export function isCapital(code: number): boolean {
  return code >= 65 && code <= 90;
}

/**
 * The number written in `text` from `start` to `end` (exclusive), or −1 where that is empty, longer
 * than nine figures, or holds anything but digits.
 */
export function readDigits(text: string, start: number, end: number): number {
  if (end <= start || end - start > 9) return -1;
  let value = 0;
  for (let at = start; at < end; at++) {
    const digit = text.charCodeAt(at) - 48;
    if (!(digit >= 0 && digit <= 9)) return -1;
    value = value * 10 + digit;
  }
  return value;
}

/** The first position from `start` up to `end` that does not hold a digit. */
export function skipDigits(text: string, start: number, end: number): number {
  let at = start;
  while (at < end && isDigit(text.charCodeAt(at))) at++;
  return at;
}

/** Whether `text` from `start` to `end` is slashes only; an empty piece is not. */
export function isSlashes(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (text.charCodeAt(at) !== 47) return false;
  return end > start;
}
