/**
 * What the store needs of a Redis, however it is reached: commands as text, answers as they come.
 *
 * @module
 */
import { StoreError } from "../shared/error.ts";

/** What Redis answers (RESP2): text, whole numbers, nothing, lists of these. */
export type Reply = string | number | null | readonly Reply[];

/** A way to a Redis. */
export interface RedisConnection {
  /** One command. */
  send(args: readonly string[]): Promise<Reply>;
  /** Tells of messages of a channel where the connection can; `null` where it cannot. */
  subscribe:
    | ((channel: string, onMessage: () => void) => Promise<() => Promise<void>>)
    | null;
  close(): Promise<void>;
}

/** What the facets work on. */
export interface RedisContext {
  readonly connection: RedisConnection;
  /** Begins every key: `{aw:live}:`. The braces keep a cluster from scattering what one script needs. */
  readonly prefix: string;
  readonly clock: { now(): number };
}

/** Runs a script: everything in it happens at once, or not at all. */
export function runScript(
  { connection }: RedisContext,
  script: string,
  keys: readonly string[],
  args: readonly string[],
): Promise<Reply> {
  return connection.send(["EVAL", script, String(keys.length), ...keys, ...args]);
}

/** A list of texts, as the answer must be. */
export function texts(reply: Reply): (string | null)[] {
  if (!Array.isArray(reply)) throw unexpected();
  return reply.map((one: Reply) => {
    if (typeof one === "string" || one === null) return one;
    if (typeof one === "number") return String(one);
    throw unexpected();
  });
}

/** A number, as the answer must be. */
export function numberOf(reply: Reply): number {
  const value = typeof reply === "number" ? reply : typeof reply === "string" ? Number(reply) : NaN;
  if (!Number.isFinite(value)) throw unexpected();
  return value;
}

/** Answers that no Redis should give. */
export function unexpected(): StoreError {
  return new StoreError("damaged", "the answer of Redis has another shape than asked for");
}
