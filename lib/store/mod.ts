/**
 * Stores: the world in memory, its snapshot on disk, and what nodes share.
 *
 * @module
 */
export {
  type FeedState,
  HAZARD_PRODUCTS,
  type HazardProduct,
  isHazardProduct,
  type World,
} from "./world.ts";
export type { LazyHazard, StationProduct, StationProducts, WritableWorld } from "./world_writer.ts";
export { MemoryWorld } from "./memory/world.ts";
export type { SavedReport, SnapshotStore, StationStore, WorldSnapshot } from "./snapshot.ts";
export { openKvSnapshots } from "./kv/mod.ts";
export type { HistorySpool } from "./spool.ts";
export { openKvSpool } from "./kv/spool.ts";
export { createQuarantine, type QuarantineFolder } from "./quarantine.ts";
export type {
  Change,
  ChangeFeed,
  Changes,
  Collections,
  Counters,
  CurrentEntry,
  CurrentReports,
  Fence,
  History,
  HistoryEntry,
  HistoryQuery,
  Json,
  Lease,
  Leases,
  Page,
  PutOptions,
  SharedStore,
  StoredDocument,
  StoreKind,
  StoreOptions,
} from "./shared/port.ts";
export { isPassing, StoreError, type StoreFault } from "./shared/error.ts";
export { type GuardedStore, type GuardOptions, guardStore } from "./shared/guard.ts";
export { isHistoryCursor } from "./shared/history_range.ts";
export { reportId } from "./shared/ids.ts";
export { createMemoryStore } from "./memory/shared_store.ts";
export { openKvStore } from "./kv/shared/store.ts";
export { combineStores } from "./shared/combine.ts";
export {
  isHistoryShared,
  isLocalStore,
  missingOption,
  type OpenedStores,
  type OpenOptions,
  openStores,
  type StoreConfig,
  storeKinds,
} from "./open.ts";
export {
  type Counted,
  type ExportHead,
  exportLines,
  type ExportOptions,
  importLines,
} from "./shared/ndjson.ts";
