import { t } from "../viewer.ts";
import { CategoryBand } from "./charts.tsx";
import type { TrendModel } from "./trend_model.ts";

/** The categories of the last day in one band, and the way to all charts. */
export function TrendCard({ id, model }: { id: string; model: TrendModel }) {
  return (
    <section class="card" aria-label={t("history.category")}>
      <CategoryBand model={model} />
      <p>
        <a class="more" href={`/${id}/history`}>{t("history.link")}</a>
      </p>
    </section>
  );
}
