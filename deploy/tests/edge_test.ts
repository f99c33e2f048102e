/**
 * An edge node: the API alone, with the network and nothing else, over Upstash's REST interface. Another node
 * polls; this one never does, and has no disk.
 */
import assert from "node:assert/strict";
import { inFolder } from "../../tests/support/folder.ts";
import { firstAnswer } from "../../tests/support/loopback.ts";
import { testWith } from "../../tests/support/requirements.ts";
import {
  type ServiceProcess,
  startEdge,
  startService,
  startSmallProvider,
} from "../../tests/support/service_process.ts";
import { startUpstash } from "../../tests/support/upstash_server.ts";

testWith(
  "an edge node answers what another node has polled",
  ["redis-server"],
  async ([program]) => {
    await inFolder(async (folder) => {
      const provider = startSmallProvider(false);
      const upstash = await startUpstash(program!);
      const shared = {
        STORE: "upstash",
        ...upstash.env,
        AWC_BASE_URL: provider.url,
        DRAIN_DELAY_MS: "0",
      };
      const poller = await startService(folder, { ...shared, ROLE: "poller" });
      let edge: ServiceProcess | null = null;
      try {
        await poller.line('"message":"feed read"');
        edge = await startEdge({ ...shared, ROLE: "web", SNAPSHOT_SECONDS: "0" });
        const answer = await firstAnswer(`${edge.address}/api/v1/metar/KJFK`);
        assert.equal(answer.reports[0].raw, provider.raw);
        assert.equal(answer.reports[0].observedAt, provider.observedAt);
        assert.equal(await edge.end(), 0);
      } finally {
        await edge?.kill();
        await poller.kill();
        await upstash.stop();
        await provider.close();
      }
    });
  },
);
