/**
 * Messages of winds and temperatures aloft, by language.
 *
 * @module
 */
import type { Language } from "./voice.ts";

const en = {
  "head": "Forecast of winds and temperatures aloft (FB).",
  "based": "From model data of {time}.",
  "valid": "Valid at {time}.",
  "validUnknown": "The time that it is valid for is not known.",
  "use": "For use from {from} until {to}.",
  "negative": "Above {height}, temperatures are below zero and have no sign.",
  "station": "{station}: {levels}.",
  "station.none": "{station}: nothing could be read.",
  "level": "at {height} {what}",
  "msl": "{height} MSL",
  "msl.spoken": "{height} above mean sea level",
  "wind": "wind from {direction}° true at {speed}",
  "wind.spoken": "wind {direction} degrees true at {speed}",
  "wind.lightAndVariable": "light and variable wind (under 5 kt)",
  "wind.lightAndVariable.spoken": "light and variable wind",
  "wind.calm": "calm",
  "wind.unknown": "wind that could not be read",
  "temperature": "temperature {value}",
  "temperature.none": "no temperature forecast",
  "notForecast": "not forecast at {heights}",
  "incomplete": "Parts of this text could not be read: read the original.",
  "token.station": "Station {station}.",
  "token.heading": "Heading of the bulletin: its kind and region, the office that sent it.",
  "token.levels": "The levels of the columns, in feet above mean sea level.",
  "token.group": "{station}, {level}.",
  "token.other": "Recognised, but without a value of its own: read it in the raw report.",
  "unreadable": "Not understood: “{text}”. Read it in the raw report.",
} as const;

/** A key of these messages. */
export type WindsAloftKey = keyof typeof en;

const de: Readonly<Record<WindsAloftKey, string>> = {
  "head": "Vorhersage von Höhenwind und Temperatur (FB).",
  "based": "Aus Modelldaten von {time}.",
  "valid": "Gültig für {time}.",
  "validUnknown": "Für welche Zeit sie gilt, ist nicht bekannt.",
  "use": "Zu verwenden von {from} bis {to}.",
  "negative": "Oberhalb {height} sind Temperaturen unter null und haben kein Vorzeichen.",
  "station": "{station}: {levels}.",
  "station.none": "{station}: Nichts war lesbar.",
  "level": "in {height} {what}",
  "msl": "{height} MSL",
  "msl.spoken": "{height} über dem mittleren Meeresspiegel",
  "wind": "Wind aus {direction}° rechtweisend mit {speed}",
  "wind.spoken": "Wind {direction} Grad rechtweisend mit {speed}",
  "wind.lightAndVariable": "schwacher Wind aus wechselnden Richtungen (unter 5 kt)",
  "wind.lightAndVariable.spoken": "schwacher Wind aus wechselnden Richtungen",
  "wind.calm": "Windstille",
  "wind.unknown": "Wind, der nicht lesbar war",
  "temperature": "Temperatur {value}",
  "temperature.none": "keine Temperatur vorhergesagt",
  "notForecast": "nicht vorhergesagt in {heights}",
  "incomplete": "Teile dieses Textes waren nicht lesbar: das Original lesen.",
  "token.station": "Station {station}.",
  "token.heading": "Kopf der Sendung: Art und Region, sendende Stelle.",
  "token.levels": "Die Höhen der Spalten, in Fuß über dem mittleren Meeresspiegel.",
  "token.group": "{station}, {level}.",
  "token.other": "Erkannt, aber ohne eigenen Wert: im Original lesen.",
  "unreadable": "Nicht verstanden: „{text}“. Im Original lesen.",
};

/** The messages of winds aloft in each language. */
export const WINDS_ALOFT: Readonly<Record<Language, Readonly<Record<WindsAloftKey, string>>>> = {
  en,
  de,
};
