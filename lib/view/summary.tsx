/**
 * The card with the reports in words.
 *
 * @module
 */
import type { SummaryModel, SummaryPart } from "./station_model.ts";
import { t } from "./viewer.ts";

/** What the station reports, and below it what is forecast. */
export function SummaryCard({ model }: { model: SummaryModel }) {
  return (
    <section class="card said">
      <h2>{t("station.words")}</h2>
      <p class="observed">
        <Parts parts={model.observed} />
      </p>
      <p>
        <Parts parts={model.forecast} />
      </p>
    </section>
  );
}

function Parts({ parts }: { parts: readonly SummaryPart[] }) {
  return (
    <>
      {parts.map(({ text, href }, i) =>
        href === undefined ? text : <a key={i} href={href}>{text}</a>
      )}
    </>
  );
}
