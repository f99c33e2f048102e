import { page } from "fresh";
import { Head } from "fresh/runtime";
import NearMe from "../islands/NearMe.tsx";
import { NeighbourList } from "../lib/view/station_page.tsx";
import { islandWords, t } from "../lib/view/viewer.ts";
import { define } from "../utils.ts";
import { neighboursOf } from "./(_model)/neighbours.ts";

/** How far to look, and how many stations to list. */
const RADIUS_NM = 250;
const LIMIT = 20;

/** `/near?lat=40.64&lon=-73.78`: stations with a current report, nearest first. */
export const handler = define.handlers({
  GET(ctx) {
    const { searchParams } = ctx.url;
    const latitude = degrees(searchParams.get("lat"), 90);
    const longitude = degrees(searchParams.get("lon"), 180);
    if (searchParams.size === 0) return page({ kind: "ask" as const });
    if (latitude === null || longitude === null) {
      return page({ kind: "invalid" as const }, { status: 400 });
    }
    const list = neighboursOf(
      ctx.state.reports,
      { latitude, longitude },
      RADIUS_NM,
      LIMIT,
      ctx.state.viewer,
    );
    return page({ kind: "found" as const, latitude, longitude, list });
  },
});

function degrees(text: string | null, limit: number): number | null {
  if (text === null || !/^[+-]?\d{1,3}(\.\d{1,9})?$/.test(text)) return null;
  const value = Number(text);
  return Math.abs(value) <= limit ? value : null;
}

export default define.page<typeof handler>(({ data }) => (
  <div class="hello">
    <Head>
      <title>{t("nearby.title")}</title>
    </Head>
    <h1>
      {t("nearby.heading", {
        place: data.kind === "found" ? `${data.latitude}, ${data.longitude}` : t("nearby.aPlace"),
      })}
    </h1>
    {data.kind === "invalid" && <p class="banner bad">{t("nearby.invalid")}</p>}
    {data.kind === "found"
      ? (
        <section class="card">
          <NeighbourList list={data.list} />
        </section>
      )
      : <NearMe {...islandWords("near")} />}
    <form class="find" action="/near">
      <label>
        {t("nearby.latitude")}{" "}
        <input name="lat" inputmode="text" required maxLength={12} placeholder="40.64" />
      </label>
      <label>
        {t("nearby.longitude")}{" "}
        <input name="lon" inputmode="text" required maxLength={12} placeholder="-73.78" />
      </label>
      <button type="submit">{t("nearby.show")}</button>
    </form>
  </div>
));
