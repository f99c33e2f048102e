/**
 * Load by wrk, and what it says of it.
 *
 * @module
 */

/** What wrk counted. */
export interface Load {
  readonly requests: number;
  readonly perSecond: number;
  /** Milliseconds. */
  readonly p99: number;
  /** Answers that were neither 2xx nor 3xx. */
  readonly failed: number;
  /** Connections and requests that got no answer. */
  readonly socketErrors: number;
}

/** A load that goes on until it is ended. */
export interface RunningLoad {
  /** Ends it and gives what was counted. */
  end(): Promise<Load>;
}

/** Starts `connections` clients that ask for `url` as fast as they can, for at most `seconds`. */
export function startLoad(
  wrk: string,
  url: string,
  connections: number,
  seconds: number,
  more: readonly string[] = [],
): RunningLoad {
  const child = spawn(wrk, url, connections, seconds, more);
  return {
    async end() {
      try {
        child.kill("SIGINT");
      } catch {
        // Its time is over.
      }
      const { stdout } = await child.output();
      return readLoad(new TextDecoder().decode(stdout));
    },
  };
}

/** The load of `seconds` seconds. */
export async function load(
  wrk: string,
  url: string,
  connections: number,
  seconds: number,
): Promise<Load> {
  const { stdout } = await spawn(wrk, url, connections, seconds).output();
  return readLoad(new TextDecoder().decode(stdout));
}

function spawn(
  wrk: string,
  url: string,
  connections: number,
  seconds: number,
  more: readonly string[] = [],
): Deno.ChildProcess {
  return new Deno.Command(wrk, {
    args: [
      ...["-t1", `-c${connections}`, `-d${seconds}s`, "--latency", "--timeout", "10s"],
      ...more,
      url,
    ],
    stdout: "piped",
    stderr: "null",
  }).spawn();
}

/** Reads wrk's summary; throws where it is none. */
function readLoad(text: string): Load {
  const p99 = /99%\s+([\d.]+)(us|ms|s)/.exec(text);
  const requests = /(\d+) requests in/.exec(text);
  const perSecond = /Requests\/sec:\s+([\d.]+)/.exec(text);
  if (p99 === null || requests === null || perSecond === null) {
    throw new Error(`not a summary of wrk:\n${text}`);
  }
  const errors = /Socket errors: connect (\d+), read (\d+), write (\d+), timeout (\d+)/.exec(text);
  const scale = { us: 0.001, ms: 1, s: 1000 }[p99[2] as "us" | "ms" | "s"];
  return {
    requests: Number(requests[1]),
    perSecond: Number(perSecond[1]),
    p99: Number(p99[1]) * scale,
    failed: Number(/Non-2xx or 3xx responses: (\d+)/.exec(text)?.[1] ?? 0),
    socketErrors: errors === null
      ? 0
      : errors.slice(1).reduce((sum, count) => sum + Number(count), 0),
  };
}
