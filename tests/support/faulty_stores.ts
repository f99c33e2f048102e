/**
 * Real stores on loopback, each with the faults that it can have.
 *
 * @module
 */
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

/** A file of Deno KV on a small disk of its own; `null` where no disk may be mounted. */
export async function startFaultyDisk(): Promise<FaultyStore | null> {
  const folder = await Deno.makeTempDir({ prefix: "disk-" });
  const mount = async (...args: string[]) =>
    (await new Deno.Command("mount", { args, stderr: "null" }).output().catch(() => null))
      ?.success === true;
  if (!await mount("-t", "tmpfs", "-o", "size=2m", "tmpfs", folder)) {
    await Deno.remove(folder);
    return null;
  }
  const filler = `${folder}/filler`;
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
    ],
    async stop() {
      await new Deno.Command("umount", { args: [folder] }).output();
      await Deno.remove(folder);
    },
  };
}
