import { page } from "fresh";
import MapTools from "../islands/MapTools.tsx";
import { LAST_HOUR } from "../lib/view/map/map_controls.tsx";
import { MapPage, placeName } from "../lib/view/map/map_page.tsx";
import { pointedAt } from "../lib/view/map/pointed.ts";
import { islandWords, t } from "../lib/view/viewer.ts";
import { define } from "../utils.ts";
import { buildMap } from "./(_model)/map.ts";
import { STREET, WIDE, WideHead } from "./(_model)/wide.tsx";

/** `/map`: stations by category and hazards, of the world or a part of it, now or at an hour to come. */
export const handler = define.handlers({
  async GET(ctx) {
    const to = pointedAt(ctx.url.searchParams);
    if (to !== null) return ctx.redirect(to, 302);
    const { reports, viewer, mapboxToken = null } = ctx.state;
    const model = await buildMap(ctx.url.searchParams, reports, viewer, mapboxToken);
    return page({ model }, model.picture === null ? WIDE : STREET);
  },
});

export default define.page<typeof handler>(({ data: { model } }) => (
  <>
    <WideHead title={`${t("map.title")}: ${placeName(model)}`} />
    <MapPage
      model={model}
      slider={
        <MapTools
          hour={model.query.hour}
          last={LAST_HOUR}
          now={model.now}
          canMove={model.query.view.kind === "area"}
          {...islandWords("map")}
        />
      }
    />
  </>
));
