/**
 * Recorded weather through the same doors, with the clock set to its time.
 *
 * @module
 */
import { type Clock, MINUTE_MS, shiftedClock, systemClock } from "../time/mod.ts";
import { serveBulkFile } from "./awc/bulk_door.ts";
import { METAR_HEADER } from "./awc/csv.ts";
import { type BulkFiles, createBulkFiles, type FileBuilder } from "./awc/files.ts";
import { readRecording, type RecordedFile, type Recording } from "./replay/recorded.ts";
import type { Handler } from "./wire.ts";

export type { RecordedFile } from "./replay/recorded.ts";

/** A provider that replays. */
export interface ReplayServer {
  readonly handler: Handler;
  /** The instant at which the app's clock must start: just after the newest report, ms since the epoch. */
  readonly clockStart: number;
  /** Runs on from `clockStart` at the system's pace. */
  readonly clock: Clock;
  /** METARs and TAFs in the files. */
  readonly counts: { readonly metar: number; readonly taf: number };
}

/** The instant to which a replay's clock is set: a minute after its newest report. */
export function replayClockStart(recordings: readonly Pick<Recording, "newest">[]): number {
  return Math.max(...recordings.map((recording) => recording.newest)) + MINUTE_MS;
}

/**
 * A server over recorded files (AWC CSV, AWC XML, NOAA cycle text; plain or gzip). Products without a
 * file answer 404: not recorded is not the same as empty. Throws when a file is of no known kind.
 */
export async function createReplayServer(files: readonly RecordedFile[]): Promise<ReplayServer> {
  if (files.length === 0) throw new Error("no files to replay");
  const recordings = await Promise.all(files.map(readRecording));
  const clockStart = replayClockStart(recordings);
  const clock = shiftedClock(clockStart, systemClock);
  const bulk = createBulkFiles(buildersOf(recordings));
  return {
    handler: (request) => answer(request, bulk, clock.now()),
    clockStart,
    clock,
    counts: { metar: sum(recordings, "metar"), taf: sum(recordings, "taf") },
  };
}

function buildersOf(recordings: readonly Recording[]): Record<string, FileBuilder> {
  const builders: Record<string, FileBuilder> = {};
  const lines = recordings.flatMap((recording) => recording.lines);
  if (lines.length > 0) {
    const csv = `${METAR_HEADER}\n${lines.join("\n")}\n`;
    builders["metars.cache.csv.gz"] = () => csv;
  }
  for (const { product, xml } of recordings) {
    if (xml === null) continue;
    builders[product === "taf" ? "tafs.cache.xml.gz" : "metars.cache.xml.gz"] = () => xml;
  }
  return builders;
}

async function answer(request: Request, files: BulkFiles, now: number): Promise<Response> {
  const { pathname } = new URL(request.url);
  const name = pathname.startsWith("/data/cache/") ? pathname.slice("/data/cache/".length) : "";
  const response = await serveBulkFile(request, files, name, now);
  response.headers.set("x-simulated", "true");
  return response;
}

function sum(recordings: readonly Recording[], product: "metar" | "taf"): number {
  return recordings.filter((r) => r.product === product).reduce((n, r) => n + r.count, 0);
}
