import { page } from "fresh";
import { Head } from "fresh/runtime";
import NearMe from "../islands/NearMe.tsx";
import { NeighbourList } from "../lib/view/station_page.tsx";
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
    const list = neighboursOf(ctx.state.reports, { latitude, longitude }, RADIUS_NM, LIMIT);
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
      <title>Stations near a place</title>
    </Head>
    <h1>
      Stations near {data.kind === "found" ? `${data.latitude}, ${data.longitude}` : "a place"}
    </h1>
    {data.kind === "invalid" && (
      <p class="banner bad">
        lat must be between −90 and 90 and lon between −180 and 180, both in decimal degrees.
      </p>
    )}
    {data.kind === "found"
      ? (
        <section class="card">
          <NeighbourList list={data.list} />
        </section>
      )
      : <NearMe />}
    <form class="find" action="/near">
      <label>
        Latitude <input name="lat" inputmode="text" required maxLength={12} placeholder="40.64" />
      </label>
      <label>
        Longitude <input name="lon" inputmode="text" required maxLength={12} placeholder="-73.78" />
      </label>
      <button type="submit">Show</button>
    </form>
  </div>
));
