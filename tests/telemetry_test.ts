/**
 * OpenTelemetry by its standard variables: the runtime sends traces and logs of the service to a collector, without a permission
 * of the program and without a line of code here.
 */
import assert from "node:assert/strict";
import { withService } from "./support/service_process.ts";
import { until } from "./support/wait.ts";

Deno.test("with the standard variables a collector gets the spans of requests", async () => {
  const received: { path: string; text: string }[] = [];
  const collector = Deno.serve(
    { hostname: "127.0.0.1", port: 0, onListen: () => {} },
    async (request) => {
      const path = new URL(request.url).pathname;
      received.push({ path, text: new TextDecoder().decode(await request.arrayBuffer()) });
      return new Response("{}", { headers: { "content-type": "application/json" } });
    },
  );
  const env = {
    OTEL_DENO: "true",
    OTEL_SERVICE_NAME: "aviation-weather",
    OTEL_EXPORTER_OTLP_PROTOCOL: "http/json",
    OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${collector.addr.port}`,
    OTEL_BSP_SCHEDULE_DELAY: "200",
  };
  try {
    await withService(env, async ({ service }) => {
      await (await fetch(`${service.address}/api/v1/metar/KJFK`)).body?.cancel();
      const isSpan = ({ path, text }: { path: string; text: string }) =>
        path === "/v1/traces" && text.includes("aviation-weather") &&
        text.includes("/api/v1/metar/KJFK");
      await until(() => received.some(isSpan), 30_000, "sent");
      assert.ok(received.length > 0);
    });
  } finally {
    await collector.shutdown();
  }
});
