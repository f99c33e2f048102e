/**
 * The page that explains any pasted report, group by group.
 *
 * @module
 */
import type { ComponentChildren } from "preact";
import type { TokenMeaning } from "../products/product.ts";
import { CategoryBadge } from "./category.tsx";
import { Meanings } from "./meanings.tsx";
import { RawReport } from "./raw_report.tsx";
import type { CategoryModel, RawModel } from "./station_model.ts";
import { t } from "./viewer.ts";

/** A pasted report read. */
export interface DecodedModel {
  readonly title: string;
  readonly category: CategoryModel | null;
  readonly raw: RawModel;
  /** The report in plain English. */
  readonly sentences: readonly string[];
  readonly meanings: readonly TokenMeaning[];
}

/** Longest report that is read. */
export const MAX_REPORT_CHARACTERS = 8000;

/** The form, and below it the report with each of its groups explained; complete without script. */
export function DecodePage({ text, decoded, tools }: {
  text: string;
  decoded: DecodedModel | "notRecognised" | null;
  tools: ComponentChildren;
}) {
  return (
    <>
      <div class="hello">
        <h1>{t("decode.title")}</h1>
        <p>{t("decode.lead")}</p>
        <form method="post" action="/decode">
          <p>
            <label for="report">{t("decode.report")}</label>
            <textarea
              id="report"
              name="report"
              rows={5}
              required
              maxLength={MAX_REPORT_CHARACTERS}
              spellcheck={false}
              autocomplete="off"
              lang="zxx"
            >
              {text}
            </textarea>
          </p>
          <p>
            <button type="submit">{t("decode.button")}</button>
          </p>
        </form>
      </div>
      {decoded === "notRecognised" && <p class="banner">{t("decode.unknown")}</p>}
      {decoded !== null && decoded !== "notRecognised" && (
        <section class="card" aria-labelledby="decoded">
          <h2 id="decoded">{decoded.title}</h2>
          {decoded.category && (
            <p>
              <CategoryBadge category={decoded.category.category} /> {decoded.category.reason}
            </p>
          )}
          <RawReport
            raw={decoded.raw.text}
            prefix="t"
            tokens={decoded.raw.tokens}
            unparsed={decoded.raw.unparsed}
            targets={decoded.raw.targets}
            label={t("decode.asPasted")}
          />
          {tools}
          {decoded.raw.issues.length > 0 && (
            <ul class="banner warnings">
              {decoded.raw.issues.map((issue) => <li key={issue}>{issue}</li>)}
            </ul>
          )}
          <p>{decoded.sentences.join(" ")}</p>
          <Meanings meanings={decoded.meanings} prefix="t" rules />
        </section>
      )}
    </>
  );
}
