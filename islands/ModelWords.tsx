import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { fillText } from "../lib/view/text/age_words.ts";

/** What it says, in the language of the page. */
export interface ModelWordsTexts {
  readonly ask: string;
  readonly writing: string;
  readonly written: string;
  readonly cut: string;
  readonly whole: string;
  readonly failed: string;
  /** By state, why a model wrote nothing. */
  readonly reasons: Readonly<Record<string, string>>;
}

/** A sentence as the stream brings it. */
interface Sentence {
  readonly text: string;
  readonly links: readonly {
    readonly start: number;
    readonly end: number;
    readonly source: { readonly report: string; readonly text: string; readonly start: number };
  }[];
}

/** The link to a model's words; with script its sentences are shown below as each has passed the check. */
export default function ModelWords(
  { href, stream, texts }: { href: string; stream: string; texts: ModelWordsTexts },
) {
  const [sentences, setSentences] = useState<ComponentChildren[] | null>(null);
  const [end, setEnd] = useState<string | null>(null);
  const [isWritten, setWritten] = useState(false);

  const follow = (event: MouseEvent) => {
    // In a tab of its own it is a link as any other.
    if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey) return;
    // What is written is shown in its place by the page of the link.
    if (isWritten) return;
    event.preventDefault();
    if (sentences !== null && end === null) return;
    setSentences([]);
    setEnd(null);
    let reports: string[] = [];
    const source = new EventSource(stream);
    const finish = (said: string) => {
      source.close();
      setEnd(said);
    };
    source.addEventListener("briefing", ({ data }) => {
      reports = JSON.parse(data).reports.map(({ key }: { key: string }) => key);
    });
    source.addEventListener("sentence", ({ data }) => {
      const told = linked(JSON.parse(data), reports);
      setSentences((known) => [...known ?? [], told]);
    });
    source.addEventListener("done", ({ data }) => {
      const { state, endedBy, writtenAt, accepted, refused } = JSON.parse(data);
      if (state !== "written") return finish(texts.reasons[state] ?? texts.failed);
      const time = `${writtenAt.slice(11, 16)}Z`;
      const said = fillText(texts.written, { time, accepted, refused });
      setWritten(true);
      finish(endedBy === null ? said : `${said} ${texts.cut}`);
    });
    source.addEventListener("error", () => finish(texts.failed));
  };

  return (
    <>
      <a href={href} rel="nofollow" onClick={follow}>
        {isWritten ? texts.whole : texts.ask}
      </a>
      {sentences !== null && (
        <>
          <p role="status">{end ?? texts.writing}</p>
          <ul class="said" aria-live="polite">
            {sentences.map((told, i) => <li key={i}>{told}</li>)}
          </ul>
        </>
      )}
    </>
  );
}

/** A sentence with its links, where the page has the same token at the same place. */
function linked({ text, links }: Sentence, reports: readonly string[]): ComponentChildren[] {
  const parts: ComponentChildren[] = [];
  let at = 0;
  for (const { start, end, source } of links) {
    const id = `r${reports.indexOf(source.report)}-${source.start}`;
    if (document.getElementById(id)?.textContent !== source.text) continue;
    parts.push(text.slice(at, start), <a href={`#${id}`}>{text.slice(start, end)}</a>);
    at = end;
  }
  return [...parts, text.slice(at)];
}
