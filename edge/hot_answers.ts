/**
 * Encoded answers by request, bounded in number and bytes: the least recently used half goes first.
 *
 * Two generations instead of a linked list: a hit costs one look-up, and putting in is constant time.
 *
 * @module
 */

/** A value with what it occupies. */
export interface Sized {
  readonly bytes: number;
}

/** Bounded memory of recent answers. */
export class HotAnswers<V extends Sized> {
  #young = new Map<string, V>();
  #old = new Map<string, V>();
  #youngBytes = 0;
  readonly #maxEntries: number;
  readonly #maxBytes: number;

  /** Holds at most `maxEntries` answers and `maxBytes` bytes of bodies (each generation half of it). */
  constructor(maxEntries: number, maxBytes: number) {
    this.#maxEntries = Math.max(1, Math.floor(maxEntries / 2));
    this.#maxBytes = maxBytes / 2;
  }

  get(key: string): V | undefined {
    const young = this.#young.get(key);
    if (young !== undefined) return young;
    const old = this.#old.get(key);
    if (old !== undefined) this.set(key, old);
    return old;
  }

  /** Keeps `value`, unless it alone is larger than a generation may be. */
  set(key: string, value: V): void {
    if (value.bytes > this.#maxBytes) return;
    const replaced = this.#young.get(key);
    if (replaced !== undefined) this.#youngBytes -= replaced.bytes;
    if (
      this.#youngBytes + value.bytes > this.#maxBytes ||
      (replaced === undefined && this.#young.size >= this.#maxEntries)
    ) {
      this.#old = this.#young;
      this.#young = new Map();
      this.#youngBytes = 0;
    }
    this.#young.set(key, value);
    this.#youngBytes += value.bytes;
  }

  delete(key: string): void {
    const young = this.#young.get(key);
    if (young !== undefined) this.#youngBytes -= young.bytes;
    this.#young.delete(key);
    this.#old.delete(key);
  }

  /** Answers held now. */
  get size(): number {
    return new Set([...this.#young.keys(), ...this.#old.keys()]).size;
  }
}
