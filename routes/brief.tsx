import { page } from "fresh";
import { Head } from "fresh/runtime";
import { plainText } from "../lib/briefing/model/text.ts";
import {
  askInSlices,
  fullText,
  PARAMETERS,
  type Parameters,
  type RequestError,
  shortText,
} from "../lib/briefing/mod.ts";
import { hazardPeriod } from "../lib/reports/mod.ts";
import ModelWords from "../islands/ModelWords.tsx";
import type { BriefingModel } from "../lib/view/briefing/model.ts";
import { BriefPage } from "../lib/view/briefing/page.tsx";
import { briefStylesheet, briefStylesheetHash } from "../lib/view/briefing/styles.ts";
import { t } from "../lib/view/viewer.ts";
import { define, type State } from "../utils.ts";
import { briefingModel, PLAIN_REASONS } from "./(_model)/briefing.ts";
import { plainResponse } from "./(_model)/plain.ts";
import { policyWith } from "./(_model)/wide.tsx";

const HEADERS = {
  "content-security-policy": policyWith(briefStylesheetHash),
  // A departure of "now" means another one each minute.
  "cache-control": "private, no-cache",
};

/** `/brief?route=KJFK,KBOS&departure=1800Z&tas=110&altitude=6500&corridor=25`; without a route the form. */
export const handler = define.handlers({
  async GET(ctx) {
    const { searchParams } = ctx.url;
    const form = Object.fromEntries(searchParams);
    const given: Parameters = Object.fromEntries(
      PARAMETERS.flatMap((name) => {
        const value = searchParams.get(name);
        return value === null ? [] : [[name, value]];
      }),
    );
    const { reports, viewer } = ctx.state;
    if (given.route === undefined) {
      return page({ form, errors: [], briefing: null }, { headers: HEADERS });
    }
    const { language } = viewer;
    const since = searchParams.get("since");
    const asked = withOwnMinima(given, viewer);
    const answer = await askInSlices(
      asked,
      { language, ...(since !== null && { since }) },
      { reports, periodOf: hazardPeriod },
    );
    const asText = searchParams.get("format") === "text";
    if (!("briefing" in answer)) {
      return asText
        ? refusedText(answer)
        : page({ form, errors: answer, briefing: null }, { status: 400, headers: HEADERS });
    }
    if (asText) {
      const write = searchParams.get("length") === "full" ? fullText : shortText;
      return plainResponse(write(answer));
    }
    const desk = ctx.state.modelDesk ?? null;
    // HEAD is no wish for a text that costs.
    const isWish = ctx.req.method === "GET" && searchParams.get("text") === "model";
    const worded = desk !== null && isWish
      ? await plainText(answer, desk.writer, {
        address: desk.addressOf(ctx.req),
        signal: ctx.req.signal,
      })
      : null;
    const briefing = briefingModel(answer, given, viewer, {
      asked,
      plain: worded,
      model: desk?.writer.model ?? null,
    });
    return page({ form, errors: [], briefing }, { headers: HEADERS });
  },
});

/** The limits of the settings, where the address names none. */
function withOwnMinima(given: Parameters, { settings }: State["viewer"]): Parameters {
  const { ceilingFt, visibilitySm, windKt, crosswindKt } = settings.minima;
  const own: [keyof Parameters, number | null][] = [
    ["minCeiling", ceilingFt],
    ["minVisibility", visibilitySm],
    ["maxWind", windKt],
    ["maxCrosswind", crosswindKt],
  ];
  if (own.some(([name]) => given[name] !== undefined && given[name] !== "")) return given;
  return {
    ...given,
    ...Object.fromEntries(
      own.flatMap(([name, limit]) => limit === null ? [] : [[name, String(limit)]]),
    ),
  };
}

function refusedText(errors: readonly RequestError[]): Response {
  return plainResponse(errors.map(({ detail }) => `${detail}\n`).join(""), 400);
}

function Ask({ model: { model, links } }: { model: BriefingModel }) {
  const named = { model: model ?? "" };
  return (
    <ModelWords
      href={links.model}
      stream={links.stream}
      texts={{
        ask: t("brief.plain.ask", named),
        writing: t("brief.plain.writing", named),
        written: t("brief.plain.written", named),
        cut: t("brief.plain.cut"),
        whole: t("brief.plain.whole"),
        failed: t("brief.plain.failed"),
        reasons: Object.fromEntries(
          Object.entries(PLAIN_REASONS).map(([state, key]) => [state, t(key)]),
        ),
      }}
    />
  );
}

export default define.page<typeof handler>(({ data }) => (
  <>
    <Head>
      <title>
        {data.briefing ? `${data.briefing.route}: ${data.briefing.title}` : t("brief.title")}
      </title>
      <style key="brief" dangerouslySetInnerHTML={{ __html: briefStylesheet }} />
    </Head>
    <BriefPage model={data} ask={data.briefing?.model && <Ask model={data.briefing} />} />
  </>
));
