/**
 * Words by what they do in a sentence. A word that is in no table here must stand in the template of the fact.
 *
 * @module
 */
import { COMPASS_POINTS } from "../../units/mod.ts";
import type { Language } from "../../products/text/mod.ts";

/** The words of one language. */
export interface Lexicon {
  /** Says nothing of the weather. */
  readonly neutral: ReadonlySet<string>;
  /** Other words for words of the templates. */
  readonly synonyms: ReadonlyMap<string, string>;
  /** Denies what follows. */
  readonly negations: ReadonlySet<string>;
  /** How strong, how much, how certain: belongs to the nearest noun of its clause. */
  readonly intensities: ReadonlySet<string>;
  /** Amounts of cloud: intensities that stand where nouns do, "broken at 2,500 ft". */
  readonly amounts: ReadonlySet<string>;
  /** Speaks of now, or of a forecast. */
  readonly observed: ReadonlySet<string>;
  readonly forecast: ReadonlySet<string>;
  /** Begin and end of a period. */
  readonly starts: ReadonlySet<string>;
  readonly ends: ReadonlySet<string>;
  /** Phrases that make a number a bound, after or before it. */
  readonly atLeast: readonly string[];
  readonly atMost: readonly string[];
  /** Points of the compass by their names. */
  readonly compass: ReadonlyMap<string, string>;
  /** What advises or judges: refused wherever it stands. */
  readonly advice: readonly RegExp[];
}

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));
const pairs = (text: string): ReadonlyMap<string, string> =>
  new Map(
    text.trim().split(/\s+/).map((pair) => pair.split("=") as [string, string]),
  );

/** Names of the points, in both languages; `-erly` and `-ern` mean the same. */
function compassOf(names: readonly string[], endings: readonly string[]) {
  const found = new Map<string, string>();
  for (const [i, name] of names.entries()) {
    for (const ending of endings) {
      found.set(name + ending, COMPASS_POINTS[i]!);
      found.set(name.replaceAll("-", "") + ending, COMPASS_POINTS[i]!);
    }
  }
  return found;
}

