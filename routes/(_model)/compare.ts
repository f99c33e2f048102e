/**
 * Airports side by side from the read side.
 *
 * @module
 */
import type { Reports } from "../../lib/reports/mod.ts";
import { MINUTE_MS } from "../../lib/time/mod.ts";
import {
  MOST_SIDES,
  SIDE_HOURS,
  type SideModel,
  type SidesModel,
  sidesPath,
} from "../../lib/view/compare/compare_model.ts";
import type { TextKey } from "../../lib/view/text/mod.ts";
import type { Viewer } from "../../lib/view/viewer.ts";
import { buildStation } from "./station.ts";

/** Codes read from one address; more are left alone. */
const MOST_CODES = 40;

/** What an address such as `/kjfk+BOS` asks for. */
export interface SidesAsked {
  /** Known, each once, in order. */
  readonly ids: readonly string[];
  readonly unknown: readonly string[];
  /** The one way to write it. */
  readonly canonical: string;
}

/** Whether a path names more than one airport. */
export function asksForSides(path: string): boolean {
  return /[+\s,]/.test(path);
}

/** Reads the codes of a path, and `add` from the form of the page. */
export function sidesAsked(path: string, add: string | null, reports: Reports): SidesAsked {
  const codes = `${path}+${add ?? ""}`.split(/[+\s,]+/).filter((code) => code !== "")
    .slice(0, MOST_CODES).map((code) => code.slice(0, 8).toUpperCase());
  const ids = new Set<string>();
  const unknown = new Set<string>();
  for (const code of codes) {
    const id = reports.resolve(code);
    if (id === undefined) unknown.add(code);
    else ids.add(id);
  }
  const all = [...ids, ...unknown];
  return { ids: [...ids], unknown: [...unknown], canonical: sidesPath(all) };
}

/** The page of what was asked for. */
export function buildSides(asked: SidesAsked, reports: Reports, viewer: Viewer): SidesModel {
  return {
    now: Math.floor(reports.now() / MINUTE_MS) * MINUTE_MS,
    sides: asked.ids.slice(0, MOST_SIDES).map((id) => sideOf(id, reports, viewer)),
    unknown: asked.unknown,
    leftOut: asked.ids.slice(MOST_SIDES),
  };
}

/** Compared in this order; what a station does not report stands there as absent. */
const COMPARED = ["wind", "visibility", "ceiling", "weather", "temperature", "qnh"];

function sideOf(id: string, reports: Reports, viewer: Viewer): SideModel {
  const { name, conditions, forecast } = buildStation(id, reports, viewer);
  const items = COMPARED.flatMap((compared) => {
    const label = viewer.t(`item.${compared}` as TextKey);
    return conditions?.items.find((item) => item.label === label) ?? [];
  });
  return {
    id,
    name,
    conditions,
    items,
    cells: forecast === null ? null : forecast.cells.slice(0, SIDE_HOURS),
    unusable: forecast?.unusable ?? null,
  };
}
