/**
 * Scores PIREPs and AIREPs.
 *
 * @module
 */
import { decodePirep, flattenPirep } from "../../lib/products/pirep/mod.ts";
import { near, same, sameSet } from "./compare.ts";
import { type CorpusLine, receiptOf } from "./corpus.ts";
import type { Finding } from "./ledger.ts";

type Fields = Readonly<Record<string, unknown>>;

/** Findings about one line of `pirep.jsonl`. */
export function* scorePirep(line: CorpusLine): Generator<Finding> {
  if (line.kind === "bulletin" || line.expect === undefined) return;
  const receivedAt = receiptOf(line);
  const flat = flattenPirep(
    decodePirep(line.raw, receivedAt === undefined ? {} : { receivedAt }),
  );
  const isAwc = line.made_by.startsWith("NOAA");
  for (const [field, value] of Object.entries(line.expect)) {
    const finding = isAwc ? awcFinding(field, value, flat) : avwxFinding(field, value, flat);
    if (finding !== null) yield finding;
  }
}

/** AWC's form; what it infers from other groups is left out of the comparison. */
function awcFinding(field: string, value: unknown, flat: Fields): Finding | null {
  const actual = flat[field];
  const finding = (expected: unknown, agrees: boolean) => ({ field, expected, actual, agrees });
  switch (field) {
    case "icing": {
      // Corpus README: NEGclr is AWC's inference from clear sky and not in the text.
      const stated = listOf(value).filter(({ intensity }) => intensity !== "NEGclr");
      return stated.length === 0 ? null : finding(stated, sameSet(stated, actual));
    }
    case "sky": {
      const stated = listOf(value).map(comparableLayer);
      return finding(stated, sameSet(stated, listOf(actual).map(comparableLayer)));
    }
    case "altitude_ft":
      return altitudeFinding(value, flat);
    case "turbulence":
    case "weather":
      return finding(value, sameSet(value, actual));
    case "wind_speed_kt":
      return finding(value, near(value, actual, 1));
    default:
      return finding(value, same(value, actual));
  }
}

/** A level that the report does not give is AWC's guess from the sky. */
function altitudeFinding(expected: unknown, flat: Fields): Finding | null {
  const actual = flat.altitude_ft;
  const guessed = flat.no_flight_level === true && actual === undefined;
  const found = { field: "altitude_ft", expected, actual, agrees: near(expected, actual, 0) };
  return guessed
    ? { ...found, rule: "the report gives no level; AWC takes one from the sky" }
    : found;
}

/** avwx-engine's form: hundreds of feet, words as written. */
function avwxFinding(field: string, value: unknown, flat: Fields): Finding | null {
  const actual = flat[field];
  switch (field) {
    case "location":
      return same(value, {})
        ? null
        : { field, expected: value, actual, agrees: same(value, actual) };
    case "altitude_hundreds_ft":
      return typeof value === "number"
        ? { field, expected: value, actual, agrees: near(value, actual, 0) }
        : null;
    case "clouds":
      return null;
    case "turbulence":
    case "icing": {
      const [first] = listOf(actual);
      const words = String((value as Fields).severity ?? "").split(" ");
      const agrees = words[0] === first?.intensity &&
        (words[1] === undefined || words[1] === first?.type);
      return { field, expected: value, actual, agrees };
    }
    default:
      return { field, expected: value, actual, agrees: same(value, actual) };
  }
}

function listOf(value: unknown): Fields[] {
  return Array.isArray(value) ? value : [];
}

/** AWC gives a clear sky limits of its own and an unknown amount none. */
function comparableLayer(layer: Fields): Fields {
  if (layer.cover === "SKC") return { cover: "SKC" };
  const { cover, ...heights } = layer;
  return cover === "unknown" ? heights : layer;
}
