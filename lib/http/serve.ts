/**
 * Serves a service until a signal or an unhandled error ends it, and then drains.
 *
 * @module
 */
import type { Config } from "../config/mod.ts";
import type { Health, Log, Metrics } from "../observe/mod.ts";
import { endStreams } from "./event_stream.ts";
import type { Handler } from "./front.ts";

/** What is served. */
export interface Service {
  readonly handler: Handler;
  readonly health: Health;
  readonly metrics: Metrics;
  readonly log: Log;
  /** Starts what runs in the background; resolves once all of it runs. */
  start(): Promise<void>;
  /** Stops it, and closes what is open. */
  stop(): Promise<void>;
}

/** Where and how it is served. */
export type ServeOptions = Pick<Config, "host" | "port" | "drainDelayMs" | "drainTimeoutMs">;

/** What the process can do to a running server. */
export interface Running {
  readonly port: number;
  /** Resolves when the drain is over, with the exit code. */
  readonly ended: Promise<number>;
  /** Begins the drain; a second call has no effect. */
  drain(reason: string, exitCode: number): void;
}

/** Listens and starts polling. Throws where the port cannot be had. */
export function serve(service: Service, config: ServeOptions): Running {
  const server = Deno.serve(
    { hostname: config.host, port: config.port, onListen: () => {} },
    service.handler,
  );
  const port = (server.addr as Deno.NetAddr).port;
  const ended = Promise.withResolvers<number>();
  void service.start();
  return {
    port,
    ended: ended.promise,
    drain(reason, exitCode) {
      if (service.health.draining) return;
      service.health.drain();
      service.log.info("draining", { reason, delayMs: config.drainDelayMs });
      drain(service, config, server).then(() => ended.resolve(exitCode));
    },
  };
}

/**
 * Not ready, but still answering, until balancers have noticed; then no new connections; running requests
 * get their time; then the stores are closed.
 */
async function drain(
  service: Service,
  config: ServeOptions,
  server: Deno.HttpServer,
): Promise<void> {
  await wait(config.drainDelayMs);
  // Streams of events have no end of their own; their readers connect to another process.
  endStreams();
  const outOfTime = wait(config.drainTimeoutMs).then(() => "timeout" as const);
  const result = await Promise.race([server.shutdown().catch(() => {}), outOfTime]);
  if (result === "timeout") service.log.warn("requests were cut off: the drain took too long");
  try {
    await service.stop();
    service.log.info("stopped");
  } catch (error) {
    service.log.error("stopping failed", { error });
  }
}

function wait(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/**
 * Ties a running server to the process: SIGTERM and SIGINT drain, a second one exits at once; an error that
 * nothing caught is logged, counted, and drains as well.
 */
export function handleProcess(service: Service, running: Running): void {
  for (const signal of ["SIGTERM", "SIGINT"] as const) {
    Deno.addSignalListener(signal, () => {
      if (service.health.draining) Deno.exit(1);
      running.drain(signal, 0);
    });
  }
  const unhandled = (error: unknown) => {
    service.metrics.unhandled();
    service.log.error("an error that nothing caught", { error });
    running.drain("unhandled error", 1);
  };
  addEventListener("unhandledrejection", (event) => {
    event.preventDefault();
    unhandled(event.reason);
  });
  addEventListener("error", (event) => {
    event.preventDefault();
    unhandled(event.error);
  });
}
