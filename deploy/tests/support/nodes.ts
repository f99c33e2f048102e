/**
 * Two real nodes of the service behind the proxy, fed by a small provider.
 *
 * @module
 */
import {
  type ServiceProcess,
  type SmallProvider,
  startService,
  startSmallProvider,
} from "../../../tests/support/service_process.ts";
import { freePort } from "./proxy.ts";

/** Above the proxy's `fail_timeout`: a node that leaves is never missed while another is still marked. */
const DRAIN_DELAY_MS = "3000";

/** A node that can be started again on its port, with what it knew. */
export interface Node {
  readonly port: number;
  service: ServiceProcess;
  start(): Promise<void>;
}

/** The nodes and what feeds them. */
export interface Nodes {
  readonly nodes: readonly Node[];
  readonly provider: SmallProvider;
  stop(): Promise<void>;
}

/** Starts `count` nodes that hold the provider's report. */
export async function startNodes(
  count: number,
  env: Record<string, string> = {},
): Promise<Nodes> {
  const folder = await Deno.makeTempDir({ prefix: "nodes-" });
  const provider = startSmallProvider(false);
  const nodes = await Promise.all(
    Array.from({ length: count }, async (_, index): Promise<Node> => {
      const port = freePort();
      const run = () =>
        startService(`${folder}/${index}`, {
          AWC_BASE_URL: provider.url,
          DRAIN_DELAY_MS,
          TRUST_PROXY: "127.0.0.1",
          PORT: String(port),
          ...env,
        });
      const service = await run();
      await service.line('"message":"feed read"');
      const node: Node = {
        port,
        service,
        async start() {
          node.service = await run();
          await untilReady(port);
        },
      };
      return node;
    }),
  );
  return {
    nodes,
    provider,
    async stop() {
      for (const node of nodes) await node.service.kill();
      await provider.close();
      await Deno.remove(folder, { recursive: true });
    },
  };
}

/** Resolves when the node says that it takes traffic. */
async function untilReady(port: number): Promise<void> {
  for (let attempt = 0; attempt < 300; attempt++) {
    const answer = await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => null);
    await answer?.body?.cancel();
    if (answer?.status === 200) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`the node on port ${port} is not ready`);
}
