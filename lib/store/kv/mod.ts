/**
 * Snapshots in Deno KV: a file in the data folder, without any database to run.
 *
 * @module
 */
import { createSlicer, type Slicer, UNSLICED } from "../../resilience/mod.ts";
import type { SnapshotStore, StationStore, WorldSnapshot } from "../snapshot.ts";
import { readBytes, writeBytes } from "./chunks.ts";
import { packSnapshot, packStations, unpackSnapshot, unpackStations } from "./snapshot_text.ts";

/** Raised when what is written changes its meaning: an older form is left alone. */
const FORM = 1;
const NAME = "world";
const STATIONS = "stations";

interface About {
  readonly form: number;
  readonly source: string;
  readonly simulated: boolean;
}

/**
 * Opens the snapshot of `source` in `folder`. Each source has a file of its own, and its records say what
 * they are as well: a file that was copied or renamed is not believed.
 *
 * @param source `live`, `simulator` or `replay`
 * @param slicer for writing; it is read at a start, while nobody waits for the event loop
 */
export async function openKvSnapshots(
  folder: string,
  source: string,
  slicer: Slicer = createSlicer(),
): Promise<SnapshotStore & StationStore> {
  await Deno.mkdir(folder, { recursive: true });
  const kv = await Deno.openKv(`${folder}/world-${source}.kv`);
  return {
    async read(): Promise<WorldSnapshot | null> {
      const found = await readBytes<About>(kv, NAME);
      if (found === null || found.about.form !== FORM || found.about.source !== source) return null;
      const snapshot = await unpackSnapshot(found.bytes, UNSLICED);
      return snapshot.source === source ? snapshot : null;
    },
    async write(snapshot) {
      const about: About = { form: FORM, source, simulated: snapshot.simulated };
      await writeBytes(kv, NAME, await packSnapshot(snapshot, slicer), about);
    },
    async readStations() {
      const found = await readBytes<About>(kv, STATIONS);
      if (found === null || found.about.form !== FORM || found.about.source !== source) return [];
      return await unpackStations(found.bytes, UNSLICED);
    },
    async writeStations(stations) {
      const about: About = { form: FORM, source, simulated: source !== "live" };
      await writeBytes(kv, STATIONS, await packStations(stations, slicer), about);
    },
    close: () => kv.close(),
  };
}
