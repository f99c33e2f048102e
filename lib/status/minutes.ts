/**
 * The minutes of a day as a set of 1,440 bits: small to keep, exact to join, for a minute that one node saw up
 * was up whatever another saw.
 *
 * @module
 */
const MINUTES = 1_440;
const BYTES = MINUTES / 8;

/** A set of minutes of one day (UTC), numbered from 0 to 1,439. */
export class Minutes {
  readonly #bits: Uint8Array;

  constructor(bits: Uint8Array = new Uint8Array(BYTES)) {
    this.#bits = bits;
  }

  /** Reads what `text` gave; what is not 180 bytes of Base64 is an empty set. */
  static parse(text: unknown): Minutes {
    if (typeof text !== "string" || text.length > 300) return new Minutes();
    try {
      const bits = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
      return bits.byteLength === BYTES ? new Minutes(bits) : new Minutes();
    } catch {
      return new Minutes();
    }
  }

  add(minute: number): void {
    if (minute >= 0 && minute < MINUTES) this.#bits[minute >> 3]! |= 1 << (minute & 7);
  }

  has(minute: number): boolean {
    return (this.#bits[minute >> 3]! & (1 << (minute & 7))) !== 0;
  }

  /** Minutes of the set from `from` to `to`, the last not included. */
  count(from = 0, to = MINUTES): number {
    let found = 0;
    for (let minute = from; minute < to; minute++) if (this.has(minute)) found++;
    return found;
  }

  /** The first minute of the set; `null` where it is empty. */
  first(): number | null {
    for (let minute = 0; minute < MINUTES; minute++) if (this.has(minute)) return minute;
    return null;
  }

  /** The minutes that are in either. */
  with(other: Minutes): Minutes {
    return new Minutes(this.#bits.map((byte, i) => byte | other.#bits[i]!));
  }

  /** As Base64 of 180 bytes. */
  text(): string {
    return btoa(String.fromCharCode(...this.#bits));
  }
}
