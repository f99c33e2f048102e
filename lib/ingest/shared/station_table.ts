/**
 * The daily table of stations in the shared store, so that nodes that do not poll know the same ones: in parts,
 * since a document has its limit.
 *
 * @module
 */
import { formatStation, parseStations, type Station } from "../../stations/mod.ts";
import type { Collections, Json } from "../../store/mod.ts";

const COLLECTION = "stations";
/** Characters of a part; names of stations are hardly ever longer in bytes. */
const PART_CHARACTERS = 20_000;

interface Part {
  /** Of one writing: parts of two are not mixed. */
  readonly table: string;
  readonly parts: number;
  readonly lines: string;
}

/** Writes `stations` (their runways are not part of it) in the place of the table before. */
export async function writeStations(
  collections: Collections,
  stations: readonly Station[],
): Promise<void> {
  const table = crypto.randomUUID();
  const texts = partsOf(stations.map(formatStation));
  for (const [i, lines] of texts.entries()) {
    const part: Part = { table, parts: texts.length, lines };
    await collections.put(COLLECTION, String(i), part as unknown as Json);
  }
}

/** The table; empty where there is none, `null` while it is being written. */
export async function readStations(collections: Collections): Promise<readonly Station[] | null> {
  const first = await partAt(collections, 0);
  if (first === null) return [];
  let lines = first.lines;
  for (let i = 1; i < first.parts; i++) {
    const part = await partAt(collections, i);
    if (part === null || part.table !== first.table) return null;
    lines += part.lines;
  }
  // Begun anew meanwhile: its first part is written first.
  if ((await partAt(collections, 0))?.table !== first.table) return null;
  return parseStations(lines);
}

async function partAt(collections: Collections, i: number): Promise<Part | null> {
  return (await collections.get(COLLECTION, String(i)))?.value as unknown as Part ?? null;
}

function partsOf(lines: readonly string[]): string[] {
  const parts: string[] = [];
  let part = "";
  for (const line of lines) {
    if (part.length + line.length >= PART_CHARACTERS && part !== "") {
      parts.push(part);
      part = "";
    }
    part += `${line}\n`;
  }
  return [...parts, part];
}
