/**
 * Words of the briefing page around what the briefing itself says.
 *
 * @module
 */
import { fillText } from "../text/mod.ts";
import { viewer } from "../viewer.ts";

const en = {
  "title": "Briefing for a route",
  "intro":
    "Weather along a route in the FAA's order: warnings, reports, forecasts, winds, with every raw report beside the words. Facts and comparisons, never a judgement.",
  "route": "Route",
  "routeHint": "Airports or places: KJFK,KBOS or KJFK,41.5/-70.2,KBOS",
  "departure": "Departure (UTC)",
  "departureHint": "1800Z, 2026-11-24T18:00Z or now",
  "tas": "True airspeed, kt",
  "altitude": "Cruise altitude, ft MSL",
  "corridor": "Corridor to each side, NM",
  "kind": "Kind",
  "kind.standard": "Standard",
  "kind.abbreviated": "Abbreviated",
  "kind.outlook": "Outlook (6 h ahead or more)",
  "alternates": "Alternates",
  "minima": "My minima",
  "minCeiling": "Least ceiling, ft",
  "minVisibility": "Least visibility, SM",
  "maxWind": "Strongest wind, kt",
  "maxCrosswind": "Strongest crosswind, kt",
  "submit": "Brief me",
  "change": "Change the flight",
  "errors": "This cannot be briefed yet:",
  "made": "Made {time}. Not an official briefing.",
  "software":
    "Written by software from the reports beside it. If it differs from a report, the report is right.",
  "share": "Link to this briefing",
  "again": "Brief me again and show what has changed",
  "short": "Text for slow links",
  "full": "Full text",
  "json": "JSON",
  "profile": "Side view",
  "profileText":
    "Height by distance, {distance} NM. Clouds, warnings, wind and categories as named in the sections below; terrain is not shown.",
  "key.cloud": "cloud base (few and scattered open, broken and overcast filled)",
  "key.icing": "icing",
  "key.turbulence": "turbulence",
  "key.convective": "thunderstorms",
  "key.other": "other warning",
  "key.freezing": "0 °C",
  "key.path": "cruise altitude",
  "raw": "Raw reports",
  "excerpt": "lines used",
  "omitted": "left out",
  "unavailable": "not available",
  "new": "new",
  "changed": "changed",
  "changes.none": "Nothing has changed since the briefing of {time}.",
  "changes.some":
    "Since the briefing of {time}: {added} new, {changed} changed, {gone} no longer there.",
  "changes.instant": "Since {time}: {changed} statements rest on newer reports.",
  "changes.partial": "The earlier briefing was too long to compare it whole.",
  "about": "{time}, {provider}",
  "plain.title": "Plain language",
  "plain.template": "Every sentence is made by fixed rules from the reports beside it.",
  "plain.ask": "Let {model} word it",
  "plain.askHint":
    "Facts of the reports, without their free text, go to a language model. What it writes is checked against them; what does not pass is not shown.",
  "plain.back": "Text by fixed rules",
  "plain.written":
    "Written by software ({model}, {time}) from the reports below; may be wrong; not for navigation; get an official briefing. Sentences of the model: {accepted} shown, {refused} refused by the check. All others are made by fixed rules.",
  "plain.nothing":
    "Nothing here may be worded by a model: all of it is told by fixed rules (old or damaged reports, comparisons, what is not there).",
  "plain.userSpent":
    "Your questions to the model are used up for today. The text is by fixed rules.",
  "plain.daySpent":
    "The model's questions of this service are used up for today. The text is by fixed rules.",
  "plain.failed": "The model did not answer. The text is by fixed rules, and complete.",
  "plain.mark": "model",
} as const;

export type BriefKey = keyof typeof en;

