/**
 * The API alone, without pages: for a place near its callers, or beside pages that run elsewhere. It polls
 * for itself, so it needs no database and no other process.
 *
 * Exit codes as in `main.ts`: 0 after a drain, 1 after a failure, 2 for a wrong configuration.
 *
 * @module
 */
import { createService } from "../lib/app.ts";
import { readConfig } from "../lib/config/mod.ts";
import { handleProcess, serve } from "../lib/http/mod.ts";
import { missingOption } from "../lib/store/open.ts";

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
const service = await createService(config, { pages: "none" });
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
