/**
 * A simulated world with its stations and writers: what the doors serve from.
 *
 * @module
 */
import type { Station } from "../stations/mod.ts";
import { createHazardWriter, type HazardWriter } from "./hazards/mod.ts";
import { createMetarWriter, type MetarWriter } from "./reports.ts";
import { chooseSites, DEFAULT_COUNTS, type Site, type SiteCounts } from "./sites.ts";
import { createTafWriter, type TafWriter } from "./taf/mod.ts";
import { createWorld, type WeatherWorld } from "./world/mod.ts";

/** A world to serve. Deterministic: seed, stations and time give every byte. */
export interface Simulation {
  readonly world: WeatherWorld;
  readonly sites: readonly Site[];
  readonly metars: MetarWriter;
  readonly tafs: TafWriter;
  readonly hazards: HazardWriter;
  site(id: string): Site | undefined;
}

/** What a simulation is made from. */
export interface SimulationOptions {
  /** Any whole number. */
  readonly seed: number;
  readonly stations: Iterable<Station>;
  readonly counts?: SiteCounts;
}

/** A simulation over `stations`. */
export function createSimulation(options: SimulationOptions): Simulation {
  const world = createWorld(options.seed);
  const sites = chooseSites(options.stations, options.counts ?? DEFAULT_COUNTS);
  const byId = new Map(sites.map((site) => [site.station.id, site]));
  return {
    world,
    sites,
    metars: createMetarWriter(world),
    tafs: createTafWriter(world),
    hazards: createHazardWriter(world, sites),
    site: (id) => byId.get(id),
  };
}
