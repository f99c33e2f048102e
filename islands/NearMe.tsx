import { useState } from "preact/hooks";
import type { NearWords } from "../lib/view/text/island_words.ts";

/** Asks for the location only when tapped, and sends it rounded to about a kilometre. */
export default function NearMe({ words }: { words: NearWords }) {
  const [status, setStatus] = useState("");

  const ask = () => {
    if (!("geolocation" in navigator)) return setStatus(words["near.none"]);
    setStatus(words["near.asking"]);
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        const { latitude, longitude } = coords;
        location.assign(`/near?lat=${latitude.toFixed(2)}&lon=${longitude.toFixed(2)}`);
      },
      (error) => setStatus(words[error.code === 1 ? "near.denied" : "near.failed"]),
      { timeout: 15_000, maximumAge: 300_000 },
    );
  };

  return (
    <p>
      <button type="button" onClick={ask}>{words["near.button"]}</button>{" "}
      <span role="status" class="soft">{status}</span>
    </p>
  );
}
