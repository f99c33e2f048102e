import { page } from "fresh";
import { HistoryPage } from "../../lib/view/trend/history_page.tsx";
import { t } from "../../lib/view/viewer.ts";
import { define } from "../../utils.ts";
import { buildHistory, HOURS } from "../(_model)/history.ts";
import { WIDE, WideHead } from "../(_model)/wide.tsx";

/** `/KJFK/history?hours=72`: the station's last hours as charts, as a table and raw. */
export const handler = define.handlers({
  async GET(ctx) {
    const { reports, history } = ctx.state;
    const code = ctx.params.station ?? "";
    const id = reports.resolve(code);
    // The station's own page says what is known instead.
    if (id === undefined) return ctx.redirect(`/${encodeURIComponent(code.slice(0, 40))}`, 302);
    const asked = Number(ctx.url.searchParams.get("hours"));
    const hours = HOURS.find((one) => one === asked) ?? HOURS[0];
    if (code !== id) return ctx.redirect(`/${id}/history?hours=${hours}`, 302);
    return page({ model: await buildHistory(id, hours, reports, history) }, WIDE);
  },
});

export default define.page<typeof handler>(({ data: { model } }) => (
  <>
    <WideHead title={`${model.id}: ${t("history.title", { hours: model.hours })}`} />
    <HistoryPage model={model} />
  </>
));
