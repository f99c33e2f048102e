import { parseStations, RUNWAYS_URL, type Station, STATIONS_URL } from "../../lib/stations/mod.ts";

/** All stations of the committed tables. */
export async function readStations(): Promise<Station[]> {
  return parseStations(
    await Deno.readTextFile(STATIONS_URL),
    await Deno.readTextFile(RUNWAYS_URL),
  );
}
