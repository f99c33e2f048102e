/**
 * Schema of a decoded METAR: the model of `lib/products/metar` as JSON.
 *
 * @module
 */
import { z } from "@hono/zod-openapi";
import { decodedMembers, instant, quantity, source } from "./base.ts";
import { presentWeather, pressure, pressureValue, temperature, weatherMembers } from "./weather.ts";

const lengthOfSight = quantity("m", "ft");
const runwayVisualRange = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("range"),
    runway: z.string(),
    visualRange: lengthOfSight,
    variableTo: lengthOfSight.optional(),
    tendency: z.enum(["upward", "downward", "noChange"]).optional(),
    source,
  }),
  z.object({ kind: z.literal("notObservable"), runway: z.string(), source }),
]).openapi("RunwayVisualRange");

const colourState = z.object({
  code: z.enum(["BLU", "WHT", "GRN", "YLO", "YLO1", "YLO2", "AMB", "RED"]).nullable(),
  plus: z.literal(true).optional(),
  black: z.boolean(),
  source,
}).openapi("ColourState");

const friction = z.union([
  z.object({ kind: z.literal("coefficient"), value: z.number() }),
  z.object({
    kind: z.literal("braking"),
    action: z.enum(["poor", "mediumPoor", "medium", "mediumGood", "good", "unreliable"]),
  }),
]);

const runwayState = z.object({
  runway: z.string(),
  condition: z.discriminatedUnion("kind", [
    z.object({
      kind: z.literal("deposits"),
      deposit: z.int().nullable(),
      extent: z.int().nullable(),
      depthCode: z.int().nullable(),
      depth: quantity("mm").optional(),
      frictionCode: z.int().nullable(),
      friction: friction.optional(),
    }),
    z.object({
      kind: z.literal("cleared"),
      frictionCode: z.int().nullable(),
      friction: z.unknown().optional(),
    }),
    z.object({ kind: z.literal("closedBySnow") }),
    z.object({ kind: z.literal("notObservable") }),
  ]),
  source,
}).openapi("RunwayState");

const trend = z.object({
  kind: z.enum(["NOSIG", "BECMG", "TEMPO", "INTER", "FM", "PROB"]),
  probability: z.int().optional(),
  from: instant.nullable(),
  until: instant.nullable(),
  at: instant.nullable(),
  elements: z.object(weatherMembers),
  colourStates: z.array(colourState),
  source,
}).openapi("Trend", { description: "Landing forecast, valid two hours from the observation." });

/** Kinds differ in their members; every one has its kind and its source. */
const remark = z.looseObject({ kind: z.string(), source }).openapi("Remark", {
  description: "A remark: its members depend on its kind (see docs/api.md).",
});

export const metar = z.object({
  product: z.literal("metar"),
  ...decodedMembers,
  reportType: z.enum(["METAR", "SPECI"]),
  locationIndicator: z.string().nullable(),
  observedAt: instant.nullable(),
  observedDayTime: z.object({
    day: z.int(),
    hour: z.int(),
    minute: z.int(),
    source,
  }).nullable(),
  automatic: z.boolean(),
  corrected: z.boolean(),
  correction: z.string().optional(),
  delayed: z.boolean(),
  nil: z.boolean(),
  ...weatherMembers,
  runwayVisualRange: z.array(runwayVisualRange),
  airTemperature: temperature,
  dewPointTemperature: temperature,
  qnh: pressure,
  otherPressures: z.array(pressureValue),
  recentWeather: presentWeather,
  windShear: z.array(z.object({ runway: z.string(), source })),
  seaSurface: z.object({
    temperature: quantity("degC").nullable(),
    state: z.int().optional(),
    waveHeight: quantity("m").optional(),
    source,
  }).nullable(),
  runwayStates: z.array(runwayState),
  colourStates: z.array(colourState),
  trends: z.array(trend),
  maintenanceNeeded: z.boolean(),
  remarks: z.array(remark),
}).openapi("Metar", { description: "A decoded METAR or SPECI; each value names its token." });
