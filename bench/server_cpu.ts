/**
 * Measures what one request costs a server process: CPU time from `/proc`, and requests per second with
 * `wrk` on the other core. Linux only.
 *
 * @module
 */

/** Clock ticks a second in `/proc/PID/stat` (`getconf CLK_TCK`: 100 on every Linux that Deno runs on). */
const TICKS_PER_SECOND = 100;

/** One measurement. */
export interface Measurement {
  /** Server CPU (user and system) per request, microseconds. */
  readonly cpuMicroseconds: number;
  readonly requestsPerSecond: number;
  readonly requests: number;
  /** Answers that were neither 2xx nor 3xx. */
  readonly errors: number;
}

/** A file of the kernel on a process. Deno reads these itself only with every permission. */
async function readProc(pid: number, name: "stat" | "status"): Promise<string> {
  const { stdout } = await new Deno.Command("cat", { args: [`/proc/${pid}/${name}`] }).output();
  return new TextDecoder().decode(stdout);
}

/** CPU seconds that the process `pid` has used, user and system, all threads. */
export async function cpuSeconds(pid: number): Promise<number> {
  const stat = await readProc(pid, "stat");
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND;
}

/** Resident memory of the process `pid` in megabytes (10⁶ bytes). */
export async function residentMegabytes(pid: number): Promise<number> {
  const status = await readProc(pid, "status");
  return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1] ?? NaN) * 1024 / 1e6;
}

/** Loads `url` with wrk (one thread, `connections` connections, pinned to `core`) and reads the server's CPU. */
export async function loadWithWrk(options: {
  readonly url: string;
  readonly pid: number;
  readonly seconds: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly connections?: number;
  readonly core?: number;
}): Promise<Measurement> {
  const headers = Object.entries(options.headers ?? {}).flatMap(([k, v]) => ["-H", `${k}: ${v}`]);
  const before = await cpuSeconds(options.pid);
  const { stdout, success } = await new Deno.Command("taskset", {
    args: [
      "-c",
      String(options.core ?? 1),
      "wrk",
      "-t1",
      `-c${options.connections ?? 32}`,
      `-d${options.seconds}s`,
      ...headers,
      options.url,
    ],
    stdout: "piped",
    stderr: "inherit",
  }).output();
  const used = await cpuSeconds(options.pid) - before;
  const text = new TextDecoder().decode(stdout);
  if (!success) throw new Error(`wrk failed for ${options.url}: ${text}`);
  const requests = Number(/(\d+) requests in/.exec(text)?.[1] ?? 0);
  return {
    cpuMicroseconds: used / requests * 1e6,
    requestsPerSecond: Number(/Requests\/sec:\s+([\d.]+)/.exec(text)?.[1] ?? NaN),
    requests,
    errors: Number(/Non-2xx or 3xx responses: (\d+)/.exec(text)?.[1] ?? 0),
  };
}

/** Asks each URL once, `concurrency` at a time: for answers that must be made anew each time. */
export async function loadOnce(options: {
  readonly urls: readonly string[];
  readonly pid: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly concurrency?: number;
}): Promise<Measurement> {
  const before = await cpuSeconds(options.pid);
  const started = performance.now();
  let next = 0;
  let errors = 0;
  const worker = async () => {
    while (next < options.urls.length) {
      const response = await fetch(options.urls[next++]!, { headers: options.headers });
      await response.arrayBuffer();
      if (response.status >= 400) errors++;
    }
  };
  await Promise.all(Array.from({ length: options.concurrency ?? 16 }, worker));
  const used = await cpuSeconds(options.pid) - before;
  return {
    cpuMicroseconds: used / options.urls.length * 1e6,
    requestsPerSecond: options.urls.length / (performance.now() - started) * 1000,
    requests: options.urls.length,
    errors,
  };
}

/** The middle one of an odd number of values. */
export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;
}
