/**
 * Schemas of what all reports share: quantities, spans of the raw text, absences, provenance.
 *
 * @module
 */
import { z } from "@hono/zod-openapi";
import type { Unit } from "../../lib/units/mod.ts";

export { languageCode } from "../parameters.ts";

/** An instant, ISO 8601 UTC to the second. */
export const instant = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/).openapi({
  format: "date-time",
  example: "2026-11-24T16:51:00Z",
});

const boundSchema = z.enum(["atLeast", "atMost"]).openapi("Bound", {
  description: "On which side of value the truth may lie: P6SM is atLeast, M1/4SM is atMost.",
});

/** Names of quantities in the document, by their units. */
const QUANTITY_NAMES: Readonly<Record<string, string>> = {
  "deg": "Degrees",
  "degC": "Celsius",
  "ft": "Feet",
  "kt": "Knots",
  "NM": "NauticalMiles",
  "kt m/s km/h": "Speed",
  "ft m": "Height",
  "m km SM ft NM": "Distance",
};
const quantities = new Map<string, z.ZodType>();

function makeQuantity<const U extends Unit>(units: U[]) {
  return z.object({ value: z.number(), unit: z.enum(units), bound: boundSchema.optional() });
}

/** A quantity in one of `units`: the same schema each time, so that the document names it once. */
export function quantity<const U extends Unit>(
  ...units: U[]
): ReturnType<typeof makeQuantity<U>> {
  const key = units.join(" ");
  const made = quantities.get(key) as ReturnType<typeof makeQuantity<U>> | undefined;
  if (made) return made;
  const name = QUANTITY_NAMES[key];
  const schema = name ? makeQuantity(units).openapi(name) : makeQuantity(units);
  quantities.set(key, schema);
  return schema;
}

export const source = z.object({
  text: z.string(),
  start: z.int().min(0),
  end: z.int().min(0),
}).openapi("Source", {
  description:
    "The piece of the raw report from which a value was read: UTF-16 offsets, end exclusive.",
});

export const notReported = z.object({ kind: z.literal("notReported") }).openapi("NotReported", {
  description: "The report has no such group. This is not zero, calm or clear.",
});
export const notObservable = z.object({ kind: z.literal("notObservable"), source }).openapi(
  "NotObservable",
  { description: "The group says that the element could not be observed (////)." },
);
export const notUnderstood = z.object({ kind: z.literal("notUnderstood"), source }).openapi(
  "NotUnderstood",
  { description: "The group is damaged: its text is kept, its value unknown." },
);

/** A measured value, or why there is none. */
export function measured<const U extends Unit>(...units: U[]) {
  return z.object({
    kind: z.literal("value"),
    value: z.number(),
    unit: z.enum(units),
    bound: boundSchema.optional(),
    source,
  });
}

export const issue = z.object({
  code: z.string(),
  severity: z.enum(["info", "warning", "error"]),
  message: z.string(),
  source: source.optional(),
}).openapi("Issue", {
  description:
    "Something the decoder noticed: a repair, a value out of range, a group out of place.",
});

/** Members of every decoded report. */
export const decodedMembers = {
  raw: z.string(),
  decoderVersion: z.string(),
  issues: z.array(issue),
  unparsed: z.array(source).openapi({
    description: "Tokens that no rule claimed. Empty when everything was understood.",
  }),
};

export const freshness = z.object({
  state: z.enum(["current", "ageing", "stale", "notCurrent", "expired", "future"]),
  changes: z.array(z.object({
    state: z.enum(["current", "ageing", "stale", "notCurrent", "expired", "future"]),
    at: instant,
  })),
  cadence: z.enum(["hourly", "halfHourly"]).nullable(),
}).openapi("Freshness", {
  description:
    "How fresh the report is, and when that changes. The age itself is now minus observedAt (or issuedAt): compute it where you show it.",
});

/** Where a report came from and when: stands beside every report. */
export const provenanceMembers = {
  raw: z.string().openapi({ description: "The report, verbatim. It is what counts." }),
  observedAt: instant.nullable(),
  issuedAt: instant.nullable(),
  receivedAt: instant,
  provider: z.string().openapi({ example: "awc" }),
  feed: z.string().openapi({
    description: "The feed it came by; /api/v1/feeds tells how that is doing.",
    example: "metar",
  }),
  providerReceivedAt: instant.nullable().openapi({
    description: "When the provider received it, where it says so.",
  }),
  degraded: z.boolean().openapi({
    description: "Not from the first provider: that one failed, or the configuration has others.",
  }),
  simulated: z.boolean().openapi({ description: "Simulated or replayed: not the weather." }),
};

export const missingStation = z.object({
  id: z.string().openapi({ description: "As asked for, in capitals." }),
  reason: z.enum(["unknownStation", "noReport"]),
  detail: z.string(),
}).openapi("MissingStation", { description: "A station asked for without a report, and why." });

export const inputError = z.object({
  in: z.enum(["path", "query", "header", "body"]),
  name: z.string().optional(),
  detail: z.string(),
  accepted: z.array(z.string()).optional(),
}).openapi("InputError");

export const problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  instance: z.string().openapi({ description: "The request id, as in X-Request-Id." }),
  errors: z.array(inputError).optional(),
}).openapi("Problem", { description: "Problem details, RFC 9457." });