const EN: Lexicon = {
  neutral: words(
    `the a an of in on at is are was were be been and with to from by for its it there this that as
    over into near has have shows show gives give airport aerodrome station sky`,
  ),
  synonyms: pairs(`winds=wind gusts=gusting gust=gusting visibilities=visibility ceilings=ceiling
    clouds=cloud qnh=altimeter temperatures=temperature dewpoint=dew thunderstorms=thunderstorm
    storms=thunderstorm showers=shower rains=rain tops=top bases=base towards=toward raining=rain
    snowing=snow occasionally=times temporarily=times chance=probability layer=cloud layers=cloud moves=moving`),
  negations: words("no not without none never neither nor"),
  intensities: words(
    `light moderate heavy severe extreme trace few scattered broken overcast recent isolated
    embedded occasional frequent widespread patchy partial shallow low blowing drifting freezing supercooled`,
  ),
  amounts: words("few scattered broken overcast"),
  observed: words("reported reports reporting observed observes observation now currently current"),
  forecast: words("forecast forecasts expected expects predicted will"),
  starts: words("from valid between starting beginning after since"),
  ends: words("to until till through and ending"),
  atLeast: [
    "or more",
    "or better",
    "at least",
    "or greater",
    "or higher",
    "more than",
    "above",
    "greater than",
  ],
  atMost: ["or less", "less than", "at most", "or lower", "below", "under", "or worse"],
  compass: compassOf(
    [
      "north",
      "north-northeast",
      "north-east",
      "east-northeast",
      "east",
      "east-southeast",
      "south-east",
      "south-southeast",
      "south",
      "south-southwest",
      "south-west",
      "west-southwest",
      "west",
      "west-northwest",
      "north-west",
      "north-northwest",
    ],
    ["", "erly", "ern"],
  ),
  advice: [
    /\b(?:un)?safe(?:ly|ty)?\b/,
    /\b(?:no-?)?go\b/,
    /\b(?:il)?legal(?:ly)?\b/,
    /\brecommend|\badvis(?:e|able|ed)\b|\bsuggest/,
    /\bshould\b|\bmust\b|\bcan\b|\bmay (?:depart|fly|proceed|land|take)|\bought\b|\bneed(?:s)? to\b/,
    /\b(?:good|fine|ok|okay|great|suitable|unsuitable|acceptable|manageable|flyable|favou?rable|ideal|nice) (?:to|for|day|conditions|weather|flying)\b/,
    /\byou (?:are|will|may|can|could|should)\b/,
    /\b(?:depart|divert|cancel|delay|avoid|proceed|continue|postpone|wait)\b/,
    /\bdo(?:n't| not) (?:fly|go|depart)\b/,
    /\bclear(?:ed)? (?:for|to)\b/,
  ],
};

const DE: Lexicon = {
  neutral: words(
    `der die das den dem des ein eine einen einem einer eines von in im am an auf ist sind war waren und mit
    zu zum zur bei für es dort dies diese dieser über nahe hat haben zeigt gibt flugplatz flughafen station
    himmel auch`,
  ),
  synonyms: pairs(
    `böe=böen winde=wind sichtweite=sicht gewittern=gewitter schauern=schauer bewölkung=wolken`,
  ),
  negations: words("kein keine keinen keinem keiner keines nicht ohne nie weder noch"),
  intensities: words(
    `leicht leichte leichter leichtes leichten mäßig mäßige mäßiger mäßiges mäßigen stark starke starker starkes
    starken schwer schwere schwerer schweres schweren extrem extreme extremer spur gering wenige vereinzelte aufgelockerte
    durchbrochene geschlossene bedeckt vereinzelt eingelagert eingelagerte gefrierend gefrierender gefrierendes
    unterkühlt unterkühlter kürzlich flach teilweise aufgebrochen gering`,
  ),
  amounts: words("gering aufgelockert aufgebrochen bedeckt"),
  observed: words("gemeldet meldet beobachtet beobachtung jetzt zurzeit aktuell"),
  forecast: words("vorhersage vorhergesagt erwartet wird werden"),
  starts: words("von vom gültig zwischen ab seit nach"),
  ends: words("bis und"),
  atLeast: ["oder mehr", "mindestens", "mehr als", "über", "oder besser"],
  atMost: [
    "oder weniger",
    "weniger als",
    "höchstens",
    "unter",
    "oder schlechter",
    "oder niedriger",
  ],
  compass: compassOf(
    [
      "nord",
      "nordnordost",
      "nordost",
      "ostnordost",
      "ost",
      "ostsüdost",
      "südost",
      "südsüdost",
      "süd",
      "südsüdwest",
      "südwest",
      "westsüdwest",
      "west",
      "westnordwest",
      "nordwest",
      "nordnordwest",
    ],
    ["", "en"],
  ),
  advice: [
    /\b(?:un)?sicher(?:heit)?\b/,
    /\b(?:un)?bedenklich\b|\bempfehl|\bempfohlen\b|\brat(?:en|sam)\b/,
    /\b(?:sollte|sollten|müssen|muss|können|kann|dürfen|darf)\b/,
    /\berlaubt\b|\bverboten\b|\blegal\b/,
    /\b(?:starten|fliegen|umkehren|abbrechen|warten|meiden)\b/,
    /\bsie (?:können|sollten|dürfen|müssen)\b/,
    /\b(?:gut|gute|gutes|geeignet|günstig|ideal) (?:zum|für|flugwetter|bedingungen)\b|\bflugwetter\b/,
  ],
};

const LEXICONS: Readonly<Record<Language, Lexicon>> = { en: EN, de: DE };

/** The lexicon of a language. */
export function lexiconOf(language: Language): Lexicon {
  return LEXICONS[language];
}
