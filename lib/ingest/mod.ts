/**
 * Ingest: from providers to the world.
 *
 * @module
 */
export {
  Ingest,
  type IngestOptions,
  type RoundResult,
  type StationSink,
  type Timers,
} from "./ingest.ts";
export { AskedStations } from "./asked_stations.ts";
export { Backfill, type BackfillOptions, type Wish } from "./backfill.ts";
export { createBackupFeeds } from "./backup_feeds.ts";
export { createSources, type Sources, type SourcesOptions } from "./sources.ts";
export { Failover, type FailoverOptions, type FailoverReason } from "./failover.ts";
export { contenderOf, holdHazard, holdStationReport } from "./hold.ts";
export { type Contender, decide, type Verdict } from "./precedence.ts";
export { nextDelayMs } from "./pace.ts";
export type { Tally } from "./accept.ts";
export { createStationNews, type StationNews } from "./station_news.ts";
export { restoreWorld, Snapshots, type SnapshotsOptions } from "./snapshots.ts";
export { createSharedSync, type SharedSync, type SharedSyncOptions } from "./shared/sync.ts";
export { StoreWriter, type StoreWriterOptions, type WriteKind } from "./shared/store_writer.ts";
export {
  fillFromStore,
  newerFeeds,
  takeChanges,
  type TakeSharedOptions,
} from "./shared/take_shared.ts";
export {
  asksForLease,
  type Cluster,
  type ClusterOptions,
  createCluster,
  POLLER_LEASE,
} from "./cluster/cluster.ts";
export { AskedExchange, type AskedExchangeOptions, EXCHANGE_MS } from "./cluster/asked_exchange.ts";
export { Follower, type FollowerOptions } from "./cluster/follower.ts";
export { LeaseKeeper, type LeaseKeeperOptions, type LeaseState } from "./cluster/lease_keeper.ts";
export { type Need, OnDemand } from "./cluster/on_demand.ts";
