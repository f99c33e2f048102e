/**
 * The live service: reads the configuration, serves, drains on SIGTERM. Exit codes: 0 after a drain, 1 after
 * a failure, 2 for a wrong configuration.
 *
 * @module
 */
import { createService } from "./lib/app.ts";
import { readConfig } from "./lib/config/mod.ts";
import { handleProcess, serve } from "./lib/http/mod.ts";
import { missingOption } from "./lib/store/open.ts";

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
// The task `dev` says so; nothing of the configuration does.
const service = await createService(config, { development: Deno.args.includes("--dev") });
try {
  const running = serve(service, config);
  handleProcess(service, running);
  service.log.info("listening", {
    address: `http://${config.host}:${running.port}`,
    source: config.weatherSource,
    provider: config.awcBaseUrl,
    dataDir: config.dataDir,
  });
  if (config.weatherSource !== "live") {
    service.log.warn("ALL WEATHER IS SIMULATED OR REPLAYED: not for any flight");
  }
  // Not left to the event loop: an open socket of a client would keep it alive for ever.
  Deno.exit(await running.ended);
} catch (error) {
  service.log.error("the service cannot listen", { error, host: config.host, port: config.port });
  Deno.exit(1);
}
