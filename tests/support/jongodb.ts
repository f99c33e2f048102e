/**
 * A server that speaks MongoDB's protocol, for a part of it that was tried out: documents by id, upserts,
 * ranges, unique indexes. It never removes by TTL and is wrong about projections and aggregation, which
 * nothing here uses. It is not MongoDB: `MONGODB_URI` makes the same tests run against a real one.
 *
 * @module
 */
import { freePort } from "./loopback.ts";

/** A running server. */
export interface Jongodb {
  readonly uri: string;
  stop(): Promise<void>;
}

const PROGRAM = new URL(
  "../../node_modules/@jongodb/memory-server-bin-linux-x64-gnu/bin/jongodb",
  import.meta.url,
);

/** Whether it can run here: Linux on x64 with glibc. */
export function hasJongodb(): boolean {
  if (Deno.build.target !== "x86_64-unknown-linux-gnu") return false;
  try {
    return Deno.statSync(PROGRAM).isFile;
  } catch {
    return false;
  }
}

/** Starts it on a free port of the loopback. */
export async function startJongodb(): Promise<Jongodb> {
  const port = freePort();
  const child = new Deno.Command(PROGRAM.pathname, {
    args: ["--host=127.0.0.1", `--port=${port}`],
    stdin: "null",
    stdout: "piped",
    stderr: "null",
  }).spawn();
  const lines = child.stdout.pipeThrough(new TextDecoderStream() as never) as ReadableStream<
    string
  >;
  const reader = lines.getReader();
  let said = "";
  while (!said.includes("JONGODB_URI=")) {
    const { value, done } = await reader.read();
    if (done) throw new Error("the server ended before it listened");
    said += value;
  }
  return {
    uri: `mongodb://127.0.0.1:${port}/test`,
    async stop() {
      try {
        child.kill("SIGKILL");
      } catch {
        // It has ended already.
      }
      await reader.cancel();
      await child.status;
    },
  };
}
