/**
 * The content of the bulk files, from a simulated world.
 *
 * @module
 */
import type { Simulation } from "../simulation.ts";
import { mapInSlices } from "../slices.ts";
import { METAR_HEADER, metarLine } from "./csv.ts";
import type { FileBuilder } from "./files.ts";
import { recordOf } from "./record.ts";
import { BUOYS, stationRow } from "./station_table.ts";
import { envelope, metarElement, tafElement } from "./xml.ts";

/** Builders by file name. */
export function simulatedFiles(simulation: Simulation): Record<string, FileBuilder> {
  const { sites } = simulation;
  return {
    "metars.cache.csv.gz": async (now) => {
      const lines = await mapInSlices(
        sites,
        (site) => simulation.metars.latest(site, now).map((r) => metarLine(recordOf(r))),
      );
      return `${METAR_HEADER}\n${lines.join("\n")}\n`;
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
    "stations.cache.json.gz": () => JSON.stringify([...sites.map(stationRow), ...BUOYS]),
  };
}
