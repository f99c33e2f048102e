/**
 * `deno task replay FILE…`: recorded bulletins through the whole path, HTTP to page, with the clock set to
 * their time. `--once` reads them, prints the numbers and ends: 1 where anything failed.
 *
 * @module
 */
import { createService, type Service } from "../lib/app.ts";
import { type Config, readConfig } from "../lib/config/mod.ts";
import { handleProcess, serve } from "../lib/http/mod.ts";
import { createReplayServer, type RecordedFile, serveWire } from "../lib/simulator/mod.ts";
import { toIso } from "../lib/time/mod.ts";

/** What a replay came to. */
export interface ReplayNumbers {
  readonly clock: string;
  readonly recorded: { readonly metar: number; readonly taf: number };
  readonly stations: number;
  readonly decoded: number;
  /** Reports with a token that no rule claimed, and the number of such tokens. */
  readonly withUnparsed: number;
  readonly unparsedTokens: number;
  readonly refused: number;
  /** Feeds of recorded products that failed. */
  readonly failures: readonly string[];
}

/** Reads everything once and counts. */
export async function replayOnce(
  service: Pick<Service, "ingest" | "reports">,
  recorded: ReplayNumbers["recorded"],
): Promise<ReplayNumbers> {
  const results = await service.ingest.pollAll();
  const { world } = service.reports;
  let refused = 0;
  for (const result of results) {
    if (result.kind !== "accepted") continue;
    for (const count of Object.values(result.tally.refusals)) refused += count;
  }
  let decoded = 0;
  let withUnparsed = 0;
  let unparsedTokens = 0;
  let stations = 0;
  for (const stationId of world.stationIds()) {
    stations++;
    for (const held of [world.metar(stationId), world.taf(stationId)]) {
      if (held === undefined) continue;
      decoded++;
      unparsedTokens += held.decoded.unparsed.length;
      if (held.decoded.unparsed.length > 0) withUnparsed++;
    }
  }
  const failures = world.feeds()
    .filter((feed) => feed.error !== null)
    .filter((feed) => recorded[feed.product as "metar" | "taf"] > 0)
    .map((feed) => `${feed.product}: ${feed.error}`);
  const clock = toIso(service.reports.now());
  return { clock, recorded, stations, decoded, withUnparsed, unparsedTokens, refused, failures };
}

function printed(numbers: ReplayNumbers): string {
  const percent = (100 * numbers.withUnparsed / Math.max(1, numbers.decoded)).toFixed(2);
  return [
    `clock      ${numbers.clock}`,
    `recorded   ${numbers.recorded.metar} METAR, ${numbers.recorded.taf} TAF`,
    `stations   ${numbers.stations}`,
    `decoded    ${numbers.decoded}`,
    `unparsed   ${numbers.withUnparsed} reports (${percent} %), ${numbers.unparsedTokens} tokens`,
    `refused    ${numbers.refused} (no time, years old, another station)`,
    ...numbers.failures.map((failure) => `FAILED     ${failure}`),
  ].join("\n");
}

async function readFiles(paths: readonly string[]): Promise<RecordedFile[]> {
  return await Promise.all(
    paths.map(async (path) => ({ name: path, bytes: await Deno.readFile(path) })),
  );
}

/** The configuration of a replay: no snapshot, since recorded weather is never loaded again. */
function configFor(provider: string): Config {
  const result = readConfig();
  if (!result.ok) {
    for (const error of result.errors) console.error(error.message);
    Deno.exit(2);
  }
  return {
    ...result.config,
    weatherSource: "replay",
    awcBaseUrl: provider,
    snapshotSeconds: 0,
    // A history for as long as the replay runs; its times are long past, so that none of it may be swept.
    store: "memory",
    historyDays: 3650,
    drainDelayMs: 0,
    logLevel: "error",
  };
}

async function main(args: readonly string[]): Promise<number> {
  const once = args.includes("--once");
  const paths = args.filter((arg) => arg !== "--once");
  if (paths.length === 0) {
    console.error("usage: deno task replay [--once] FILE…   (AWC METAR or TAF files, CSV or XML)");
    return 2;
  }
  const replay = await createReplayServer(await readFiles(paths));
  const wire = serveWire({ port: 0, handler: replay.handler });
  const config = configFor(wire.url);
  const service = await createService(config, {
    clock: replay.clock,
    pages: once ? "none" : "build",
  });
  const numbers = await replayOnce(service, replay.counts);
  console.log(printed(numbers));
  const failed = numbers.failures.length > 0 || numbers.decoded === 0;
  if (!once) {
    const running = serve(service, config);
    handleProcess(service, running);
    console.log(`\nREPLAYED weather of ${numbers.clock} on http://${config.host}:${running.port}`);
    console.log("It is old: every page and answer says so. Ctrl-C stops it.");
    await running.ended;
  } else await service.stop();
  await wire.close();
  return failed ? 1 : 0;
}

if (import.meta.main) Deno.exit(await main(Deno.args));
