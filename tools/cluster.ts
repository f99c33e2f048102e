/**
 * `deno task cluster`: three nodes of the service on one Redis behind nginx, in a simulated world, until Ctrl-C.
 *
 * `NODES` sets how many nodes (1 to 9), `STATIONS` how many stations the world has. Needs redis-server and nginx.
 *
 * @module
 */
import { type RunningCluster, startCluster } from "../tests/support/cluster.ts";
import { startRedis } from "../tests/support/redis_server.ts";
import { requirement } from "../tests/support/requirements.ts";

function pathOf(name: "redis-server" | "nginx"): string {
  const found = requirement(name);
  if (found.kind === "found") return found.path;
  console.error(`${name} is missing: ${found.install}`);
  Deno.exit(2);
}

function numberFrom(name: string, fallback: number, max: number): number {
  const value = Number(Deno.env.get(name) || fallback);
  if (Number.isInteger(value) && value >= 1 && value <= max) return value;
  console.error(`${name} must be a whole number from 1 to ${max}`);
  Deno.exit(2);
}

function welcome({ nodes, proxy, world }: RunningCluster, redis: string): string {
  const lines = nodes.map(({ name, address, service }) =>
    `  ${name}  ${address}   process ${service.process.pid}`
  );
  return `
${nodes.length} nodes, one store: exactly one polls, the others follow it. ALL WEATHER IS SIMULATED.

  through nginx  ${proxy!.origin}   (its certificate is signed by itself: curl -k)
${lines.join("\n")}
  Redis  ${redis}
  world  ${world}

Who polls:        curl -s ${nodes[0]!.address}/metrics | grep poller_lease_held
Kill a node:      kill -9 PROCESS; another one polls within 15 seconds
Ctrl-C ends everything.
`;
}

const redisServer = pathOf("redis-server");
const nginx = pathOf("nginx");
const count = numberFrom("NODES", 3, 9);
const stations = numberFrom("STATIONS", 1_000, 5_130);
const redis = await startRedis(redisServer);
let cluster: RunningCluster | null = null;
let ending: Promise<void> | null = null;
const end = (code: number) =>
  ending ??= (async () => {
    await cluster?.stop();
    await redis.stop();
    Deno.exit(code);
  })();
for (const signal of ["SIGINT", "SIGTERM"] as const) {
  Deno.addSignalListener(signal, () => void end(0));
}
try {
  cluster = await startCluster({ count, stations, nginx, env: { REDIS_URL: redis.url } });
  console.log(welcome(cluster, redis.url));
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  await end(1);
}
