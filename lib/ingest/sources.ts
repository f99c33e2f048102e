/**
 * The providers as the configuration wants them: feeds to poll, sources to fall back on, and how they are doing.
 *
 * @module
 */
import type { Config } from "../config/mod.ts";
import type { Health, Log, Metrics, ProviderSample } from "../observe/mod.ts";
import { isInConflict } from "../products/raw_report.ts";
import {
  type AskedProduct,
  type AwcQuery,
  createDailyBudget,
  createProviders,
  createStationSources,
  type DailyBudget,
  type Feed,
  type Quarantine,
  type SharedCounter,
  type StationSource,
} from "../providers/mod.ts";
import { createHttpClient, type HttpClient, type Queue, type Slicer } from "../resilience/mod.ts";
import type { WritableWorld } from "../store/mod.ts";
import { type Clock, MINUTE_MS } from "../time/mod.ts";
import { AskedStations } from "./asked_stations.ts";
import { createBackupFeeds } from "./backup_feeds.ts";
import { Failover } from "./failover.ts";

/** What the sources are made of beside the configuration. */
export interface SourcesOptions {
  readonly world: WritableWorld;
  readonly clock: Clock;
  readonly log: Log;
  readonly metrics: Metrics;
  readonly health: Health;
  readonly slicer: Slicer;
  readonly queue: Queue;
  readonly fetch: typeof fetch;
  readonly userAgent: string;
  readonly quarantine: Quarantine;
  /** Over everything that one question to a polled feed takes, milliseconds; the provider's own by default. */
  readonly feedDeadlineMs?: () => number;
  /** Counts the calls of providers with a quota, over restarts and for all nodes. */
  readonly counter: SharedCounter;
}

/** The sources, wired. */
export interface Sources {
  /** First those that are polled, then those that rest until they are needed. */
  readonly feeds: readonly Feed[];
  readonly failover: Failover;
  /** To be told of each station that a reader asks for. */
  readonly asked: AskedStations;
  readonly awcQuery: AwcQuery;
  /**
   * Whether the query of METARs is wanted for nothing current now, so that it may be asked for the past.
   *
   * @param polls whether this node asks for what is current: one that does not has nothing due, whatever is missing
   */
  isQueryFree(polls: boolean): boolean;
  sample(): ProviderSample;
}

const PRODUCTS: readonly AskedProduct[] = ["metar", "taf"];
const NO_BUDGETS: Readonly<Record<string, number>> = {};
/** The files in which the first provider's reports come, as their breakers are named. */
const FILES: Readonly<Record<AskedProduct, string>> = { metar: "metars.cache", taf: "tafs.cache" };

