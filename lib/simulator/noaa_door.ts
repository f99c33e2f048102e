/**
 * The text files of the National Weather Service: `/data/observations/metar/stations/KJFK.TXT` and its like.
 *
 * @module
 */
import { toIso } from "../time/mod.ts";
import type { Simulation } from "./simulation.ts";

const PATH = /^\/data\/(observations\/metar|forecasts\/taf)\/stations\/([A-Z0-9]{4})\.TXT$/;

/** Whether the path is one of these files. */
export function isStationFile(path: string): boolean {
  return PATH.test(path);
}

/** A station's file, or 404 where there is none. */
export function serveStationFile(path: string, simulation: Simulation, now: number): Response {
  const [, folder, id] = PATH.exec(path) ?? [];
  const site = id === undefined ? undefined : simulation.site(id);
  if (site === undefined) return new Response("Not Found", { status: 404 });
  const isTaf = folder!.endsWith("taf");
  const report = isTaf
    ? simulation.tafs.current(site, now)
    : simulation.metars.latest(site, now)[0];
  if (report === undefined) return new Response("Not Found", { status: 404 });
  const at = "issuedAt" in report ? report.issuedAt : report.observedAt;
  // These files leave the words METAR and SPECI out, and keep TAF.
  const text = report.text.replace(/^(?:METAR|SPECI) /, "");
  return new Response(
    `${toIso(at).slice(0, 16).replace("T", " ").replaceAll("-", "/")}\n${text}\n`,
    {
      headers: { "content-type": "text/plain; charset=UTF-8" },
    },
  );
}
