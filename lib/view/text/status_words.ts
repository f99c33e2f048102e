/**
 * Texts of the page that tells how the service is, in English and German; see `en.ts` and `de.ts`.
 *
 * @module
 */
export const STATUS_EN = {
  "status.title": "Status of the service",
  "status.lead":
    "Measured by the service itself, once a minute. It says nothing of your own connection, and nothing of the weather.",
  "status.up": "The service answers, and METARs and TAFs arrive in time.",
  "status.late":
    "The service answers, but METARs or TAFs are late. Every report shows its true age.",
  "status.starting": "The service has just started and holds no reports yet.",
  "status.sources": "Sources",
  "status.source.late": "late",
  "status.source.inTime": "in time",
  "status.source.never": "no answer since the start",
  "status.world": "The world",
  "status.completeness":
    "{percent} of the stations that made a METAR in the last day have one that may be shown as current weather.",
  "status.completeness.none": "No station has made a METAR in the last day.",
  "status.delay":
    "From the observation to here: half of the METARs took at most {median} min, 95 of 100 at most {p95} min ({reports} METARs of the last hour).",
  "status.delay.none": "No METAR has arrived in the last hour.",
  "status.uptime": "The last 90 days",
  "status.uptime.of": "Answered in {percent} of the minutes of the last {days} days.",
  "status.uptime.since": "Measured since {day}.",
  "status.uptime.none": "Nothing has been measured yet.",
  "status.uptime.rule":
    "A minute in which no node of the service measured itself ready counts as down. Days before the first measurement say nothing.",
  "status.bar": "Each of the last 90 days, oldest first; the same as the table below",
  "status.table": "Day by day",
  "status.day": "Day (UTC)",
  "status.day.state": "State",
  "status.day.up": "Answered",
  "status.day.inTime": "Reports in time",
  "status.day.unmeasured": "not measured",
  "status.day.partly": "partly down",
  "status.day.down": "down",
  "status.day.late": "reports late",
  "status.day.good": "good",
  "status.minutes": "{count} of {all} min",
  "status.feeds": "All feeds as data",
} as const;

export const STATUS_DE: Readonly<Record<keyof typeof STATUS_EN, string>> = {
  "status.title": "Zustand des Dienstes",
  "status.lead":
    "Vom Dienst selbst gemessen, einmal in der Minute. Es sagt nichts über Ihre eigene Verbindung und nichts über das Wetter.",
  "status.up": "Der Dienst antwortet, METARs und TAFs kommen rechtzeitig.",
  "status.late":
    "Der Dienst antwortet, aber METARs oder TAFs kommen zu spät. Jede Meldung zeigt ihr wahres Alter.",
  "status.starting": "Der Dienst ist eben erst gestartet und hat noch keine Meldungen.",
  "status.sources": "Quellen",
  "status.source.late": "zu spät",
  "status.source.inTime": "rechtzeitig",
  "status.source.never": "keine Antwort seit dem Start",
  "status.world": "Die Welt",
  "status.completeness":
    "{percent} der Stationen mit einem METAR am letzten Tag haben eines, das als aktuelles Wetter gelten darf.",
  "status.completeness.none": "Keine Station hat am letzten Tag ein METAR gesendet.",
  "status.delay":
    "Von der Beobachtung bis hierher: die Hälfte der METARs brauchte höchstens {median} min, 95 von 100 höchstens {p95} min ({reports} METARs der letzten Stunde).",
  "status.delay.none": "In der letzten Stunde ist kein METAR angekommen.",
  "status.uptime": "Die letzten 90 Tage",
  "status.uptime.of": "Antwort in {percent} der Minuten der letzten {days} Tage.",
  "status.uptime.since": "Gemessen seit {day}.",
  "status.uptime.none": "Noch wurde nichts gemessen.",
  "status.uptime.rule":
    "Eine Minute, in der kein Knoten des Dienstes sich bereit fand, zählt als Ausfall. Tage vor der ersten Messung sagen nichts.",
  "status.bar": "Jeder der letzten 90 Tage, der älteste zuerst; dasselbe wie die Tabelle darunter",
  "status.table": "Tag für Tag",
  "status.day": "Tag (UTC)",
  "status.day.state": "Zustand",
  "status.day.up": "Antwort",
  "status.day.inTime": "Meldungen rechtzeitig",
  "status.day.unmeasured": "nicht gemessen",
  "status.day.partly": "teilweise ausgefallen",
  "status.day.down": "ausgefallen",
  "status.day.late": "Meldungen zu spät",
  "status.day.good": "gut",
  "status.minutes": "{count} von {all} min",
  "status.feeds": "Alle Quellen als Daten",
};
