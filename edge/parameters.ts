/**
 * Parameters that several resources take.
 *
 * @module
 */
import { z } from "zod";
import { type Language, LANGUAGES } from "../lib/products/text/mod.ts";

/** Most stations in one question. */
export const MAX_IDS = 50;

const ONE_ID = /^[A-Za-z0-9]{3,4}$/;

/** A location indicator (four characters) or an IATA code (three), any case. */
export const stationId = z.string().regex(
  ONE_ID,
  "The id must be a location indicator of four letters or digits (KJFK) or an IATA code of three (JFK).",
).meta({ description: "Location indicator (ICAO) or IATA code, any case.", example: "KJFK" });

/** One to 50 ids, separated by commas. */
export const stationIds = z.string().transform((text, context) => {
  const ids = text.split(",").map((id) => id.trim());
  if (ids.length > MAX_IDS) {
    context.addIssue(`At most ${MAX_IDS} ids may be asked for at once; these are ${ids.length}.`);
    return z.NEVER;
  }
  ids.forEach((id, i) => {
    if (ONE_ID.test(id)) return;
    context.addIssue(
      `Id ${
        i + 1
      } of ${ids.length} is not a location indicator of four letters or digits (KJFK) or an IATA code of three (JFK).`,
    );
  });
  return ids;
}).meta({
  type: "string",
  description:
    `1 to ${MAX_IDS} location indicators (ICAO) or IATA codes, any case, separated by commas.`,
  example: "KJFK,EDDF",
});

/** Languages in which texts are made. */
export const languageCode = z.enum(Object.keys(LANGUAGES) as [Language, ...Language[]]);

/** No further parameter. */
export const noParameters = z.object({});

/** A whole number written in digits, within limits. */
export function integer(name: string, least: number, most: number) {
  return z.string().transform((text, context) => {
    const value = /^\d{1,6}$/.test(text) ? Number(text) : NaN;
    if (value >= least && value <= most) return value;
    context.addIssue(`${name} must be a whole number from ${least} to ${most}.`);
    return z.NEVER;
  }).meta({ type: "integer", minimum: least, maximum: most });
}

/** A number written in digits; `NaN` where it is none. Hexadecimal, exponents and blanks are not numbers here. */
export function parseNumber(text: string): number {
  return /^[+-]?\d{1,8}(?:\.\d{1,10})?$/.test(text) ? Number(text) : NaN;
}
