import { page } from "fresh";
import { Head } from "fresh/runtime";
import Age from "../islands/Age.tsx";
import Ages from "../islands/Ages.tsx";
import Favourite from "../islands/Favourite.tsx";
import StationTools from "../islands/StationTools.tsx";
import { ComparePage } from "../lib/view/compare/compare_page.tsx";
import type { SidesModel } from "../lib/view/compare/compare_model.ts";
import { NotFound } from "../lib/view/not_found.tsx";
import { StationPage } from "../lib/view/station_page.tsx";
import { stationText } from "../lib/view/station_text.ts";
import { zulu } from "../lib/view/age.ts";
import { type Keep, KeptParts, makeAnew } from "../lib/view/html/kept.ts";
import { TrendCard } from "../lib/view/trend/trend_card.tsx";
import { hasNoChoices, islandWords, t, type Viewer } from "../lib/view/viewer.ts";
import type { Station } from "../lib/stations/station.ts";
import { define, type State } from "../utils.ts";
import { asksForSides, buildSides, sidesAsked } from "./(_model)/compare.ts";
import { type DrawnTrend, trendOf } from "./(_model)/history.ts";
import { buildStation } from "./(_model)/station.ts";
import { WIDE, WideHead } from "./(_model)/wide.tsx";

type Reports = State["reports"];

/**
 * `/KJFK`; other ways to write it are redirected there, `/KJFK.txt` is the same in plain text. `/KJFK+KBOS` shows
 * airports side by side.
 */
export const handler = define.handlers({
  async GET(ctx) {
    const { reports, viewer } = ctx.state;
    const asked = ctx.params.station ?? "";
    if (asksForSides(asked)) {
      const sides = sidesAsked(asked, ctx.url.searchParams.get("add"), reports);
      const path = ctx.url.pathname.slice(ctx.config.basePath.length);
      if (path !== sides.canonical || ctx.url.search !== "") {
        return ctx.redirect(sides.canonical, 302);
      }
      const status = sides.ids.length === 0 ? 404 : 200;
      return page({ kind: "sides" as const, model: buildSides(sides, reports, viewer) }, {
        ...WIDE,
        status,
      });
    }
    const asText = /\.txt$/i.test(asked);
    const code = asText ? asked.slice(0, -4) : asked;
    const id = reports.resolve(code);
    if (id === undefined) {
      return asText ? unknownText(code, viewer) : page(unknown(code, reports), NOT_FOUND);
    }
    if (code !== id) {
      // An IATA code may move to another aerodrome; a change of case cannot.
      const status = code.toUpperCase() === id ? 308 : 302;
      return ctx.redirect(`/${id}${asText ? ".txt" : ""}`, status);
    }
    const model = buildStation(id, reports, viewer, ctx.url.searchParams.get("at"));
    if (!asText) {
      const trend = await promptTrend(id, ctx.state);
      return page({ kind: "station" as const, model, trend, keep: keepFor(id, viewer, ctx.url) });
    }
    return new Response(stationText(model, reports.world.simulated, viewer), {
      headers: { "content-type": "text/plain; charset=utf-8" },
    });
  },
});

/** Characters of parts of pages that are kept: of about a thousand stations. */
const MOST_KEPT = 12 * 2 ** 20;
const parts = new KeptParts(MOST_KEPT);

/** Kept for those who chose nothing, in either language; a page of other choices, or for an hour, is made anew. */
function keepFor(id: string, viewer: Viewer, url: URL): Keep {
  return hasNoChoices(viewer) && url.search === ""
    ? parts.of(`${viewer.language}/${id}`)
    : makeAnew;
}

/** The weather never waits for its past: a store that takes longer leaves it out. */
const TREND_PATIENCE_MS = 100;
const TREND_HOURS = 24;

/** The trend of the last day where a history is kept and answers at once. */
async function promptTrend(id: string, { reports, history }: State): Promise<DrawnTrend | null> {
  const trend = trendOf(id, TREND_HOURS, reports.now(), history);
  if (!(trend instanceof Promise)) return trend;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const patience = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), TREND_PATIENCE_MS);
  });
  const shown = await Promise.race([trend, patience]);
  clearTimeout(timer);
  return shown;
}

const NOT_FOUND = { status: 404 };
/** How many stations are offered instead of an unknown one. */
const MATCHES = 6;

function unknown(code: string, reports: Reports) {
  return {
    kind: "unknown" as const,
    code: code.slice(0, 40),
    matches: code.length <= 40 ? alike(code, reports) : [],
  };
}

/** Stations written alike; for a code that nothing resembles, those that begin like it. */
function alike(code: string, { stations }: Reports): Station[] {
  const found = stations.search(code, MATCHES);
  return found.length > 0 || code.length < 3 ? found : stations.search(code.slice(0, -1), MATCHES);
}

function unknownText(code: string, viewer: Viewer): Response {
  const printable = code.slice(0, 40).replace(/[^\x20-\x7e]/g, "?");
  return new Response(
    `${viewer.t("text.unknown", { code: printable })}\n`,
    { status: 404, headers: { "content-type": "text/plain; charset=utf-8" } },
  );
}

export default define.page<typeof handler>(({ data }) => {
  if (data.kind === "unknown") {
    return (
      <>
        <Head>
          <title>{t("unknown.title", { code: data.code })}</title>
        </Head>
        <NotFound code={data.code} matches={data.matches} />
      </>
    );
  }
  if (data.kind === "sides") return <Sides model={data.model} />;
  const { model, trend, keep } = data;
  const { latest } = model;
  const age = latest && (
    <Age
      observedAt={latest.observedAt}
      renderedAt={model.now}
      label={`${latest.reportType} ${zulu(latest.observedAt)}`}
      state={latest.freshness}
      changes={[...latest.changes]}
      {...islandWords("age")}
    />
  );
  return (
    <>
      <Head>
        <title>{t("station.title", { id: model.id, name: model.name })}</title>
        <meta
          name="description"
          content={t("station.description", { name: model.name })}
        />
      </Head>
      <Favourite places={[{ id: model.id, name: model.name }]} {...islandWords("favourites")} />
      <StationPage
        model={model}
        keep={keep}
        age={age}
        trend={trend && keep("trend", trend.from, () => <Trend id={model.id} trend={trend} />)}
        tools={
          <StationTools
            id={model.id}
            name={model.name}
            raw={latest?.text ?? ""}
            reportKey={model.reportKey}
            {...islandWords("tools")}
          />
        }
      />
    </>
  );
});

/** A single report is no trend. */
function Trend({ id, trend }: { id: string; trend: DrawnTrend }) {
  const model = trend.make();
  return model !== null && model.points.length > 1 ? <TrendCard id={id} model={model} /> : null;
}

/** Several airports, kept right in age, with the star that keeps all of them. */
function Sides({ model }: { model: SidesModel }) {
  const places = model.sides.map(({ id, name }) => ({ id, name }));
  const codes = places.map(({ id }) => id).join(" + ");
  return (
    <>
      <WideHead title={t("cmp.titles", { codes })} />
      <ComparePage model={model} />
      {places.length > 0 && <Favourite places={places} {...islandWords("favourites")} />}
      <Ages renderedAt={model.now} text={t("cmp.old")} {...islandWords("age")} />
    </>
  );
}
