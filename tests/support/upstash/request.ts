/**
 * From requests to commands.
 *
 * @module
 */

/** A command with its arguments. */
export type Command = readonly [string, ...string[]];

/** A request that is refused. */
export class RequestError extends Error {
  readonly status: number;
  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

const MAX_BODY_BYTES = 10 * 1024 * 1024;
const MAX_COMMANDS = 1_000;

/** What Upstash does not offer over REST: it would block, or govern the server. */
const REFUSED = new Set(
  ("BLMOVE BLMPOP BLPOP BRPOP BRPOPLPUSH BZMPOP BZPOPMAX BZPOPMIN CLIENT CLUSTER CONFIG DEBUG FAILOVER MIGRATE " +
    "MODULE MONITOR MULTI EXEC DISCARD WATCH UNWATCH PSUBSCRIBE PSYNC QUIT REPLICAOF RESET SAVE BGSAVE SHUTDOWN " +
    "SLAVEOF SSUBSCRIBE SUBSCRIBE SYNC WAIT").split(" "),
);

/** The one command of a request: a list as the body, or the path with a body or query behind it. */
export async function commandOf(request: Request, url: URL): Promise<Command> {
  if (url.pathname === "/") return toCommand(await readJson(request));
  const parts = url.pathname.slice(1).split("/").map(decodeURIComponent);
  const body = request.method === "POST" ? await readText(request) : "";
  const options = [...url.searchParams].filter(([name]) => name !== "_token")
    .flatMap(([name, value]) => value === "" ? [name] : [name, value]);
  return toCommand([...parts, ...(body === "" ? [] : [body]), ...options]);
}

/** The list of commands of a request. */
export async function commandsOf(request: Request): Promise<Command[]> {
  const body = await readJson(request);
  if (!Array.isArray(body) || body.length === 0) {
    throw new RequestError(400, "ERR empty pipeline request");
  }
  if (body.length > MAX_COMMANDS) throw new RequestError(400, "ERR too many commands");
  return body.map(toCommand);
}

function toCommand(parts: unknown): Command {
  if (!Array.isArray(parts) || parts.length === 0) {
    throw new RequestError(400, "ERR failed to parse command");
  }
  const args = parts.map((part) => typeof part === "object" ? JSON.stringify(part) : String(part));
  const name = args[0]!.toUpperCase();
  if (REFUSED.has(name)) {
    throw new RequestError(400, `ERR Command is not available: '${args[0]}'`);
  }
  return args as [string, ...string[]];
}

async function readJson(request: Request): Promise<unknown> {
  try {
    return JSON.parse(await readText(request));
  } catch (error) {
    if (error instanceof RequestError) throw error;
    throw new RequestError(400, "ERR failed to parse JSON");
  }
}

async function readText(request: Request): Promise<string> {
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength;
    if (size > MAX_BODY_BYTES) throw new RequestError(413, "ERR max request size exceeded");
    chunks.push(chunk as Uint8Array<ArrayBuffer>);
  }
  return await new Blob(chunks).text();
}
