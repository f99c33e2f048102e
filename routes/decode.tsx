import { page } from "fresh";
import { Head } from "fresh/runtime";
import TokenLink from "../islands/TokenLink.tsx";
import { readForm } from "../lib/http/form.ts";
import { decodedModel } from "../lib/view/decode_model.ts";
import { DecodePage, MAX_REPORT_CHARACTERS } from "../lib/view/decode_page.tsx";
import { islandWords, t } from "../lib/view/viewer.ts";
import { define, type State } from "../utils.ts";

/** `/decode?report=…` or the form's POST: nothing is stored. */
export const handler = define.handlers({
  GET: (ctx) => page(read(ctx.url.searchParams.get("report"), ctx.state)),
  async POST(ctx) {
    const form = await readForm(ctx.req, [
      "application/x-www-form-urlencoded",
      "multipart/form-data",
    ]);
    const report = form.get("report");
    return page(read(typeof report === "string" ? report : null, ctx.state));
  },
});

function read(given: string | null, { reports, viewer }: State) {
  const text = (given ?? "").slice(0, MAX_REPORT_CHARACTERS).trim();
  return { text, decoded: text === "" ? null : decodedModel(text, reports.now(), viewer) };
}

export default define.page<typeof handler>(({ data: { text, decoded } }) => (
  <>
    <Head>
      <title>{t("decode.title")}</title>
    </Head>
    <DecodePage text={text} decoded={decoded} tools={<TokenLink {...islandWords("tokens")} />} />
  </>
));
