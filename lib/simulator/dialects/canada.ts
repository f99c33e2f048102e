/**
 * Canada (MANOBS): statute miles to 15, cloud oktas and sea-level pressure in the remarks.
 *
 * @module
 */
import { unit } from "../world/hash.ts";
import type { Conditions } from "../world/mod.ts";
import { UNITED_STATES } from "./united_states.ts";
import { ANNEX_3, type Dialect, type WritingContext } from "./dialect.ts";
import { seaLevelPressure } from "./groups.ts";

export const CANADA: Dialect = {
  ...UNITED_STATES,
  name: "Canada",
  visibilityCap: 15,
  correction: "CCA",
  clearCode: (automatic) => automatic ? "CLR" : "SKC",
  automaticShare: (station) => station.size === "large" ? 0.05 : 0.55,
  blindShare: 0.03,
  cadence: () => ({ every: 60, minute: 0 }),
  needsMaintenance: (_station, key) => unit(key, 27) < 0.06,
  remarks: writeRemarks,
  taf: { ...ANNEX_3.taf, change: "FM", leadMinutes: 20, nextForecast: true },
};

function writeRemarks(context: WritingContext): string[] {
  const { site, observation, conditions } = context;
  const groups: string[] = [];
  if (!site.automatic && observation.sky.kind === "layers") {
    groups.push(
      observation.sky.layers
        .map((layer) => genusOf(layer.heightFt, layer.type, conditions) + oktasOf(layer.amount))
        .join(""),
    );
  }
  groups.push(seaLevelPressure(conditions.pressure));
  const density = densityAltitude(site.elevationFt, conditions);
  if (density - site.elevationFt > 1000 && conditions.temperature > 15) {
    groups.push("DENSITY", "ALT", `${Math.round(density / 100) * 100}FT`);
  }
  if (observation.maintenance) groups.push("$");
  return groups;
}

function genusOf(heightFt: number, type: string | null, conditions: Conditions): string {
  if (type === "CB" || type === "TCU") return type;
  if (heightFt >= 18000) return "CI";
  if (heightFt >= 7500) return "AC";
  if (conditions.precipitationKind === "SN" && heightFt < 4000) return "SF";
  return heightFt < 1200 ? "ST" : conditions.instability > 0.4 ? "CU" : "SC";
}

function oktasOf(amount: string): number {
  return { FEW: 2, SCT: 4, BKN: 6, OVC: 8 }[amount] ?? 8;
}

function densityAltitude(elevationFt: number, conditions: Conditions): number {
  const pressureAltitude = elevationFt + (1013.25 - conditions.pressure) * 27;
  const standard = 15 - 1.98 * pressureAltitude / 1000;
  return pressureAltitude + 118.8 * (conditions.temperature - standard);
}
