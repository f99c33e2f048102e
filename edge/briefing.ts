/**
 * `GET /api/v1/briefing`: a route in one request, in the FAA's ten sections, as facts and as text.
 *
 * @module
 */
import { z } from "zod";
import {
  type AnsweredBriefing,
  askInSlices,
  fullText,
  MAX_CHARACTERS,
  NUMBERS,
  PARAMETERS,
  type Parameters,
  shortText,
  tooLong,
} from "../lib/briefing/mod.ts";
import type { PlainText } from "../lib/briefing/model/mod.ts";
import type { Problem } from "../lib/http/problem.ts";
import type { Language } from "../lib/products/text/mod.ts";
import { hazardPeriod } from "../lib/reports/mod.ts";
import { MINUTE_MS, toIso } from "../lib/time/mod.ts";
import { roundTo } from "../lib/units/mod.ts";
import type { ApiOptions } from "./context.ts";
import { type Exchange, refuse } from "./exchange.ts";
import { answerNow } from "./health.ts";
import { CONTENT_TYPES, type Format } from "./negotiate.ts";
import { languageCode, noParameters } from "./parameters.ts";
import { presentPlain, streamPlain, wordFor } from "./plain_text.ts";
import { NOTICE } from "./present/report.ts";
import { defineResource, type Found, isProblem } from "./resource.ts";
import { invalidRequest } from "./validate.ts";

/** A parameter that may be left empty, as forms do. */
function optional(name: keyof typeof MAX_CHARACTERS, description: string, example: string) {
  return z.string().max(MAX_CHARACTERS[name], tooLong(name)).optional().meta({
    description,
    example,
  });
}

function number(name: keyof typeof NUMBERS, what: string, example: string) {
  const { least, most, otherwise, unit } = NUMBERS[name];
  const without = otherwise === null ? "not compared without" : `${otherwise} if not given`;
  return optional(name, `${what}, ${unit}: ${least} to ${most}; ${without}.`, example);
}

const query = z.object({
  route: optional(
    "route",
    "Two to 20 points, separated by commas: airport codes (KJFK, BOS), or places in decimal degrees, 41.5/-70.2 (or 41.5,-70.2).",
    "KJFK,KBOS",
  ),
  departure: optional(
    "departure",
    "UTC: 2026-11-24T18:00Z, or 1800Z for the next 18:00Z, or now (the default). Up to 30 hours ahead.",
    "1800Z",
  ),
  tas: number("tas", "True airspeed", "110"),
  altitude: number("altitude", "Cruise altitude above mean sea level", "6500"),
  corridor: number("corridor", "Width of the corridor to each side of the route", "25"),
  kind: optional(
    "kind",
    "standard (the default), abbreviated, or outlook (six hours ahead or more).",
    "standard",
  ),
  alternates: optional("alternates", "Up to five airport codes, separated by commas.", "KPVD,KBDL"),
  minCeiling: number("minCeiling", "Your least ceiling above ground", "2000"),
  minVisibility: number("minVisibility", "Your least visibility", "5"),
  maxWind: number("maxWind", "Your strongest wind, gusts counted", "25"),
  maxCrosswind: number("maxCrosswind", "Your strongest crosswind on the best runway", "12"),
  lang: languageCode.optional().meta({
    description: "Language of the text; en if not given.",
  }),
  length: z.enum(["short", "full"]).optional().meta({
    description: "Of format=text: short (the default) has at most 4 kB; full has every raw report.",
  }),
  text: z.enum(["template", "model"]).optional().meta({
    description:
      "model: a language model words facts, and each of its sentences is checked (member plain). It costs one of the reader's questions of the day. template (the default but for format=events): by fixed rules.",
  }),
  since: optional(
    "since",
    "The digest of an earlier briefing of this flight, or a time: the answer tells what has changed.",
    "2026-11-24T16:00Z",
  ),
});

/** The value: the briefing with what its writers need. */
interface Answer extends AnsweredBriefing {
  readonly language: Language;
  readonly length: "short" | "full";
}

async function readBriefing(
  input: z.output<typeof query>,
  { reports }: ApiOptions,
): Promise<Found<Answer> | Problem> {
  const { lang, length, since, ...given } = input;
  const parameters: Parameters = Object.fromEntries(
    PARAMETERS.flatMap((name) => given[name] === undefined ? [] : [[name, given[name]]]),
  );
  const language = lang ?? "en";
  const answer = await askInSlices(parameters, { language, ...(since && { since }) }, {
    reports,
    periodOf: hazardPeriod,
  });
  if (!("briefing" in answer)) {
    return invalidRequest(answer.map(({ name, detail }) => ({ in: "query", name, detail })));
  }
  // A departure of "now" moves on, and so does everything after it.
  const until = Math.floor(reports.now() / MINUTE_MS) * MINUTE_MS + MINUTE_MS;
  return {
    value: { ...answer, language, length: length ?? "short" },
    changesAt: until,
    limitAt: until,
    modifiedAt: null,
    cacheControl: "private, no-cache",
  };
}

