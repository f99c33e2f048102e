/**
 * News of stations for those who wait for them: one look at the world each second for all listeners together,
 * and only when it has changed.
 *
 * @module
 */
import type { Reports } from "./reports.ts";

/** What is known of a station, as a short text that changes with each report. */
export function reportKey(reports: Reports, stationId: string): string {
  const text = (raw: string | undefined) => raw === undefined ? "-" : shortHash(raw);
  return `${text(reports.metar(stationId)?.raw.text)}.${text(reports.taf(stationId)?.raw.text)}`;
}

/** FNV-1a, 32 bits: tells texts apart, and protects nothing. */
function shortHash(text: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) {
    hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  }
  return (hash >>> 0).toString(36);
}

/** One who waits. */
export interface Listener {
  readonly stationIds: readonly string[];
  /** Called with a station and its new key. */
  readonly onNews: (stationId: string, key: string) => void;
}

/** Limits of the live updates. */
export interface LiveOptions {
  readonly reports: Reports;
  /** Calls back each `intervalMs` until the function it returns is called: a timer, or a test. */
  readonly every: (intervalMs: number, tick: () => void) => () => void;
  /** Listeners at most; those beyond are refused and ask from time to time instead. */
  readonly maxListeners: number;
}

const LOOK_EVERY_MS = 1000;

/** Tells listeners of new reports. Costs nothing while nobody listens. */
export class Live {
  readonly #options: LiveOptions;
  readonly #listeners = new Map<Listener, Map<string, string>>();
  #version = -1;
  #stop: (() => void) | null = null;

  constructor(options: LiveOptions) {
    this.#options = options;
  }

  /** How many listen. */
  get size(): number {
    return this.#listeners.size;
  }

  /** Adds a listener; the function takes it away again. `null`: there are too many. */
  listen(listener: Listener): (() => void) | null {
    const { reports, every, maxListeners } = this.#options;
    if (this.#listeners.size >= maxListeners) return null;
    const keys = listener.stationIds.map((id) => [id, reportKey(reports, id)] as const);
    this.#listeners.set(listener, new Map(keys));
    this.#stop ??= every(LOOK_EVERY_MS, () => this.#look());
    return () => {
      this.#listeners.delete(listener);
      if (this.#listeners.size > 0) return;
      this.#stop?.();
      this.#stop = null;
    };
  }

  #look(): void {
    const { reports } = this.#options;
    if (reports.world.version === this.#version) return;
    this.#version = reports.world.version;
    const now = new Map<string, string>();
    for (const [listener, keys] of this.#listeners) {
      for (const [id, before] of keys) {
        let key = now.get(id);
        if (key === undefined) now.set(id, key = reportKey(reports, id));
        if (key === before) continue;
        keys.set(id, key);
        listener.onNews(id, key);
      }
    }
  }
}
