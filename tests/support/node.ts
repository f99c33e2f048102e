/**
 * A node of the service on a port of its own, which ends and starts again as machines do.
 *
 * @module
 */
import { freePort, untilReady } from "./loopback.ts";
import { type Program, type ServiceProcess, startService } from "./service_process.ts";

/** Above the proxy's `fail_timeout`: a node that leaves is never missed while another is still marked. */
const DRAIN_DELAY_MS = "3000";

/** One node, which can be started again on its port with what it knew. */
export interface Node {
  readonly port: number;
  readonly address: string;
  service: ServiceProcess;
  /** Starts it again, after its end; resolves when it takes traffic. */
  start(): Promise<void>;
}

/** Starts a node behind a proxy on the loopback; resolves when it listens. */
export async function startNode(
  folder: string,
  env: Readonly<Record<string, string>>,
  { program, readyWithinMs = 15_000 }: {
    readonly program?: Program | undefined;
    /** How long a start of later may take. */
    readonly readyWithinMs?: number;
  } = {},
): Promise<Node> {
  const port = freePort();
  const options = { DRAIN_DELAY_MS, TRUST_PROXY: "127.0.0.1", ...env, PORT: String(port) };
  const run = () => startService(folder, options, program);
  const node: Node = {
    port,
    address: `http://127.0.0.1:${port}`,
    service: await run(),
    async start() {
      node.service = await run();
      await untilReady(port, readyWithinMs);
    },
  };
  return node;
}
