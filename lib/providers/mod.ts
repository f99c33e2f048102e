/**
 * The providers, in order of preference: a new one is a folder here and a line in the registry.
 *
 * @module
 */
import { type AwcOptions, createAwcProvider } from "./awc/mod.ts";
import type { Provider } from "./provider.ts";

export type { Feed, FeedAnswer, Provider, Quarantine, SkippedRows } from "./provider.ts";
export { SIMULATED_HEADER } from "./awc/mod.ts";

/** What the providers are made of, by their names. */
export interface ProviderOptions {
  readonly awc: AwcOptions;
}

/** The names in order of preference: with two texts for one station and time the earlier one is shown. */
export const PROVIDER_ORDER = ["awc"] as const;

/** All providers. */
export function createProviders(options: ProviderOptions): readonly Provider[] {
  return [createAwcProvider(options.awc)];
}
