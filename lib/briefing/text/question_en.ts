/**
 * English messages of answers to questions; see `en.ts`.
 *
 * @module
 */
export const QUESTION_EN = {
  "subject.weather": "weather",
  "subject.category": "flight category",
  "subject.ceiling": "ceiling",
  "subject.visibility": "visibility",
  "subject.wind": "wind",
  "subject.crosswind": "crosswind",
  "subject.thunderstorm": "thunderstorm",
  "subject.fog": "fog",
  "subject.rain": "rain",
  "subject.snow": "snow",
  "subject.precipitation": "precipitation",
  "subject.freezing": "freezing precipitation or freezing fog",
  "subject.icing": "icing",
  "subject.temperature": "temperature",
  "subject.pressure": "altimeter setting",
  "subject.hazards": "hazards",

  "question": "{subject} at {station}[ ({name})] {when}[: {what}][ (runway {runway})].",
  "question.at": "at {time}",
  "question.around": "within an hour of {time}",
  "question.between": "from {from} to {to}",
  "question.noPlace": "{subject} {when}; no place.",
  "relation.is": "{value}",
  "relation.orBetter": "{value} or better",
  "relation.orWorse": "{value} or worse",
  "relation.above": "{subject} above {value}",
  "relation.atLeast": "{subject} {value} or more",
  "relation.below": "{subject} below {value}",
  "relation.atMost": "{subject} {value} or less",

  "answer.observed.all": "{what}: observed at {station} at {time}.",
  "answer.observed.none": "{what}: not observed at {station} at {time}.",
  "answer.observed.unknown": "{what}: the observation of {station} at {time} does not tell.",
  "answer.forecast.all":
    "{what}: forecast for {station} {when}, in every state that the TAF allows.",
  "answer.forecast.some":
    "{what}: forecast to prevail at {station} {when}, but not in every state that the TAF allows.",
  "answer.forecast.other":
    "{what}: not forecast to prevail at {station} {when}, but in a state that the TAF allows.",
  "answer.forecast.none":
    "{what}: not forecast for {station} {when}, in no state that the TAF allows.",
  "answer.forecast.possible":
    "{what}: in a state that the TAF allows at {station} {when}; of others it does not tell.",
  "answer.forecast.unknown": "{what}: the forecast for {station} {when} does not tell.",

  "asked.observed": "{station}[ ({place})], observed {time}: {what}.",
  "asked.prevailing": "{station}[ ({place})], forecast for {time} (TAF of {issued}): {what}.",
  "asked.before": "{station}, forecast until {to}: {what}.",
  "asked.change": "{station}, {change}[ {period}]: {what}.",
  "asked.notReported": "{what}: not reported",
  "asked.notForecast": "{what}: not forecast",
  "asked.noTemperature": "temperature not given",
  "asked.noPressure": "altimeter setting not given",

  "forecastTemperature.maximum":
    "{station}: highest temperature {value} at {time}, by the TAF of {issued}.",
  "forecastTemperature.minimum":
    "{station}: lowest temperature {value} at {time}, by the TAF of {issued}.",

  "warning.over":
    "{title}[ {identifier}]: {what}[, {levels}][, {movement}][; {limits}][, valid {validity}]. Its area lies over {station} or within {within} of it.",
  "none.sigmetOver": "No SIGMET for {station} and that time in the data retrieved at {time}.",
  "none.gairmetOver": "No G-AIRMET for {station} and that time in the data retrieved at {time}.",
  "none.cwaOver":
    "No center weather advisory for {station} and that time in the data retrieved at {time}.",
  "excluded.unplaced":
    "Further warnings for that time whose area could not be read and may lie over {station}: {more}.",

  "unavailable.question.past":
    "The time asked for, {time}, lies in the past and is not looked up here. What was observed last:",
  "unavailable.question.noPlace":
    "No place could be read from the question. Name an aerodrome: KBOS, BOS or Boston.",
  "unavailable.question.unknownPlace":
    "No aerodrome of that name or code is known here. Name it by its ICAO or IATA code: KBOS, BOS.",
  "unavailable.forecast.nil": "{station}: the last TAF says that no forecast is issued (NIL).",
  "unavailable.forecast.cancelled": "{station}: the forecast (TAF) was cancelled.",
  "unavailable.forecast.damaged":
    "{station}: the times of the forecast (TAF) could not be read: read the raw report.",
  "unavailable.forecast.expired": "{station}: the last forecast (TAF) ended at {to}.",
  "unavailable.forecast.ended": "{station}: the forecast (TAF) held ends at {to}, before then.",
  "unavailable.forecast.notBegun":
    "{station}: the forecast (TAF) held begins at {from}, after then.",
  "unavailable.forecast.partly":
    "{station}: the forecast (TAF) held is for {from} to {to}; it says nothing of the rest of the time asked for.",
  "unavailable.temperature.notForecast":
    "{station}: no temperature is forecast for {time}; a TAF has the highest and lowest at most.",
  "unavailable.pressure.notForecast":
    "{station}: no altimeter setting is told for {time}; forecasts seldom have one.",
  "unavailable.sensor.thunderstorm":
    "{station}: the station does not detect thunderstorms: that none is reported says nothing.",
  "unavailable.sensor.freezingPrecipitation":
    "{station}: the station does not detect freezing rain: that none is reported says nothing.",
  "unavailable.sensor.presentWeather":
    "{station}: the station does not detect present weather: that none is reported says nothing.",
  "unavailable.sensor.visibility": "{station}: the station does not measure visibility.",
  "unavailable.warnings.noPosition":
    "{station}: its position is not known, so warnings over it cannot be found.",
  "unavailable.runwayWind.noSuchRunway": "{station}: no runway {runway} is known there.",
  "when.forecastChange": "by the wind forecast {change}[ {period}]",
  "when.forecastUntil": "by the wind forecast until {time}",
  "runway.named":
    "{station}, {when}: runway {runway} has {head} headwind, crosswind up to {crosswind} from the {side}[, tailwind up to {tailwind}]{gust}.",
  "runway.namedTail":
    "{station}, {when}: runway {runway} has {head} tailwind, crosswind up to {crosswind} from the {side}{gust}.",
  "text.report": "from {provider}, received {time}",
  "read.understood": "Understood: {text}",
  "read.notUnderstood": "Not understood: {words}.",
  "read.byModel": "Read by {model}, which may be wrong: check what was understood.",
  "read.modelFailed": "The model did not read the question; this was read by fixed rules.",
  "read.assumed.subject": "What it is about was not read: everything is told.",
  "read.assumed.now": "No time was read: now is meant.",
  "read.assumed.utc": "A time or day without a zone is taken as UTC.",
  "read.assumed.local": "Times of day are those of {station}: its own clock, told in UTC.",
  "read.assumed.name": "“{written}” is taken for {station}[; it may also mean {others}].",
} as const;
