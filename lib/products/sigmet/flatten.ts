/**
 * One flat object with the field names and units of the corpus: only what the report states.
 *
 * @module
 */
import { METRES_PER_FOOT, roundTo, toSpeed } from "../../units/mod.ts";
import type { Area, Hazard, LevelLimit, Phenomenon, Sigmet } from "./model.ts";

/** Flat values of a warning. A bulletin with several hazards gives the first one; outlooks only where alone. */
export interface FlatSigmet {
  readonly kind?: string;
  readonly hazard?: string;
  readonly severity?: string;
  readonly valid_from?: string;
  readonly valid_to?: string;
  readonly min_ft?: number;
  readonly max_ft?: number;
  readonly movement_dir_deg?: number;
  readonly movement_speed_kt?: number;
  readonly area_lat_lon?: readonly (readonly [number, number])[];
  readonly valid?: false;
}

const NAMES: Readonly<Record<Phenomenon, string>> = {
  thunderstorm: "TS",
  thunderstormWithHail: "TSGR",
  cumulonimbus: "CB",
  toweringCumulus: "TCU",
  turbulence: "TURB",
  icing: "ICE",
  freezingLevel: "FZLVL",
  mountainWave: "MTW",
  duststorm: "DS",
  sandstorm: "SS",
  volcanicAsh: "VA",
  tropicalCyclone: "TC",
  radioactiveCloud: "RDOACT CLD",
  instrumentConditions: "IFR",
  mountainObscuration: "MTN OBSCN",
  surfaceWind: "SFC WND",
  surfaceVisibility: "SFC VIS",
  cloud: "CLD",
  lowLevelWindShear: "LLWS",
};

/** Flattens a report. */
export function flattenSigmet(report: Sigmet): FlatSigmet {
  if (report.type === "spaceWeatherAdvisory") {
    return { kind: "space weather advisory", ...(!report.valid && { valid: false as const }) };
  }
  const hazard = report.hazards[0] ?? (report.type === "outlook" ? report.outlooks[0] : undefined);
  const { from, to } = hazard?.validity ?? report.validity ?? { from: null, to: null };
  return {
    kind: kindOf(report),
    ...(from !== null && { valid_from: from }),
    ...(to !== null && { valid_to: to }),
    ...(hazard && flatHazard(hazard, report)),
  };
}

function kindOf({ type }: Sigmet): string {
  return type === "airmet" ? "AIRMET" : type === "outlook" ? "OUTLOOK" : "SIGMET";
}

function flatHazard(hazard: Hazard, report: Sigmet): FlatSigmet {
  const severity = hazard.qualifiers.includes("severe")
    ? "SEV"
    : hazard.qualifiers.includes("moderate")
    ? "MOD"
    : undefined;
  const convective = report.type === "convectiveSigmet" || report.type === "outlook";
  const name = convective ? "CONVECTIVE" : hazard.phenomenon && NAMES[hazard.phenomenon];
  const points = pointsOf(hazard.area);
  return {
    ...(name && { hazard: name }),
    ...(severity && { severity }),
    ...flatLevels(hazard),
    ...flatMovement(hazard),
    ...(points.length > 0 && { area_lat_lon: points }),
  };
}

/** Instrument conditions and surface winds reach from the surface: the ceiling named is their top. */
function flatLevels(hazard: Hazard): FlatSigmet {
  if (hazard.levels.kind === "levels") {
    const [base, top] = [feet(hazard.levels.base, "low"), feet(hazard.levels.top, "high")];
    return { ...(base !== null && { min_ft: base }), ...(top !== null && { max_ft: top }) };
  }
  if (hazard.ceilingBelow !== null) return { min_ft: 0, max_ft: hazard.ceilingBelow.value };
  return hazard.windAbove === null ? {} : { min_ft: 0 };
}

function feet(limit: LevelLimit | null, end: "low" | "high"): number | null {
  switch (limit?.kind) {
    case "surface":
      return 0;
    case "altitude":
      return limit.height.unit === "ft"
        ? limit.height.value
        : roundTo(limit.height.value / METRES_PER_FOOT);
    case "freezingLevel":
      return limit.range?.[end].value ?? null;
    default:
      return null;
  }
}

function flatMovement({ movement }: Hazard): FlatSigmet {
  if (movement.kind !== "moving") return {};
  return {
    movement_dir_deg: movement.direction.value,
    ...(movement.speed !== null && { movement_speed_kt: roundTo(toSpeed(movement.speed, "kt")) }),
  };
}

function pointsOf(area: Area): (readonly [number, number])[] {
  switch (area.kind) {
    case "polygon":
    case "line":
      return area.points.map(({ latitude, longitude }) => [latitude, longitude] as const);
    case "point":
      return [[area.position.latitude, area.position.longitude]];
    case "circle":
      return [[area.centre.latitude, area.centre.longitude]];
    case "several":
      return area.areas.flatMap(pointsOf);
    default:
      return [];
  }
}
