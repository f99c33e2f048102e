/**
 * The content of the bulk files, from a simulated world.
 *
 * @module
 */
import type { Simulation } from "../simulation.ts";
import { mapInSlices } from "../slices.ts";
import { AIRSIGMET_HEADER, METAR_HEADER, metarLine, PIREP_HEADER } from "./csv.ts";
import type { FileBuilder } from "./files.ts";
import {
  aircraftElement,
  aircraftLine,
  gairmetElement,
  sigmetElement,
  sigmetLine,
} from "./hazard_files.ts";
import { recordOf } from "./record.ts";
import { BUOYS, stationRow } from "./station_table.ts";
import { envelope, metarElement, tafElement } from "./xml.ts";

/** Builders by file name. */
export function simulatedFiles(simulation: Simulation): Record<string, FileBuilder> {
  const { sites, hazards } = simulation;
  return {
    "metars.cache.csv.gz": async (now) => {
      const lines = await mapInSlices(
        sites,
        (site) => simulation.metars.latest(site, now).map((r) => metarLine(recordOf(r))),
      );
      return csv(METAR_HEADER, lines);
    },
    "metars.cache.xml.gz": async (now) =>
      envelope(
        "metars",
        await mapInSlices(
          sites,
          (site) => simulation.metars.latest(site, now).map((r) => metarElement(recordOf(r))),
        ),
      ),
    "tafs.cache.xml.gz": async (now) =>
      envelope(
        "taf",
        await mapInSlices(sites, (site) => {
          const taf = simulation.tafs.current(site, now);
          return taf === undefined ? [] : [tafElement(taf)];
        }),
      ),
    "airsigmets.cache.csv.gz": async (now) =>
      csv(AIRSIGMET_HEADER, (await hazards.domestic(now)).map(sigmetLine)),
    "airsigmets.cache.xml.gz": async (now) =>
      envelope("airsigmets", (await hazards.domestic(now)).map(sigmetElement)),
    "gairmets.cache.xml.gz": async (now) =>
      envelope("gairmets", (await hazards.gairmets(now)).map(gairmetElement)),
    "aircraftreports.cache.csv.gz": async (now) =>
      csv(PIREP_HEADER, (await hazards.aircraft(now)).map(aircraftLine)),
    "aircraftreports.cache.xml.gz": async (now) =>
      envelope("aircraftreports", (await hazards.aircraft(now)).map(aircraftElement)),
    "stations.cache.json.gz": () => JSON.stringify([...sites.map(stationRow), ...BUOYS]),
  };
}

function csv(header: string, lines: readonly string[]): string {
  return [header, ...lines].join("\n") + "\n";
}
