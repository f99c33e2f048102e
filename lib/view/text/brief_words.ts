/**
 * Texts of the briefing page around what the briefing itself says, in English and German; see `en.ts` and `de.ts`.
 *
 * @module
 */
export const BRIEF_EN = {
  "brief.title": "Briefing for a route",
  "brief.intro":
    "Weather along a route in the FAA's order: warnings, reports, forecasts, winds, with every raw report beside the words. Facts and comparisons, never a judgement.",
  "brief.route": "Route",
  "brief.routeHint": "Airports or places: KJFK,KBOS or KJFK,41.5/-70.2,KBOS",
  "brief.departure": "Departure (UTC)",
  "brief.departureHint": "1800Z, 2026-11-24T18:00Z or now",
  "brief.tas": "True airspeed, kt",
  "brief.altitude": "Cruise altitude, ft MSL",
  "brief.corridor": "Corridor to each side, NM",
  "brief.kind": "Kind",
  "brief.kind.standard": "Standard",
  "brief.kind.abbreviated": "Abbreviated",
  "brief.kind.outlook": "Outlook (6 h ahead or more)",
  "brief.alternates": "Alternates",
  "brief.minima": "My minima",
  "brief.minCeiling": "Least ceiling, ft",
  "brief.minVisibility": "Least visibility, SM",
  "brief.maxWind": "Strongest wind, kt",
  "brief.maxCrosswind": "Strongest crosswind, kt",
  "brief.submit": "Brief me",
  "brief.change": "Change the flight",
  "brief.errors": "This cannot be briefed yet:",
  "brief.made": "Made {time}. Not an official briefing.",
  "brief.software":
    "Written by software from the reports beside it. If it differs from a report, the report is right.",
  "brief.share": "Link to this briefing",
  "brief.again": "Brief me again and show what has changed",
  "brief.short": "Text for slow links",
  "brief.full": "Full text",
  "brief.json": "JSON",
  "brief.profile": "Side view",
  "brief.profileText":
    "Height by distance, {distance} NM. Clouds, warnings, wind and categories as named in the sections below; terrain is not shown.",
  "brief.key.cloud": "cloud base (few and scattered open, broken and overcast filled)",
  "brief.key.icing": "icing",
  "brief.key.turbulence": "turbulence",
  "brief.key.convective": "thunderstorms",
  "brief.key.other": "other warning",
  "brief.key.freezing": "0 °C",
  "brief.key.path": "cruise altitude",
  "brief.raw": "Raw reports",
  "brief.excerpt": "lines used",
  "brief.omitted": "left out",
  "brief.unavailable": "not available",
  "brief.new": "new",
  "brief.changed": "changed",
  "brief.changes.none": "Nothing has changed since the briefing of {time}.",
  "brief.changes.some":
    "Since the briefing of {time}: {added} new, {changed} changed, {gone} no longer there.",
  "brief.changes.instant": "Since {time}: {changed} statements rest on newer reports.",
  "brief.changes.partial": "The earlier briefing was too long to compare it whole.",
  "brief.about": "{time}, {provider}",
  "brief.plain.title": "Plain language",
  "brief.plain.template": "Every sentence is made by fixed rules from the reports beside it.",
  "brief.plain.ask": "Let {model} word it",
  "brief.plain.askHint":
    "Facts of the reports, without their free text, go to a language model. What it writes is checked against them; what does not pass is not shown.",
  "brief.plain.writing":
    "Written by software ({model}) from the reports below; may be wrong. Each sentence is shown once it has passed the check.",
  "brief.plain.whole": "The whole briefing with these sentences",
  "brief.plain.back": "Text by fixed rules",
  "brief.plain.written":
    "Written by software ({model}, {time}) from the reports below; may be wrong; not for navigation; get an official briefing. Sentences of the model: {accepted} shown, {refused} refused by the check. All others are made by fixed rules.",
  "brief.plain.nothing":
    "Nothing here may be worded by a model: all of it is told by fixed rules (old or damaged reports, comparisons, what is not there).",
  "brief.plain.stale":
    "The reports that a model could word are no longer current. Old reports are told by fixed rules alone.",
  "brief.plain.cut": "The model did not finish.",
  "brief.plain.userSpent":
    "Your questions to the model are used up for today. The text is by fixed rules.",
  "brief.plain.daySpent":
    "The model's questions of this service are used up for today. The text is by fixed rules.",
  "brief.plain.failed": "The model did not answer. The text is by fixed rules, and complete.",
  "brief.plain.mark": "model",
} as const;

