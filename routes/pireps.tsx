import { page } from "fresh";
import { Head } from "fresh/runtime";
import TokenLink from "../islands/TokenLink.tsx";
import { HazardPage, listTitle } from "../lib/view/hazards/hazard_page.tsx";
import { wideStylesheet } from "../lib/view/wide_styles.ts";
import { islandWords } from "../lib/view/viewer.ts";
import { define } from "../utils.ts";
import { buildHazards } from "./(_model)/hazards.ts";
import { WIDE } from "./(_model)/wide.ts";

/** `/pireps`, filtered by area, level, time and kind. */
export const handler = define.handlers({
  async GET(ctx) {
    const model = await buildHazards("pirep", ctx.url.searchParams, ctx.state.reports);
    return page({ model }, WIDE);
  },
});

export default define.page<typeof handler>(({ data: { model } }) => (
  <>
    <Head>
      <title>{listTitle("pirep")}</title>
      <style key="wide" dangerouslySetInnerHTML={{ __html: wideStylesheet }} />
    </Head>
    <HazardPage model={model} tools={<TokenLink {...islandWords("tokens")} />} />
  </>
));
