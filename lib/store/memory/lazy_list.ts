/**
 * The hazards of one product; some may wait to be decoded until the list is asked for.
 *
 * @module
 */
import type { DecodedReport } from "../../products/product.ts";
import type { HeldReport } from "../../products/raw_report.ts";

type Held = HeldReport<DecodedReport>;

/** A list in the order in which it was put. */
export class LazyList {
  readonly #held: Held[] = [];
  readonly #decode: readonly (() => Held)[];

  /** @param decode gives each report, called once and in turn */
  constructor(decode: readonly (() => Held)[]) {
    this.#decode = decode;
  }

  /** How many reports there are, decoded or not. */
  get size(): number {
    return this.#decode.length;
  }

  /** How many are not decoded yet. */
  get waiting(): number {
    return this.#decode.length - this.#held.length;
  }

  /** Decodes up to `count` of those that wait. */
  decodeSome(count: number): void {
    const end = Math.min(this.#held.length + count, this.#decode.length);
    for (let i = this.#held.length; i < end; i++) this.#held.push(this.#decode[i]!());
  }

  /** All of them, the same list each time; decodes those that wait. */
  all(): readonly Held[] {
    this.decodeSome(this.waiting);
    return this.#held;
  }
}
