/**
 * Nodes of the real service on one store, fed by a simulated world, behind nginx where it is wanted: all on
 * loopback.
 *
 * @module
 */
import { type Proxy, startProxy } from "../../deploy/tests/support/proxy.ts";
import { startSimulator } from "../../lib/simulator/main.ts";
import { untilReady } from "./loopback.ts";
import { type Node, startNode } from "./node.ts";
import type { Program } from "./service_process.ts";
import { until } from "./wait.ts";

/** One node by its name. */
export interface ClusterNode extends Node {
  readonly name: string;
  /** A value of its metrics by name (and labels as they are written); `null` where there is none. */
  metric(name: string): Promise<number | null>;
}

/** The nodes and what is around them. */
export interface RunningCluster {
  readonly nodes: readonly ClusterNode[];
  readonly proxy: Proxy | null;
  /** Address of the provider. */
  readonly world: string;
  /** The node that holds the lease, once there is one; rejects after `withinMs`. */
  poller(withinMs: number, except?: ClusterNode): Promise<ClusterNode>;
  stop(): Promise<void>;
}

/** What it is made of. */
export interface ClusterSetup {
  readonly count?: number;
  /** Where the store is: `{ REDIS_URL: … }`; more options of every node. */
  readonly env: Readonly<Record<string, string>>;
  /** Program of nginx; without it there is no proxy. */
  readonly nginx?: string;
  /** Stations of the simulated world. */
  readonly stations?: number;
  /** Another provider instead of the simulated world; it is not closed. */
  readonly provider?: { readonly url: string };
  readonly program?: Program;
}

const READY_WITHIN_MS = 30_000;

/** Starts everything; resolves when each node holds reports. */
export async function startCluster(setup: ClusterSetup): Promise<RunningCluster> {
  const { count = 3, env, nginx, stations = 120, program } = setup;
  const folder = await Deno.makeTempDir({ prefix: "cluster-" });
  const world = setup.provider !== undefined ? outside(setup.provider) : await startSimulator({
    port: 0,
    seed: 1,
    stations,
    tafs: Math.ceil(stations / 2),
    at: null,
  });
  const nodes: ClusterNode[] = [];
  try {
    for (let i = 1; i <= count; i++) {
      nodes.push(
        await startNamed(`node${i}`, `${folder}/${i}`, program, {
          AWC_BASE_URL: world.url,
          WEATHER_SOURCE: "simulator",
          METAR_POLL_SECONDS: "30",
          ...env,
        }),
      );
    }
    await Promise.all(nodes.map(({ port }) => untilReady(port, READY_WITHIN_MS)));
    const proxy = nginx === undefined ? null : await startProxy(nginx, {
      nodes: nodes.map(({ port }) => port),
      exempt: ["127.0.0.1"],
      assetsRoot: new URL("../../", import.meta.url).pathname,
    });
    return {
      nodes,
      proxy,
      world: world.url,
      poller: (withinMs, except) => findPoller(nodes, withinMs, except),
      async stop() {
        await proxy?.stop();
        await stopAll(nodes, world, folder);
      },
    };
  } catch (error) {
    await stopAll(nodes, world, folder);
    throw error;
  }
}

function outside({ url }: { readonly url: string }) {
  return { url, close: () => Promise.resolve() };
}

async function stopAll(
  nodes: readonly ClusterNode[],
  world: { close(): Promise<void> },
  folder: string,
): Promise<void> {
  await Promise.all(nodes.map(({ service }) => service.kill()));
  await world.close();
  await Deno.remove(folder, { recursive: true });
}

async function startNamed(
  name: string,
  folder: string,
  program: Program | undefined,
  env: Record<string, string>,
): Promise<ClusterNode> {
  const node = await startNode(folder, { ...env, NODE_NAME: name }, {
    program,
    readyWithinMs: READY_WITHIN_MS,
  });
  return Object.assign(node, {
    name,
    async metric(metric: string) {
      const answer = await fetch(`${node.address}/metrics`).catch(() => null);
      if (answer === null) return null;
      const text = await answer.text();
      const line = text.split("\n").find((one) => one.startsWith(metric) && one[0] !== "#");
      return line === undefined ? null : Number(line.slice(line.lastIndexOf(" ")));
    },
  });
}

async function findPoller(
  nodes: readonly ClusterNode[],
  withinMs: number,
  except?: ClusterNode,
): Promise<ClusterNode> {
  let found: ClusterNode | undefined;
  const isHeld = async () => {
    for (const node of nodes) {
      if (node !== except && await node.metric("poller_lease_held") === 1) found ??= node;
    }
    return found !== undefined;
  };
  await until(isHeld, withinMs, "any node with the lease of the poller", 100);
  return found!;
}
