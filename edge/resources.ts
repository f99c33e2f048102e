/**
 * All resources that are read: one line for each.
 *
 * @module
 */
import { airportResource } from "./airport.ts";
import { askResource } from "./ask.ts";
import { briefingResource } from "./briefing.ts";
import { feedsResource } from "./feeds.ts";
import { HAZARD_RESOURCES } from "./hazards.ts";
import { metarResource } from "./metar.ts";
import type { ReadResource } from "./resource.ts";
import { stationResource, stationsResource } from "./stations.ts";
import { tafResource } from "./taf.ts";

export const READ_RESOURCES: readonly ReadResource[] = [
  metarResource,
  tafResource,
  airportResource,
  ...HAZARD_RESOURCES,
  briefingResource,
  askResource,
  stationsResource,
  stationResource,
  feedsResource,
];
