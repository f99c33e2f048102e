/**
 * Stores: the world in memory and its snapshot on disk.
 *
 * @module
 */
export type { FeedState, HazardProduct, World } from "./world.ts";
export type { StationProduct, StationProducts, WritableWorld } from "./world_writer.ts";
export { MemoryWorld } from "./memory/world.ts";
export type { SavedReport, SnapshotStore, StationStore, WorldSnapshot } from "./snapshot.ts";
export { openKvSnapshots } from "./kv/mod.ts";
export { createQuarantine, type QuarantineFolder } from "./quarantine.ts";
