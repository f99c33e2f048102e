/**
 * From answers of Redis to JSON of Upstash.
 *
 * @module
 */
import { Buffer } from "node:buffer";
import type { BytesReply } from "./redis.ts";

/** `{ result }` or `{ error }`. */
export type JsonReply = { readonly result: unknown } | { readonly error: string };

/** Bulk strings in base64 or as text; numbers, `null` and simple strings (`OK`) stay as they are. */
export function toJson(reply: BytesReply, base64: boolean): JsonReply {
  return reply instanceof Error ? { error: reply.message } : { result: shown(reply, base64) };
}

function shown(reply: BytesReply, base64: boolean): unknown {
  if (reply instanceof Error) return reply.message;
  if (reply instanceof Uint8Array) {
    const bytes = Buffer.from(reply.buffer, reply.byteOffset, reply.byteLength);
    return bytes.toString(base64 ? "base64" : "utf8");
  }
  if (Array.isArray(reply)) return reply.map((one) => shown(one, base64));
  // The client takes everything but `OK` for base64.
  if (typeof reply === "string" && reply !== "OK" && base64) {
    return Buffer.from(reply).toString("base64");
  }
  return reply;
}
