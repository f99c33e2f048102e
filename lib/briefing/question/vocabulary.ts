/**
 * Words of questions, English and German: what they ask about, and what says nothing.
 *
 * @module
 */
import type { Subject } from "./intent.ts";
import { type Pattern, words } from "./rest.ts";

/** Words of each subject; the first found in this order is the main one where a question begins with none. */
export const SUBJECT_WORDS: readonly (readonly [Subject, Pattern])[] = [
  ["crosswind", words("cross-?winds?|cross wind|seitenwind(?:komponente)?|querwind")],
  [
    "thunderstorm",
    words(
      "thunder-?storms?|thundery|thunder|storms?|lightning|tstms?|gewitter(?:n)?|gewittrig|blitze?",
    ),
  ],
  [
    "freezing",
    words(
      "freezing (?:rain|drizzle|fog|precipitation)|freezing|gefrierende[rsnm]? (?:regen|niederschlag|niederschläge|nebel|sprühregen)|eisregen|glatteis",
    ),
  ],
  ["icing", words("icing|ice|iced|vereisung|vereisen|eis")],
  ["fog", words("fog|foggy|nebel|neblig")],
  ["snow", words("snow|snowing|snowfall|snowy|schnee|schneien|schneit|schneefall")],
  [
    "rain",
    words(
      "rain|raining|rains|rainy|drizzle|showers?|regen|regnen|regnet|schauer|nieselregen|niesel|regnerisch",
    ),
  ],
  ["precipitation", words("precipitation|precip|niederschlag|niederschläge")],
  [
    "ceiling",
    words(
      "ceilings?|cloud ?bases?|base of the clouds?|clouds?|cloudy|overcast|hauptwolkenuntergrenze|wolkenuntergrenze|wolkenbasis|untergrenze|wolken|bewölkung|bewölkt|bedeckt|ceiling",
    ),
  ],
  ["visibility", words("visibility|visibilities|vis|sicht|sichtweite|sichten|bodensicht")],
  [
    "wind",
    words(
      "winds?|windy|gusts?|gusty|gusting|breeze|böen|boeen|böe|böig|windig|windstärke|windrichtung",
    ),
  ],
  [
    "temperature",
    words(
      "temperatures?|temp|how (?:cold|warm|hot)|cold|warm|hot|dew ?points?|temperatur(?:en)?|wie (?:kalt|warm|heiß)|kalt|heiß|taupunkt|frost",
    ),
  ],
  ["pressure", words("pressure|qnh|altimeter(?: setting)?|luftdruck|druck")],
  [
    "hazards",
    words(
      "hazards?|hazardous|dangers?|dangerous|sigmets?|airmets?|g-airmets?|warnings?|advisor(?:y|ies)|turbulence|turbulent|gefahr(?:en)?|gefährlich|warnung(?:en)?|turbulenz(?:en)?",
    ),
  ],
  [
    "category",
    words(
      "(?:flight |flying )?categor(?:y|ies)|flight rules|vmc|imc|(?:flug)?kategorie|flugregeln",
    ),
  ],
  [
    "weather",
    words(
      "weather|conditions?|wx|metar|taf|forecasts?|report|wetter(?:lage)?|flugwetter|bedingungen|vorhersage|meldung|bericht",
    ),
  ],
];

/** Asks whether one may, can or should. */
export const ADVICE = words(
  "safe|safely|safety|legal|legally|allowed|permitted|flyable|go or no-?go|no-?go|advise|advice|recommend(?:ed)?|advisable|a good idea|good to go|okay? to (?:fly|go|land|depart|take off)|good (?:enough )?(?:to|for) (?:fly|flying|go|land|landing)" +
    "|(?:should|may|could|must|can) (?:i|we)(?! (?:expect|see|get|have))" +
    "|sicher|gefahrlos|legal|erlaubt|fliegbar|ratsam|empfehl(?:en|enswert|ung)|(?:soll(?:te|ten)?|darf|dürfen|muss|müssen) (?:ich|wir|man)|(?:kann|können) (?:ich|wir|man)(?! (?:mit|erwarten))",
);

/** Says nothing that an answer depends on: it repeats all that is forecast, whichever way round it is asked. */
export const FILLERS = words(
  "(?:will|would|drop|drops|fall|falls|rise|rises|become|becomes|turn|turns|stay|stays|remain|sinkt|sinken|fällt|fallen|steigt|steigen|bleibt|bleiben|is|are|be|been|being|was|were|did|do|does|had|has|have|it|its|there|that|this|these|the|a|an|any|some|of|what|what's|whats|which|how|when|where|like|much|many|strong|high|low|good|bad|please|tell|me|my|give|show|say|know|want|need|would|i|i'm|we|us|you|expect|expected|expecting|forecast|forecasted|look|looks|looking|get|got|see|going|to|for|at|in|on|near|over|around|about|from|with|by|and|or|than|if|so|then|not|no|n't|won't|isn't|hi|hello|hey|thanks|thank|also|still|just|really|possibly|possible|likely|chance|risk|reported|observed|report|reports|during|into|out|up|down|as|time|utc|zulu|airport|airfield|aerodrome|field|station|flying|fly|flight|flights|land|landing|depart|departing|departure|departures|arrive|arrival|arriving|take|off|takeoff|leave|leaving|go|runways?|component|speed|direction|conditions?|level|levels|today's|can|could|should|may|must|be|sky|out" +
    "|wird|werden|wurde|ist|sind|sei|war|waren|gab|gibt|gibt's|hat|hatte|haben|es|das|der|die|den|dem|des|ein|eine|einen|einem|einer|dort|da|hier|wie|was|welche|welcher|welches|wann|wo|ob|bitte|mir|mich|sag|sage|zeig|zeige|ich|wir|uns|man|sie|du|mit|von|vom|zu|zum|zur|für|fuer|in|im|am|an|auf|über|bei|beim|nach|um|und|oder|als|wenn|nicht|kein|keine|keinen|auch|noch|viel|stark|starke|starker|starken|hoch|tief|niedrig|gut|gute|schlecht|erwartet|erwarten|vorhergesagt|gemeldet|gerechnet|rechnen|sein|steht|sieht|aus|möglich|hallo|danke|uhr|flughafen|flugplatz|platz|fliegen|flug|flüge|landen|landung|starten|start|abflug|ankunft|anflug|piste|bahn|höhe|stunden?|kann|können|soll|sollte|darf|muss|so|eigentlich|herrscht|herrschen|geben|weht|wehen|liegt|liegen|der|richtung|geschwindigkeit)(?:['’]\\p{L}{1,2})?",
);

/** Stands before a place. */
export const BEFORE_PLACE =
  /(?<![\p{L}\p{N}])(?:at|in|for|near|over|around|to|from|into|bei|beim|für|fuer|nach|über|um|von|auf|am)\s+(?:the\s+|dem\s+|der\s+|den\s+)?(?:airport\s+|aerodrome\s+|flughafen\s+|flugplatz\s+)?$/iu;
