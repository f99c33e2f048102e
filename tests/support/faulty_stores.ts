/**
 * Real stores on loopback, each with the faults that it can have.
 *
 * @module
 */
import { DatabaseSync } from "node:sqlite";
import { hasJongodb, startJongodb } from "./jongodb.ts";
import { startRedis } from "./redis_server.ts";
import { startTcpProxy, type TcpProxy, type WireFault } from "./tcp_proxy.ts";
import { startUpstash } from "./upstash_server.ts";

/** One fault: how it begins and how it ends. */
export interface StoreFault {
  readonly name: string;
  begin(): Promise<void> | void;
  end(): Promise<void> | void;
}

/** A store under test. */
export interface FaultyStore {
  readonly name: string;
  /** The options of a node that uses it. */
  readonly env: Readonly<Record<string, string>>;
  readonly faults: readonly StoreFault[];
  /** Those that a node meets when it starts: files that it would hold open cannot be taken away from it. */
  readonly atStart?: readonly StoreFault[];
  stop(): Promise<void>;
}

function wireFaults(proxy: TcpProxy, names: readonly WireFault[]): StoreFault[] {
  return names.map((name) => ({
    name: WORDS[name],
    begin: () => proxy.set(name),
    end: () => proxy.set("none"),
  }));
}

const WORDS: Readonly<Record<WireFault, string>> = {
  none: "nothing",
  refused: "refuses connections",
  lost: "loses every byte",
  slow: "answers 400 ms late",
  reset: "ends connections in the middle",
  garbage: "answers garbage",
};

/** Redis behind a proxy of bytes. */
export async function startFaultyRedis(program: string): Promise<FaultyStore> {
  const redis = await startRedis(program);
  const proxy = startTcpProxy(redis.port);
  const ask = async (...args: string[]) => {
    const answer = await redis.ask(...args);
    if (answer.startsWith("-")) throw new Error(answer);
  };
  return {
    name: "redis",
    env: { REDIS_URL: `redis://127.0.0.1:${proxy.port}` },
    faults: [
      { name: "killed and started again, empty", begin: redis.kill, end: redis.restart },
      { name: "stands still (SIGSTOP)", begin: redis.freeze, end: redis.thaw },
      {
        name: "has no memory left",
        begin: () => ask("CONFIG", "SET", "maxmemory", "1mb"),
        end: () => ask("CONFIG", "SET", "maxmemory", "0"),
      },
      {
        name: "takes no writes (READONLY)",
        begin: () => ask("REPLICAOF", "127.0.0.1", "1"),
        end: () => ask("REPLICAOF", "NO", "ONE"),
      },
      ...wireFaults(proxy, ["refused", "lost", "slow", "reset", "garbage"]),
    ],
    async stop() {
      await proxy.close();
      await redis.stop();
    },
  };
}

/** The REST interface of Upstash, behind a proxy of bytes and before a Redis. */
export async function startFaultyUpstash(program: string): Promise<FaultyStore> {
  const upstash = await startUpstash(program);
  const { redis } = upstash;
  const proxy = startTcpProxy(Number(new URL(upstash.url).port));
  return {
    name: "upstash",
    env: {
      ...upstash.env,
      UPSTASH_REDIS_REST_URL: `http://127.0.0.1:${proxy.port}`,
      HISTORY_STORE: "upstash",
    },
    faults: [
      { name: "its database stands still", begin: redis.freeze, end: redis.thaw },
      ...wireFaults(proxy, ["refused", "lost", "slow", "reset", "garbage"]),
    ],
    async stop() {
      await proxy.close();
      await upstash.stop();
    },
  };
}

/** What speaks MongoDB's protocol, behind a proxy of bytes; `null` where it cannot run. */
export async function startFaultyMongo(): Promise<FaultyStore | null> {
  if (!hasJongodb()) return null;
  const mongo = await startJongodb();
  const { port } = new URL(mongo.uri);
  const proxy = startTcpProxy(Number(port));
  return {
    name: "mongo",
    env: { MONGODB_URI: `mongodb://127.0.0.1:${proxy.port}/test`, STORE: "mongo" },
    faults: wireFaults(proxy, ["refused", "lost", "slow", "reset", "garbage"]),
    async stop() {
      await proxy.close();
      await mongo.stop();
    },
  };
}

