/**
 * What is wrong with a request for a briefing, by language. `{name}` is filled in.
 *
 * @module
 */
import { type Language, type Say, sayFrom } from "../../products/text/mod.ts";

const en = {
  "tooLong": "{name} may have {most} characters at most.",
  "number": "{name} must be a number from {least} to {most} ({unit}).",
  "route.missing": "A route is needed, two points or more: KJFK,KBOS.",
  "route.one": "A route needs two points or more: KJFK,KBOS.",
  "route.points": "A route may have {most} points.",
  "route.noAirport":
    "No airport {code} is known. Give its ICAO or IATA code, or the place as 41.5/-70.2.",
  "route.noLongitude":
    "{word} looks like a latitude, but no longitude follows. Write a place as 41.5/-70.2.",
  "route.neither":
    "{word} is neither an airport code (KJFK, BOS) nor a place in decimal degrees (41.5/-70.2).",
  "route.notOnEarth":
    "Latitudes lie between -90 and 90 and longitudes between -180 and 180 degrees.",
  "route.samePlace": "{from} and {to} are the same place: a leg needs some length.",
  "route.opposite":
    "{from} and {to} are opposite points of the earth: there is no one shortest way.",
  "route.tooFar": "The route is {long} NM long; {most} NM are the most.",
  "departure.unreadable":
    "departure must be a time in UTC: 2026-11-24T18:00Z, 1800Z for the next 18:00Z, or now.",
  "departure.past": "The departure lies in the past: a briefing looks ahead.",
  "departure.far": "The departure is more than {hours} hours ahead: no forecast reaches so far.",
  "kind.unknown": "kind must be one of {kinds}.",
  "kind.outlook":
    "An outlook is for a departure six hours ahead or more; ask for a standard briefing.",
  "alternates.many": "At most {most} alternates may be asked for.",
  "alternates.unknown": "No airport {code} is known.",
  "since": "since must be the digest of an earlier briefing, or a time: 2026-11-24T16:00Z.",
  "tas.wind":
    "At {tas} kt the forecast wind of {wind} kt on the way is too strong to make headway.",
} as const;

/** What may be wrong. */
export type RequestKey = keyof typeof en;

const de: Readonly<Record<RequestKey, string>> = {
  "tooLong": "{name} darf höchstens {most} Zeichen haben.",
  "number": "{name} muss eine Zahl von {least} bis {most} sein ({unit}).",
  "route.missing": "Es fehlt eine Strecke aus zwei oder mehr Punkten: KJFK,KBOS.",
  "route.one": "Eine Strecke braucht zwei oder mehr Punkte: KJFK,KBOS.",
  "route.points": "Eine Strecke darf {most} Punkte haben.",
  "route.noAirport":
    "Ein Flugplatz {code} ist nicht bekannt. Möglich sind ICAO- oder IATA-Code oder ein Ort als 41.5/-70.2.",
  "route.noLongitude":
    "{word} sieht nach einer Breite aus, aber es folgt keine Länge. Ein Ort wird 41.5/-70.2 geschrieben.",
  "route.neither":
    "{word} ist weder der Code eines Flugplatzes (KJFK, BOS) noch ein Ort in Dezimalgrad (41.5/-70.2).",
  "route.notOnEarth": "Breiten liegen zwischen -90 und 90, Längen zwischen -180 und 180 Grad.",
  "route.samePlace": "{from} und {to} sind derselbe Ort: Ein Abschnitt braucht eine Länge.",
  "route.opposite":
    "{from} und {to} liegen sich auf der Erde gegenüber: Es gibt keinen einen kürzesten Weg.",
  "route.tooFar": "Die Strecke ist {long} NM lang; {most} NM sind das Höchste.",
  "departure.unreadable":
    "departure muss eine Zeit in UTC sein: 2026-11-24T18:00Z, 1800Z für das nächste 18:00Z oder now.",
  "departure.past": "Der Abflug liegt in der Vergangenheit: Ein Briefing blickt voraus.",
  "departure.far":
    "Der Abflug liegt mehr als {hours} Stunden voraus: So weit reicht keine Vorhersage.",
  "kind.unknown": "kind muss eines sein von {kinds}.",
  "kind.outlook":
    "Ein Ausblick gilt einem Abflug in sechs Stunden oder später; sonst ein Standard-Briefing wählen.",
  "alternates.many": "Höchstens {most} Ausweichflugplätze sind möglich.",
  "alternates.unknown": "Ein Flugplatz {code} ist nicht bekannt.",
  "since":
    "since muss die Prüfsumme eines früheren Briefings sein oder eine Zeit: 2026-11-24T16:00Z.",
  "tas.wind":
    "Mit {tas} kt kommt man gegen den vorhergesagten Wind von {wind} kt unterwegs nicht voran.",
};

/** The messages by language. */
export const REQUEST_TEXTS: Readonly<Record<Language, Readonly<Record<RequestKey, string>>>> = {
  en,
  de,
};

/** Says what is wrong. */
export type SayWrong = Say<RequestKey>;

/** Says it in `language`. */
export function requestSay(language: Language): SayWrong {
  return sayFrom(REQUEST_TEXTS, { language });
}

/** Says it in English. */
export const IN_ENGLISH: SayWrong = requestSay("en");
