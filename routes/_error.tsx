import { HttpError } from "fresh";
import { Head } from "fresh/runtime";
import { SearchForm } from "../lib/view/layout.tsx";
import { define } from "../utils.ts";

const TEXTS: Record<number, { title: string; help: string }> = {
  404: {
    title: "No such page",
    help: "The address leads nowhere. Stations are at /KJFK and the like.",
  },
  405: { title: "That cannot be done here", help: "This page can be read, and nothing else." },
  500: {
    title: "Something failed on our side",
    help: "It has been logged. The weather itself may be fine: try again, or read it elsewhere.",
  },
};

/** What went wrong in words that help, with the search; nothing of the inside is told. */
export default define.page(({ error }) => {
  const status = error instanceof HttpError ? error.status : 500;
  const text = TEXTS[status] ??
    (status < 500
      ? { title: "The request was not understood", help: "Check the address." }
      : TEXTS[500]!);
  return (
    <div class="hello">
      <Head>
        <title>{`${status}: ${text.title}`}</title>
      </Head>
      <h1>{text.title}</h1>
      <p>
        {text.help} <span class="soft">(status {status})</span>
      </p>
      <SearchForm id="again" />
    </div>
  );
});
