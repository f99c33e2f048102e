/**
 * From the shared store to the world: at a cold start, and when another node tells of changes.
 *
 * @module
 */
import type { Metar } from "../../products/metar/mod.ts";
import { type DecodedReport, feedKeyOf } from "../../products/product.ts";
import type { HeldReport, RawReport } from "../../products/raw_report.ts";
import type { Taf } from "../../products/taf/mod.ts";
import type { Slicer } from "../../resilience/mod.ts";
import {
  type Change,
  type CurrentEntry,
  type FeedState,
  HAZARD_PRODUCTS,
  type HazardProduct,
  isHazardProduct,
  type Page,
  type SharedStore,
  type StationProduct,
  type StoredDocument,
  type WritableWorld,
} from "../../store/mod.ts";
import type { StationSink } from "../ingest.ts";
import { contenderOf, decodeStationReport, holdHazard, putLazily } from "../hold.ts";
import { decide } from "../precedence.ts";
import { currentId, routineTimesOf } from "./entries.ts";
import { readStations } from "./station_table.ts";

/** What is taken, and where to. */
export interface TakeSharedOptions {
  readonly store: SharedStore;
  readonly world: WritableWorld;
  readonly slicer: Slicer;
  /** Learns the places of the stations. */
  readonly stations?: StationSink;
  /** Told of each report that was taken. */
  readonly onTaken?: (entry: CurrentEntry) => void;
}

/** Entries of one page, and reports asked for at once. */
const PAGE = 500;
const AT_ONCE = 200;

/**
 * Fills the world with everything that the store holds; a report of the world stays where it is the newer
 * one. Gives how many were taken. Rejects with a `StoreError` and keeps what came before it.
 */
export async function fillFromStore(options: TakeSharedOptions): Promise<number> {
  const { store, world } = options;
  const hazards = new Map<HazardProduct, CurrentEntry[]>();
  let taken = 0;
  // Before the reports: a state read after them might speak of reports that were not read.
  // One as old as ours counts, too: reports are written before the state that speaks of them.
  const news = await newerFeeds(options, 0);
  let cursor: string | null = null;
  do {
    const page: { entries: readonly CurrentEntry[]; next: string | null } = await store.current
      .page(cursor, PAGE);
    for (const entry of page.entries) {
      await options.slicer.pause();
      if (entry.raw.simulated !== world.simulated) continue;
      const { product } = entry.raw;
      if (isHazardProduct(product)) hazards.set(product, [...hazards.get(product) ?? [], entry]);
      else if (takeStationReport(options, entry)) taken++;
    }
    options.stations?.noteReports(page.entries.map(({ raw }) => raw));
    cursor = page.next;
  } while (cursor !== null);
  for (const product of HAZARD_PRODUCTS) {
    // Hazards are a whole: of each feed the newer file has the right ones, be it ours or the store's.
    const keyOf = ({ feed }: RawReport) => feed ?? product;
    const isNews = (raw: RawReport) =>
      news.some((state) => (state.key ?? state.product) === keyOf(raw));
    const entries = (hazards.get(product) ?? [])
      .filter(({ raw }) => isNews(raw) || world.feed(keyOf(raw)) === undefined);
    const found = new Set(entries.map(({ id }) => id));
    const gone = world.hazards(product).filter(({ raw }) => isNews(raw)).map(currentId)
      .filter((id) => !found.has(id));
    taken += await putHazards(options, product, entries, gone);
  }
  for (const feed of await withTable(options, news)) world.putFeed(feed);
  return taken;
}

/** Takes what changed. Gives how many reports of the world changed with it. */
export async function takeChanges(
  options: TakeSharedOptions,
  changes: readonly Change[],
): Promise<number> {
  const { store, world } = options;
  let taken = 0;
  for (const [product, list] of Map.groupBy(changes, (change) => change.product)) {
    const ids = [...new Set(list.map(({ id }) => id))];
    const entries: CurrentEntry[] = [];
    for (let i = 0; i < ids.length; i += AT_ONCE) {
      entries.push(...await store.current.get(product, ids.slice(i, i + AT_ONCE)));
    }
    const fitting = entries.filter(({ raw }) => raw.simulated === world.simulated);
    options.stations?.noteReports(fitting.map(({ raw }) => raw));
    if (isHazardProduct(product)) {
      const found = new Set(entries.map(({ id }) => id));
      const gone = ids.filter((id) => !found.has(id));
      taken += await putHazards(options, product, fitting, gone);
    } else {
      for (const entry of fitting) {
        await options.slicer.pause();
        if (takeStationReport(options, entry)) taken++;
      }
    }
  }
  return taken;
}

