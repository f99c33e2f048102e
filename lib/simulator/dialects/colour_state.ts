/**
 * NATO colour states from visibility and the lowest cloud of three eighths or more.
 *
 * @module
 */
import { METRES_PER_STATUTE_MILE } from "../../units/mod.ts";
import type { Observation } from "../observation.ts";

const STATES: readonly (readonly [string, number, number])[] = [
  // code, visibility metres, cloud base feet: both must be at least this
  ["BLU", 8000, 2500],
  ["WHT", 5000, 1500],
  ["GRN", 3700, 700],
  ["YLO", 1600, 300],
  ["AMB", 800, 200],
];

/** `BLU` to `RED`; a field that cannot see is `RED`, since nothing better can be vouched for. */
export function writeColour(observation: Observation): string {
  const { visibility, sky } = observation;
  const metres = visibility.kind === "cavok"
    ? 10000
    : visibility.kind === "missing"
    ? 0
    : visibility.unit === "SM"
    ? visibility.value * METRES_PER_STATUTE_MILE
    : visibility.value;
  const base = sky.kind === "obscured"
    ? sky.verticalFt ?? 0
    : sky.kind === "layers"
    ? Math.min(...sky.layers.filter((l) => l.amount !== "FEW").map((l) => l.heightFt), 99999)
    : sky.kind === "missing"
    ? 0
    : 99999;
  return STATES.find(([, vis, cloud]) => metres >= vis && base >= cloud)?.[0] ?? "RED";
}
