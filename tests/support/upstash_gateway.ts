/**
 * The REST interface of Upstash in front of a Redis, as its client expects it: one command, `/pipeline`,
 * `/multi-exec`, commands in the path, answers in base64, errors with the statuses of Upstash.
 *
 * For tests, and as a program for a local stand-in:
 * `REDIS_URL=redis://… UPSTASH_REDIS_REST_TOKEN=… PORT=8079 deno run --allow-net --allow-env tests/support/upstash_gateway.ts`.
 *
 * @module
 */
import { type Command, commandOf, commandsOf, RequestError } from "./upstash/request.ts";
import { openRedis } from "./upstash/redis.ts";
import { toJson } from "./upstash/reply.ts";

/** A running gateway. */
export interface UpstashGateway {
  readonly url: string;
  readonly token: string;
  /** Requests so far. */
  readonly requests: number;
  stop(): Promise<void>;
}

/** Where it listens and what stands behind it. */
export interface GatewayOptions {
  readonly redisUrl: string;
  readonly token: string;
  /** 0 takes a free one. */
  readonly port?: number;
  readonly hostname?: string;
}

/** Starts a gateway. */
export async function startUpstashGateway(options: GatewayOptions): Promise<UpstashGateway> {
  const { redisUrl, token, port = 0, hostname = "127.0.0.1" } = options;
  const redis = await openRedis(redisUrl);
  let requests = 0;

  async function answer(request: Request): Promise<Response> {
    const url = new URL(request.url);
    const given = request.headers.get("authorization")?.replace(/^Bearer /i, "") ??
      url.searchParams.get("_token");
    if (!await isSame(given ?? "", token)) {
      return reply({ error: "WRONGPASS invalid or missing auth token" }, 401);
    }
    const base64 = request.headers.get("upstash-encoding") === "base64";
    const one = async (command: Command) => toJson(await redis.send(command), base64);
    try {
      if (url.pathname === "/pipeline") {
        const commands = await commandsOf(request);
        return reply(await Promise.all(commands.map(one)));
      }
      if (url.pathname === "/multi-exec") {
        const result = await redis.transaction(await commandsOf(request));
        return result instanceof Error
          ? reply({ error: result.message }, 400)
          : reply(result.map((part) => toJson(part, base64)));
      }
      const result = await one(await commandOf(request, url));
      return reply(result, "error" in result ? 400 : 200);
    } catch (error) {
      if (error instanceof RequestError) return reply({ error: error.message }, error.status);
      return reply({ error: "ERR the database is not reachable" }, 503);
    }
  }

  const server = Deno.serve({ hostname, port, onListen: () => {} }, (request) => {
    requests++;
    return answer(request);
  });
  return {
    url: `http://${hostname === "0.0.0.0" ? "127.0.0.1" : hostname}:${server.addr.port}`,
    token,
    get requests() {
      return requests;
    },
    async stop() {
      redis.close();
      await server.shutdown();
    },
  };
}

function reply(body: unknown, status = 200): Response {
  return Response.json(body, { status, headers: { "upstash-sync-token": "0" } });
}

/** Compares hashes, so that the time taken tells nothing of the token. */
async function isSame(a: string, b: string): Promise<boolean> {
  const hash = async (text: string) =>
    new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text)));
  const [left, right] = await Promise.all([hash(a), hash(b)]);
  return left.every((byte, i) => byte === right[i]);
}

if (import.meta.main) {
  const token = Deno.env.get("UPSTASH_REDIS_REST_TOKEN") ?? "";
  if (token.length < 16) {
    console.error("UPSTASH_REDIS_REST_TOKEN must have 16 characters or more");
    Deno.exit(2);
  }
  const gateway = await startUpstashGateway({
    redisUrl: Deno.env.get("REDIS_URL") ?? "redis://127.0.0.1:6379",
    token,
    port: Number(Deno.env.get("PORT") ?? "8079"),
    hostname: Deno.env.get("HOST") ?? "127.0.0.1",
  });
  console.log(`Upstash REST in front of Redis on ${gateway.url}`);
  Deno.addSignalListener("SIGTERM", async () => {
    await gateway.stop();
    Deno.exit(0);
  });
}