/** In this order feeds are shown; a store gives them in none. */
const FEED_ORDER: readonly string[] = ["metar", "taf", ...HAZARD_PRODUCTS, "stations"];

function byOrder(a: FeedState, b: FeedState): number {
  return FEED_ORDER.indexOf(a.product) - FEED_ORDER.indexOf(b.product) ||
    ((a.key ?? "") < (b.key ?? "") ? -1 : 1);
}

/**
 * The feeds of the store that answered later than ours; they are to be put into the world.
 *
 * @param least by how many milliseconds at least; 0 takes those of the same answer as well
 */
export async function newerFeeds(
  { store, world }: TakeSharedOptions,
  least = 1,
): Promise<FeedState[]> {
  const entries: StoredDocument[] = [];
  let cursor: string | null = null;
  // A page may hold less than was asked for and not be the last.
  do {
    const page: Page<StoredDocument> = await store.collections.page("feeds", cursor, 100);
    entries.push(...page.entries);
    cursor = page.next;
  } while (cursor !== null);
  return entries.map(({ value }) => value as unknown as FeedState)
    .filter((feed) => {
      const held = world.feed(feed.key ?? feed.product);
      const later = (feed.attemptedAt ?? 0) - (held?.attemptedAt ?? 0);
      // Of one attempt there is a state when it begins and one when it has ended.
      return held === undefined || later >= least || (later === 0 && !isSameState(feed, held));
    }).sort(byOrder);
}

/**
 * Takes the table of stations where one of the states in `news` speaks of another one than is known. Gives the
 * states that may be shown: that of the table is not while the table is being written.
 */
export async function withTable(
  { store, world, stations }: TakeSharedOptions,
  news: readonly FeedState[],
): Promise<readonly FeedState[]> {
  const state = news.find(({ product }) => product === "stations");
  if (state === undefined || stations === undefined) return news;
  const held = world.feed(feedKeyOf(state));
  if (state.succeededAt === null || held?.succeededAt === state.succeededAt) return news;
  const table = await readStations(store.collections);
  if (table === null) return news.filter((one) => one !== state);
  if (table.length > 0) await stations.setTable(table);
  return news;
}

function isSameState(a: FeedState, b: FeedState): boolean {
  return a.succeededAt === b.succeededAt && a.error === b.error && a.count === b.count;
}

/** Puts a station's report, to be decoded when it is asked for. */
function takeStationReport({ world, onTaken }: TakeSharedOptions, entry: CurrentEntry): boolean {
  const { raw, observedAt, conflicts } = entry;
  const { product, stationId } = raw;
  if (product !== "metar" && product !== "taf" || stationId === null) return false;
  for (const time of routineTimesOf(entry)) world.noteRoutine(stationId, time);
  // Without a look at what is held, which may still wait to be decoded.
  if (conflicts === undefined && world.heldText(product, stationId) === raw.text) return false;
  const before = product === "metar" ? world.metar(stationId) : world.taf(stationId);
  if (before !== undefined) {
    if (before.observedAt > observedAt) return false;
    const isSame = before.raw.text === raw.text && before.raw.provider === raw.provider &&
      before.observedAt === observedAt &&
      (before.conflicts ?? []).length === (conflicts ?? []).length;
    if (isSame || isOlderText(before, entry)) return false;
  }
  putLazily(world, product, stationId, entry);
  onTaken?.(entry);
  return true;
}

/**
 * Whether ours is the one that the rules show of two texts of one time: a node that polled for itself may have a
 * later one than the store.
 */
function isOlderText(held: HeldReport<Metar | Taf>, { raw, observedAt }: CurrentEntry): boolean {
  if (held.observedAt !== observedAt || held.raw.text === raw.text) return false;
  const decoded = decodeStationReport(raw.product as StationProduct, raw);
  const verdict = decide(contenderOf(held), contenderOf({ raw, decoded, observedAt }));
  return verdict !== "replace";
}

/** Adds hazards and takes away those that are gone; puts nothing where nothing changes. */
async function putHazards(
  { world, slicer, onTaken }: TakeSharedOptions,
  product: HazardProduct,
  entries: readonly CurrentEntry[],
  gone: readonly string[],
): Promise<number> {
  const held = new Map<string, HeldReport<DecodedReport>>(
    world.hazards(product).map((one) => [currentId(one), one]),
  );
  let changed = 0;
  for (const id of gone) if (held.delete(id)) changed++;
  for (const entry of entries) {
    const { id, raw, observedAt } = entry;
    if (held.has(id)) continue;
    await slicer.pause();
    held.set(id, { ...holdHazard(raw), observedAt });
    onTaken?.(entry);
    changed++;
  }
  if (changed > 0) world.putHazards(product, [...held.values()]);
  return changed;
}
