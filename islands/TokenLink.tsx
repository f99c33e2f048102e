import { useEffect, useState } from "preact/hooks";
import { TOKEN_WORDS, type TokenWords } from "../lib/view/text/island_words.ts";

/**
 * Lights a decoded value and the group it came from together, and shows the other one without a jump.
 *
 * Without script the same links work by `:target`.
 */
export default function TokenLink({ words = TOKEN_WORDS }: { words?: TokenWords }) {
  const [ready, setReady] = useState(false);

  useEffect(() => {
    setReady(true);
    const onClick = (event: MouseEvent) => {
      const link = (event.target as Element).closest<HTMLAnchorElement>("a[href^='#']");
      const other = link && document.getElementById(link.hash.slice(1));
      if (!other || !/^([tfp]|d-[tf])\d+$/.test(other.id)) return;
      event.preventDefault();
      for (const lit of document.querySelectorAll(".lit")) lit.classList.remove("lit");
      const own = link.id ? link : link.closest("[id^='d-']");
      own?.classList.add("lit");
      other.classList.add("lit");
      other.scrollIntoView({ block: "nearest" });
      history.replaceState(null, "", link.hash);
    };
    document.addEventListener("click", onClick);
    return () => document.removeEventListener("click", onClick);
  }, []);

  return (
    <p class="soft noprint">
      {ready ? words["tokens.ready"] : words["tokens.plain"]}
    </p>
  );
}
