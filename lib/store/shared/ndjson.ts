/**
 * History and documents as lines of JSON, out of any store and into any other: the basis of backup and
 * restore, and of a move from one store to another.
 *
 * @module
 */
import { decodeHistory } from "./codec.ts";
import { StoreError } from "./error.ts";
import type { HistoryEntry, Json, Page, SharedStore, StoredDocument } from "./port.ts";

/** Raised when lines change their meaning. */
const FORM = 1;
const PAGE = 500;
/** Entries that are written at once. */
const BATCH = 500;

/** What the first line says. */
export interface ExportHead {
  readonly export: "aviation-weather";
  readonly form: number;
  /** `live`, `simulator` or `replay`: one never takes in another's. */
  readonly source: string;
  readonly exportedAt: string;
}

/** How many of each were written or read. */
export interface Counted {
  readonly history: number;
  readonly documents: number;
}

/** Which part of a store. */
export interface ExportOptions {
  readonly source: string;
  readonly exportedAt: string;
  readonly collections: readonly string[];
}

/**
 * The store as lines: a head, every report of the history, every document of the collections, and an end
 * that counts them, so that a file that was cut off is known as such.
 */
export async function* exportLines(
  store: SharedStore,
  { source, exportedAt, collections }: ExportOptions,
): AsyncGenerator<string> {
  yield JSON.stringify({ export: "aviation-weather", form: FORM, source, exportedAt });
  const counted = { history: 0, documents: 0 };
  for await (const entry of pages((cursor) => store.history.scan(cursor, PAGE))) {
    counted.history++;
    yield JSON.stringify({ history: entry });
  }
  for (const collection of collections) {
    for await (const one of pages((cursor) => store.collections.page(collection, cursor, PAGE))) {
      counted.documents++;
      const { id, value, expiresAt } = one as StoredDocument;
      yield JSON.stringify({ document: { collection, id, value, expiresAt } });
    }
  }
  yield JSON.stringify({ end: counted });
}

async function* pages<T>(page: (cursor: string | null) => Promise<Page<T>>): AsyncGenerator<T> {
  let cursor: string | null = null;
  do {
    const { entries, next }: Page<T> = await page(cursor);
    yield* entries;
    cursor = next;
  } while (cursor !== null);
}

interface DocumentLine {
  readonly collection: string;
  readonly id: string;
  readonly value: Json;
  readonly expiresAt: number | null;
}

/**
 * Takes lines of `exportLines` in. What is there already stays: a report as it is, a document as it is
 * unless `overwrite`. Nothing is removed, so that the same file may be taken in again after a failure.
 *
 * Throws on a file of another kind, of another source, damaged or cut off; what came before is in.
 */
export async function importLines(
  store: SharedStore,
  lines: AsyncIterable<string>,
  { source, overwrite = false, now }: {
    readonly source: string;
    readonly overwrite?: boolean;
    /** Documents that ended before are left out. */
    readonly now: number;
  },
): Promise<Counted & { readonly added: number }> {
  let head: ExportHead | null = null;
  let end: Counted | null = null;
  let waiting: HistoryEntry[] = [];
  const counted = { history: 0, documents: 0, added: 0 };
  const write = async () => {
    if (waiting.length > 0) counted.added += await store.history.append(waiting);
    waiting = [];
  };
  let number = 0;
  for await (const line of lines) {
    number++;
    if (line.trim() === "") continue;
    if (end !== null) throw wrong(number, "there is more after its end");
    const entry = parseLine(line, number);
    if (head === null) head = headOf(entry, source);
    else if ("history" in entry) {
      waiting.push(decodeHistory(JSON.stringify(entry["history"])));
      counted.history++;
      if (waiting.length >= BATCH) await write();
    } else if ("document" in entry) {
      counted.documents++;
      if (await putDocument(store, entry["document"] as DocumentLine, overwrite, now)) {
        counted.added++;
      }
    } else if ("end" in entry) end = entry["end"] as Counted;
    else throw wrong(number, "it is of no known kind");
  }
  await write();
  if (head === null) throw wrong(0, "it is empty");
  if (end === null) throw wrong(number, "it is cut off");
  if (end.history !== counted.history || end.documents !== counted.documents) {
    throw wrong(number, "lines are missing");
  }
  return counted;
}

async function putDocument(
  store: SharedStore,
  { collection, id, value, expiresAt }: DocumentLine,
  overwrite: boolean,
  now: number,
): Promise<boolean> {
  if (expiresAt !== null && expiresAt <= now) return false;
  const condition = overwrite ? {} : { ifRevision: null };
  return await store.collections.put(collection, id, value, { expiresAt, ...condition }) !== null;
}

function parseLine(line: string, number: number): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(line);
    if (typeof value === "object" && value !== null) return value as Record<string, unknown>;
  } catch {
    // Said below.
  }
  throw wrong(number, "a line is damaged");
}

function headOf(entry: Readonly<Record<string, unknown>>, source: string): ExportHead {
  if (entry["export"] !== "aviation-weather" || entry["form"] !== FORM) {
    throw wrong(1, "it is no export of this service, or of a later version");
  }
  if (entry["source"] !== source) {
    throw wrong(1, `it holds weather of the source ${String(entry["source"])} and not ${source}`);
  }
  return entry as unknown as ExportHead;
}

function wrong(line: number, what: string): StoreError {
  return new StoreError("damaged", `the file cannot be taken in (line ${line}): ${what}`);
}
