/**
 * The connection to MongoDB, and the indexes that are made when it is first there.
 *
 * @module
 */
import { type Collection, type Db, MongoClient, MongoServerError } from "mongodb";
import { DAY_MS, SECOND_MS } from "../../time/mod.ts";

/** Where MongoDB is, and how long it keeps things. */
export interface MongoAddress {
  /** With the name of the database; without one it is `aviation-weather`. */
  readonly uri: string;
  readonly retentionDays: number;
  /** 0: no history is written, and none is removed by time. */
  readonly historyDays: number;
  /** Told of each fault of the connection. */
  readonly onError?: (error: unknown) => void;
}

/** A document as this adapter writes them: the text that counts, and beside it what is looked for. */
export interface Row {
  readonly _id: string;
  readonly source?: string;
  /** Station, product and time of observation, by the names of the deployment guide. */
  readonly icao_code?: string | null;
  readonly type?: string;
  readonly timestamp?: Date;
  /** When MongoDB may remove it. */
  readonly expires?: Date;
  /** When it is over for us, milliseconds since the epoch; `null` for never. */
  readonly ends?: number | null;
  readonly received?: number;
  readonly report?: string;
  readonly changes?: string;
  readonly owner?: string;
  readonly fence?: number | null;
  readonly value?: number;
  readonly revision?: string;
  readonly document?: string;
  readonly email?: string;
}

/** The database. */
export interface Database {
  /** A collection, once there is a connection and its indexes. */
  collection(name: string): Promise<Collection<Row>>;
  ping(): Promise<void>;
  close(): Promise<void>;
}

const DATABASE = "aviation-weather";
/** How long the start waits for the first connection; without it the service starts all the same. */
const FIRST_WAIT_MS = 2_000;

/** Connects; resolves whether MongoDB is there or not, and goes on trying with each call. */
export async function openDatabase(address: MongoAddress): Promise<Database> {
  const client = new MongoClient(address.uri, {
    appName: "aviation-weather",
    serverSelectionTimeoutMS: 2_000,
    connectTimeoutMS: 2_000,
    socketTimeoutMS: 20_000,
    maxPoolSize: 10,
  });
  const name = new URL(address.uri).pathname.slice(1) || DATABASE;
  let ready: Promise<Db> | null = null;
  const connect = () =>
    ready ??= (async () => {
      await client.connect();
      const db = client.db(name);
      await ensureIndexes(db, address);
      return db;
    })().catch((error) => {
      // The next call tries again.
      ready = null;
      address.onError?.(error);
      throw error;
    });
  await Promise.race([connect().catch(() => {}), wait(FIRST_WAIT_MS)]);
  return {
    collection: async (collection) => (await connect()).collection<Row>(collection),
    async ping() {
      await (await connect()).command({ ping: 1 });
    },
    close: () => client.close(true),
  };
}

interface Index {
  readonly collection: string;
  readonly key: Readonly<Record<string, 1 | -1>>;
  readonly unique?: true;
  /** Documents go so many seconds after the instant in the field; not while it is `null`. */
  readonly expireAfterSeconds?: number | null;
}

/** Those of the deployment guide, and an end of its own for each current report and document. */
function indexesOf({ retentionDays, historyDays }: MongoAddress): readonly Index[] {
  const days = (count: number) => count === 0 ? null : count * DAY_MS / SECOND_MS;
  return [
    { collection: "weather_data", key: { icao_code: 1, timestamp: -1 } },
    {
      collection: "weather_data",
      key: { timestamp: 1 },
      expireAfterSeconds: days(retentionDays),
    },
    { collection: "weather_data", key: { expires: 1 }, expireAfterSeconds: 0 },
    { collection: "weather_history", key: { icao_code: 1, timestamp: -1, type: 1 } },
    { collection: "weather_history", key: { timestamp: 1 }, expireAfterSeconds: days(historyDays) },
    { collection: "users", key: { email: 1 }, unique: true },
    { collection: "sessions", key: { expires: 1 }, expireAfterSeconds: 0 },
    { collection: "counters", key: { expires: 1 }, expireAfterSeconds: 0 },
  ];
}

async function ensureIndexes(db: Db, address: MongoAddress): Promise<void> {
  for (const { collection, key, unique, expireAfterSeconds } of indexesOf(address)) {
    if (expireAfterSeconds === null) continue;
    const options = {
      // A user without an address of mail is none that another one could collide with.
      ...(unique && { unique, sparse: true }),
      ...(expireAfterSeconds !== undefined && { expireAfterSeconds }),
    };
    try {
      await db.collection(collection).createIndex(key, options);
    } catch (error) {
      if (!isConflict(error) || expireAfterSeconds === undefined) throw error;
      // The index is there with another time: the retention was changed.
      await db.command({ collMod: collection, index: { keyPattern: key, expireAfterSeconds } });
    }
  }
}

/** IndexOptionsConflict, IndexKeySpecsConflict. */
function isConflict(error: unknown): boolean {
  return error instanceof MongoServerError && (error.code === 85 || error.code === 86);
}

/** Whether a document with this id, or another unique field, is there already. */
export function isDuplicate(error: unknown): boolean {
  return error instanceof MongoServerError && error.code === 11000;
}

function wait(ms: number): Promise<void> {
  return new Promise((resolve) => {
    Deno.unrefTimer(setTimeout(resolve, ms));
  });
}
