import { HttpError, page } from "fresh";
import { Head } from "fresh/runtime";
import { DEFAULT_SETTINGS } from "../lib/view/settings/mod.ts";
import { StyleGuide } from "../lib/view/styleguide.tsx";
import { createViewer, t } from "../lib/view/viewer.ts";
import { define } from "../utils.ts";
import { buildQuiz } from "./(_model)/quiz.ts";
import { buildStation } from "./(_model)/station.ts";

/** Stations of different kinds: with everything, metric, half a report, not current, without a report. */
const STATIONS = ["KJFK", "EDDF", "KACY", "KMTN", "KSWF"];
/** Limits of which some are kept and some are not. */
const MINIMA = { ...DEFAULT_SETTINGS.minima, ceilingFt: 1000, windKt: 30, thunder: true };

/** `/styleguide`, in development only: every part of the pages in its states. */
export const handler = define.handlers({
  GET(ctx) {
    if (ctx.config.mode !== "development") throw new HttpError(404);
    const { reports, viewer } = ctx.state;
    const chosen = createViewer({ ...viewer.settings, minima: MINIMA }, viewer.language);
    const at = new Date(Math.ceil(reports.now() / 3_600_000) * 3_600_000).toISOString();
    const models = STATIONS.map((id) => buildStation(id, reports, chosen, at));
    const address = { station: null, start: null, answer: null, right: 0, asked: 0, seed: 1 };
    return page({ models, quiz: buildQuiz(reports, address, viewer) });
  },
});

export default define.page<typeof handler>(({ data }) => (
  <>
    <Head>
      <title>{t("styleguide.title")}</title>
    </Head>
    <StyleGuide models={data.models} quiz={data.quiz} />
  </>
));