const de: Readonly<Record<BriefKey, string>> = {
  "title": "Briefing für eine Strecke",
  "intro":
    "Das Wetter entlang einer Strecke in der Reihenfolge der FAA: Warnungen, Meldungen, Vorhersagen, Winde, jede Originalmeldung neben den Worten. Tatsachen und Vergleiche, nie ein Urteil.",
  "route": "Strecke",
  "routeHint": "Flugplätze oder Orte: KJFK,KBOS oder KJFK,41.5/-70.2,KBOS",
  "departure": "Abflug (UTC)",
  "departureHint": "1800Z, 2026-11-24T18:00Z oder now",
  "tas": "Eigengeschwindigkeit, kt",
  "altitude": "Reiseflughöhe, ft MSL",
  "corridor": "Korridor je Seite, NM",
  "kind": "Art",
  "kind.standard": "Standard",
  "kind.abbreviated": "Gekürzt",
  "kind.outlook": "Ausblick (6 h oder mehr voraus)",
  "alternates": "Ausweichplätze",
  "minima": "Meine Minima",
  "minCeiling": "Niedrigste Hauptwolkenuntergrenze, ft",
  "minVisibility": "Geringste Sicht, SM",
  "maxWind": "Stärkster Wind, kt",
  "maxCrosswind": "Stärkster Seitenwind, kt",
  "submit": "Briefing zeigen",
  "change": "Flug ändern",
  "errors": "So gibt es noch kein Briefing:",
  "made": "Erstellt {time}. Kein amtliches Briefing.",
  "software":
    "Von Software aus den Meldungen daneben geschrieben. Weicht es von einer Meldung ab, gilt die Meldung.",
  "share": "Link zu diesem Briefing",
  "again": "Neues Briefing mit dem, was sich geändert hat",
  "short": "Text für langsame Verbindungen",
  "full": "Ganzer Text",
  "json": "JSON",
  "profile": "Seitenansicht",
  "profileText":
    "Höhe über Entfernung, {distance} NM. Wolken, Warnungen, Wind und Kategorien wie unten genannt; das Gelände ist nicht gezeigt.",
  "key.cloud":
    "Wolkenuntergrenze (gering und aufgelockert offen, aufgebrochen und bedeckt gefüllt)",
  "key.icing": "Vereisung",
  "key.turbulence": "Turbulenz",
  "key.convective": "Gewitter",
  "key.other": "andere Warnung",
  "key.freezing": "0 °C",
  "key.path": "Reiseflughöhe",
  "raw": "Originalmeldungen",
  "excerpt": "benutzte Zeilen",
  "omitted": "weggelassen",
  "unavailable": "nicht verfügbar",
  "new": "neu",
  "changed": "geändert",
  "changes.none": "Seit dem Briefing von {time} hat sich nichts geändert.",
  "changes.some":
    "Seit dem Briefing von {time}: {added} neu, {changed} geändert, {gone} nicht mehr da.",
  "changes.instant": "Seit {time}: {changed} Aussagen beruhen auf neueren Meldungen.",
  "changes.partial": "Das frühere Briefing war zu lang, um es ganz zu vergleichen.",
  "about": "{time}, {provider}",
  "plain.title": "In einfachen Worten",
  "plain.template": "Jeder Satz ist nach festen Regeln aus den Meldungen daneben gemacht.",
  "plain.ask": "Von {model} formulieren lassen",
  "plain.askHint":
    "Tatsachen aus den Meldungen, ohne deren freien Text, gehen an ein Sprachmodell. Was es schreibt, wird an ihnen geprüft; was nicht besteht, wird nicht gezeigt.",
  "plain.back": "Text nach festen Regeln",
  "plain.written":
    "Von Software ({model}, {time}) aus den Meldungen unten geschrieben; kann falsch sein; nicht zur Navigation; ein amtliches Briefing einholen. Sätze des Modells: {accepted} gezeigt, {refused} von der Prüfung abgelehnt. Alle anderen sind nach festen Regeln gemacht.",
  "plain.nothing":
    "Hier darf nichts von einem Modell formuliert werden: alles steht nach festen Regeln da (alte oder beschädigte Meldungen, Vergleiche, was es nicht gibt).",
  "plain.userSpent":
    "Ihre Fragen an das Modell sind für heute verbraucht. Der Text ist nach festen Regeln.",
  "plain.daySpent":
    "Die Fragen dieses Dienstes an das Modell sind für heute verbraucht. Der Text ist nach festen Regeln.",
  "plain.failed":
    "Das Modell hat nicht geantwortet. Der Text ist nach festen Regeln und vollständig.",
  "plain.mark": "Modell",
};

/** A text in `language`. */
export function briefText(
  language: "en" | "de",
  key: BriefKey,
  values?: Readonly<Record<string, string | number>>,
): string {
  return fillText((language === "de" ? de : en)[key], values);
}

/** A text of the page being rendered. */
export function b(key: BriefKey, values?: Readonly<Record<string, string | number>>): string {
  return briefText(viewer().language, key, values);
}
