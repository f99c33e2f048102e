import { page } from "fresh";
import { Head } from "fresh/runtime";
import {
  answerByRules,
  answerQuestion,
  givenQuestion,
  MAX_QUESTION,
  questionText,
} from "../lib/briefing/question/mod.ts";
import { hazardPeriod } from "../lib/reports/mod.ts";
import { AskPage } from "../lib/view/briefing/ask_page.tsx";
import { briefStylesheet, briefStylesheetHash } from "../lib/view/briefing/styles.ts";
import { t } from "../lib/view/viewer.ts";
import { define } from "../utils.ts";
import { answerModel, askForm } from "./(_model)/ask.ts";
import { plainResponse } from "./(_model)/plain.ts";
import { policyWith } from "./(_model)/wide.tsx";

const HEADERS = {
  "content-security-policy": policyWith(briefStylesheetHash),
  // "Now" means another time each minute.
  "cache-control": "private, no-cache",
};

/** `/ask?q=Will+it+be+VFR+at+KBOS+at+18Z`; without a question the form. */
export const handler = define.handlers({
  async GET(ctx) {
    const { reports, viewer, questions } = ctx.state;
    const { searchParams } = ctx.url;
    const asText = searchParams.get("format") === "text";
    const text = searchParams.get("q");
    if (text === null && !asText) {
      return page(askForm("", null, reports, viewer), { headers: HEADERS });
    }
    const given = givenQuestion(text ?? "");
    if (typeof given === "string") {
      const count = [...text ?? ""].length;
      const error = count > MAX_QUESTION
        ? viewer.t("ask.tooLong", { most: MAX_QUESTION, count })
        : viewer.t("ask.hint");
      if (asText) return plainResponse(`${error}\n`, 400);
      const form = askForm((text ?? "").slice(0, MAX_QUESTION), error, reports, viewer);
      return page(form, { status: 400, headers: HEADERS });
    }
    const { question } = given;
    const { language } = viewer;
    const sources = { reports, periodOf: hazardPeriod };
    const desk = ctx.state.modelDesk ?? null;
    const answer = searchParams.get("text") === "model" && ctx.req.method === "GET"
      ? await answerQuestion(question, sources, language, {
        turns: desk?.writer.turns ?? null,
        address: desk?.addressOf(ctx.req) ?? "",
        signal: ctx.req.signal,
      })
      : answerByRules(question, sources, language);
    questions?.question(answer.reading.by, answer.outcome);
    if (asText) return plainResponse(questionText(answer));
    const model = answerModel(answer, viewer, desk?.writer.model ?? null);
    const examples = answer.outcome === "noPlace" || answer.outcome === "unknownPlace";
    const form = askForm(question, null, reports, viewer);
    return page(
      { ...form, examples: examples ? form.examples : [], answer: model },
      { headers: HEADERS },
    );
  },
});

export default define.page<typeof handler>(({ data }) => (
  <>
    <Head>
      <title>{data.answer === null ? t("ask.title") : data.answer.understood}</title>
      <style key="brief" dangerouslySetInnerHTML={{ __html: briefStylesheet }} />
    </Head>
    <AskPage model={data} />
  </>
));
