/**
 * The providers, in order of preference: a new one is a folder here and a line in the registry.
 *
 * @module
 */
import { type AwcOptions, createAwcProvider } from "./awc/mod.ts";
import { type AwcQuery, type AwcQueryOptions, createAwcQuery } from "./awc/query.ts";
import { type CheckWxOptions, createCheckWx } from "./checkwx/mod.ts";
import { createNoaa, type NoaaOptions } from "./noaa/mod.ts";
import type { Provider } from "./provider.ts";
import type { StationSource } from "./station_source.ts";

export type { Feed, FeedAnswer, Provider, Quarantine, SkippedRows } from "./provider.ts";
export type { AskedProduct, SourceAnswer, StationSource } from "./station_source.ts";
export {
  createDailyBudget,
  createMemoryCounter,
  type DailyBudget,
  type SharedCounter,
} from "./daily_budget.ts";
export { type AwcQuery, MAX_ENTRIES } from "./awc/query.ts";
export { SIMULATED_HEADER } from "./answer_headers.ts";

/** What the providers are made of, by their names. */
export interface ProviderOptions {
  readonly awc: AwcOptions;
}

/** What the sources asked by station are made of, by their names; one without options is not used. */
export interface SourceOptions {
  readonly awcQuery: AwcQueryOptions;
  readonly checkwx: CheckWxOptions | null;
  readonly noaa: NoaaOptions | null;
}

/** The names in order of preference: with two texts for one station and time the earlier one is shown. */
export const PROVIDER_ORDER = ["awc", "checkwx", "noaa"] as const;

/** Which provider may be the first one. */
export type FirstProvider = "awc" | "checkwx";

/** All providers that are polled. */
export function createProviders(options: ProviderOptions): readonly Provider[] {
  return [createAwcProvider(options.awc)];
}

/** The sources asked by station, in the order in which they are asked. */
export function createStationSources(
  options: SourceOptions,
  first: FirstProvider,
): { readonly sources: readonly StationSource[]; readonly awcQuery: AwcQuery } {
  const awcQuery = createAwcQuery(options.awcQuery);
  const checkwx = options.checkwx && createCheckWx(options.checkwx);
  const noaa = options.noaa && createNoaa(options.noaa);
  const order = first === "checkwx" ? [checkwx, awcQuery, noaa] : [awcQuery, checkwx, noaa];
  return { sources: order.filter((one) => one !== null), awcQuery };
}
