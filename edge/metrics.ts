/**
 * `/metrics` for Prometheus: open by default, behind a token where one is configured.
 *
 * @module
 */
import { timingSafeEqual } from "node:crypto";
import type { ApiOptions } from "./context.ts";
import { type Exchange, refuse } from "./exchange.ts";
import { answerNow, readOnly } from "./health.ts";

function isAllowed(authorization: string | null, token: string): boolean {
  const encoder = new TextEncoder();
  const given = encoder.encode(authorization ?? "");
  const wanted = encoder.encode(`Bearer ${token}`);
  return given.byteLength === wanted.byteLength && timingSafeEqual(given, wanted);
}

/** Answers with the exposition of all metrics. */
export function answerMetrics(
  exchange: Exchange,
  api: ApiOptions,
): Response | Promise<Response> {
  return readOnly(exchange, () => {
    const { metrics, metricsToken } = api;
    if (metricsToken && !isAllowed(exchange.request.headers.get("authorization"), metricsToken)) {
      return refuse(exchange, {
        kind: "unauthorized",
        detail: "Metrics are asked for with Authorization: Bearer and the configured token.",
        headers: { "www-authenticate": 'Bearer realm="metrics"' },
      });
    }
    if (!metrics) {
      return refuse(exchange, { kind: "unavailable", detail: "This process counts nothing." });
    }
    return metrics.exposition().then(({ contentType, text }) =>
      answerNow(exchange, 200, contentType, text)
    );
  });
}
