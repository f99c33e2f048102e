/**
 * Deutsche Texte der Briefings.
 *
 * @module
 */
import type { BriefingMessages } from "./en.ts";
import { QUESTION_DE } from "./question_de.ts";

export const de: BriefingMessages = {
  ...QUESTION_DE,
  "section.adverseConditions": "Gefährliche Bedingungen",
  "section.vfrNotRecommended": "VFR-Flug nicht empfohlen",
  "section.synopsis": "Wetterlage",
  "section.currentConditions": "Aktuelle Bedingungen",
  "section.enRouteForecast": "Vorhersage für die Strecke",
  "section.destinationForecast": "Vorhersage für das Ziel",
  "section.windsAloft": "Höhenwinde und Temperaturen",
  "section.notams": "NOTAMs",
  "section.atcDelays": "Verzögerungen durch die Flugverkehrskontrolle",
  "section.other": "Dichtehöhe, Wind auf den Pisten, Sonne, Pilotenmeldungen",

  "kind.standard": "Standard-Briefing",
  "kind.abbreviated": "Gekürztes Briefing",
  "kind.outlook": "Ausblick",

  "flight":
    "{from} nach {to}: {distance}, {duration} mit {airspeed} wahrer Eigengeschwindigkeit in {altitude} MSL. Abflug {departure}, Ankunft {eta}. Der Korridor reicht {corridor} nach jeder Seite.",
  "leg":
    "Teilstrecke {from} nach {to}: {distance}, Anfangskurs {course} rechtweisend, erreicht um {eta}.",
  "assumption.all":
    "Die Zeiten rechnen mit den vorhergesagten Höhenwinden in Reiseflughöhe; Steig- und Sinkflug gelten hier nicht als langsamer.",
  "assumption.part":
    "Höhenwinde sind für {share} der Strecke vorhergesagt; für den Rest wird ohne Wind gerechnet.",
  "assumption.none": "Höhenwinde sind nicht verfügbar: Die Zeiten sind ohne Wind gerechnet.",

  "duration": "{hours} h {minutes} min",
  "place": "{distance} {direction} von {from}",
  "place.same": "{distance} von {from}",
  "route": "der Strecke",
  "higher": "{height} höher",
  "lower": "{height} tiefer",
  "sameHeight": "auf gleicher Höhe",
  "heightUnknown": "Höhenunterschied nicht bekannt",

  "warning":
    "{title}[ {identifier}]: {what}[, {levels}][, {movement}][; {limits}][, gültig {validity}]. Sie berührt den Korridor von {fromAlong} bis {toAlong} entlang der Strecke, dort {passing}.",
  "warning.unknownPlace":
    "{title}[ {identifier}]: {what}[, {levels}][, {movement}][; {limits}][, gültig {validity}]. Das Gebiet konnte nicht gelesen werden: Es kann auf der Strecke liegen.",
  "warning.later": "Sie gilt noch nicht.",
  "warning.byMovement": "Sie erreicht den Korridor durch ihre Verlagerung.",
  "warning.unread": "eine Warnung, deren Text nicht gelesen werden konnte",
  "validity.both": "{from} bis {to}",
  "validity.from": "ab {from}",
  "validity.to": "bis {to}",
  "levels.between": "von {base} bis {top}",
  "levels.upTo": "bis {top}",
  "levels.upFrom": "ab {base} aufwärts",
  "msl": "{height} MSL",
  "agl": "{height} über Grund",
  "surface": "Boden",
  "freezingLevel": "zur Nullgradgrenze",
  "freezingRange": "Nullgradgrenze (zwischen {low} und {high})",
  "topAbove": "über {top}",
  "movement.from": "Verlagerung aus {direction}[ mit {speed}]",
  "movement.toward": "Verlagerung nach {direction}[ mit {speed}]",
  "movement.stationary": "ortsfest",
  "movement.little": "kaum Verlagerung",
  "limit.ceilingBelow": "Hauptwolkenuntergrenzen unter {value} über Grund",
  "limit.visibilityBelow": "Sicht {value} oder weniger",
  "limit.windAbove": "Wind von {value} oder mehr",
  "limit.windFrom": "Wind aus {value} rechtweisend",
  "limit.hailSize": "Hagel von {value}",
  "limit.windGustSpeed": "Böen von {value}",
  "limit.other": "{value}",

  "pirep":
    "{urgent}Pilotenmeldung von {time}[, {aircraft}][, {level}][, {along} entlang der Strecke][, {place}]: {what}.",
  "pirep.urgent": "Dringend: ",
  "pirep.noPlace": "Ort nicht bekannt",
  "pirep.level": "in {level}",
  "pirep.levels": "zwischen {level} und {to}",
  "pirep.duringClimb": "im Steigflug",
  "pirep.duringDescent": "im Sinkflug",
  "pirep.nothing": "siehe Originalmeldung",
  "pirep.turbulence": "Turbulenz {what}",
  "pirep.noTurbulence": "keine Turbulenz (ruhig)",
  "pirep.icing": "Vereisung {what}",
  "pirep.noIcing": "keine Vereisung",
  "pirep.shear": "Windscherung {what}",
  "pirep.sky.clear": "wolkenlos",
  "pirep.sky": "Bewölkung {what}",
  "pirep.band": "zwischen {base} und {top}",
  "pirep.base": "ab {base}",
  "pirep.top": "bis {top}",
  "intensity.none": "keine",
  "intensity.trace": "Spuren",
  "intensity.light": "leicht",
  "intensity.moderate": "mäßig",
  "intensity.heavy": "stark",
  "intensity.severe": "schwer",
  "intensity.extreme": "extrem",
  "intensity.unknown": "von unbekannter Stärke",
  "intensity.to": "{from} bis {to}",

  "low.observed": "{what} wird jetzt gemeldet: {stations}.",
  "low.forecast": "{what} ist für die Zeit des Überflugs vorhergesagt: {stations}.",
  "low.forecastChange": "{what} ist zur Zeit des Überflugs möglich: {stations}.",

  "observation": "{station}[ ({place})], beobachtet {time}: {category}. {elements}.",
  "observation.special":
    "Dies ist eine Sondermeldung: Die Bedingungen haben sich wesentlich geändert.",
  "observation.unparsed": "Teile der Meldung konnten nicht gelesen werden: siehe Originalmeldung.",
  "freshness.ageing": "Die nächste Meldung ist überfällig.",
  "freshness.stale": "Die Meldung ist veraltet: Die Bedingungen können sich geändert haben.",
  "freshness.future": "Die Meldung ist unserer Uhr voraus.",
  "forecast.departure":
    "Vorhersage für {station}[ ({place})] beim Abflug, {time}: {category}. {elements}.",
  "forecast.passing":
    "Vorhersage für {station}[ ({place})] beim Überflug, {time}: {category}. {elements}.",
  "forecast.eta":
    "Vorhersage für {station}[ ({place})] bei der Ankunft, {time}: {category}. {elements}.",
  "forecast.worst":
    "Am schlechtesten für {station} um {time}: {category}, {change}[ {period}]. {elements}.",
  "forecast.possible": "Außerdem für {station} um {time}, {change}[ {period}]: {hazards}.",
  "forecast.amended": "Es ist eine berichtigte Vorhersage (AMD).",
  "forecast.timeUnknown":
    "Die Zeit dieser Änderung konnte nicht gelesen werden: Sie kann jederzeit kommen.",
  "change.TEMPO": "zeitweise (TEMPO)",
  "change.INTER": "kurzzeitig (INTER)",
  "change.BECMG": "während der Änderung (BECMG)",
  "change.FM": "nach einer Änderung (FM)",
  "change.PROB": "mit einer Wahrscheinlichkeit von {percent} (PROB{number})",
  "change.PROBTEMPO": "zeitweise, mit einer Wahrscheinlichkeit von {percent} (PROB{number} TEMPO)",
  "change.none": "vorherrschend",
  "period": "{from} bis {to}",
  "period.from": "ab {from}",

  "category": "{category}",
  "category.partial": "{category} oder schlechter ({missing} fehlt)",
  "category.unknown": "Kategorie nicht bekannt",
  "category.unknownMissing": "Kategorie nicht bekannt ({missing} fehlt)",
  "part.ceiling": "Hauptwolkenuntergrenze",
  "part.visibility": "Sicht",
  "wind.calm": "Wind still",
  "wind.wind": "Wind aus {direction} rechtweisend mit {speed}[, Böen {gust}]",
  "wind.variable": "Wind umlaufend mit {speed}[, Böen {gust}]",
  "wind.directionNotObservable": "Wind {speed}[, Böen {gust}], Richtung nicht gemessen",
  "wind.speedNotObservable": "Wind aus {direction} rechtweisend, Stärke nicht gemessen",
  "wind.notReported": "Wind nicht angegeben",
  "wind.notObservable": "Wind nicht gemessen",
  "wind.notUnderstood": "Wind nicht lesbar",
  "visibility": "Sicht {distance}",
  "visibility.cavok": "CAVOK (Sicht 10 km oder mehr, keine Wolken von Bedeutung)",
  "visibility.notReported": "Sicht nicht angegeben",
  "visibility.notObservable": "Sicht nicht gemessen",
  "visibility.notUnderstood": "Sicht nicht lesbar",
  "weather.noSignificantWeather": "kein signifikantes Wetter",
  "weather.notObservable": "gegenwärtiges Wetter nicht beobachtbar",
  "sky.clear": "keine Wolken gemeldet ({code})",
  "sky.notReported": "Wolken nicht angegeben",
  "sky.notObservable": "Wolken nicht beobachtbar",
  "sky.notUnderstood": "Wolken nicht lesbar",
  "sky.layer": "{amount} in {height}",
  "amount.FEW": "gering",
  "amount.SCT": "aufgelockert",
  "amount.BKN": "aufgebrochen",
  "amount.OVC": "bedeckt",
  "amount.VV": "Vertikalsicht",
  "ceiling": "Hauptwolkenuntergrenze {height} über Grund",
  "ceiling.indefinite": "Himmel nicht erkennbar, Vertikalsicht {height} über Grund",
  "ceiling.none": "keine Hauptwolkenuntergrenze",
  "ceiling.unknown": "Hauptwolkenuntergrenze nicht bekannt",
  "ceiling.atMost": "Hauptwolkenuntergrenze {height} über Grund oder tiefer",
  "temperature": "Temperatur {value}",
  "dewPoint": "Taupunkt {value}",
  "altimeter": "QNH {value}",

  "windAloft":
    "{along} entlang der Strecke, dort {time}, in {altitude} MSL: Wind aus {direction} rechtweisend mit {speed}[, {temperature}], über Grund {groundSpeed} (aus {stations}).",
  "windAloft.none":
    "{along} entlang der Strecke, dort {time}, in {altitude} MSL: Wind {speed}[, {temperature}], über Grund {groundSpeed} (aus {stations}).",
  "freezing.height":
    "Nullgradgrenze {along} entlang der Strecke: etwa {height} MSL, aus den Temperaturen in der Höhe.",
  "freezing.below":
    "Nullgradgrenze {along} entlang der Strecke: unter {height} MSL, der tiefsten Höhe mit einer Temperatur.",
  "freezing.gairmet":
    "Die Nullgradgrenze des G-AIRMET in {height} MSL liegt ab {along} entlang der Strecke quer zum Korridor[, gültig um {validAt}].",
  "freezing.gairmetSurface":
    "Die Nullgradgrenze des G-AIRMET am Boden liegt ab {along} entlang der Strecke quer zum Korridor[, gültig um {validAt}].",

  "pressurePattern":
    "Das QNH im Korridor liegt zwischen {lowest} in {lowestAt} ({lowestTime}) und {highest} in {highestAt} ({highestTime}).",
  "categoryCount": "Von {total} meldenden Stationen im Korridor: {list}.",
  "categoryCount.one": "{count} {category}",
  "categoryCount.unknown": "{count} nicht bekannt",

  "density":
    "{station}: Dichtehöhe {densityAltitude} (Höhe {elevation}, {temperature}, QNH {altimeter}, beobachtet {time}; trockene Luft).",
  "density.estimate": "Temperatur und QNH stammen von {from}, {place}: eine Schätzung.",
  "runway.components":
    "{station}, {when}: Piste {runway} hat den meisten Gegenwind: {head} Gegenwind, Seitenwind bis {crosswind} von {side}[, Rückenwind bis {tailwind}]{gust}. Die benutzte Piste nennen Flugverkehrskontrolle oder ATIS.",
  "runway.tail":
    "{station}, {when}: Jede Piste hat Rückenwind; den geringsten, {head}, hat Piste {runway}, Seitenwind bis {crosswind} von {side}{gust}.",
  "runway.gust": ", Böen eingerechnet",
  "runway.approximate": "Die rechtweisende Richtung der Piste ist nur auf fünf Grad bekannt.",
  "runway.calm": "{station}, {when}: Wind still.",
  "runway.variable":
    "{station}, {when}: Wind umlaufend, Seitenwind bis {crosswind} auf jeder Piste.",
  "when.observed": "nach dem beobachteten Wind",
  "when.forecast": "nach dem für {time} vorhergesagten Wind",
  "side.left": "links",
  "side.right": "rechts",
  "sun":
    "In {place} geht die Sonne um {sunrise} auf und um {sunset} unter; um {time} ist es {light}.",
  "sun.alwaysUp": "In {place} geht die Sonne nicht unter; um {time} ist es {light}.",
  "sun.alwaysDown": "In {place} geht die Sonne nicht auf; um {time} ist es {light}.",
  "light.day": "Tag",
  "light.twilight": "bürgerliche Dämmerung",
  "light.night": "Nacht",

  "alternate.asked": "Erbetener Ausweichplatz: {rest}",
  "alternate.suggested": "Besseres Wetter in {rest}",
  "alternate":
    "{station}, {place}, etwa {eta}: {category}[, schlechtestenfalls {worst}, {change}][, mit {hazards}][; längste Piste {runway}].",
  "alternate.noForecast":
    "{station}, {place}: keine Vorhersage für etwa {eta}[; längste Piste {runway}].",

  "vfr": "{point} {station}, {basis}: {category}[, {change}][, {ceiling}][, {visibility}].",
  "point.departure": "Abflug",
  "point.enRoute": "Unterwegs",
  "point.destination": "Ziel",
  "basis.observed": "jetzt beobachtet",
  "basis.forecast": "vorhergesagt für {time}",
  "basis.forecastChange": "möglich um {time}",
  "minima.ceiling.below":
    "{point} {station}, {basis}[, {change}]: Hauptwolkenuntergrenze {actual}, unter Ihrem Minimum von {own}.",
  "minima.ceiling.within":
    "{point} {station}, {basis}[, {change}]: Hauptwolkenuntergrenze[ {actual}] nicht unter Ihrem Minimum von {own}.",
  "minima.ceiling.none":
    "{point} {station}, {basis}[, {change}]: keine Hauptwolkenuntergrenze; Ihr Minimum ist {own}.",
  "minima.ceiling.unknown":
    "{point} {station}, {basis}[, {change}]: Die Hauptwolkenuntergrenze ist nicht bekannt und kann nicht mit Ihrem Minimum von {own} verglichen werden.",
  "minima.visibility.below":
    "{point} {station}, {basis}[, {change}]: Sicht {actual}, unter Ihrem Minimum von {own}.",
  "minima.visibility.within":
    "{point} {station}, {basis}[, {change}]: Sicht[ {actual}] nicht unter Ihrem Minimum von {own}.",
  "minima.visibility.unknown":
    "{point} {station}, {basis}[, {change}]: Die Sicht ist nicht gut genug bekannt, um sie mit Ihrem Minimum von {own} zu vergleichen.",
  "minima.wind.above":
    "{point} {station}, {basis}[, {change}]: Wind von {actual}, über Ihrem Maximum von {own}.",
  "minima.wind.within":
    "{point} {station}, {basis}[, {change}]: Wind[ von {actual}] nicht über Ihrem Maximum von {own}.",
  "minima.wind.unknown":
    "{point} {station}, {basis}[, {change}]: Der Wind ist nicht bekannt und kann nicht mit Ihrem Maximum von {own} verglichen werden.",
  "minima.crosswind.above":
    "{point} {station}, {basis}[, {change}]: Seitenwind von {actual} auf der besten Piste, über Ihrem Maximum von {own}.",
  "minima.crosswind.within":
    "{point} {station}, {basis}[, {change}]: Seitenwind[ von {actual}] auf der besten Piste nicht über Ihrem Maximum von {own}.",
  "minima.crosswind.unknown":
    "{point} {station}, {basis}[, {change}]: Der Seitenwind ist nicht bekannt und kann nicht mit Ihrem Maximum von {own} verglichen werden.",

  "none.sigmet": "Kein SIGMET betrifft den Flug in den um {time} abgerufenen Daten.",
  "none.gairmet": "Kein G-AIRMET betrifft den Flug in den um {time} abgerufenen Daten.",
  "none.cwa":
    "Keine Warnung eines Wetterdienstzentrums (CWA) betrifft den Flug in den um {time} abgerufenen Daten.",
  "some.sigmet": "SIGMETs, die den Flug betreffen, in den um {time} abgerufenen Daten: {count}.",
  "some.gairmet": "G-AIRMETs, die den Flug betreffen, in den um {time} abgerufenen Daten: {count}.",
  "some.cwa": "CWAs, die den Flug betreffen, in den um {time} abgerufenen Daten: {count}.",
  "none.belowVfr":
    "In {count} verglichenen Meldungen und Vorhersagen entlang der Strecke ist alles VFR.",
  "none.alternates":
    "Kein Flugplatz mit besserer Vorhersage im Umkreis von {within} um das Ziel gefunden.",
  "pirepCount":
    "{count} Pilotenmeldungen der letzten zwei Stunden liegen im Umkreis von {corridor} der Strecke, abgerufen um {time}. Wo niemand meldete, ist nichts bekannt: Bitte melden Sie, was Sie antreffen.",
  "pirepCount.one":
    "{count} Pilotenmeldung der letzten zwei Stunden liegt im Umkreis von {corridor} der Strecke, abgerufen um {time}. Wo niemand meldete, ist nichts bekannt: Bitte melden Sie, was Sie antreffen.",

  "unavailable.sigmet.neverRetrieved":
    "SIGMETs sind nicht verfügbar: Ihre Quelle hat noch nicht geantwortet. Das heißt nicht, dass es keine gibt.",
  "unavailable.gairmet.neverRetrieved":
    "G-AIRMETs sind nicht verfügbar: Ihre Quelle hat noch nicht geantwortet. Das heißt nicht, dass es keine gibt.",
  "unavailable.cwa.neverRetrieved":
    "CWAs sind nicht verfügbar: Ihre Quelle hat noch nicht geantwortet. Das heißt nicht, dass es keine gibt.",
  "unavailable.sigmet.old":
    "Die Liste der SIGMETs ist alt: zuletzt abgerufen um {time}. Was seither ausgegeben wurde, fehlt darin.",
  "unavailable.sigmet.part":
    "Noch nicht alle Quellen der SIGMETs haben geantwortet: Es kann mehr geben.",
  "unavailable.gairmet.old":
    "Die Liste der G-AIRMETs ist alt: zuletzt abgerufen um {time}. Was seither ausgegeben wurde, fehlt darin.",
  "unavailable.gairmet.part":
    "Noch nicht alle Quellen der G-AIRMETs haben geantwortet: Es kann mehr geben.",
  "unavailable.cwa.old":
    "Die Liste der CWAs ist alt: zuletzt abgerufen um {time}. Was seither ausgegeben wurde, fehlt darin.",
  "unavailable.cwa.part": "Noch nicht alle Quellen der CWAs haben geantwortet: Es kann mehr geben.",
  "unavailable.pirep.old": "Die Liste der Pilotenmeldungen ist alt: zuletzt abgerufen um {time}.",
  "unavailable.pirep.neverRetrieved":
    "Pilotenmeldungen sind nicht verfügbar: Ihre Quelle hat noch nicht geantwortet. Das heißt nicht, dass es keine gibt.",
  "unavailable.vfrComparison.noReports":
    "Weder für die Enden noch für die Strecke liegt eine aktuelle Meldung oder Vorhersage vor: Nichts kann verglichen werden.",
  "unavailable.synopsisText.notIncluded":
    "Eine Wetterlage in Worten ist nicht Teil dieses Dienstes. Aus den Meldungen entlang der Strecke:",
  "unavailable.observations.noReports": "Keine Station im Korridor hat eine aktuelle Meldung.",
  "unavailable.observation.noReport": "{station}: Es liegt keine Meldung vor.",
  "unavailable.observation.nil": "{station}: Die Station sandte keine Beobachtung[ ({time})].",
  "unavailable.observation.notCurrent":
    "{station}: keine aktuelle Meldung; die letzte ist von {time}.",
  "unavailable.forecast.noReport": "{station}: Es liegt keine Vorhersage (TAF) vor.",
  "unavailable.forecast.notCovered":
    "{station}: Die vorliegende Vorhersage sagt nichts über {time}.",
  "unavailable.enRouteForecast.noReports":
    "Es liegt keine Vorhersage einer Station im Korridor vor.",
  "unavailable.destinationForecast.noAirport":
    "Die Strecke endet an einem Ort ohne Flugplatz: Für {time} gibt es dort keine Vorhersage.",
  "unavailable.windsAloft.neverRetrieved":
    "Höhenwinde sind nicht verfügbar: Ihre Quelle hat noch nicht geantwortet. Es wird ohne Wind gerechnet, was keine Vorhersage ist.",
  "unavailable.windsAloft.notCovered":
    "Für {share} der Strecke sind in dieser Höhe und zu dieser Zeit keine Höhenwinde vorhergesagt. Dort wird ohne Wind gerechnet, was keine Vorhersage ist.",
  "unavailable.freezingLevel.notCovered":
    "Die Nullgradgrenze ist nicht bekannt: Entlang der Strecke sind keine Temperaturen in der Höhe vorhergesagt.",
  "unavailable.notams.notIncluded":
    "NOTAMs und TFRs sind nicht Teil dieses Dienstes: Sie kommen von Ihrer Flugberatung.",
  "unavailable.atcDelays.notIncluded":
    "Verzögerungen sind nicht Teil dieses Dienstes: Sie kommen von Ihrer Flugberatung.",
  "unavailable.densityAltitude.noReport":
    "{station}: Die Dichtehöhe ist nicht bekannt, da weder Temperatur noch QNH vorliegen, die benutzt werden dürfen.",
  "unavailable.densityAltitude.noElevation":
    "{station}: Die Dichtehöhe ist nicht bekannt, da die Höhe des Platzes fehlt.",
  "unavailable.runwayWind.noReport":
    "{station}: Für die Zeit ist kein Wind beobachtet oder vorhergesagt.",
  "unavailable.runwayWind.noRunways": "{station}: Die Pisten sind nicht bekannt.",
  "unavailable.runwayWind.windMissing":
    "{station}: Der Wind oder die Richtungen der Pisten sind nicht bekannt.",

  "omitted.judgement":
    "Dieser Dienst urteilt nicht. Es folgen Tatsachen und Vergleiche; die Entscheidung liegt beim verantwortlichen Piloten.",
  "omitted.currentConditions.later":
    "Weggelassen, da der Abflug um {time} mehr als zwei Stunden voraus liegt.",
  "omitted.currentConditions.outlook":
    "In einem Ausblick weggelassen, der nur Vorhersagen betrachtet.",
  "omitted.synopsis.abbreviated": "In einem gekürzten Briefing weggelassen.",
  "omitted.enRouteForecast.abbreviated": "In einem gekürzten Briefing weggelassen.",
  "omitted.alternates":
    "Kein Ausweichplatz wird vorgeschlagen, da für das Ziel durchweg VFR vorhergesagt ist.",

  "excluded.warnings":
    "Warnungen, die den Korridor berühren, aber zu anderer Zeit gelten: {otherTime}; in anderen Höhen: {otherLevel}. Sie sind nicht aufgeführt.",
  "excluded.observations":
    "Weitere meldende Stationen im Korridor: {more}. Keine ist schlechter als die genannten ihres Streckenteils.",

  "hazard.tornado": "Tornado",
  "hazard.funnelCloud": "Trichterwolke",
  "hazard.volcanicAsh": "Vulkanasche",
  "hazard.thunderstorm": "Gewitter",
  "hazard.hail": "Hagel",
  "hazard.freezingPrecipitation": "gefrierender Niederschlag",
  "hazard.windShear": "Windscherung",
  "hazard.turbulence": "Turbulenz",
  "hazard.icing": "Vereisung",
  "hazard.squall": "Markante Bö",
  "hazard.duststorm": "Staubsturm",
  "hazard.icePellets": "Eiskörner",
  "hazard.heavyPrecipitation": "starker Niederschlag",
  "hazard.blowingSnow": "Schneetreiben",
  "hazard.freezingFog": "gefrierender Nebel",
  "hazard.fog": "Nebel",
  "hazard.snow": "Schnee",
  "hazard.cumulonimbus": "Cumulonimbus",
  "hazard.toweringCumulus": "hochreichender Cumulus",
  "hazard.strongWind": "starker Wind",
  "hazard.gust": "Böen",
  "hazard.runwayClosed": "Piste wegen Schnee geschlossen",
  "hazard.waterspout": "Wasserhose",
  "hazard.windGust": "Böen",
  "hazard.lowLevelWindShear": "Windscherung in Bodennähe",
  "hazard.IFR": "IFR",
  "hazard.LIFR": "LIFR",
  "hazard.recent": "vor Kurzem {what}",
  "hazard.vicinity": "{what} in der Umgebung",
  "hazards": "Gefahren: {list}",

  "summary.now": "{station} um {time}: {category}; {elements}.",
  "summary.later": "Die schlechteste Vorhersage {span} ist {category}, {change}[ {period}].",
  "summary.same": "Die Vorhersage {span} lautet durchweg {category}.",
  "summary.until": "bis {until}",
  "summary.between": "von {from} bis {until}",
  "summary.first": "zu Beginn",
  "summary.hazards": "Vorhergesagte Gefahren: {list}.",
  "summary.unparsed": "Teile der Vorhersage waren nicht lesbar: Es gilt die Originalmeldung.",
};
