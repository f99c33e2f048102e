/**
 * Deutsche Texte der Antworten auf Fragen; siehe `de.ts`.
 *
 * @module
 */
import type { QUESTION_EN } from "./question_en.ts";

export const QUESTION_DE: Readonly<Record<keyof typeof QUESTION_EN, string>> = {
  "subject.weather": "Wetter",
  "subject.category": "Flugkategorie",
  "subject.ceiling": "Hauptwolkenuntergrenze",
  "subject.visibility": "Sicht",
  "subject.wind": "Wind",
  "subject.crosswind": "Seitenwind",
  "subject.thunderstorm": "Gewitter",
  "subject.fog": "Nebel",
  "subject.rain": "Regen",
  "subject.snow": "Schnee",
  "subject.precipitation": "Niederschlag",
  "subject.freezing": "gefrierender Niederschlag oder gefrierender Nebel",
  "subject.icing": "Vereisung",
  "subject.temperature": "Temperatur",
  "subject.pressure": "QNH",
  "subject.hazards": "Gefahren",

  "question": "{subject} in {station}[ ({name})] {when}[: {what}][ (Piste {runway})].",
  "question.at": "um {time}",
  "question.around": "innerhalb einer Stunde um {time}",
  "question.between": "von {from} bis {to}",
  "question.noPlace": "{subject} {when}; kein Ort.",
  "relation.is": "{value}",
  "relation.orBetter": "{value} oder besser",
  "relation.orWorse": "{value} oder schlechter",
  "relation.above": "{subject} über {value}",
  "relation.atLeast": "{subject} {value} oder mehr",
  "relation.below": "{subject} unter {value}",
  "relation.atMost": "{subject} {value} oder weniger",

  "answer.observed.all": "{what}: in {station} um {time} beobachtet.",
  "answer.observed.none": "{what}: in {station} um {time} nicht beobachtet.",
  "answer.observed.unknown": "{what}: die Beobachtung von {station} um {time} sagt es nicht.",
  "answer.forecast.all":
    "{what}: für {station} {when} vorhergesagt, in jedem Zustand, den das TAF zulässt.",
  "answer.forecast.some":
    "{what}: für {station} {when} als vorherrschend vorhergesagt, aber nicht in jedem Zustand, den das TAF zulässt.",
  "answer.forecast.other":
    "{what}: für {station} {when} nicht als vorherrschend vorhergesagt, aber in einem Zustand, den das TAF zulässt.",
  "answer.forecast.none":
    "{what}: für {station} {when} nicht vorhergesagt, in keinem Zustand, den das TAF zulässt.",
  "answer.forecast.possible":
    "{what}: in einem Zustand, den das TAF für {station} {when} zulässt; von anderen sagt es nichts.",
  "answer.forecast.unknown": "{what}: die Vorhersage für {station} {when} sagt es nicht.",

  "asked.observed": "{station}[ ({place})], beobachtet {time}: {what}.",
  "asked.prevailing": "{station}[ ({place})], Vorhersage für {time} (TAF von {issued}): {what}.",
  "asked.before": "{station}, Vorhersage bis {to}: {what}.",
  "asked.change": "{station}, {change}[ {period}]: {what}.",
  "asked.notReported": "{what}: nicht gemeldet",
  "asked.notForecast": "{what}: nicht vorhergesagt",
  "asked.noTemperature": "Temperatur nicht angegeben",
  "asked.noPressure": "QNH nicht angegeben",

  "forecastTemperature.maximum":
    "{station}: höchste Temperatur {value} um {time}, nach dem TAF von {issued}.",
  "forecastTemperature.minimum":
    "{station}: niedrigste Temperatur {value} um {time}, nach dem TAF von {issued}.",

  "warning.over":
    "{title}[ {identifier}]: {what}[, {levels}][, {movement}][; {limits}][, gültig {validity}]. Das Gebiet liegt über {station} oder höchstens {within} davon.",
  "none.sigmetOver":
    "Kein SIGMET für {station} und diese Zeit in den Daten, die um {time} abgerufen wurden.",
  "none.gairmetOver":
    "Kein G-AIRMET für {station} und diese Zeit in den Daten, die um {time} abgerufen wurden.",
  "none.cwaOver":
    "Kein Center Weather Advisory für {station} und diese Zeit in den Daten, die um {time} abgerufen wurden.",
  "excluded.unplaced":
    "Weitere Warnungen für diese Zeit, deren Gebiet nicht gelesen werden konnte und über {station} liegen kann: {more}.",

  "unavailable.question.past":
    "Die gefragte Zeit, {time}, liegt in der Vergangenheit und wird hier nicht nachgeschlagen. Was zuletzt beobachtet wurde:",
  "unavailable.question.noPlace":
    "Aus der Frage konnte kein Ort gelesen werden. Einen Flugplatz nennen: EDDF, FRA oder Frankfurt.",
  "unavailable.question.unknownPlace":
    "Kein Flugplatz mit diesem Namen oder Code ist hier bekannt. Den ICAO- oder IATA-Code nennen: EDDF, FRA.",
  "unavailable.forecast.nil":
    "{station}: Das letzte TAF sagt, dass keine Vorhersage herausgegeben wird (NIL).",
  "unavailable.forecast.cancelled": "{station}: Die Vorhersage (TAF) wurde zurückgezogen.",
  "unavailable.forecast.damaged":
    "{station}: Die Zeiten der Vorhersage (TAF) konnten nicht gelesen werden: siehe Originalmeldung.",
  "unavailable.forecast.expired": "{station}: Die letzte Vorhersage (TAF) endete um {to}.",
  "unavailable.forecast.ended":
    "{station}: Die vorliegende Vorhersage (TAF) endet um {to}, vor der gefragten Zeit.",
  "unavailable.forecast.notBegun":
    "{station}: Die vorliegende Vorhersage (TAF) beginnt um {from}, nach der gefragten Zeit.",
  "unavailable.forecast.partly":
    "{station}: Die vorliegende Vorhersage (TAF) gilt von {from} bis {to}; über den Rest der gefragten Zeit sagt sie nichts.",
  "unavailable.temperature.notForecast":
    "{station}: Für {time} ist keine Temperatur vorhergesagt; ein TAF hat höchstens die höchste und die niedrigste.",
  "unavailable.pressure.notForecast":
    "{station}: Für {time} gibt es hier kein QNH; Vorhersagen haben selten eines.",
  "unavailable.sensor.thunderstorm":
    "{station}: Die Station erkennt keine Gewitter: Dass keines gemeldet ist, sagt nichts.",
  "unavailable.sensor.freezingPrecipitation":
    "{station}: Die Station erkennt keinen gefrierenden Regen: Dass keiner gemeldet ist, sagt nichts.",
  "unavailable.sensor.presentWeather":
    "{station}: Die Station erkennt kein gegenwärtiges Wetter: Dass keines gemeldet ist, sagt nichts.",
  "unavailable.sensor.visibility": "{station}: Die Station misst keine Sicht.",
  "unavailable.warnings.noPosition":
    "{station}: Die Lage ist nicht bekannt, daher können Warnungen darüber nicht gefunden werden.",
  "unavailable.runwayWind.noSuchRunway": "{station}: Dort ist keine Piste {runway} bekannt.",
  "when.forecastChange": "nach dem vorhergesagten Wind, {change}[ {period}]",
  "when.forecastUntil": "nach dem bis {time} vorhergesagten Wind",
  "runway.named":
    "{station}, {when}: Piste {runway} hat {head} Gegenwind, Seitenwind bis {crosswind} von {side}[, Rückenwind bis {tailwind}]{gust}.",
  "runway.namedTail":
    "{station}, {when}: Piste {runway} hat {head} Rückenwind, Seitenwind bis {crosswind} von {side}{gust}.",
  "text.report": "von {provider}, empfangen {time}",
  "read.understood": "Verstanden: {text}",
  "read.notUnderstood": "Nicht verstanden: {words}.",
  "read.byModel": "Gelesen von {model}; es kann sich irren: prüfen, was verstanden wurde.",
  "read.modelFailed":
    "Das Modell hat die Frage nicht gelesen; dies wurde nach festen Regeln gelesen.",
  "read.assumed.subject": "Worum es geht, wurde nicht gelesen: Alles wird gesagt.",
  "read.assumed.now": "Keine Zeit wurde gelesen: Gemeint ist jetzt.",
  "read.assumed.utc": "Eine Zeit oder ein Tag ohne Zone gilt als UTC.",
  "read.assumed.local": "Tageszeiten sind die von {station}: nach der Uhr dort, hier in UTC.",
  "read.assumed.name": "„{written}“ gilt als {station}[; es kann auch {others} heißen].",
};
