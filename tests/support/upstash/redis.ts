/**
 * The Redis behind the gateway: answers in bytes, errors as values.
 *
 * @module
 */
import { Buffer } from "node:buffer";
import { createClient, ErrorReply, RESP_TYPES } from "@redis/client";
import type { Command } from "./request.ts";

/** What Redis answered. A simple string (`OK`) is a string, a bulk string its bytes. */
export type BytesReply = string | number | null | Uint8Array | Error | readonly BytesReply[];

/** Commands by bytes. The mapping must be given with each command: `withTypeMapping` does not reach `sendCommand`. */
const IN_BYTES = { typeMapping: { [RESP_TYPES.BLOB_STRING]: Buffer } };

/** Connects. */
export async function openRedis(url: string) {
  const options = { url, disableOfflineQueue: true } as const;
  const client = createClient(options);
  client.on("error", () => {});
  await client.connect();
  /** Transactions need a connection of their own: nothing may come between their commands. */
  const own = client.duplicate();
  own.on("error", () => {});
  await own.connect();
  let last: Promise<unknown> = Promise.resolve();

  const on = async (one: typeof client, command: readonly string[]): Promise<BytesReply> => {
    try {
      return await one.sendCommand(command as string[], IN_BYTES) as unknown as BytesReply;
    } catch (error) {
      if (error instanceof ErrorReply) return error;
      throw error;
    }
  };

  async function transact(commands: readonly Command[]): Promise<Error | readonly BytesReply[]> {
    await on(own, ["MULTI"]);
    const queued = await Promise.all(commands.map((command) => on(own, command)));
    const result = await on(own, ["EXEC"]);
    if (result instanceof Error) return queued.find((one) => one instanceof Error) ?? result;
    return result as readonly BytesReply[];
  }

  return {
    send: (command: Command) => on(client, command),
    /** The answers of all commands, or the error for which none of them was run. */
    transaction(commands: readonly Command[]): Promise<Error | readonly BytesReply[]> {
      const result = last.then(() => transact(commands));
      last = result.catch(() => {});
      return result;
    },
    close() {
      for (const one of [client, own]) if (one.isOpen) one.destroy();
    },
  };
}
