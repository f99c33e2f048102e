import { useEffect, useState } from "preact/hooks";
import { watchNews } from "../lib/view/browser/news.ts";
import { remember } from "../lib/view/browser/recent.ts";
import { forgetSeen, lookAt } from "../lib/view/browser/seen.ts";
import { linkTokens } from "../lib/view/browser/token_links.ts";
import type { ToolWords } from "../lib/view/text/island_words.ts";

/** A change between two reports, in words of the server. */
interface ChangeLine {
  text: string;
  direction: "better" | "worse" | null;
}

/**
 * What the page of a station can do with script: light groups and values together, tell what changed since the
 * last visit (kept on this device), say that a new report is there, and keep the page for times offline.
 */
export default function StationTools(props: {
  id: string;
  name: string;
  /** Raw METAR; empty without one. */
  raw: string;
  /** Changes with each report. */
  reportKey: string;
  words: ToolWords;
}) {
  const { id, name, raw, reportKey, words } = props;
  const [ready, setReady] = useState(false);
  const [isNew, setNew] = useState(false);
  const [since, setSince] = useState("");
  const [changes, setChanges] = useState<ChangeLine[]>([]);

  useEffect(() => {
    setReady(true);
    remember({ id, name });
    navigator.serviceWorker?.register("/sw.js").catch(() => {});
    const stops = [linkTokens(), watchNews(id, reportKey, () => setNew(true))];
    if (raw !== "") compare();
    return () => stops.forEach((stop) => stop());
  }, []);

  const compare = async () => {
    const seen = lookAt(id, raw);
    if (seen === null) return setSince(words["looked.first"]);
    if (seen === raw) return setSince(words["looked.same"]);
    try {
      const answer = await fetch(`/changes?station=${id}&old=${encodeURIComponent(seen)}`);
      const lines: ChangeLine[] = (await answer.json()).changes;
      setSince(lines.length === 0 ? words["looked.none"] : "");
      setChanges(lines);
    } catch {
      // Offline: nothing is claimed.
    }
  };
  const forget = () => {
    forgetSeen();
    setChanges([]);
    setSince(words["looked.first"]);
  };

  return (
    <>
      <p class="soft noprint">{words[ready ? "tokens.ready" : "tokens.plain"]}</p>
      {ready && raw !== "" && (
        <div class="noprint">
          <h3>{words["looked.title"]}</h3>
          {since && <p>{since}</p>}
          <ul class="notes">
            {changes.map(({ text, direction }) => (
              <li key={text} class={direction === "worse" ? "v-beyond" : undefined}>
                {text}
                {direction && <b>{` (${words[`looked.${direction}`]})`}</b>}
              </li>
            ))}
          </ul>
          <button type="button" onClick={forget}>{words["looked.forget"]}</button>
        </div>
      )}
      <div class="news" role="status">
        {isNew && (
          <p>
            {words["news.available"]}{" "}
            <button type="button" onClick={() => location.reload()}>{words["news.show"]}</button>
          </p>
        )}
      </div>
    </>
  );
}
