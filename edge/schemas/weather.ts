/**
 * Schemas of the weather elements that a METAR, its trends and the periods of a TAF share.
 *
 * @module
 */
import { z } from "@hono/zod-openapi";
import { COMPASS_POINTS } from "../../lib/units/mod.ts";
import { measured, notObservable, notReported, notUnderstood, quantity, source } from "./base.ts";

const speed = quantity("kt", "m/s", "km/h");
const degrees = quantity("deg");
const distance = quantity("m", "km", "SM", "ft", "NM");
const height = quantity("ft", "m");
const compassPoint = z.enum(COMPASS_POINTS);

const windSector = z.object({ from: degrees, to: degrees, source });
export const surfaceWind = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("calm"), unit: z.enum(["kt", "m/s", "km/h"]), source }),
  z.object({
    kind: z.literal("wind"),
    direction: degrees,
    speed,
    gust: speed.optional(),
    sector: windSector.optional(),
    estimated: z.literal(true).optional(),
    source,
  }),
  z.object({
    kind: z.literal("variable"),
    speed,
    gust: speed.optional(),
    sector: windSector.optional(),
    estimated: z.literal(true).optional(),
    source,
  }),
  z.object({
    kind: z.literal("directionNotObservable"),
    speed,
    gust: speed.optional(),
    source,
  }),
  z.object({ kind: z.literal("speedNotObservable"), direction: degrees, source }),
  notReported,
  notObservable,
  notUnderstood,
]).openapi("SurfaceWind", { description: "Wind at the surface; directions are true." });

const visibility = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("visibility"),
    distance,
    direction: compassPoint.optional(),
    noDirectionalVariation: z.literal(true).optional(),
    source,
  }),
  z.object({ kind: z.literal("cavok"), source }),
  notReported,
  notObservable,
  notUnderstood,
]).openapi("Visibility");

const directionalVisibility = z.object({
  distance,
  direction: compassPoint.optional(),
  source,
}).openapi("DirectionalVisibility");

const phenomenon = z.object({
  code: z.string(),
  intensity: z.enum(["light", "moderate", "heavy"]),
  inVicinity: z.literal(true).optional(),
  descriptors: z.array(z.enum(["MI", "BC", "PR", "DR", "BL", "SH", "TS", "FZ"])),
  types: z.array(
    z.enum([
      "DZ",
      "RA",
      "SN",
      "SG",
      "IC",
      "PL",
      "GR",
      "GS",
      "UP",
      "BR",
      "FG",
      "FU",
      "VA",
      "DU",
      "SA",
      "HZ",
      "PY",
      "PO",
      "SQ",
      "FC",
      "SS",
      "DS",
    ]),
  ),
  source,
}).openapi("WeatherPhenomenon");

export const presentWeather = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("weather"), phenomena: z.array(phenomenon) }),
  z.object({ kind: z.literal("noSignificantWeather"), source }),
  notReported,
  notObservable,
]).openapi("PresentWeather");

const cloudLayer = z.object({
  amount: z.enum(["FEW", "SCT", "BKN", "OVC", "notObservable"]),
  heightAgl: height.nullable(),
  type: z.enum([
    "CB",
    "TCU",
    "CI",
    "CC",
    "CS",
    "AC",
    "AS",
    "NS",
    "SC",
    "ST",
    "CU",
    "ACC",
    "notObservable",
  ]).optional(),
  source,
}).openapi("CloudLayer", { description: "Heights are above the aerodrome." });

const cloud = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("layers"), layers: z.array(cloudLayer) }),
  z.object({
    kind: z.literal("clear"),
    code: z.enum(["CLR", "SKC", "NSC", "NCD", "CAVOK"]),
    source,
  }),
  notReported,
  notObservable,
  notUnderstood,
]).openapi("Cloud");

const verticalVisibility = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("value"),
    value: z.number(),
    unit: z.enum(["ft", "m"]),
    source,
  }),
  notReported,
  notObservable,
]).openapi("VerticalVisibility");

/** Members shared by a METAR body, a trend and a TAF period. */
export const weatherMembers = {
  surfaceWind,
  prevailingVisibility: visibility,
  directionalVisibility: z.array(directionalVisibility),
  presentWeather,
  cloud,
  verticalVisibility,
};

export const pressureValue = measured("hPa", "inHg", "mmHg");
export const pressure = z.discriminatedUnion("kind", [
  pressureValue,
  notReported,
  notObservable,
  notUnderstood,
]).openapi("Pressure", { description: "An altimeter setting in the unit reported." });

export const temperature = z.discriminatedUnion("kind", [
  measured("degC").extend({ belowZero: z.literal(true).optional() }),
  notReported,
  notObservable,
  notUnderstood,
]).openapi("Temperature");
