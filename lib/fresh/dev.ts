/**
 * Development: builds, runs the app as a child process behind a small proxy, and on each change of a file
 * builds again, restarts the app and reloads open pages by a server-sent event.
 *
 * The proxy adds one external script to pages, so that the app's own strict policy stays in force (only
 * `connect-src 'self'` is added, for the event stream).
 *
 * @module
 */

import { build } from "./build.ts";

export interface DevOptions {
  /** `file:` URL of the project's folder. */
  root: URL;
  basePath?: string;
  /** Where developers point their browser. */
  port: number;
  /** Starts the app on a port; it is stopped by SIGTERM before the next start. */
  start: (port: number) => Deno.ChildProcess;
  /** Folders and files below the root whose changes count. */
  watch: readonly string[];
}

const PREFIX = "/_fresh/dev/";
const CLIENT = `<script type="module" src="${PREFIX}reload.js"></script>`;
/** Editors write a file in several steps; changes closer than this are one. */
const SETTLE_MS = 80;
/** How long a request waits for an app that is starting. */
const START_LIMIT_MS = 15_000;

export interface DevServer {
  readonly addr: Deno.NetAddr;
  /** Ends the proxy, the watcher and the app. */
  shutdown(): Promise<void>;
  /** Resolves once all three have ended. */
  readonly stopped: Promise<void>;
}

/** Builds, starts the app and serves until `shutdown()`. */
export async function startDev(options: DevOptions): Promise<DevServer> {
  const session = new Session(options);
  await session.restart();
  const server = Deno.serve(
    { hostname: "127.0.0.1", port: options.port, onListen: () => {} },
    (req) => session.answer(req),
  );
  const watching = session.watch();
  const stopped = Promise.all([server.finished, watching]).then(() => {});
  const shutdown = async () => {
    // Event streams never end by themselves, and the server waits for its answers.
    session.stop();
    await server.shutdown();
    await stopped;
  };
  return { addr: server.addr, shutdown, stopped };
}

class Session {
  #version = 0;
  #child: Deno.ChildProcess | null = null;
  #appPort = 0;
  #watcher: Deno.FsWatcher | null = null;
  readonly #listeners = new Set<ReadableStreamDefaultController<Uint8Array>>();

  constructor(readonly options: DevOptions) {}

  /** Builds and starts again; a build that fails is printed, and the app before it keeps running. */
  async restart(): Promise<void> {
    try {
      await build(this.options);
    } catch (error) {
      console.error(error instanceof Error ? error.message : error);
      if (this.#child !== null) return;
    }
    await this.#stopChild();
    this.#appPort = freePort();
    this.#child = this.options.start(this.#appPort);
    this.#version = Date.now();
    for (const listener of this.#listeners) this.#send(listener);
  }

  async watch(): Promise<void> {
    const paths = this.options.watch.map((name) => new URL(name, this.options.root).pathname);
    const present = paths.filter((path) => {
      try {
        return Deno.statSync(path) !== null;
      } catch {
        return false;
      }
    });
    this.#watcher = Deno.watchFs(present);
    let timer: ReturnType<typeof setTimeout> | undefined;
    let running = Promise.resolve();
    for await (const event of this.#watcher) {
      if (!["create", "modify", "remove", "rename"].includes(event.kind)) continue;
      clearTimeout(timer);
      timer = setTimeout(() => {
        running = running.then(() => this.restart());
      }, SETTLE_MS);
    }
    clearTimeout(timer);
    await running;
    await this.#stopChild();
  }

  stop(): void {
    for (const listener of this.#listeners) listener.close();
    this.#listeners.clear();
    this.#watcher?.close();
  }

  async answer(req: Request): Promise<Response> {
    const { pathname } = new URL(req.url);
    if (pathname === `${PREFIX}events`) return this.#events();
    if (pathname === `${PREFIX}reload.js`) {
      const code = await Deno.readTextFile(new URL("reload_client.js", import.meta.url));
      return new Response(code, { headers: { "content-type": "text/javascript; charset=utf-8" } });
    }
    return withReload(await this.#forward(req));
  }

  #events(): Response {
    let own: ReadableStreamDefaultController<Uint8Array>;
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => {
        own = controller;
        this.#listeners.add(controller);
        this.#send(controller);
      },
      cancel: () => {
        this.#listeners.delete(own);
      },
    });
    const headers = { "content-type": "text/event-stream", "cache-control": "no-store" };
    return new Response(body, { headers });
  }

  #send(listener: ReadableStreamDefaultController<Uint8Array>): void {
    const text = `event: version\ndata: ${this.#version}\n\n`;
    listener.enqueue(new TextEncoder().encode(text));
  }

  /** Asks the app; while it starts, connections are refused, and asking again is all that can be done. */
  async #forward(req: Request): Promise<Response> {
    const body = req.body === null ? undefined : await req.arrayBuffer();
    const headers = new Headers(req.headers);
    headers.delete("accept-encoding");
    const deadline = Date.now() + START_LIMIT_MS;
    while (true) {
      const url = new URL(req.url);
      url.host = `127.0.0.1:${this.#appPort}`;
      try {
        return await fetch(url, { method: req.method, headers, body, redirect: "manual" });
      } catch (error) {
        if (Date.now() > deadline) {
          return new Response(`the app does not answer: ${error}`, { status: 502 });
        }
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    }
  }

  async #stopChild(): Promise<void> {
    const child = this.#child;
    this.#child = null;
    if (child === null) return;
    try {
      child.kill("SIGTERM");
    } catch {
      // It has ended by itself.
    }
    await child.status;
  }
}

/** Adds the reload script to HTML, and the event stream to its policy. */
export async function withReload(response: Response): Promise<Response> {
  const headers = new Headers(response.headers);
  headers.delete("content-length");
  if (!headers.get("content-type")?.startsWith("text/html")) {
    return new Response(response.body, { status: response.status, headers });
  }
  headers.set("cache-control", "no-store");
  headers.delete("etag");
  const policy = headers.get("content-security-policy");
  if (policy !== null) headers.set("content-security-policy", allowConnect(policy));
  const html = await response.text();
  const end = html.lastIndexOf("</body>");
  const page = end < 0 ? html + CLIENT : html.slice(0, end) + CLIENT + html.slice(end);
  return new Response(page, { status: response.status, headers });
}

function allowConnect(policy: string): string {
  if (/connect-src[^;]*'self'/.test(policy)) return policy;
  return /connect-src/.test(policy)
    ? policy.replace(/connect-src( 'none')?/, "connect-src 'self'")
    : `${policy}; connect-src 'self'`;
}

function freePort(): number {
  const listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  const { port } = listener.addr;
  listener.close();
  return port;
}
