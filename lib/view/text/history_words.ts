/**
 * Texts of the page of a station's past, in English and German; see `en.ts` and `de.ts`.
 *
 * @module
 */
export const HISTORY_EN = {
  "history.title": "the last {hours} hours",
  "history.link": "The last days, as charts",
  "history.back": "{name}: the latest report",
  "history.choose": "How far back",
  "history.hours": "{hours} h",
  "history.notKept": "This service keeps no history of reports.",
  "history.fails":
    "The history cannot be read now. This does not mean that there were no reports; the latest one is on the station's page.",
  "history.nothing":
    "No report of this station was received in the last {hours} hours. That says nothing of its weather.",
  "history.incomplete": "There are more reports than are shown here: the oldest are missing.",
  "history.fetching":
    "Reports of this time are missing here. They are being fetched from the provider: look again in a minute or two.",
  "history.gaps":
    "Reports of this time may be missing here: more time than usual passes between two of them. That says nothing of the weather.",
  "history.backfilled": "fetched later",
  "history.charts": "Charts",
  "history.note":
    "Each value is that of a report; lines join reports that follow each other. Grey: no report. A dash or a break: the report does not say. Of several reports of one time the last correction counts.",
  "history.gap": "no report",
  "history.category": "Flight category",
  "history.categoryLabel":
    "Flight category of each report over time, as letter and colour; see the table.",
  "history.temperature": "Temperature and dew point (dashed), °C",
  "history.temperatureLabel": "Temperature and dew point from {low} to {high} °C; see the table.",
  "history.pressure": "QNH, hPa",
  "history.pressureLabel": "QNH from {low} to {high} hPa; see the table.",
  "history.wind": "Wind, and gusts as strokes, kt",
  "history.windLabel": "Wind and gusts from {low} to {high} kt; see the table.",
  "history.visibility": "Visibility, km; 10 is 10 or more",
  "history.visibilityLabel": "Visibility from {low} to {high} km; see the table.",
  "history.ceiling": "Ceiling, ft above ground; 5000 is 5000 or more, a ring is no ceiling",
  "history.ceilingLabel": "Ceilings from {low} to {high} ft; see the table.",
  "history.table": "The same as a table",
  "history.column.time": "Time",
  "history.column.category": "Category",
  "history.column.wind": "Wind",
  "history.column.visibility": "Visibility",
  "history.column.ceiling": "Ceiling",
  "history.column.temperature": "Temperature / dew point",
  "history.column.pressure": "QNH",
  "history.noCeiling": "none",
  "history.calm": "calm",
  "history.gust": "gust",
  "history.raw": "Raw reports",
  "history.source": "{provider}, observed {observed}, received {received}",
  "history.replaced": "corrected or replaced by another text of the same time",
  "history.json": "The same as JSON",
} as const;

export const HISTORY_DE: Record<keyof typeof HISTORY_EN, string> = {
  "history.title": "die letzten {hours} Stunden",
  "history.link": "Die letzten Tage als Diagramme",
  "history.back": "{name}: die letzte Meldung",
  "history.choose": "Wie weit zurück",
  "history.hours": "{hours} h",
  "history.notKept": "Dieser Dienst bewahrt keine früheren Meldungen auf.",
  "history.fails":
    "Frühere Meldungen können gerade nicht gelesen werden. Das heißt nicht, dass es keine gab; die letzte steht auf der Seite der Station.",
  "history.nothing":
    "In den letzten {hours} Stunden kam keine Meldung dieser Station an. Über ihr Wetter sagt das nichts.",
  "history.incomplete": "Es gibt mehr Meldungen, als hier gezeigt werden: die ältesten fehlen.",
  "history.fetching":
    "Meldungen aus dieser Zeit fehlen hier. Sie werden gerade beim Anbieter geholt: in ein, zwei Minuten noch einmal nachsehen.",
  "history.gaps":
    "Meldungen aus dieser Zeit fehlen hier womöglich: Zwischen zweien liegt mehr Zeit als üblich. Über das Wetter sagt das nichts.",
  "history.backfilled": "später geholt",
  "history.charts": "Diagramme",
  "history.note":
    "Jeder Wert stammt aus einer Meldung; Linien verbinden aufeinander folgende Meldungen. Grau: keine Meldung. Strich oder Lücke: die Meldung sagt nichts dazu. Von mehreren Meldungen derselben Zeit zählt die letzte Berichtigung.",
  "history.gap": "keine Meldung",
  "history.category": "Flugkategorie",
  "history.categoryLabel":
    "Flugkategorie jeder Meldung im Verlauf, als Buchstabe und Farbe; siehe Tabelle.",
  "history.temperature": "Temperatur und Taupunkt (gestrichelt), °C",
  "history.temperatureLabel": "Temperatur und Taupunkt von {low} bis {high} °C; siehe Tabelle.",
  "history.pressure": "QNH, hPa",
  "history.pressureLabel": "QNH von {low} bis {high} hPa; siehe Tabelle.",
  "history.wind": "Wind, Böen als Striche, kt",
  "history.windLabel": "Wind und Böen von {low} bis {high} kt; siehe Tabelle.",
  "history.visibility": "Sicht, km; 10 heißt 10 oder mehr",
  "history.visibilityLabel": "Sicht von {low} bis {high} km; siehe Tabelle.",
  "history.ceiling":
    "Hauptwolkenuntergrenze, ft über Grund; 5000 heißt 5000 oder mehr, ein Ring keine",
  "history.ceilingLabel": "Hauptwolkenuntergrenzen von {low} bis {high} ft; siehe Tabelle.",
  "history.table": "Dasselbe als Tabelle",
  "history.column.time": "Zeit",
  "history.column.category": "Kategorie",
  "history.column.wind": "Wind",
  "history.column.visibility": "Sicht",
  "history.column.ceiling": "Untergrenze",
  "history.column.temperature": "Temperatur / Taupunkt",
  "history.column.pressure": "QNH",
  "history.noCeiling": "keine",
  "history.calm": "windstill",
  "history.gust": "Böen",
  "history.raw": "Rohmeldungen",
  "history.source": "{provider}, beobachtet {observed}, empfangen {received}",
  "history.replaced": "von einer anderen Meldung derselben Zeit berichtigt oder ersetzt",
  "history.json": "Dasselbe als JSON",
};
