import { page } from "fresh";
import { Head } from "fresh/runtime";
import NearMe from "../islands/NearMe.tsx";
import Recent from "../islands/Recent.tsx";
import { SearchForm } from "../lib/view/layout.tsx";
import { StationList } from "../lib/view/station_list.tsx";
import { define } from "../utils.ts";

/** Longest query that is searched; the form does not let more be typed. */
const MAX_QUERY = 80;
const RESULTS = 20;

/** `/` and `/?q=…`: a code that is met exactly leads straight to its page. */
export const handler = define.handlers({
  GET(ctx) {
    const { reports } = ctx.state;
    const query = ctx.url.searchParams.get("q")?.trim().slice(0, MAX_QUERY) ?? "";
    if (query === "") return page({ query, results: null });
    const exact = /^[A-Za-z0-9]{3,4}$/.test(query) ? reports.resolve(query) : undefined;
    if (exact !== undefined) return ctx.redirect(`/${exact}`, 302);
    return page({ query, results: reports.stations.search(query, RESULTS) });
  },
});

export default define.page<typeof handler>(({ data: { query, results }, state }) => (
  <div class="hello">
    <Head>
      <title>
        {query === "" ? "Aviation Weather: METAR and TAF, decoded honestly" : `Search: ${query}`}
      </title>
    </Head>
    <h1>Weather at any airport</h1>
    <p>METAR and TAF, decoded beside the raw report, each with its age and its source.</p>
    <SearchForm query={query} />
    <NearMe />
    {results !== null && (
      <section class="card" aria-labelledby="found">
        <h2 id="found">
          {results.length === 0 ? `Nothing found for “${query}”` : `Found for “${query}”`}
        </h2>
        {results.length === 0
          ? <p>Try an ICAO code (KJFK), an IATA code (JFK), or part of a name or city.</p>
          : <StationList stations={results} />}
      </section>
    )}
    <Recent />
    <p class="links">
      Try <a href="/KJFK">KJFK</a> <a href="/EDDF">EDDF</a> <a href="/EGLL">EGLL</a>{" "}
      <a href="/RJTT">RJTT</a> <a href="/YSSY">YSSY</a>
    </p>
    <p class="soft">
      {state.reports.stations.size.toLocaleString("en")} aerodromes and stations known.
    </p>
  </div>
));
