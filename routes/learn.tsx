import { page } from "fresh";
import { Head } from "fresh/runtime";
import { Quiz } from "../lib/view/quiz.tsx";
import { t } from "../lib/view/viewer.ts";
import { define } from "../utils.ts";
import { buildQuiz, readQuiz } from "./(_model)/quiz.ts";

/** `/learn`: questions from reports that are held, by links and forms alone. */
export const handler = define.handlers({
  GET(ctx) {
    const { reports, viewer } = ctx.state;
    const address = readQuiz(ctx.url.searchParams);
    // Another question each minute for those who come anew.
    const seed = ctx.url.searchParams.has("n")
      ? address.seed
      : Math.floor(reports.now() / 60_000) % 1_000_000;
    return page(buildQuiz(reports, { ...address, seed }, viewer));
  },
});

export default define.page<typeof handler>(({ data }) => (
  <>
    <Head>
      <title>{t("learn.title")}</title>
    </Head>
    <Quiz model={data} />
  </>
));