/** Makes the sources of `config`. */
export function createSources(config: Config, options: SourcesOptions): Sources {
  const { world, clock, log, metrics, health, slicer } = options;
  const client = createHttpClient({
    fetch: options.fetch,
    clock,
    userAgent: options.userAgent,
    onAttempt: (status, provider) => metrics.providerCall(provider, status),
  });
  const simulated = config.weatherSource !== "live";
  const budget = config.checkwxKey === "" ? null : createDailyBudget({
    name: "checkwx",
    perDay: config.checkwxCalls,
    clock,
    counter: options.counter,
    onError: (error) =>
      log.warn("the budget of checkwx cannot be read; it is not asked", { error }),
  });
  const { sources, awcQuery } = stationSources(config, options, client, budget, simulated);
  const asked = new AskedStations(clock);
  const failover = new Failover({
    world,
    clock,
    asked,
    sources,
    afterMs: config.failoverSeconds * 1000,
    maxStations: config.failoverStations,
    alwaysFirst: config.primaryApi === "checkwx" && budget !== null,
    onChange: (product, reason) =>
      reason === null
        ? log.info("failover over: the first source is well again", { product })
        : log.warn("failover: other sources are asked", { product, reason }),
    isBreakerOpen: (product) =>
      client.endpoints().some(({ provider, endpoint, breaker }) =>
        provider === "awc" && breaker === "open" && endpoint.includes(FILES[product])
      ),
  });
  const polled = createProviders({
    awc: {
      client,
      clock,
      slicer,
      queue: options.queue,
      baseUrl: config.awcBaseUrl,
      simulated,
      degraded: config.primaryApi !== "awc" && budget !== null,
      intervalMs: intervalsOf(config),
      quarantine: options.quarantine,
      heldWinds: () => world.hazards("windsAloft").map(({ raw }) => raw),
      get deadlineMs() {
        return options.feedDeadlineMs?.();
      },
    },
  });
  health.add("failover", () => {
    const active = PRODUCTS.filter((product) => isStandIn(failover.reason(product)));
    return active.length === 0 ? { state: "ok" } : {
      state: "degraded",
      detail: `other providers are asked for ${active.join(", ")}, for a few stations`,
    };
  });
  return {
    feeds: [
      ...polled.flatMap((provider) => provider.feeds),
      ...createBackupFeeds(failover, sources),
    ],
    failover,
    asked,
    awcQuery,
    isQueryFree: (polls) =>
      sources.length > 0 && !isStandIn(failover.reason("metar")) &&
      (!polls || failover.due("metar", awcQuery).length === 0),
    sample: () => ({
      failover: Object.fromEntries(
        PRODUCTS.map((one) => {
          const reason = failover.reason(one);
          return [one, isStandIn(reason) ? reason : null];
        }),
      ),
      budgets: budget === null ? NO_BUDGETS : { checkwx: budget.remaining },
      endpoints: client.endpoints(),
      conflicts: Object.fromEntries(PRODUCTS.map((one) => [one, conflictsOf(world, one)])),
    }),
  };
}

/** What is configured is no emergency. */
function isStandIn(reason: ReturnType<Failover["reason"]>): boolean {
  return reason !== null && reason !== "configured";
}

function conflictsOf(world: WritableWorld, product: AskedProduct): number {
  let count = 0;
  for (const held of world.decodedReports(product)) if (isInConflict(held)) count++;
  return count;
}

function intervalsOf(config: Config) {
  const hazards = config.hazardSeconds * 1000;
  return {
    metar: config.metarSeconds * 1000,
    taf: config.tafSeconds * 1000,
    pirep: hazards,
    sigmet: hazards,
    gairmet: hazards,
    // Queries and no files: at most once a minute.
    isigmet: Math.max(hazards, MINUTE_MS),
    cwa: Math.max(hazards, MINUTE_MS),
    stations: config.stationSeconds * 1000,
  };
}

function stationSources(
  config: Config,
  { clock, log, slicer, quarantine }: SourcesOptions,
  client: HttpClient,
  budget: DailyBudget | null,
  simulated: boolean,
): { readonly sources: readonly StationSource[]; readonly awcQuery: AwcQuery } {
  const first = budget === null ? "awc" : config.primaryApi;
  const made = createStationSources({
    awcQuery: {
      client,
      clock,
      slicer,
      baseUrl: config.awcBaseUrl,
      simulated,
      degraded: first !== "awc",
    },
    checkwx: budget === null ? null : {
      client,
      clock,
      budget,
      quarantine,
      baseUrl: config.checkwxBaseUrl,
      apiKey: config.checkwxKey,
      simulated,
      degraded: first !== "checkwx",
      onRefused: (reason) => log.error("CheckWX refuses the key: not asked again", { reason }),
    },
    // A simulated world has no business with real servers: the text files are asked where the simulator is.
    noaa: {
      client,
      clock,
      baseUrl: simulated ? `${config.awcBaseUrl}/data` : config.noaaBaseUrl,
      simulated,
      degraded: true,
    },
  }, first);
  // Recorded bulletins end some time; nobody else has that weather.
  return config.weatherSource === "replay" ? { ...made, sources: [] } : made;
}
