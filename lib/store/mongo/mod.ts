/**
 * The shared store in MongoDB: the record of history and accounts, and, where nothing nearer is
 * configured, of all else.
 *
 * It keeps to the plain part of MongoDB: documents by id, upserts, ranges of ids, no aggregation, no
 * change streams (they need a replica set), no projection. Statistics are done by us, for all stores alike.
 * What must be compared and written in one step is an `updateOne`, whose count says whether it was: of
 * `findOneAndUpdate` not every server that speaks the protocol makes one step.
 *
 * @module
 */
import type { SharedStore, StoreOptions } from "../shared/port.ts";
import { createMongoCollections } from "./collections.ts";
import { createMongoCounters } from "./counters.ts";
import { createMongoCurrent } from "./current.ts";
import { type Database, type MongoAddress, openDatabase } from "./database.ts";
import { createMongoFeed } from "./feed.ts";
import { createMongoHistory } from "./history.ts";
import { createMongoLeases } from "./leases.ts";

export type { MongoAddress } from "./database.ts";

/** What the facets work on. */
export interface MongoContext {
  readonly database: Database;
  readonly source: string;
  readonly clock: { now(): number };
}

/** Opens the store, whether MongoDB is there or not. */
export async function openMongoStore(
  address: MongoAddress,
  { source, clock }: StoreOptions,
): Promise<SharedStore> {
  const database = await openDatabase(address);
  const context: MongoContext = { database, source, clock };
  return {
    kind: "mongo",
    current: createMongoCurrent(context),
    feed: createMongoFeed(context),
    history: createMongoHistory(context),
    leases: createMongoLeases(context),
    counters: createMongoCounters(context),
    collections: createMongoCollections(context),
    ping: () => database.ping(),
    close: () => database.close(),
  };
}
