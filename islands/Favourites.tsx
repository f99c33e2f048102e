import { useEffect, useState } from "preact/hooks";
import { type FavouritePlace, readFavourites, writeFavourites } from "../lib/view/favourites.ts";
import { fillText } from "../lib/view/text/age_words.ts";
import type { FavouriteWords } from "../lib/view/text/island_words.ts";

/** Airports that go side by side on one page. */
const SIDE_BY_SIDE = 10;

/** The favourites of this device, each removable, and the address of all of them side by side. */
export default function Favourites(
  { words }: { words: FavouriteWords },
) {
  const [places, setPlaces] = useState<FavouritePlace[]>([]);
  useEffect(() => setPlaces(readFavourites(localStorage)), []);
  if (places.length === 0) return null;

  const remove = (gone: string) => {
    const left = places.filter(({ id }) => id !== gone);
    writeFavourites(localStorage, left);
    setPlaces(left);
  };
  const together = places.slice(0, SIDE_BY_SIDE).map(({ id }) => id).join("+");
  return (
    <section class="card" aria-labelledby="favourites">
      <h2 id="favourites">{words["fav.title"]}</h2>
      <ul class="list">
        {places.map(({ id, name }) => (
          <li key={id} class="kept">
            <a class="go" href={`/${id}`}>
              <b>{id}</b>
              <span>{name}</span>
            </a>
            <button
              type="button"
              aria-label={fillText(words["fav.removeOne"], { code: id })}
              onClick={() => remove(id)}
            >
              ★
            </button>
          </li>
        ))}
      </ul>
      {places.length > 1 && (
        <p>
          <a class="more" href={`/${together}`}>{words["fav.sideBySide"]}</a>
        </p>
      )}
      <p class="soft">{words["fav.note"]}</p>
    </section>
  );
}
