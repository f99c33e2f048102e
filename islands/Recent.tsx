import { useEffect, useState } from "preact/hooks";
import { RECENT_WORDS, type RecentWords } from "../lib/view/text/island_words.ts";

interface Place {
  id: string;
  name: string;
}

const KEY = "recent-stations";
const LIMIT = 8;

/** The stations last looked at, kept on this device only. With `remember`, adds one and shows nothing. */
export default function Recent({ remember, words = RECENT_WORDS }: {
  remember?: Place;
  words?: RecentWords;
}) {
  const [places, setPlaces] = useState<Place[]>([]);

  useEffect(() => {
    const known = read();
    if (!remember) return setPlaces(known);
    write([remember, ...known.filter((place) => place.id !== remember.id)].slice(0, LIMIT));
  }, []);

  if (remember || places.length === 0) return null;
  const forget = () => {
    write([]);
    setPlaces([]);
  };
  return (
    <section class="card" aria-labelledby="recent">
      <h2 id="recent">{words["recent.title"]}</h2>
      <ul class="list">
        {places.map(({ id, name }) => (
          <li key={id}>
            <a class="go" href={`/${id}`}>
              <b>{id}</b>
              <span>{name}</span>
            </a>
          </li>
        ))}
      </ul>
      <p>
        <button type="button" onClick={forget}>{words["recent.forget"]}</button>
      </p>
    </section>
  );
}

/** What is stored may be anything: only what looks like a place is taken. */
function read(): Place[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(KEY) ?? "[]");
    if (!Array.isArray(stored)) return [];
    return stored.filter((place) =>
      /^[A-Z0-9]{4}$/.test(place?.id) && typeof place.name === "string"
    )
      .slice(0, LIMIT);
  } catch {
    return [];
  }
}

function write(places: Place[]): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(places));
  } catch {
    // Storage is full or forbidden: the page works without it.
  }
}