/** Redis with the current reports and MongoDB's protocol with the history; `null` where that cannot run. */
export async function startFaultyPair(program: string): Promise<FaultyStore | null> {
  if (!hasJongodb()) return null;
  const redis = await startRedis(program);
  const mongo = await startJongodb();
  const near = startTcpProxy(redis.port);
  const records = startTcpProxy(Number(new URL(mongo.uri).port));
  const lose = (name: string, fault: WireFault, proxies: readonly TcpProxy[]): StoreFault => ({
    name,
    begin: () => proxies.forEach((proxy) => proxy.set(fault)),
    end: () => proxies.forEach((proxy) => proxy.set("none")),
  });
  return {
    name: "redis and mongo together",
    env: {
      REDIS_URL: `redis://127.0.0.1:${near.port}`,
      MONGODB_URI: `mongodb://127.0.0.1:${records.port}/test`,
    },
    faults: [
      lose("both refuse connections", "refused", [near, records]),
      lose("both lose every byte", "lost", [near, records]),
      lose("Redis alone refuses connections", "refused", [near]),
      lose("Redis alone loses every byte", "lost", [near]),
      lose("MongoDB alone refuses connections", "refused", [records]),
      lose("MongoDB alone loses every byte", "lost", [records]),
    ],
    async stop() {
      await Promise.all([near.close(), records.close()]);
      await Promise.all([redis.stop(), mongo.stop()]);
    },
  };
}

/** A file of Deno KV on a small disk of its own; `null` where no disk may be mounted. */
export async function startFaultyDisk(): Promise<FaultyStore | null> {
  const folder = await Deno.makeTempDir({ prefix: "disk-" });
  const mount = async (...args: string[]) =>
    (await new Deno.Command("mount", { args, stderr: "null" }).output().catch(() => null))
      ?.success === true;
  // Room for the file and for what SQLite writes beside it, 4 MB before it takes that over.
  if (!await mount("-t", "tmpfs", "-o", "size=16m", "tmpfs", folder)) {
    await Deno.remove(folder);
    return null;
  }
  const filler = `${folder}/filler`;
  const file = `${folder}/store.kv`;
  const remount = async (how: "ro" | "rw") => {
    if (!await mount("-o", `remount,${how}`, folder)) throw new Error(`cannot remount ${how}`);
  };
  let holder: DatabaseSync | null = null;
  return {
    name: "kv",
    env: { DATA_DIR: folder, STORE: "kv" },
    faults: [
      {
        name: "its disk is full",
        async begin() {
          using file = await Deno.open(filler, { write: true, create: true });
          try {
            for (;;) await file.write(new Uint8Array(4096));
          } catch {
            // Full.
          }
        },
        end: () => Deno.remove(filler),
      },
      {
        name: "its file takes no writes, since another process holds it",
        begin() {
          holder = new DatabaseSync(file);
          holder.exec("BEGIN IMMEDIATE");
        },
        end: () => holder?.close(),
      },
    ],
    atStart: [
      { name: "its disk is read-only", begin: () => remount("ro"), end: () => remount("rw") },
      {
        name: "its file is damaged",
        async begin() {
          await Deno.rename(file, `${file}.good`);
          await Deno.writeTextFile(file, "this is no database ".repeat(1_000));
        },
        end: () => Deno.rename(`${file}.good`, file),
      },
      {
        name: "its file is cut off",
        async begin() {
          await Deno.copyFile(file, `${file}.good`);
          await Deno.truncate(file, 1_000);
        },
        end: () => Deno.rename(`${file}.good`, file),
      },
    ],
    async stop() {
      await new Deno.Command("umount", { args: [folder] }).output();
      await Deno.remove(folder);
    },
  };
}
