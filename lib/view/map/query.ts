/**
 * The address of a map: what is asked of it, read and written.
 *
 * @module
 */
import {
  type Layer,
  LAYERS,
  type MapQuery,
  STATION_STATES,
  type StationState,
} from "./map_model.ts";
import { numberIn, paramsOfView, viewOf } from "./view.ts";

/** Layers that are on where nothing was chosen. */
const USUAL_LAYERS: readonly Layer[] = ["metar", "sigmet"];
const LAST_HOUR = 30;

/** Reads a map's address. `null` for the view: it asks for something that cannot be read. */
export function mapQueryOf(params: URLSearchParams): MapQuery & { readonly isReadable: boolean } {
  const view = viewOf(params);
  const chosen = params.has("f");
  const layers = LAYERS.filter((layer) => params.getAll("l").includes(layer));
  const states = STATION_STATES.filter((state) => params.getAll("c").includes(state));
  return {
    isReadable: view !== null,
    view: view ?? { kind: "world" },
    street: params.get("view") === "street",
    hour: Math.round(numberIn(params.get("at"), 0, LAST_HOUR) ?? 0),
    layers: new Set<Layer>(chosen || layers.length > 0 ? layers : USUAL_LAYERS),
    states: new Set<StationState>(states.length > 0 ? states : STATION_STATES),
  };
}

/** The shortest address that asks for `query`. */
export function mapHref(query: MapQuery, path = "/map"): string {
  const params = new URLSearchParams(paramsOfView(query.view));
  if (query.street) params.set("view", "street");
  if (query.hour > 0) params.set("at", String(query.hour));
  const layers = LAYERS.filter((layer) => query.layers.has(layer));
  if (layers.join() !== USUAL_LAYERS.join()) {
    for (const layer of layers) params.append("l", layer);
    if (layers.length === 0) params.set("f", "1");
  }
  if (query.states.size < STATION_STATES.length) {
    for (const state of query.states) params.append("c", state);
  }
  const text = params.toString();
  return text === "" ? path : `${path}?${text}`;
}
