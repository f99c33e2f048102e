/**
 * The API alone, without pages: for a place near its callers, or beside pages that run elsewhere.
 *
 * With an address of Upstash, or with `ROLE=web` and a store on the network, it is an edge node: no poller, no
 * disk, the network as its only permission. It reads what a poller elsewhere has written. Otherwise it polls
 * for itself, and needs no database and no other process.
 *
 * Exit codes as in `main.ts`: 0 after a drain, 1 after a failure, 2 for a wrong configuration.
 *
 * @module
 */
import { createService, VERSION } from "../lib/app.ts";
import { readConfig } from "../lib/config/mod.ts";
import { handleProcess, serve } from "../lib/http/mod.ts";
import { missingOption } from "../lib/store/open.ts";
import { createEdgeService, readsOnDemand } from "./isolate.ts";

const result = readConfig();
if (!result.ok) {
  for (const error of result.errors) console.error(error.message);
  Deno.exit(2);
}
const { config } = result;
const missing = missingOption(config);
if (missing !== null) {
  console.error(missing);
  Deno.exit(2);
}
const service = readsOnDemand(config)
  ? await createEdgeService(config, VERSION)
  : await createService(config, { pages: "none" });
try {
  const running = serve(service, config);
  handleProcess(service, running);
  service.log.info("the API listens", {
    address: `http://${config.host}:${running.port}/api/docs`,
    source: config.weatherSource,
  });
  if (config.weatherSource !== "live") {
    service.log.warn("ALL WEATHER IS SIMULATED OR REPLAYED: not for any flight");
  }
  Deno.exit(await running.ended);
} catch (error) {
  service.log.error("the API cannot listen", { error, host: config.host, port: config.port });
  Deno.exit(1);
}
