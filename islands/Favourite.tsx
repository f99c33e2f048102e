import { useEffect, useState } from "preact/hooks";
import {
  type FavouritePlace,
  MOST_FAVOURITES,
  readFavourites,
  withFavourite,
  writeFavourites,
} from "../lib/view/favourites.ts";
import { fillText } from "../lib/view/text/age_words.ts";
import type { FavouriteWords } from "../lib/view/text/island_words.ts";

/** The star of an airport: keeps it on this device, or several at once. Nothing without script. */
export default function Favourite(
  { places, words }: { places: FavouritePlace[]; words: FavouriteWords },
) {
  const [kept, setKept] = useState<boolean | null>(null);
  const [said, setSaid] = useState("");

  useEffect(() => {
    const ids = new Set(readFavourites(localStorage).map(({ id }) => id));
    setKept(places.every(({ id }) => ids.has(id)));
  }, []);
  if (kept === null) return null;

  const toggle = () => {
    const known = readFavourites(localStorage);
    const own = new Set(places.map(({ id }) => id));
    let next: FavouritePlace[] | null = kept ? known.filter(({ id }) => !own.has(id)) : known;
    if (!kept) { for (const place of places) next = next && withFavourite(next, place); }
    if (next === null) return setSaid(fillText(words["fav.full"], { most: MOST_FAVOURITES }));
    if (!writeFavourites(localStorage, next)) return;
    setKept(!kept);
    setSaid(kept ? "" : words["fav.kept"]);
  };
  const several = places.length > 1 && !kept;
  return (
    <div class={places.length > 1 ? "stars" : "star"}>
      <button type="button" onClick={toggle} aria-pressed={kept}>
        <span aria-hidden="true">{kept ? "★" : "☆"}</span>{" "}
        <span>
          {several ? words["fav.keepAll"] : kept ? words["fav.remove"] : words["fav.add"]}
        </span>
      </button>{" "}
      <small role="status">{said}</small>
    </div>
  );
}
