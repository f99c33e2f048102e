/**
 * The route as it is written in an address.
 *
 * Points are separated by commas, blanks or semicolons. A point is a location indicator or IATA code of three or four
 * letters or digits (`KJFK`, `BOS`), or a latitude and a longitude in decimal degrees, joined by a slash
 * (`41.5/-70.2`) or written as two numbers in a row (`41.5,-70.2`). A latitude has at most two figures before its
 * decimal point, a code at least three characters, so that no text can be read both ways.
 *
 * @module
 */
import type { Point } from "../../stations/geometry.ts";
import { IN_ENGLISH, type SayWrong } from "../text/request_words.ts";

/** A point as written. */
export type WrittenPoint =
  | { readonly kind: "code"; readonly code: string }
  | { readonly kind: "place"; readonly point: Point };

/** Fewest and most points of a route. */
export const MIN_POINTS = 2;
export const MAX_POINTS = 20;

const CODE = /^[A-Za-z0-9]{3,4}$/;
const LATITUDE = /^[+-]?\d{1,2}(?:\.\d{1,8})?$/;
const LONGITUDE = /^[+-]?\d{1,3}(?:\.\d{1,8})?$/;
const PAIR = /^([+-]?\d{1,2}(?:\.\d{1,8})?)\/([+-]?\d{1,3}(?:\.\d{1,8})?)$/;

/**
 * Reads the points of a route, or says what is wrong with it in one sentence.
 *
 * @example
 * ```ts
 * import { readRoute } from "./waypoints.ts";
 * import assert from "node:assert/strict";
 * assert.deepEqual(readRoute("kjfk, 41.5/-70.2"), [
 *   { kind: "code", code: "KJFK" },
 *   { kind: "place", point: { latitude: 41.5, longitude: -70.2 } },
 * ]);
 * ```
 */
export function readRoute(
  text: string,
  say: SayWrong = IN_ENGLISH,
): readonly WrittenPoint[] | string {
  const words = text.split(/[,;\s]+/).filter((word) => word !== "");
  const points: WrittenPoint[] = [];
  for (let at = 0; at < words.length; at++) {
    const word = words[at]!;
    const pair = PAIR.exec(word);
    if (pair !== null) points.push(...placeOf(pair[1]!, pair[2]!));
    else if (LATITUDE.test(word)) {
      const next = words[++at];
      if (next === undefined || !LONGITUDE.test(next)) {
        return say("route.noLongitude", { word });
      }
      points.push(...placeOf(word, next));
    } else if (CODE.test(word)) points.push({ kind: "code", code: word.toUpperCase() });
    else return say("route.neither", { word: shown(word) });
    if (points.length > MAX_POINTS) return say("route.points", { most: String(MAX_POINTS) });
  }
  const wrong = points.find((one) => one.kind === "place" && !isOnEarth(one.point));
  if (wrong !== undefined) return say("route.notOnEarth");
  if (points.length < MIN_POINTS) return say("route.one");
  return points;
}

function placeOf(latitude: string, longitude: string): WrittenPoint[] {
  return [{
    kind: "place",
    point: { latitude: Number(latitude), longitude: Number(longitude) },
  }];
}

function isOnEarth({ latitude, longitude }: Point): boolean {
  return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
}

function shown(word: string): string {
  const text = word.slice(0, 24).replace(/[^\x20-\x7e]/g, "?");
  return `"${text}${word.length > 24 ? "…" : ""}"`;
}
