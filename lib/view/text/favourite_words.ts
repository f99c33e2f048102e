/**
 * English words of the favourites' islands; pages of another language hand theirs to them.
 *
 * @module
 */
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
} as const;

/** Those words in one language. */
export type FavouriteWords = Readonly<Record<keyof typeof FAVOURITE_WORDS, string>>;
