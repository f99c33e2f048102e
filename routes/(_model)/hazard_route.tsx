import { page } from "fresh";
import TokenLink from "../../islands/TokenLink.tsx";
import { HazardPage, listTitle } from "../../lib/view/hazards/hazard_page.tsx";
import type { ListedProduct } from "../../lib/view/hazards/item.ts";
import { islandWords } from "../../lib/view/viewer.ts";
import { define } from "../../utils.ts";
import { buildHazards } from "./hazards.ts";
import { WIDE, WideHead } from "./wide.tsx";

/** Handler and page of a list of hazards, filtered by area, level, time and kind. */
export function hazardRoute(product: ListedProduct) {
  const handler = define.handlers({
    async GET(ctx) {
      const model = await buildHazards(product, ctx.url.searchParams, ctx.state.reports);
      return page({ model }, WIDE);
    },
  });
  const Page = define.page<typeof handler>(({ data: { model } }) => (
    <>
      <WideHead title={listTitle(product)} />
      <HazardPage model={model} tools={<TokenLink {...islandWords("tokens")} />} />
    </>
  ));
  return { handler, Page };
}
