/**
 * A real redis-server of a test: on a free port of the loopback, without files, ended with the test.
 *
 * @module
 */
import { freePort } from "./loopback.ts";
import { until } from "./wait.ts";

/** A running server. */
export interface RedisServer {
  readonly port: number;
  readonly url: string;
  /** Kills it (as `kill -9`) and waits for its end. */
  kill(): Promise<void>;
  /** Starts it again on the same port, with nothing in it. */
  restart(): Promise<void>;
  /** Stops it without an end: it takes connections and answers nothing. */
  freeze(): void;
  thaw(): void;
  /** Runs one command by `redis-cli`'s protocol in clear text; gives the first line of the answer. */
  ask(...args: string[]): Promise<string>;
  stop(): Promise<void>;
}

/** Starts `path` (the program); `settings` as on its command line, without dashes: `["maxmemory", "2mb"]`. */
export async function startRedis(
  path: string,
  settings: readonly (readonly [string, string])[] = [],
): Promise<RedisServer> {
  const port = freePort();
  let child = await launch(path, port, settings);
  const kill = async () => {
    try {
      child.kill("SIGKILL");
    } catch {
      // It has ended already.
    }
    await child.status;
  };
  return {
    port,
    url: `redis://127.0.0.1:${port}`,
    kill,
    async restart() {
      await kill();
      child = await launch(path, port, settings);
    },
    freeze: () => child.kill("SIGSTOP"),
    thaw: () => child.kill("SIGCONT"),
    ask: (...args) => askOnce(port, args),
    stop: kill,
  };
}

async function launch(
  path: string,
  port: number,
  settings: readonly (readonly [string, string])[],
): Promise<Deno.ChildProcess> {
  const own: readonly (readonly [string, string])[] = [
    ["port", String(port)],
    ["bind", "127.0.0.1"],
    ["save", ""],
    ["appendonly", "no"],
    ["loglevel", "warning"],
    ...settings,
  ];
  const child = new Deno.Command(path, {
    args: own.flatMap(([name, value]) => [`--${name}`, value]),
    stdin: "null",
    stdout: "null",
    stderr: "null",
  }).spawn();
  try {
    await until(() => isUp(port), 5_000, `a redis-server on port ${port}`, 25);
    return child;
  } catch (error) {
    child.kill("SIGKILL");
    await child.status;
    throw error;
  }
}

async function isUp(port: number): Promise<boolean> {
  // Refused as long as it does not listen.
  const reply = await askOnce(port, ["PING"]).catch(() => "");
  return reply.startsWith("+PONG") || reply.startsWith("-NOAUTH");
}

async function askOnce(port: number, args: readonly string[]): Promise<string> {
  using connection = await Deno.connect({ hostname: "127.0.0.1", port });
  const encoder = new TextEncoder();
  const parts = args.map((arg) => `$${encoder.encode(arg).byteLength}\r\n${arg}\r\n`);
  await connection.write(encoder.encode(`*${args.length}\r\n${parts.join("")}`));
  const bytes = new Uint8Array(4096);
  const count = await connection.read(bytes) ?? 0;
  return new TextDecoder().decode(bytes.subarray(0, count)).split("\r\n")[0]!;
}
