import { page } from "fresh";
import { Head } from "fresh/runtime";
import Favourites from "../islands/Favourites.tsx";
import NearMe from "../islands/NearMe.tsx";
import Recent from "../islands/Recent.tsx";
import { SearchForm } from "../lib/view/layout.tsx";
import { StationList } from "../lib/view/station_list.tsx";
import { grouped } from "../lib/view/quantities.ts";
import { islandWords, t, viewer } from "../lib/view/viewer.ts";
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
        {query === "" ? t("index.title") : t("index.searchTitle", { query })}
      </title>
    </Head>
    <h1>{t("index.heading")}</h1>
    <p>{t("index.lead")}</p>
    <SearchForm query={query} />
    <NearMe {...islandWords("near")} />
    {results !== null && (
      <section class="card" aria-labelledby="found">
        <h2 id="found">
          {t(results.length === 0 ? "index.none" : "index.found", { query })}
        </h2>
        {results.length === 0 ? <p>{t("index.hint")}</p> : <StationList stations={results} />}
      </section>
    )}
    <Favourites {...islandWords("favourites")} />
    <Recent {...islandWords("recent")} />
    <p class="links">
      <a href="/map">{t("map.title")}</a> <a href="/sigmets">{t("hz.sigmets")}</a>{" "}
      <a href="/gairmets">{t("hz.gairmets")}</a> <a href="/pireps">{t("hz.pireps")}</a>{" "}
      <a href="/KJFK+KBOS+KPWM">{t("cmp.heading")}</a>
    </p>
    <p class="links">
      {t("index.try")} <a href="/KJFK">KJFK</a> <a href="/EDDF">EDDF</a> <a href="/EGLL">EGLL</a>
      {" "}
      <a href="/RJTT">RJTT</a> <a href="/YSSY">YSSY</a>
    </p>
    <p class="soft">
      {t("index.known", { count: grouped(state.reports.stations.size, viewer()) })}
    </p>
  </div>
));
