/**
 * Favourites as the device keeps them. What is stored may be anything: only what looks like a place is taken.
 *
 * @module
 */

/** An airport. */
export interface FavouritePlace {
  readonly id: string;
  readonly name: string;
}

/** Most that are kept. */
export const MOST_FAVOURITES = 30;

const KEY = "favourites";

/** Those that are kept, in their order. Empty where storage is forbidden. */
export function readFavourites(storage: Pick<Storage, "getItem">): FavouritePlace[] {
  try {
    const stored: unknown = JSON.parse(storage.getItem(KEY) ?? "[]");
    return Array.isArray(stored) ? stored.filter(isPlace).slice(0, MOST_FAVOURITES) : [];
  } catch {
    return [];
  }
}

/** Keeps them; `false` where storage is full or forbidden. */
export function writeFavourites(
  storage: Pick<Storage, "setItem">,
  places: readonly FavouritePlace[],
): boolean {
  try {
    const kept = places.map(({ id, name }) => ({ id, name }));
    storage.setItem(KEY, JSON.stringify(kept));
    return true;
  } catch {
    return false;
  }
}

/** With `place` at the end, unless it is there; `null` where there is no room. */
export function withFavourite(
  places: readonly FavouritePlace[],
  place: FavouritePlace,
): FavouritePlace[] | null {
  if (places.some(({ id }) => id === place.id)) return [...places];
  return places.length >= MOST_FAVOURITES ? null : [...places, place];
}

function isPlace(value: unknown): value is FavouritePlace {
  const { id, name } = (value ?? {}) as Record<string, unknown>;
  return typeof id === "string" && /^[A-Z0-9]{3,8}$/.test(id) && typeof name === "string" &&
    name.length <= 200;
}
