/**
 * `deno task smoke ADDRESS [STATION]`: asks a deployed service, from outside, whether it does what it should. Changes nothing.
 *
 * Prints one line for each check and ends with 1 when one failed. `--allow-simulated` for a demo.
 *
 * @module
 */

/** What a check found. `null`: all well; else what is wrong, in words for an operator. */
type Finding = string | null;

/** One thing that a deployed service must do. */
export interface Check {
  readonly name: string;
  readonly run: (ask: Ask) => Promise<Finding>;
}

/** Asks for a path of the service. Redirects are not followed; ten seconds at most. */
export type Ask = (path: string, init?: RequestInit) => Promise<Response>;

/** Asks `address`, which is an origin: `https://weather.example.org`. */
export function askOf(address: string): Ask {
  return (path, init) =>
    fetch(new URL(path, address), {
      redirect: "manual",
      signal: AbortSignal.timeout(10_000),
      ...init,
    });
}

/** The checks, for a station that reports. */
export function checks(station: string, options: { allowSimulated: boolean }): Check[] {
  return [
    { name: "it lives", run: async (ask) => expectStatus(await ask("/api/health"), 200) },
    { name: "it is ready", run: async (ask) => await expectReady(await ask("/api/ready")) },
    { name: "the METAR feed is in time", run: async (ask) => await feedInTime(ask) },
    {
      name: `METAR of ${station}: verbatim, with its age and source`,
      run: async (ask) => await completeMetar(ask, station, options.allowSimulated),
    },
    { name: "an unchanged answer is 304", run: async (ask) => await notModified(ask, station) },
    {
      name: "a bad question gets a clear answer",
      run: async (ask) => await clearProblem(ask),
    },
    {
      name: `the page of ${station} shows the raw report`,
      run: async (ask) => await pageShowsRaw(ask, station),
    },
    { name: "headers that protect the page", run: async (ask) => await safeHeaders(ask) },
    { name: "metrics are not public", run: async (ask) => await privateMetrics(ask) },
  ];
}

async function expectStatus(response: Response, status: number): Promise<Finding> {
  await response.body?.cancel();
  return response.status === status ? null : `${response.status} instead of ${status}`;
}

async function expectReady(response: Response): Promise<Finding> {
  const { parts = [] } = await response.json().catch(() => ({}));
  if (response.status === 200) return null;
  const failed = parts.filter((part: { state: string }) => part.state === "failed");
  return failed.map((part: { name: string; detail?: string }) => `${part.name}: ${part.detail}`)
    .join("; ") || `status ${response.status}`;
}

async function feedInTime(ask: Ask): Promise<Finding> {
  const answer = await (await ask("/api/v1/feeds")).json();
  const feed = answer.feeds?.find((one: { product: string }) => one.product === "metar");
  if (feed === undefined) return "no METAR feed is named";
  if (!feed.succeededAt) return "it has never answered";
  const minutes = (Date.now() - Date.parse(feed.succeededAt)) / 60_000;
  return minutes < 10 ? null : `the last accepted file is ${Math.round(minutes)} minutes old`;
}

async function completeMetar(ask: Ask, station: string, allowSimulated: boolean): Promise<Finding> {
  const response = await ask(`/api/v1/metar/${station}`);
  const answer = await response.json();
  const report = answer.reports?.[0];
  if (report === undefined) {
    return `no report of ${station}: ${JSON.stringify(answer).slice(0, 200)}`;
  }
  for (const name of ["raw", "observedAt", "receivedAt", "provider", "freshness"]) {
    if (report[name] === undefined) return `the report lacks ${name}`;
  }
  if (!String(report.raw).includes(station)) {
    return `the raw report is of another station: ${report.raw}`;
  }
  if (report.simulated !== false && !allowSimulated) return "the weather is simulated";
  return null;
}

async function notModified(ask: Ask, station: string): Promise<Finding> {
  const first = await ask(`/api/v1/metar/${station}`);
  await first.body?.cancel();
  const etag = first.headers.get("etag");
  if (etag === null) return "no ETag";
  const headers = { "if-none-match": etag };
  // Between two minutes the answer may truly change: asked twice before it counts.
  const again = await expectStatus(await ask(`/api/v1/metar/${station}`, { headers }), 304);
  return again === null ? null : `ETag ${etag}: ${again}`;
}

async function clearProblem(ask: Ask): Promise<Finding> {
  const response = await ask("/api/v1/metar/NOT-A-STATION");
  const type = response.headers.get("content-type") ?? "";
  const problem = await response.json().catch(() => ({}));
  if (response.status !== 400) return `status ${response.status} instead of 400`;
  if (!type.startsWith("application/problem+json")) return `content type ${type}`;
  return problem.detail ? null : "the problem has no detail";
}

async function pageShowsRaw(ask: Ask, station: string): Promise<Finding> {
  const response = await ask(`/${station}`);
  const text = await response.text();
  if (response.status !== 200) return `status ${response.status}`;
  return text.includes(station) && /class="raw/.test(text) ? null : "the page has no raw report";
}

async function safeHeaders(ask: Ask): Promise<Finding> {
  const response = await ask("/about");
  await response.body?.cancel();
  const policy = response.headers.get("content-security-policy") ?? "";
  if (!policy.includes("default-src 'none'")) return "no closed Content-Security-Policy";
  if (policy.includes("unsafe-inline")) return "the policy allows inline scripts or styles";
  if (response.headers.get("x-content-type-options") !== "nosniff") return "no nosniff";
  const isHttps = response.url.startsWith("https:");
  return isHttps && !response.headers.has("strict-transport-security") ? "no HSTS" : null;
}

async function privateMetrics(ask: Ask): Promise<Finding> {
  const response = await ask("/metrics");
  await response.body?.cancel();
  return response.status === 200 ? "anybody can read /metrics" : null;
}

/** Runs the checks one after the other; gives how many failed. */
export async function runChecks(
  ask: Ask,
  list: readonly Check[],
  print: (line: string) => void,
): Promise<number> {
  let failed = 0;
  for (const { name, run } of list) {
    const finding = await run(ask).catch((error) => String(error));
    if (finding !== null) failed++;
    print(finding === null ? `ok      ${name}` : `FAILED  ${name}: ${finding}`);
  }
  return failed;
}

if (import.meta.main) {
  const [address, station = "KJFK"] = Deno.args.filter((word) => !word.startsWith("--"));
  if (address === undefined || !URL.canParse(address)) {
    console.error("usage: deno task smoke https://weather.example.org [KJFK] [--allow-simulated]");
    Deno.exit(2);
  }
  const allowSimulated = Deno.args.includes("--allow-simulated");
  const list = checks(station.toUpperCase(), { allowSimulated });
  const failed = await runChecks(askOf(address), list, (line) => console.log(line));
  console.log(failed === 0 ? "all well" : `${failed} of ${list.length} failed`);
  Deno.exit(failed === 0 ? 0 : 1);
}
