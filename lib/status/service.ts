/**
 * Measures on a timer, and answers how the service is.
 *
 * @module
 */
import type { Collections, World } from "../store/mod.ts";
import { type Clock, SECOND_MS } from "../time/mod.ts";
import { type DaySummary, summarise, uptime } from "./days.ts";
import { StatusLog } from "./log.ts";
import { isInTime, type StatusNow, statusNow } from "./now.ts";

/** How the service is and was: what the status page shows. */
export interface Status extends StatusNow {
  readonly now: number;
  /** `starting`: nothing is held yet. */
  readonly state: "up" | "late" | "starting";
  readonly days: readonly DaySummary[];
  readonly uptimes: readonly { readonly days: number; readonly share: number | null }[];
}

/** What the measurements are taken of and where they are kept. */
export interface StatusOptions {
  readonly clock: Clock;
  readonly world: World;
  /** Whether this node takes traffic now. */
  readonly ready: () => boolean;
  /** Share of the stations whose METAR may be shown, of those that report; `null` for none. */
  readonly completeness: () => number | null;
  readonly collections: Collections | null;
  readonly onFault: (error: unknown) => void;
}

/** Measures from `start` to `stop`. */
export interface StatusService {
  status(): Status;
  start(): void;
  stop(): Promise<void>;
}

/** The world is looked through at most so often. */
const LOOK_MS = 30 * SECOND_MS;
/** Three looks a minute: a timer that comes late must not leave one out, which would count as down. */
const MEASURE_MS = 20 * SECOND_MS;
/** Looks between two exchanges with the place where days are kept. */
const KEEP_EVERY = 15;
const UPTIMES = [7, 30, 90];

/** Makes the measurements of this node. */
export function createStatus(options: StatusOptions): StatusService {
  const { clock, world, ready, completeness, collections, onFault } = options;
  const log = new StatusLog({
    clock,
    collections,
    onFault,
    look: () => ({ ready: ready(), inTime: isInTime(world, clock.now()) }),
  });
  let timer: ReturnType<typeof setInterval> | null = null;
  let looks = 0;
  let writing: Promise<void> = Promise.resolve();
  let looked: { readonly at: number; readonly seen: StatusNow } | null = null;

  const tick = () => {
    log.measure();
    if (++looks % KEEP_EVERY === 0) writing = log.write().then(() => log.read());
  };
  return {
    status() {
      const now = clock.now();
      if (looked === null || Math.abs(now - looked.at) > LOOK_MS) {
        looked = { at: now, seen: statusNow(world, completeness(), now) };
      }
      const days = summarise(log.days(), now);
      const state = world.stationIds()[Symbol.iterator]().next().done
        ? "starting"
        : isInTime(world, now)
        ? "up"
        : "late";
      const uptimes = UPTIMES.map((back) => ({ days: back, share: uptime(days, back) }));
      return { ...looked.seen, now, state, days, uptimes };
    },
    start() {
      writing = log.read();
      tick();
      timer = setInterval(tick, MEASURE_MS);
      Deno.unrefTimer(timer);
    },
    async stop() {
      if (timer !== null) clearInterval(timer);
      timer = null;
      await writing;
      await log.write();
    },
  };
}
