/**
 * Schema of a decoded TAF: the model of `lib/products/taf` as JSON.
 *
 * @module
 */
import { z } from "@hono/zod-openapi";
import { decodedMembers, instant, quantity, source } from "./base.ts";
import { pressure, surfaceWind, weatherMembers } from "./weather.ts";

const height = quantity("ft", "m");
const dayTime = z.object({ day: z.int(), hour: z.int(), minute: z.int() });
const period = z.object({
  from: instant.nullable(),
  to: instant.nullable(),
  written: z.object({ from: dayTime.nullable(), to: dayTime.nullable() }).optional().openapi({
    description: "Days and hours as written.",
  }),
  source,
}).openapi("Period");

const layer = z.object({
  code: z.string(),
  intensity: z.enum(["none", "light", "moderate", "severe", "extreme", "unknown"]),
  description: z.string(),
  base: height.nullable(),
  thickness: height.nullable(),
  source,
}).openapi("ForecastLayer");

const elements = z.object({
  ...weatherMembers,
  windShear: z.array(z.object({
    height: quantity("ft"),
    direction: quantity("deg"),
    speed: quantity("kt", "m/s", "km/h"),
    source,
  })),
  turbulence: z.array(layer),
  icing: z.array(layer),
  qnh: pressure,
}).openapi("ForecastElements");

const forecastTemperature = z.object({
  temperature: quantity("degC"),
  belowZero: z.literal(true).optional(),
  at: instant.nullable(),
  source,
}).openapi("ForecastTemperature");

export const taf = z.object({
  product: z.literal("taf"),
  ...decodedMembers,
  locationIndicator: z.string().nullable(),
  issuedAt: instant.nullable(),
  issuedDayTime: z.object({ day: z.int(), hour: z.int(), minute: z.int(), source }).nullable(),
  validity: period.nullable(),
  amended: z.boolean(),
  corrected: z.boolean(),
  cancelled: z.boolean(),
  nil: z.boolean(),
  forecast: elements,
  changeGroups: z.array(z.object({
    kind: z.enum(["FM", "BECMG", "TEMPO", "INTER", "PROB"]),
    probability: z.int().optional(),
    period,
    elements,
    source,
  })),
  windChanges: z.array(z.object({ surfaceWind, from: instant.nullable(), source })).optional(),
  maximumTemperatures: z.array(forecastTemperature),
  minimumTemperatures: z.array(forecastTemperature),
  otherTemperatures: z.array(forecastTemperature).optional(),
  forecastRows: z.array(z.object({
    element: z.enum(["airTemperature", "qnh"]),
    values: z.array(z.object({ value: quantity("degC", "hPa"), at: instant.nullable() })),
    source,
  })).optional(),
  remarks: z.array(z.object({ kind: z.string(), text: z.string(), source })),
}).openapi("Taf", { description: "A decoded TAF; each value names its token." });
