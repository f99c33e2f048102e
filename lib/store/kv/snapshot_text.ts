/**
 * A snapshot as compressed lines of JSON, written and read in slices.
 *
 * @module
 */
import type { Slicer } from "../../resilience/mod.ts";
import type { Station } from "../../stations/station.ts";
import type { SavedReport, WorldSnapshot } from "../snapshot.ts";

type Line =
  | { readonly report: SavedReport }
  | { readonly routine: readonly [string, readonly number[]] };

/** First line of the text: everything but the long lists. */
type Head = Omit<WorldSnapshot, "reports" | "routine">;

/** Most bytes that a snapshot may inflate to; a whole world has about 4 MB. */
const MAX_TEXT_BYTES = 256 * 1024 * 1024;
const BATCH = 64;

/** `snapshot` as gzip of lines. */
export async function packSnapshot(snapshot: WorldSnapshot, slicer: Slicer): Promise<Uint8Array> {
  const { reports, routine, ...head } = snapshot;
  async function* lines(): AsyncGenerator<string> {
    yield JSON.stringify(head satisfies Head) + "\n";
    for (let i = 0; i < reports.length; i += BATCH) {
      yield reports.slice(i, i + BATCH)
        .map((report) => JSON.stringify({ report } satisfies Line) + "\n").join("");
      await slicer.pause();
    }
    for (let i = 0; i < routine.length; i += BATCH) {
      yield routine.slice(i, i + BATCH)
        .map((one) => JSON.stringify({ routine: one } satisfies Line) + "\n").join("");
      await slicer.pause();
    }
  }
  return await packed(lines());
}

/** `stations` as gzip of lines. */
export async function packStations(
  stations: readonly Station[],
  slicer: Slicer,
): Promise<Uint8Array> {
  async function* lines(): AsyncGenerator<string> {
    for (let i = 0; i < stations.length; i += BATCH) {
      yield stations.slice(i, i + BATCH).map((station) => JSON.stringify(station) + "\n").join("");
      await slicer.pause();
    }
  }
  return await packed(lines());
}

/** The stations packed in `bytes`. Throws on damage. */
export async function unpackStations(
  bytes: Uint8Array<ArrayBuffer>,
  slicer: Slicer,
): Promise<Station[]> {
  const stations: Station[] = [];
  for await (const lines of linesOf(bytes)) {
    for (const line of lines) {
      stations.push(JSON.parse(line) as Station);
      const pause = slicer.pause();
      if (pause !== undefined) await pause;
    }
  }
  return stations;
}

async function packed(lines: AsyncGenerator<string>): Promise<Uint8Array> {
  const stream = ReadableStream.from(lines)
    .pipeThrough(new TextEncoderStream())
    .pipeThrough(new CompressionStream("gzip") as ReadableWritablePair<Uint8Array, Uint8Array>);
  return await new Response(stream as ReadableStream<Uint8Array<ArrayBuffer>>).bytes();
}

/** The snapshot packed in `bytes`. Throws on damage: half a snapshot is none. */
export async function unpackSnapshot(
  bytes: Uint8Array<ArrayBuffer>,
  slicer: Slicer,
): Promise<WorldSnapshot> {
  let head: Head | null = null;
  const reports: SavedReport[] = [];
  const routine: (readonly [string, readonly number[]])[] = [];
  let seen = 0;
  for await (const lines of linesOf(bytes)) {
    for (const line of lines) {
      seen += line.length;
      if (seen > MAX_TEXT_BYTES) throw new Error("the snapshot is too large");
      if (head === null) head = JSON.parse(line) as Head;
      else {
        const entry = JSON.parse(line) as Line;
        if ("report" in entry) reports.push(entry.report);
        else routine.push(entry.routine);
      }
      const pause = slicer.pause();
      if (pause !== undefined) await pause;
    }
  }
  if (head === null) throw new Error("the snapshot is empty");
  return { ...head, reports, routine };
}

/** The lines of each piece together: there are thousands, and each step of a generator takes its time. */
async function* linesOf(bytes: Uint8Array<ArrayBuffer>): AsyncGenerator<readonly string[]> {
  const text = new Blob([bytes]).stream()
    .pipeThrough(new DecompressionStream("gzip"))
    .pipeThrough(new TextDecoderStream());
  let rest = "";
  for await (const chunk of text) {
    const lines = (rest + chunk).split("\n");
    rest = lines.pop()!;
    yield lines.filter((line) => line !== "");
  }
  if (rest !== "") throw new Error("the snapshot is cut off");
}
