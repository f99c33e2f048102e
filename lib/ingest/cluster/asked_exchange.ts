/**
 * What readers ask for at one node, told to the node that polls: the stations that failover should see to, and
 * the reports of the past that are missing.
 *
 * A node that does not poll leaves a list in the store, the most asked first and bounded, which ends by itself
 * when the node is gone; the one that polls reads the lists of the others.
 *
 * @module
 */
import type { Collections, Json, Page, StoredDocument } from "../../store/mod.ts";
import { type Clock, MINUTE_MS, SECOND_MS } from "../../time/mod.ts";
import type { AskedStations } from "../asked_stations.ts";
import type { Backfill, Wish } from "../backfill.ts";

/** What it is made of. */
export interface AskedExchangeOptions {
  /** Of the near store, where nodes tell each other what is so now. */
  readonly collections: Collections;
  /** Of this process and no other. */
  readonly owner: string;
  readonly asked: AskedStations;
  /** `null` where wishes for the past are not told: each node has a past of its own, or none. */
  readonly backfill: Pick<Backfill, "wishes" | "want"> | null;
  /** Whether this node polls now. */
  readonly polls: () => boolean;
  readonly clock: Clock;
}

/** How often lists are written and read. */
export const EXCHANGE_MS = 30 * SECOND_MS;
const COLLECTION = "asked";
/** A node that has told nothing for so long is gone. */
const TRUE_FOR_MS = 5 * MINUTE_MS;
/** Stations and wishes that a node tells, and nodes that are listened to. */
const MAX_STATIONS = 200;
const MAX_WISHES = 50;
const MAX_NODES = 100;

interface Told {
  readonly stations: readonly (readonly [id: string, weight: number])[];
  readonly wishes: readonly Wish[];
}

/** Tells, or listens. */
export class AskedExchange {
  readonly #options: AskedExchangeOptions;
  #timer: ReturnType<typeof setInterval> | undefined;
  #running: Promise<void> | null = null;

  constructor(options: AskedExchangeOptions) {
    this.#options = options;
  }

  /** Writes what was asked here, or reads what was asked elsewhere. Never rejects: without the store each node knows its own. */
  step(): Promise<void> {
    const { polls } = this.#options;
    return this.#running ??= (polls() ? this.#listen() : this.#tell())
      .catch(() => {})
      .finally(() => this.#running = null);
  }

  start(): void {
    this.#timer ??= setInterval(() => void this.step(), EXCHANGE_MS);
  }

  async stop(): Promise<void> {
    clearInterval(this.#timer);
    this.#timer = undefined;
    await this.#running;
  }

  async #tell(): Promise<void> {
    const { collections, owner, asked, backfill, clock } = this.#options;
    const told: Told = {
      stations: asked.own(MAX_STATIONS),
      wishes: (backfill?.wishes ?? []).slice(0, MAX_WISHES)
        .map(({ stationId, from, to }) => ({ stationId, from, to })),
    };
    if (told.stations.length + told.wishes.length === 0) return;
    await collections.put(COLLECTION, owner, told as unknown as Json, {
      expiresAt: clock.now() + TRUE_FOR_MS,
    });
  }

  async #listen(): Promise<void> {
    const { collections, owner, asked, backfill } = this.#options;
    const lists: Told[] = [];
    let cursor: string | null = null;
    do {
      const page: Page<StoredDocument> = await collections.page(COLLECTION, cursor, MAX_NODES);
      for (const { id, value } of page.entries) {
        if (id !== owner && lists.length < MAX_NODES) lists.push(value as unknown as Told);
      }
      cursor = page.next;
    } while (cursor !== null);
    asked.setOthers(lists.flatMap(({ stations }) => stations));
    for (const { stationId, from, to } of lists.flatMap(({ wishes }) => wishes)) {
      await backfill?.want(stationId, { from, to });
    }
  }
}
