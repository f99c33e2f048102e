/**
 * English words of the islands; pages of another language hand theirs to them.
 *
 * @module
 */
export const NEAR_WORDS = {
  "near.button": "Stations near me",
  "near.none": "This browser offers no location.",
  "near.asking": "Asking for your location …",
  "near.denied": "Location was not allowed. Search by name or code instead.",
  "near.failed": "Your location could not be found. Search by name or code instead.",
};
export const RECENT_WORDS = {
  "recent.title": "Recently looked at",
  "recent.forget": "Forget these",
};
export const TOKEN_WORDS = {
  "tokens.ready": "Tap a group to light its meaning, or a value to light its group.",
  "tokens.plain": "Each value names the group it was read from.",
};
export const NEWS_WORDS = {
  "news.available": "A new report has arrived.",
  "news.show": "Show it",
};
export const LOOKED_WORDS = {
  "looked.title": "Since you last looked",
  "looked.first": "Nothing seen before on this device.",
  "looked.same": "It is still the report that you saw.",
  "looked.forget": "Forget what I saw",
  "looked.better": "better",
  "looked.worse": "worse",
  "looked.none": "A newer report, without a change worth telling.",
};
export const FAVOURITE_WORDS = {
  "fav.add": "Add to favourites",
  "fav.remove": "Remove from favourites",
  "fav.removeOne": "Remove {code} from favourites",
  "fav.title": "Favourites",
  "fav.sideBySide": "Side by side",
  "fav.keepAll": "Keep these as favourites",
  "fav.kept": "Kept as favourites on this device.",
  "fav.full": "There are {most} favourites already: remove one first.",
  "fav.note": "Kept on this device only. The address of a page side by side can be shared.",
};
export const MAP_WORDS = {
  "map.when": "When",
  "map.now": "Now",
  "map.inHours": "+{hours} h",
};

export const TOOL_WORDS = { ...TOKEN_WORDS, ...NEWS_WORDS, ...LOOKED_WORDS };

type Words<T> = Readonly<Record<keyof T, string>>;
export type NearWords = Words<typeof NEAR_WORDS>;
export type RecentWords = Words<typeof RECENT_WORDS>;
export type TokenWords = Words<typeof TOKEN_WORDS>;
export type ToolWords = Words<typeof TOOL_WORDS>;
export type FavouriteWords = Words<typeof FAVOURITE_WORDS>;
export type MapWords = Words<typeof MAP_WORDS>;
