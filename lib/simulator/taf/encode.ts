/**
 * Writes a forecast down: FM 51 in the dialect of its station.
 *
 * @module
 */
import { DAY_MS, HOUR_MS } from "../../time/mod.ts";
import { writeWhole } from "../dialects/groups.ts";
import { dayTime, layerGroup, windGroups } from "../encode.ts";
import type { Site } from "../sites.ts";
import type { Conditions } from "../world/mod.ts";
import type { ForecastGroup } from "./forecast.ts";

const two = (n: number) => String(n).padStart(2, "0");

/** `2418`; `2424` for the end of the 24th when it closes a period. */
export function dayHour(instant: number, closes = false): string {
  const at = new Date(instant);
  if (closes && at.getUTCHours() === 0) {
    return two(new Date(instant - DAY_MS / 2).getUTCDate()) + "24";
  }
  return two(at.getUTCDate()) + two(at.getUTCHours());
}

/** A forecast ready to be written. */
export interface TafPlan {
  readonly site: Site;
  readonly issuedAt: number;
  readonly from: number;
  readonly to: number;
  readonly status: "routine" | "AMD" | "COR" | "NIL" | "CNL";
  readonly groups: readonly ForecastGroup[];
  /** Highest and lowest temperature with their hours, where the dialect gives them. */
  readonly extremes: readonly {
    readonly kind: "TX" | "TN";
    readonly celsius: number;
    readonly at: number;
  }[];
  readonly air: (instant: number) => Conditions;
}

/** The whole TAF on one line. */
export function encodeTaf(plan: TafPlan): string {
  const { site, status } = plan;
  const words = ["TAF"];
  if (status === "AMD" || status === "CNL") words.push("AMD");
  if (status === "COR") words.push("COR");
  words.push(site.station.id, dayTime(plan.issuedAt));
  if (status === "NIL") return [...words, "NIL"].join(" ");
  words.push(`${dayHour(plan.from)}/${dayHour(plan.to, true)}`);
  if (status === "CNL") return [...words, "CNL"].join(" ");
  for (const group of plan.groups) words.push(...groupWords(group, site));
  for (const { kind, celsius, at } of plan.extremes) {
    words.push(`${kind}${writeWhole(celsius)}/${dayHour(at)}Z`);
  }
  if (site.dialect.taf.australianRows) words.push(...australianRows(plan));
  if (site.dialect.taf.nextForecast) {
    const next = plan.from + site.dialect.taf.everyHours * HOUR_MS;
    words.push("RMK", "NXT", "FCST", "BY", `${dayHour(next)}00Z`);
  }
  return words.join(" ");
}

function groupWords(group: ForecastGroup, site: Site): string[] {
  const words: string[] = [];
  const span = `${dayHour(group.from)}/${dayHour(group.to, true)}`;
  switch (group.kind) {
    case "BASE":
      break;
    case "FM":
      words.push(`FM${dayHour(group.from)}00`);
      break;
    case "PROB":
      words.push(`PROB${group.probability}`, span);
      break;
    default:
      if (group.probability !== null) words.push(`PROB${group.probability}`);
      words.push(group.kind, span);
  }
  if (group.wind !== null) words.push(...windGroups(group.wind, site.dialect.windUnit));
  if (group.visibility?.kind === "cavok") return [...words, "CAVOK"];
  if (group.visibility?.kind === "distance") words.push(group.visibility.text.replace("NDV", ""));
  if (group.weather !== null) {
    const prevailing = group.kind === "BASE" || group.kind === "FM";
    words.push(...(group.weather.length === 0 && !prevailing ? ["NSW"] : group.weather));
  }
  if (group.sky?.kind === "layers") words.push(...group.sky.layers.map(layerGroup));
  if (group.sky?.kind === "obscured") {
    words.push("VV" + String(Math.round((group.sky.verticalFt ?? 100) / 100)).padStart(3, "0"));
  }
  if (group.sky?.kind === "clear" && group.sky.code !== "CAVOK") words.push(group.sky.code);
  return words;
}

/** `T 25 21 18 20 Q 1012 1013 1014 1015`: every three hours from the start (Bureau of Meteorology). */
function australianRows({ from, air }: TafPlan): string[] {
  const at = [0, 3, 6, 9].map((h) => air(from + h * HOUR_MS));
  return [
    "T",
    ...at.map((c) => writeWhole(Math.round(c.temperature))),
    "Q",
    ...at.map((c) => String(Math.floor(c.pressure)).padStart(4, "0")),
  ];
}
