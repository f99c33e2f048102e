import { useEffect, useState } from "preact/hooks";
import { linkTokens } from "../lib/view/browser/token_links.ts";
import type { TokenWords } from "../lib/view/text/island_words.ts";

/** Lights a decoded value and the group it came from together. */
export default function TokenLink({ words }: { words: TokenWords }) {
  const [ready, setReady] = useState(false);

  useEffect(() => {
    setReady(true);
    return linkTokens();
  }, []);

  return <p class="soft noprint">{words[ready ? "tokens.ready" : "tokens.plain"]}</p>;
}
