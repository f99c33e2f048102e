/**
 * What ingest learns about stations, and how it is kept over a restart.
 *
 * @module
 */
import type { Log } from "../observe/mod.ts";
import type { RawReport } from "../products/raw_report.ts";
import type { Slicer } from "../resilience/mod.ts";
import type { Station, StationDirectory } from "../stations/mod.ts";
import type { StationStore, WritableWorld } from "../store/mod.ts";
import { METRES_PER_FOOT } from "../units/mod.ts";
import type { StationSink } from "./ingest.ts";

/** What it is made of; without a store the table is fetched again after a restart. */
export interface StationNewsOptions {
  readonly directory: StationDirectory;
  readonly world: WritableWorld;
  readonly log: Log;
  readonly store?: StationStore | null;
  /** With it a table is taken in slices. */
  readonly slicer?: Slicer;
}

/** Takes tables of stations and the places of reports into the directory. */
export interface StationNews extends StationSink {
  /** The table taken last, without the stations that are known anyway. */
  readonly table: readonly Station[];
  /** Brings back the table kept before the restart. Never rejects. */
  restore(): Promise<void>;
  /** Resolves when what was learnt last is on disk. */
  settled(): Promise<void>;
}

/** The way from ingest to the directory. A disk that fails costs the memory of the table and nothing else. */
export function createStationNews(options: StationNewsOptions): StationNews {
  const { directory, world, log, store, slicer } = options;
  let writing: Promise<void> = Promise.resolve();
  return {
    noteReports(reports) {
      for (const report of reports) {
        const { stationId: id, position } = report;
        if (id === null || position === undefined) continue;
        directory.noteReported({ id, ...position, elevationFt: elevationFtOf(report) });
      }
      if (directory.publish()) world.noteStations();
    },
    async setTable(stations) {
      if (slicer === undefined) directory.setTable(stations);
      else await directory.takeTable(stations, () => slicer.pause());
      world.noteStations();
      const { table } = directory;
      writing = writing
        .then(() => store?.writeStations(table))
        .catch((error) => log.warn("the table of stations could not be kept", { error }));
    },
    async restore() {
      try {
        const table = await store?.readStations() ?? [];
        if (table.length > 0) directory.setTable(table);
      } catch (error) {
        log.warn("the table of stations could not be read", { error });
      }
    },
    settled: () => writing,
    get table() {
      return directory.table;
    },
  };
}

function elevationFtOf({ attributes }: RawReport): number | null {
  const metres = attributes?.["elevationM"];
  return typeof metres === "number" ? Math.round(metres / METRES_PER_FOOT) : null;
}
