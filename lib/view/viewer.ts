/**
 * For whom a page is made: their settings, and the texts of their language.
 *
 * @module
 */
import { Voice } from "../products/text/mod.ts";
import {
  DEFAULT_SETTINGS,
  hasMinima,
  readSettings,
  type Settings,
  settingsValue,
  writeSettings,
} from "./settings/mod.ts";
import { AGE_WORDS } from "./text/age_words.ts";
import {
  FAVOURITE_WORDS,
  MAP_WORDS,
  NEAR_WORDS,
  RECENT_WORDS,
  TOKEN_WORDS,
  TOOL_WORDS,
} from "./text/island_words.ts";
import {
  fillText,
  languageFor,
  type PageLanguage,
  type TextKey,
  type Texts,
  textsOf,
} from "./text/mod.ts";

/** Settings, language and texts. Unchangeable: the same one serves all who chose alike. */
export interface Viewer {
  readonly settings: Settings;
  readonly language: PageLanguage;
  readonly texts: Texts;
  /** Short names of the months. */
  readonly months: readonly string[];
  /** Words of reports in the same language. */
  readonly voice: Voice;
  /** Their settings were damaged, so the usual ones hold: to be said. */
  readonly damaged: boolean;
  /** The text of `key` with its values filled in. */
  t(key: TextKey, values?: Readonly<Record<string, string | number>>): string;
}

/** A viewer with these settings. */
export function createViewer(
  settings: Settings,
  language: PageLanguage,
  damaged = false,
): Viewer {
  const texts = textsOf(language);
  return {
    settings,
    language,
    texts,
    months: texts.months.split(" "),
    voice: new Voice({ language }),
    damaged,
    t: (key, values) => fillText(texts[key], values),
  };
}

/** English, nothing chosen. */
export const DEFAULT_VIEWER: Viewer = createViewer(DEFAULT_SETTINGS, "en");

/** Whether a viewer has the usual settings: all there is to tell such viewers apart is their language. */
export function hasNoChoices({ settings, damaged }: Viewer): boolean {
  return settings === DEFAULT_SETTINGS && !damaged;
}

/** Who asks, and under which name pages for them may be kept. */
export interface AskedBy {
  readonly state: { readonly viewer: Viewer };
  /** Empty for the usual page; `null`: a page for nobody else, not to be kept. */
  readonly key: string | null;
}

const USUAL: AskedBy = { state: { viewer: DEFAULT_VIEWER }, key: "" };
/** Headers seen lately: browsers send the same two again and again. */
const known = new Map<string, AskedBy>();
const MAX_KNOWN = 500;
/** Characters of both headers that are remembered: settings have 400 at most, languages of browsers some fifty. */
const MAX_KNOWN_LENGTH = 1_000;

/** The viewer of a request, by its `Cookie` and `Accept-Language`. */
function viewerOf(headers: Headers): AskedBy {
  const cookie = headers.get("cookie");
  const value = settingsValue(cookie);
  const accepted = headers.get("accept-language");
  if (value === null && (accepted === null || accepted === "*")) return USUAL;
  // The whole cookie counts: the engine keeps the string that a part of it was cut from.
  const length = (value === null ? 0 : cookie!.length) + (accepted?.length ?? 0);
  if (length > MAX_KNOWN_LENGTH) return readViewer(value, accepted);
  const asked = `${value ?? ""}\n${accepted ?? ""}`;
  let found = known.get(asked);
  if (found === undefined) {
    found = readViewer(value, accepted);
    if (known.size >= MAX_KNOWN) known.clear();
    known.set(asked, found);
  }
  return found;
}

function readViewer(value: string | null, accepted: string | null): AskedBy {
  const read = value === null || value === "" ? DEFAULT_SETTINGS : readSettings(value);
  const settings = read ?? DEFAULT_SETTINGS;
  const language = settings.language === "auto" ? languageFor(accepted) : settings.language;
  const damaged = read === null;
  const state = { viewer: createViewer(settings, language, damaged) };
  if (hasMinima(settings.minima)) return { state, key: null };
  // The same page for all who see the same, however they came to their language.
  const chosen = writeSettings({ ...settings, language: "auto" });
  const key = chosen === "" && language === "en" && !damaged
    ? ""
    : `${language} ${chosen}${damaged ? " damaged" : ""}`;
  return { state, key };
}

let current: Viewer = DEFAULT_VIEWER;

/**
 * Sets for whom components are rendered from now on. Called right before each rendering, which nothing
 * interrupts; a context would cost each component a look-up and keep pages in memory.
 */
function renderFor(viewer: Viewer): void {
  current = viewer;
}

/** What the pages' options need to be made for viewers; see `lib/http/pages.ts`. */
export const FOR_VIEWERS = {
  variant: viewerOf,
  beforeRender: ({ state }: { readonly state: { readonly viewer?: Viewer } }) =>
    renderFor(state.viewer ?? DEFAULT_VIEWER),
};

/** For whom the page is being rendered: for components. Models are handed their viewer. */
export function viewer(): Viewer {
  return current;
}

/** A text of the page being rendered. */
export function t(key: TextKey, values?: Readonly<Record<string, string | number>>): string {
  return current.t(key, values);
}

/** Words of the islands. */
const ISLANDS = {
  age: AGE_WORDS,
  favourites: FAVOURITE_WORDS,
  map: MAP_WORDS,
  near: NEAR_WORDS,
  recent: RECENT_WORDS,
  tokens: TOKEN_WORDS,
  tools: TOOL_WORDS,
} as const;

type IslandName = keyof typeof ISLANDS;
type IslandWords<N extends IslandName> = Readonly<Record<keyof (typeof ISLANDS)[N], string>>;

/** By language and island: the same object for every page. */
const islands = new Map<Texts, Map<IslandName, { readonly words: IslandWords<IslandName> }>>();

/** The words of an island as its property `words`, in the language of the page being rendered. */
export function islandWords<N extends IslandName>(name: N): { words: IslandWords<N> } {
  const { texts } = current;
  let ofLanguage = islands.get(texts);
  if (ofLanguage === undefined) islands.set(texts, ofLanguage = new Map());
  let known = ofLanguage.get(name);
  if (known === undefined) {
    const words = Object.keys(ISLANDS[name]).map((key) => [key, texts[key as TextKey]]);
    known = { words: Object.freeze(Object.fromEntries(words)) };
    ofLanguage.set(name, known);
  }
  return known as { words: IslandWords<N> };
}
