/**
 * Errors of the log, sent to Sentry as well: by DSN, and by nothing else of its SDK. Neither addresses of readers, nor
 * headers, nor query strings leave; what is sent is what stands in the log.
 *
 * @module
 */
import type { Log, LogFields } from "./log.ts";

/** Where to send errors and under which names. */
export interface SentryOptions {
  /** `https://KEY@HOST/PROJECT`. */
  readonly dsn: string;
  readonly environment: string;
  readonly release: string;
  readonly fetch?: typeof fetch;
}

/** Thrown for an address that is none. */
export class DsnError extends Error {
  override readonly name = "DsnError";
}

/** The log, and what ends the sending. */
export interface ReportedLog {
  readonly log: Log;
  /** Waits for what is under way, at most so many milliseconds. */
  flush(timeoutMs: number): Promise<void>;
}

/** Errors a minute that are sent at most: a failing store must not become a flood. */
const MAX_PER_MINUTE = 60;
/** Fields that name things by what a reader sent; they stay at home. */
const PRIVATE_FIELDS = new Set(["address", "path", "query", "userAgent"]);

/**
 * A log that writes as `log` does and sends each error to Sentry. The SDK is loaded only here.
 *
 * @throws DsnError where `dsn` is not one
 */
export async function withSentry(log: Log, options: SentryOptions): Promise<ReportedLog> {
  const {
    createStackParser,
    createTransport,
    makeDsn,
    nodeStackLineParser,
    Scope,
    ServerRuntimeClient,
  } = await import("@sentry/core");
  if (makeDsn(options.dsn) === undefined) {
    throw new DsnError("SENTRY_DSN is not of the form https://KEY@HOST/PROJECT");
  }
  const send = options.fetch ?? fetch;
  const client = new ServerRuntimeClient({
    dsn: options.dsn,
    environment: options.environment,
    release: options.release,
    serverName: "node",
    integrations: [],
    stackParser: createStackParser(nodeStackLineParser()),
    transport: (transport) =>
      createTransport(transport, async ({ body }) => {
        const response = await send(transport.url, {
          method: "POST",
          body: typeof body === "string" ? body : body.slice(),
          redirect: "manual",
          signal: AbortSignal.timeout(5_000),
        });
        await response.body?.cancel();
        return {
          statusCode: response.status,
          headers: {
            "x-sentry-rate-limits": response.headers.get("x-sentry-rate-limits"),
            "retry-after": response.headers.get("retry-after"),
          },
        };
      }),
  });
  client.init();
  let minute = 0;
  let sent = 0;
  const report = (message: string, fields: LogFields) => {
    const now = Math.floor(performance.now() / 60_000);
    if (now !== minute) [minute, sent] = [now, 0];
    if (++sent > MAX_PER_MINUTE) return;
    const scope = new Scope();
    scope.setExtras(publicFields(fields));
    const { error } = fields;
    if (error instanceof Error) {
      scope.setExtra("message", message);
      client.captureException(error, undefined, scope);
    } else client.captureMessage(message, "error", undefined, scope);
  };
  return {
    log: reporting(log, report, {}),
    flush: async (timeoutMs) => void await client.flush(timeoutMs),
  };
}

function publicFields(fields: LogFields): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).filter(([name]) => name !== "error" && !PRIVATE_FIELDS.has(name)),
  );
}

function reporting(
  log: Log,
  report: (message: string, fields: LogFields) => void,
  base: LogFields,
): Log {
  return {
    ...log,
    error(message, fields = {}) {
      log.error(message, fields);
      report(message, { ...base, ...fields });
    },
    with: (fields) => reporting(log.with(fields), report, { ...base, ...fields }),
  };
}