/** The answer as JSON; `plain` is what a model was asked to word. */
export function presentBriefing(
  { briefing, text, digest, changes, language }: Answer,
  plain: PlainText | null = null,
) {
  const { request, track, timing } = briefing;
  return {
    notice: NOTICE,
    simulated: briefing.simulated,
    generatedAt: briefing.generatedAt,
    kind: briefing.kind,
    language,
    title: text.title,
    flight: {
      waypoints: track.waypoints.map(({ name, point, station }) => ({
        name,
        ...point,
        stationId: station?.id ?? null,
      })),
      departure: toIso(timing.departure),
      eta: toIso(timing.arrival),
      distanceNm: roundTo(track.totalNm, 2),
      tasKt: request.tasKt,
      altitudeFt: request.altitudeFt,
      corridorNm: request.corridorNm,
      alternates: request.alternates,
      minima: request.minima,
      windShare: roundTo(timing.windShare, 3),
      legs: track.legs.map(({ from, to, distanceNm, courseDeg }) => ({
        from: from.name,
        to: to.name,
        distanceNm: roundTo(distanceNm, 2),
        courseDeg: roundTo(courseDeg, 1),
      })),
      points: timing.steps.map(({ fromNm, toNm, middle, from, to, groundKt, wind }) => ({
        alongNm: roundTo((fromNm + toNm) / 2, 1),
        latitude: roundTo(middle.latitude, 4),
        longitude: roundTo(middle.longitude, 4),
        at: toIso((from + to) / 2),
        groundKt: roundTo(groundKt, 1),
        wind: wind && {
          directionDeg: roundTo(wind.directionDeg),
          speedKt: roundTo(wind.speedKt, 1),
          temperatureC: wind.temperatureC === null ? null : roundTo(wind.temperatureC, 1),
        },
      })),
    },
    summary: text.flight,
    sections: text.sections,
    facts: briefing.facts,
    reports: briefing.reports,
    profile: presentProfile(briefing.profile),
    digest,
    changes,
    plain: plain && presentPlain(plain),
  };
}

/** Answers where a model was asked for, which is waited for. */
function answerWorded(
  { query: asked, format }: { readonly query: z.output<typeof query>; readonly format: Format },
  exchange: Exchange,
  api: ApiOptions,
): Response | Promise<Response> | null {
  const text = asked.text ?? (format === "events" ? "model" : "template");
  if (text === "template") return format === "events" ? refuse(exchange, NO_EVENTS) : null;
  return format === "text" ? refuse(exchange, NOT_AS_TEXT) : word(asked, format, exchange, api);
}

async function word(
  asked: z.output<typeof query>,
  format: Format,
  exchange: Exchange,
  api: ApiOptions,
): Promise<Response> {
  const found = await readBriefing(asked, api);
  if (isProblem(found)) return refuse(exchange, found);
  const { value } = found;
  if (format === "events") return streamPlain(exchange, api, value, presentBriefing(value));
  const { method, signal } = exchange.request;
  const answerWith = (body: string) => answerNow(exchange, 200, CONTENT_TYPES.json, body);
  // HEAD is no wish for a text that costs.
  if (method === "HEAD") return answerWith("");
  const plain = await wordFor(exchange, api, value, signal);
  return answerWith(JSON.stringify(presentBriefing(value, plain)) + "\n");
}

const NO_EVENTS = invalidRequest([{
  in: "query",
  name: "text",
  detail: "format=events is text=model as it is written.",
  accepted: ["model"],
}]);
const NOT_AS_TEXT = invalidRequest([{
  in: "query",
  name: "format",
  detail: "text=model is answered as json or events.",
  accepted: ["json", "events"],
}]);

function presentProfile(profile: AnsweredBriefing["briefing"]["profile"]) {
  return {
    ...profile,
    totalNm: roundTo(profile.totalNm, 1),
    stations: profile.stations.map((one) => ({ ...one, alongNm: roundTo(one.alongNm, 1) })),
    layers: profile.layers.map((one) => ({
      ...one,
      fromNm: roundTo(one.fromNm, 1),
      toNm: roundTo(one.toNm, 1),
    })),
    winds: profile.winds.map((one) => ({
      ...one,
      alongNm: roundTo(one.alongNm, 1),
      directionDeg: roundTo(one.directionDeg),
      speedKt: roundTo(one.speedKt, 1),
      temperatureC: one.temperatureC === null ? null : roundTo(one.temperatureC, 1),
    })),
    freezing: profile.freezing.map(({ alongNm, feet }) => ({
      alongNm: roundTo(alongNm, 1),
      feet: roundTo(feet / 100) * 100,
    })),
  };
}

export const briefingResource = defineResource({
  path: "/v1/briefing",
  operationId: "getBriefing",
  tag: "Briefing",
  summary: "A briefing for a route",
  description:
    "Weather along a route in the FAA's order with its ten sections: warnings and pilot reports that touch the corridor in place, height and time, METARs, the TAF state at the time of passing, winds aloft, density altitude, runway wind, sun, alternates. Facts and comparisons, never a judgement. With text=model a language model words facts; what it writes is checked, marked, and sent whole or as server-sent events.",
  params: noParameters,
  query,
  representations: {
    json: { write: (answer: Answer) => JSON.stringify(presentBriefing(answer)) + "\n" },
    text: {
      write: (answer) => answer.length === "full" ? fullText(answer) : shortText(answer),
    },
    events: {},
  },
  problems: [503],
  read: (input, api) => readBriefing(input.query, api),
  wait: answerWorded,
});