export const BRIEF_DE: Readonly<Record<keyof typeof BRIEF_EN, string>> = {
  "brief.title": "Briefing für eine Strecke",
  "brief.intro":
    "Das Wetter entlang einer Strecke in der Reihenfolge der FAA: Warnungen, Meldungen, Vorhersagen, Winde, jede Originalmeldung neben den Worten. Tatsachen und Vergleiche, nie ein Urteil.",
  "brief.route": "Strecke",
  "brief.routeHint": "Flugplätze oder Orte: KJFK,KBOS oder KJFK,41.5/-70.2,KBOS",
  "brief.departure": "Abflug (UTC)",
  "brief.departureHint": "1800Z, 2026-11-24T18:00Z oder now",
  "brief.tas": "Eigengeschwindig\u00adkeit, kt",
  "brief.altitude": "Reiseflughöhe, ft MSL",
  "brief.corridor": "Korridor je Seite, NM",
  "brief.kind": "Art",
  "brief.kind.standard": "Standard",
  "brief.kind.abbreviated": "Gekürzt",
  "brief.kind.outlook": "Ausblick (6 h oder mehr voraus)",
  "brief.alternates": "Ausweichplätze",
  "brief.minima": "Meine Minima",
  "brief.minCeiling": "Niedrigste Hauptwolkenuntergrenze, ft",
  "brief.minVisibility": "Geringste Sicht, SM",
  "brief.maxWind": "Stärkster Wind, kt",
  "brief.maxCrosswind": "Stärkster Seitenwind, kt",
  "brief.submit": "Briefing zeigen",
  "brief.change": "Flug ändern",
  "brief.errors": "So gibt es noch kein Briefing:",
  "brief.made": "Erstellt {time}. Kein amtliches Briefing.",
  "brief.software":
    "Von Software aus den Meldungen daneben geschrieben. Weicht es von einer Meldung ab, gilt die Meldung.",
  "brief.share": "Link zu diesem Briefing",
  "brief.again": "Neues Briefing mit dem, was sich geändert hat",
  "brief.short": "Text für langsame Verbindungen",
  "brief.full": "Ganzer Text",
  "brief.json": "JSON",
  "brief.profile": "Seitenansicht",
  "brief.profileText":
    "Höhe über Entfernung, {distance} NM. Wolken, Warnungen, Wind und Kategorien wie unten genannt; das Gelände ist nicht gezeigt.",
  "brief.key.cloud":
    "Wolkenuntergrenze (gering und aufgelockert offen, aufgebrochen und bedeckt gefüllt)",
  "brief.key.icing": "Vereisung",
  "brief.key.turbulence": "Turbulenz",
  "brief.key.convective": "Gewitter",
  "brief.key.other": "andere Warnung",
  "brief.key.freezing": "0 °C",
  "brief.key.path": "Reiseflughöhe",
  "brief.raw": "Originalmeldungen",
  "brief.excerpt": "benutzte Zeilen",
  "brief.omitted": "weggelassen",
  "brief.unavailable": "nicht verfügbar",
  "brief.new": "neu",
  "brief.changed": "geändert",
  "brief.changes.none": "Seit dem Briefing von {time} hat sich nichts geändert.",
  "brief.changes.some":
    "Seit dem Briefing von {time}: {added} neu, {changed} geändert, {gone} nicht mehr da.",
  "brief.changes.instant": "Seit {time}: {changed} Aussagen beruhen auf neueren Meldungen.",
  "brief.changes.partial": "Das frühere Briefing war zu lang, um es ganz zu vergleichen.",
  "brief.about": "{time}, {provider}",
  "brief.plain.title": "In einfachen Worten",
  "brief.plain.template": "Jeder Satz ist nach festen Regeln aus den Meldungen daneben gemacht.",
  "brief.plain.ask": "Von {model} formulieren lassen",
  "brief.plain.askHint":
    "Tatsachen aus den Meldungen, ohne deren freien Text, gehen an ein Sprachmodell. Was es schreibt, wird an ihnen geprüft; was nicht besteht, wird nicht gezeigt.",
  "brief.plain.writing":
    "Von Software ({model}) aus den Meldungen unten geschrieben; kann falsch sein. Jeder Satz steht da, sobald er die Prüfung bestanden hat.",
  "brief.plain.whole": "Das ganze Briefing mit diesen Sätzen",
  "brief.plain.back": "Text nach festen Regeln",
  "brief.plain.written":
    "Von Software ({model}, {time}) aus den Meldungen unten geschrieben; kann falsch sein; nicht zur Navigation; ein amtliches Briefing einholen. Sätze des Modells: {accepted} gezeigt, {refused} von der Prüfung abgelehnt. Alle anderen sind nach festen Regeln gemacht.",
  "brief.plain.nothing":
    "Hier darf nichts von einem Modell formuliert werden: alles steht nach festen Regeln da (alte oder beschädigte Meldungen, Vergleiche, was es nicht gibt).",
  "brief.plain.stale":
    "Die Meldungen, die ein Modell formulieren könnte, sind nicht mehr aktuell. Alte Meldungen stehen nur nach festen Regeln da.",
  "brief.plain.cut": "Das Modell wurde nicht fertig.",
  "brief.plain.userSpent":
    "Ihre Fragen an das Modell sind für heute verbraucht. Der Text ist nach festen Regeln.",
  "brief.plain.daySpent":
    "Die Fragen dieses Dienstes an das Modell sind für heute verbraucht. Der Text ist nach festen Regeln.",
  "brief.plain.failed":
    "Das Modell hat nicht geantwortet. Der Text ist nach festen Regeln und vollständig.",
  "brief.plain.mark": "Modell",
};
