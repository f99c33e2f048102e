import { useEffect, useState } from "preact/hooks";
import { forgetRecent, type Place, readRecent } from "../lib/view/browser/recent.ts";
import type { RecentWords } from "../lib/view/text/island_words.ts";

/** The stations last looked at, kept on this device only. */
export default function Recent({ words }: { words: RecentWords }) {
  const [places, setPlaces] = useState<Place[]>([]);

  useEffect(() => setPlaces(readRecent()), []);

  if (places.length === 0) return null;
  const forget = () => {
    forgetRecent();
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
