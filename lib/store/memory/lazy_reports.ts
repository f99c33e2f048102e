/**
 * The reports of one product by station; some may wait to be decoded until they are asked for.
 *
 * @module
 */
import type { DecodedReport } from "../../products/product.ts";
import type { HeldReport } from "../../products/raw_report.ts";

interface Waiting<R extends DecodedReport> {
  readonly text: string;
  readonly decode: () => HeldReport<R>;
}

/** A map from station to report. */
export class LazyReports<R extends DecodedReport> {
  readonly #held = new Map<string, HeldReport<R>>();
  readonly #waiting = new Map<string, Waiting<R>>();

  get size(): number {
    return this.#held.size + this.#waiting.size;
  }

  /** How many are not decoded yet. */
  get waiting(): number {
    return this.#waiting.size;
  }

  get(stationId: string): HeldReport<R> | undefined {
    return this.#held.get(stationId) ?? this.#decode(stationId);
  }

  text(stationId: string): string | undefined {
    return this.#held.get(stationId)?.raw.text ?? this.#waiting.get(stationId)?.text;
  }

  /** The report, unless it waits to be decoded. */
  peek(stationId: string): HeldReport<R> | undefined {
    return this.#held.get(stationId);
  }

  put(stationId: string, held: HeldReport<R>): void {
    this.#waiting.delete(stationId);
    this.#held.set(stationId, held);
  }

  putLazily(stationId: string, text: string, decode: () => HeldReport<R>): void {
    this.#held.delete(stationId);
    this.#waiting.set(stationId, { text, decode });
  }

  /** Decodes up to `count` of those that wait. */
  decodeSome(count: number): void {
    for (const stationId of this.#waiting.keys()) {
      if (count-- <= 0) return;
      this.#decode(stationId);
    }
  }

  *stationIds(): Iterable<string> {
    yield* this.#held.keys();
    yield* this.#waiting.keys();
  }

  /** Those that do not wait to be decoded. */
  decoded(): Iterable<HeldReport<R>> {
    return this.#held.values();
  }

  /** All reports; decodes those that wait. */
  *all(): Iterable<HeldReport<R>> {
    for (const stationId of [...this.stationIds()]) {
      const held = this.get(stationId);
      if (held !== undefined) yield held;
    }
  }

  #decode(stationId: string): HeldReport<R> | undefined {
    const waiting = this.#waiting.get(stationId);
    if (waiting === undefined) return undefined;
    const held = waiting.decode();
    this.put(stationId, held);
    return held;
  }
}
