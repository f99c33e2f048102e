/**
 * English messages of briefings. `{name}` is filled in; a part in `[…]` falls away where its value is missing.
 *
 * @module
 */

import { QUESTION_EN } from "./question_en.ts";

export const en = {
  ...QUESTION_EN,
  "section.adverseConditions": "Adverse conditions",
  "section.vfrNotRecommended": "VFR flight not recommended",
  "section.synopsis": "Synopsis",
  "section.currentConditions": "Current conditions",
  "section.enRouteForecast": "En-route forecast",
  "section.destinationForecast": "Destination forecast",
  "section.windsAloft": "Winds and temperatures aloft",
  "section.notams": "NOTAMs",
  "section.atcDelays": "ATC delays",
  "section.other": "Density altitude, runway wind, sun, pilot reports",

  "kind.standard": "Standard briefing",
  "kind.abbreviated": "Abbreviated briefing",
  "kind.outlook": "Outlook briefing",

  "flight":
    "{from} to {to}: {distance}, {duration} at {airspeed} true airspeed and {altitude} MSL. Departure {departure}, arrival {eta}. The corridor is {corridor} wide to each side.",
  "leg": "Leg {from} to {to}: {distance}, first course {course} true, reached at {eta}.",
  "assumption.all":
    "Times use the forecast winds aloft at the cruise altitude; climb and descent are not slower here.",
  "assumption.part":
    "Winds aloft are forecast for {share} of the distance; the rest is reckoned without wind.",
  "assumption.none": "No winds aloft are available: the times are reckoned without wind.",

  "duration": "{hours} h {minutes} min",
  "place": "{distance} {direction} of {from}",
  "place.same": "{distance} from {from}",
  "route": "the route",
  "higher": "{height} higher",
  "lower": "{height} lower",
  "sameHeight": "at the same height",
  "heightUnknown": "difference in height not known",

  "warning":
    "{title}[ {identifier}]: {what}[, {levels}][, {movement}][; {limits}][, valid {validity}]. It touches the corridor from {fromAlong} to {toAlong} along the route, passed {passing}.",
  "warning.unknownPlace":
    "{title}[ {identifier}]: {what}[, {levels}][, {movement}][; {limits}][, valid {validity}]. Its area could not be read: it may lie on the route.",
  "warning.later": "It is not in force yet.",
  "warning.byMovement": "It reaches the corridor by its own movement.",
  "warning.unread": "a warning whose text could not be read",
  "validity.both": "{from} to {to}",
  "validity.from": "from {from}",
  "validity.to": "until {to}",
  "levels.between": "from {base} to {top}",
  "levels.upTo": "up to {top}",
  "levels.upFrom": "from {base} upward",
  "msl": "{height} MSL",
  "agl": "{height} above ground",
  "surface": "the surface",
  "freezingLevel": "the freezing level",
  "freezingRange": "the freezing level (between {low} and {high})",
  "topAbove": "above {top}",
  "movement.from": "moving from {direction}[ at {speed}]",
  "movement.toward": "moving toward {direction}[ at {speed}]",
  "movement.stationary": "stationary",
  "movement.little": "moving little",
  "limit.ceilingBelow": "ceilings below {value} above ground",
  "limit.visibilityBelow": "visibility {value} or less",
  "limit.windAbove": "wind of {value} or more",
  "limit.windFrom": "wind from {value} true",
  "limit.hailSize": "hail of {value}",
  "limit.windGustSpeed": "gusts of {value}",
  "limit.other": "{value}",

  "pirep":
    "{urgent}Pilot report of {time}[, {aircraft}][, {level}][, {along} along the route][, {place}]: {what}.",
  "pirep.urgent": "Urgent: ",
  "pirep.noPlace": "place not known",
  "pirep.level": "at {level}",
  "pirep.levels": "between {level} and {to}",
  "pirep.duringClimb": "in climb",
  "pirep.duringDescent": "in descent",
  "pirep.nothing": "read the raw report",
  "pirep.turbulence": "turbulence {what}",
  "pirep.noTurbulence": "no turbulence (smooth)",
  "pirep.icing": "icing {what}",
  "pirep.noIcing": "no icing",
  "pirep.shear": "wind shear {what}",
  "pirep.sky.clear": "sky clear",
  "pirep.sky": "cloud {what}",
  "pirep.band": "between {base} and {top}",
  "pirep.base": "from {base}",
  "pirep.top": "up to {top}",
  "intensity.none": "none",
  "intensity.trace": "trace",
  "intensity.light": "light",
  "intensity.moderate": "moderate",
  "intensity.heavy": "heavy",
  "intensity.severe": "severe",
  "intensity.extreme": "extreme",
  "intensity.unknown": "of unknown intensity",
  "intensity.to": "{from} to {to}",

  "low.observed": "{what} is reported now at {stations}.",
  "low.forecast": "{what} is forecast for the time of passing at {stations}.",
  "low.forecastChange": "{what} is possible at the time of passing at {stations}.",

  "observation": "{station}[ ({place})], observed {time}: {category}. {elements}.",
  "observation.special": "This is a special report: conditions changed significantly.",
  "observation.unparsed": "Parts of the report could not be read: read the raw report.",
  "freshness.ageing": "The next report is overdue.",
  "freshness.stale": "The report is stale: conditions may have changed.",
  "freshness.future": "The report is dated ahead of our clock.",
  "forecast.departure":
    "Forecast for {station}[ ({place})] at departure, {time}: {category}. {elements}.",
  "forecast.passing":
    "Forecast for {station}[ ({place})] when passed, {time}: {category}. {elements}.",
  "forecast.eta": "Forecast for {station}[ ({place})] on arrival, {time}: {category}. {elements}.",
  "forecast.worst":
    "The worst for {station} around {time}: {category}, {change}[ {period}]. {elements}.",
  "forecast.possible": "Also for {station} around {time}, {change}[ {period}]: {hazards}.",
  "forecast.amended": "It is an amended forecast.",
  "forecast.timeUnknown": "The time of this change could not be read: it may come at any time.",
  "change.TEMPO": "at times (TEMPO)",
  "change.INTER": "for short times (INTER)",
  "change.BECMG": "while it changes (BECMG)",
  "change.FM": "after a change (FM)",
  "change.PROB": "with a probability of {percent} (PROB{number})",
  "change.PROBTEMPO": "at times, with a probability of {percent} (PROB{number} TEMPO)",
  "change.none": "prevailing",
  "period": "{from} to {to}",
  "period.from": "from {from}",

  "category": "{category}",
  "category.partial": "{category} or worse ({missing} missing)",
  "category.unknown": "category not known",
  "category.unknownMissing": "category not known ({missing} missing)",
  "part.ceiling": "ceiling",
  "part.visibility": "visibility",
  "wind.calm": "wind calm",
  "wind.wind": "wind from {direction} true at {speed}[, gusting {gust}]",
  "wind.variable": "wind variable at {speed}[, gusting {gust}]",
  "wind.directionNotObservable": "wind {speed}[, gusting {gust}], direction not measured",
  "wind.speedNotObservable": "wind from {direction} true, speed not measured",
  "wind.notReported": "wind not given",
  "wind.notObservable": "wind not measured",
  "wind.notUnderstood": "wind not readable",
  "visibility": "visibility {distance}",
  "visibility.cavok": "CAVOK (visibility 10 km or more, no cloud of significance)",
  "visibility.notReported": "visibility not given",
  "visibility.notObservable": "visibility not measured",
  "visibility.notUnderstood": "visibility not readable",
  "weather.noSignificantWeather": "no significant weather",
  "weather.notObservable": "present weather not observable",
  "sky.clear": "no cloud reported ({code})",
  "sky.notReported": "cloud not given",
  "sky.notObservable": "cloud not observable",
  "sky.notUnderstood": "cloud not readable",
  "sky.layer": "{amount} at {height}",
  "amount.FEW": "few",
  "amount.SCT": "scattered",
  "amount.BKN": "broken",
  "amount.OVC": "overcast",
  "amount.VV": "vertical visibility",
  "ceiling": "ceiling {height} above ground",
  "ceiling.indefinite": "indefinite ceiling {height} above ground (vertical visibility)",
  "ceiling.none": "no ceiling",
  "ceiling.unknown": "ceiling not known",
  "ceiling.atMost": "ceiling {height} above ground or lower",
  "temperature": "temperature {value}",
  "dewPoint": "dew point {value}",
  "altimeter": "altimeter {value}",

  "windAloft":
    "{along} along the route, passed {time}, at {altitude} MSL: wind from {direction} true at {speed}[, {temperature}], ground speed {groundSpeed} (from {stations}).",
  "windAloft.none":
    "{along} along the route, passed {time}, at {altitude} MSL: wind {speed}[, {temperature}], ground speed {groundSpeed} (from {stations}).",
  "freezing.height":
    "Freezing level {along} along the route: about {height} MSL, from the temperatures aloft.",
  "freezing.below":
    "Freezing level {along} along the route: below {height} MSL, the lowest height with a temperature.",
  "freezing.gairmet":
    "The G-AIRMET freezing level of {height} MSL lies across the corridor from {along} along the route on[, valid at {validAt}].",
  "freezing.gairmetSurface":
    "The G-AIRMET freezing level at the surface lies across the corridor from {along} along the route on[, valid at {validAt}].",

  "pressurePattern":
    "Altimeter settings in the corridor lie between {lowest} at {lowestAt} ({lowestTime}) and {highest} at {highestAt} ({highestTime}).",
  "categoryCount": "Of {total} stations in the corridor that report: {list}.",
  "categoryCount.one": "{count} {category}",
  "categoryCount.unknown": "{count} not known",

  "density":
    "{station}: density altitude {densityAltitude} (elevation {elevation}, {temperature}, altimeter {altimeter}, observed {time}; dry air).",
  "density.estimate":
    "Temperature and altimeter setting are those of {from}, {place}: an estimate.",
  "runway.components":
    "{station}, {when}: runway {runway} has the most headwind: {head} headwind, crosswind up to {crosswind} from the {side}[, tailwind up to {tailwind}]{gust}. The runway in use comes from ATC or ATIS.",
  "runway.tail":
    "{station}, {when}: every runway has a tailwind; the least, {head}, on runway {runway}, crosswind up to {crosswind} from the {side}{gust}.",
  "runway.gust": ", gusts counted",
  "runway.approximate": "The runway's true direction is only known to five degrees.",
  "runway.calm": "{station}, {when}: wind calm.",
  "runway.variable":
    "{station}, {when}: wind variable, crosswind of up to {crosswind} on any runway.",
  "when.observed": "by the wind observed",
  "when.forecast": "by the wind forecast for {time}",
  "side.left": "left",
  "side.right": "right",
  "sun": "At {place} the sun rises at {sunrise} and sets at {sunset}; at {time} it is {light}.",
  "sun.alwaysUp": "At {place} the sun does not set; at {time} it is {light}.",
  "sun.alwaysDown": "At {place} the sun does not rise; at {time} it is {light}.",
  "light.day": "day",
  "light.twilight": "civil twilight",
  "light.night": "night",

  "alternate.asked": "Alternate asked for: {rest}",
  "alternate.suggested": "Better weather at {rest}",
  "alternate":
    "{station}, {place}, about {eta}: {category}[, worst {worst}, {change}][, with {hazards}][; longest runway {runway}].",
  "alternate.noForecast":
    "{station}, {place}: no forecast for about {eta}[; longest runway {runway}].",

  "vfr": "{point} {station}, {basis}: {category}[, {change}][, {ceiling}][, {visibility}].",
  "point.departure": "Departure",
  "point.enRoute": "On the way",
  "point.destination": "Destination",
  "basis.observed": "observed now",
  "basis.forecast": "forecast for {time}",
  "basis.forecastChange": "possible around {time}",
  "minima.ceiling.below":
    "{point} {station}, {basis}[, {change}]: ceiling {actual} is below your minimum of {own}.",
  "minima.ceiling.within":
    "{point} {station}, {basis}[, {change}]: ceiling [{actual} ]is not below your minimum of {own}.",
  "minima.ceiling.none":
    "{point} {station}, {basis}[, {change}]: no ceiling; your minimum is {own}.",
  "minima.ceiling.unknown":
    "{point} {station}, {basis}[, {change}]: the ceiling is not known, so it cannot be compared with your minimum of {own}.",
  "minima.visibility.below":
    "{point} {station}, {basis}[, {change}]: visibility {actual} is below your minimum of {own}.",
  "minima.visibility.within":
    "{point} {station}, {basis}[, {change}]: visibility [{actual} ]is not below your minimum of {own}.",
  "minima.visibility.unknown":
    "{point} {station}, {basis}[, {change}]: the visibility is not known well enough to be compared with your minimum of {own}.",
  "minima.wind.above":
    "{point} {station}, {basis}[, {change}]: wind of {actual} is above your maximum of {own}.",
  "minima.wind.within":
    "{point} {station}, {basis}[, {change}]: wind [of {actual} ]is not above your maximum of {own}.",
  "minima.wind.unknown":
    "{point} {station}, {basis}[, {change}]: the wind is not known, so it cannot be compared with your maximum of {own}.",
  "minima.crosswind.above":
    "{point} {station}, {basis}[, {change}]: crosswind of {actual} on the best runway is above your maximum of {own}.",
  "minima.crosswind.within":
    "{point} {station}, {basis}[, {change}]: crosswind [of {actual} ]on the best runway is not above your maximum of {own}.",
  "minima.crosswind.unknown":
    "{point} {station}, {basis}[, {change}]: the crosswind is not known, so it cannot be compared with your maximum of {own}.",

  "none.sigmet": "No SIGMET concerns the flight in the data retrieved at {time}.",
  "none.gairmet": "No G-AIRMET concerns the flight in the data retrieved at {time}.",
  "none.cwa": "No center weather advisory concerns the flight in the data retrieved at {time}.",
  "some.sigmet": "SIGMETs that concern the flight in the data retrieved at {time}: {count}.",
  "some.gairmet": "G-AIRMETs that concern the flight in the data retrieved at {time}: {count}.",
  "some.cwa":
    "Center weather advisories that concern the flight in the data retrieved at {time}: {count}.",
  "none.belowVfr": "In {count} reports and forecasts compared along the route, all are VFR.",
  "none.alternates":
    "No aerodrome with a better forecast was found within {within} of the destination.",
  "pirepCount":
    "{count} pilot reports of the last two hours lie within {corridor} of the route, as retrieved at {time}. Where nobody reported, nothing is known: please report what you meet.",
  "pirepCount.one":
    "{count} pilot report of the last two hours lies within {corridor} of the route, as retrieved at {time}. Where nobody reported, nothing is known: please report what you meet.",

  "unavailable.sigmet.neverRetrieved":
    "SIGMETs are not available: their source has not answered yet. This does not mean that there are none.",
  "unavailable.gairmet.neverRetrieved":
    "G-AIRMETs are not available: their source has not answered yet. This does not mean that there are none.",
  "unavailable.cwa.neverRetrieved":
    "Center weather advisories are not available: their source has not answered yet. This does not mean that there are none.",
  "unavailable.sigmet.old":
    "The list of SIGMETs is old: it was last retrieved at {time}. What was issued since is not in it.",
  "unavailable.sigmet.part": "Not all sources of SIGMETs have answered yet: there may be more.",
  "unavailable.gairmet.old":
    "The list of G-AIRMETs is old: it was last retrieved at {time}. What was issued since is not in it.",
  "unavailable.gairmet.part": "Not all sources of G-AIRMETs have answered yet: there may be more.",
  "unavailable.cwa.old":
    "The list of center weather advisories is old: it was last retrieved at {time}. What was issued since is not in it.",
  "unavailable.cwa.part":
    "Not all sources of center weather advisories have answered yet: there may be more.",
  "unavailable.pirep.old": "The list of pilot reports is old: it was last retrieved at {time}.",
  "unavailable.pirep.neverRetrieved":
    "Pilot reports are not available: their source has not answered yet. This does not mean that there are none.",
  "unavailable.vfrComparison.noReports":
    "No current report or forecast is held for either end or the way: nothing can be compared.",
  "unavailable.synopsisText.notIncluded":
    "A synopsis in words is not part of this service. From the reports held along the route:",
  "unavailable.observations.noReports": "No station in the corridor has a current report.",
  "unavailable.observation.noReport": "{station}: no report is held.",
  "unavailable.observation.nil": "{station}: the station sent no observation[ ({time})].",
  "unavailable.observation.notCurrent": "{station}: no current report; the last one is of {time}.",
  "unavailable.forecast.noReport": "{station}: no forecast (TAF) is held.",
  "unavailable.forecast.notCovered": "{station}: the forecast held says nothing of {time}.",
  "unavailable.enRouteForecast.noReports": "No forecast of a station in the corridor is held.",
  "unavailable.destinationForecast.noAirport":
    "The route ends at a place without an aerodrome: there is no forecast for it at {time}.",
  "unavailable.windsAloft.neverRetrieved":
    "Winds aloft are not available: their source has not answered yet. Zero wind is used, which is not a forecast.",
  "unavailable.windsAloft.notCovered":
    "Winds aloft are not forecast for {share} of the route at this height and time. Zero wind is used there, which is not a forecast.",
  "unavailable.freezingLevel.notCovered":
    "The freezing level is not known: no temperatures aloft are forecast along the route.",
  "unavailable.notams.notIncluded":
    "NOTAMs and TFRs are not part of this service: get them from your flight-service provider.",
  "unavailable.atcDelays.notIncluded":
    "ATC delays are not part of this service: get them from your flight-service provider.",
  "unavailable.densityAltitude.noReport":
    "{station}: the density altitude is not known, since no temperature and altimeter setting is held that may be used.",
  "unavailable.densityAltitude.noElevation":
    "{station}: the density altitude is not known, since the elevation is not.",
  "unavailable.runwayWind.noReport": "{station}: no wind is observed or forecast for the time.",
  "unavailable.runwayWind.noRunways": "{station}: its runways are not known.",
  "unavailable.runwayWind.windMissing":
    "{station}: the wind or the directions of the runways are not known.",

  "omitted.judgement":
    "This service does not judge. What follows are facts and comparisons; the pilot in command decides.",
  "omitted.currentConditions.later":
    "Left out, since the departure at {time} is more than two hours ahead.",
  "omitted.currentConditions.outlook": "Left out of an outlook, which looks at forecasts only.",
  "omitted.synopsis.abbreviated": "Left out of an abbreviated briefing.",
  "omitted.enRouteForecast.abbreviated": "Left out of an abbreviated briefing.",
  "omitted.alternates":
    "No alternate is suggested, since the destination is forecast VFR throughout.",

  "excluded.warnings":
    "Warnings that touch the corridor but hold at another time: {otherTime}; at other heights: {otherLevel}. They are not listed.",
  "excluded.observations":
    "Further stations in the corridor that report: {more}. None is worse than those named for its part of the route.",

  "hazard.tornado": "tornado",
  "hazard.funnelCloud": "funnel cloud",
  "hazard.volcanicAsh": "volcanic ash",
  "hazard.thunderstorm": "thunderstorm",
  "hazard.hail": "hail",
  "hazard.freezingPrecipitation": "freezing precipitation",
  "hazard.windShear": "wind shear",
  "hazard.turbulence": "turbulence",
  "hazard.icing": "icing",
  "hazard.squall": "squall",
  "hazard.duststorm": "duststorm",
  "hazard.icePellets": "ice pellets",
  "hazard.heavyPrecipitation": "heavy precipitation",
  "hazard.blowingSnow": "blowing snow",
  "hazard.freezingFog": "freezing fog",
  "hazard.fog": "fog",
  "hazard.snow": "snow",
  "hazard.cumulonimbus": "cumulonimbus",
  "hazard.toweringCumulus": "towering cumulus",
  "hazard.strongWind": "strong wind",
  "hazard.gust": "gusts",
  "hazard.runwayClosed": "runway closed by snow",
  "hazard.waterspout": "waterspout",
  "hazard.windGust": "wind gusts",
  "hazard.lowLevelWindShear": "low-level wind shear",
  "hazard.IFR": "IFR",
  "hazard.LIFR": "LIFR",
  "hazard.recent": "recent {what}",
  "hazard.vicinity": "{what} in the vicinity",
  "hazards": "hazards: {list}",

  "summary.now": "{station} at {time}: {category}; {elements}.",
  "summary.later": "The worst forecast {span} is {category}, {change}[ {period}].",
  "summary.same": "The forecast {span} is {category} throughout.",
  "summary.until": "until {until}",
  "summary.between": "from {from} until {until}",
  "summary.first": "at first",
  "summary.hazards": "Hazards forecast: {list}.",
  "summary.unparsed": "Parts of the forecast could not be read: read the raw report.",
} as const;

export type BriefingKey = keyof typeof en;
export type BriefingMessages = Readonly<Record<BriefingKey, string>>;
