/**
 * Two real nodes of the service behind the proxy, fed by a small provider.
 *
 * @module
 */
import { type Node, startNode } from "../../../tests/support/node.ts";
import { type SmallProvider, startSmallProvider } from "../../../tests/support/service_process.ts";

/** The nodes and what feeds them. */
export interface Nodes {
  readonly nodes: readonly Node[];
  readonly provider: SmallProvider;
  stop(): Promise<void>;
}

/** Starts `count` nodes, with these options as well, that hold the provider's report. */
export async function startNodes(
  count: number,
  env: Readonly<Record<string, string>> = {},
): Promise<Nodes> {
  const folder = await Deno.makeTempDir({ prefix: "nodes-" });
  const provider = startSmallProvider(false);
  const nodes = await Promise.all(
    Array.from({ length: count }, async (_, index) => {
      const own = { AWC_BASE_URL: provider.url, ...env };
      const node = await startNode(`${folder}/${index}`, own);
      await node.service.line('"message":"feed read"');
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
