/**
 * The page of a station's past: charts, the same as a table, the raw reports.
 *
 * @module
 */
import type { RawReport } from "../../products/raw_report.ts";
import { toIso } from "../../time/mod.ts";
import { zuluDate } from "../age.ts";
import { windText } from "./wind_text.ts";
import { heightText, visibilityText } from "../quantities.ts";
import { t, viewer } from "../viewer.ts";
import { TrendCharts } from "./charts.tsx";
import type { TrendModel, TrendPoint } from "./trend_model.ts";

/** A text as it was received. */
export interface RawLine {
  readonly raw: RawReport;
  readonly observedAt: number;
  /** Whether charts and table show it; not what was corrected or replaced. */
  readonly isShown: boolean;
}

/** What the page shows. */
export interface HistoryModel {
  readonly id: string;
  readonly name: string;
  readonly hours: number;
  readonly choices: readonly number[];
  readonly trend: TrendModel | null;
  /** Every text that was received, newest first. */
  readonly raws: readonly RawLine[];
  /** Why there is no trend. */
  readonly unavailable: "notKept" | "storeFails" | null;
  readonly isComplete: boolean;
  /** Whether reports of that time seem to be missing, and are fetched. */
  readonly gap: "none" | "fetching" | "left";
}

/** The page. */
export function HistoryPage({ model }: { readonly model: HistoryModel }) {
  const { id, name, hours, trend } = model;
  return (
    <>
      <div class="place">
        <h1>
          <span class="id">{id}</span> {t("history.title", { hours })}
        </h1>
        <p class="soft">
          <a href={`/${id}`}>{t("history.back", { name })}</a>
        </p>
      </div>
      <p class="hours" role="group" aria-label={t("history.choose")}>
        {model.choices.map((choice) => (
          <a
            href={`/${id}/history?hours=${choice}`}
            aria-current={choice === hours ? "page" : undefined}
          >
            {t("history.hours", { hours: choice })}
          </a>
        ))}
      </p>
      {trend === null
        ? (
          <p class="banner bad" role="note">
            {t(model.unavailable === "storeFails" ? "history.fails" : "history.notKept")}
          </p>
        )
        : <Trend model={model} trend={trend} />}
    </>
  );
}

function Trend(
  { model, trend }: { readonly model: HistoryModel; readonly trend: TrendModel },
) {
  if (trend.points.length === 0) {
    return (
      <>
        <Gap gap={model.gap} />
        <p class="nothing">{t("history.nothing", { hours: model.hours })}</p>
      </>
    );
  }
  const newestFirst = trend.points.toReversed();
  return (
    <>
      {!model.isComplete && <p class="banner" role="note">{t("history.incomplete")}</p>}
      <Gap gap={model.gap} />
      <section class="card" aria-label={t("history.charts")}>
        <TrendCharts model={trend} />
        <p class="soft">{t("history.note")}</p>
      </section>
      <section class="card">
        <h2>{t("history.table")}</h2>
        <div class="scroll" tabIndex={0} role="region" aria-label={t("history.table")}>
          <table>
            <thead>
              <tr>
                {COLUMNS.map((column) => <th key={column} scope="col">{t(column)}</th>)}
              </tr>
            </thead>
            <tbody>{newestFirst.map((point) => <Row key={point.at} point={point} />)}</tbody>
          </table>
        </div>
      </section>
      <section class="card">
        <h2>{t("history.raw")}</h2>
        <ul class="reports">
          {model.raws.map(({ raw, observedAt, isShown }) => (
            <li key={`${observedAt} ${raw.text}`}>
              <code>{raw.text}</code>
              <br />
              <small class="soft">
                {t("history.source", {
                  provider: raw.provider.toUpperCase(),
                  observed: zuluDate(observedAt, viewer().months),
                  received: zuluDate(raw.receivedAt, viewer().months),
                })}
                {raw.backfilled === true && ` · ${t("history.backfilled")}`}
                {!isShown && ` · ${t("history.replaced")}`}
              </small>
            </li>
          ))}
        </ul>
        <p>
          <a
            href={`/api/v1/history/${model.id}?from=${toIso(trend.from)}&to=${toIso(trend.to)}`}
          >
            {t("history.json")}
          </a>
        </p>
      </section>
    </>
  );
}

/** Said where reports of the time shown seem to be missing. */
function Gap({ gap }: Pick<HistoryModel, "gap">) {
  if (gap === "none") return null;
  return (
    <p class="banner" role="note">
      {t(gap === "fetching" ? "history.fetching" : "history.gaps")}
    </p>
  );
}

const COLUMNS = [
  "history.column.time",
  "history.column.category",
  "history.column.wind",
  "history.column.visibility",
  "history.column.ceiling",
  "history.column.temperature",
  "history.column.pressure",
] as const;

/** A report as a row: a dash is what it does not say. */
function Row({ point }: { readonly point: TrendPoint }) {
  const { report: { decoded }, ceiling, temperature, dewPoint, pressure } = point;
  const seen = decoded.prevailingVisibility;
  const v = viewer();
  return (
    <tr>
      <th scope="row">{zuluDate(point.at, v.months)}</th>
      <td>{point.category ?? "?"}</td>
      <td>{windText(decoded.surfaceWind, v)}</td>
      <td>
        {seen.kind === "visibility"
          ? visibilityText(seen.distance, v)
          : seen.kind === "cavok"
          ? "CAVOK"
          : "–"}
      </td>
      <td>
        {typeof ceiling === "number"
          ? heightText({ value: ceiling, unit: "ft" }, v)
          : ceiling === "none"
          ? t("history.noCeiling")
          : "–"}
      </td>
      <td>{`${figure(temperature)} / ${figure(dewPoint)} °C`}</td>
      <td>{pressure === null ? "–" : `${figure(pressure)} hPa`}</td>
    </tr>
  );
}

function figure(value: number | null): string {
  return value === null ? "–" : String(Math.round(value * 10) / 10).replace("-", "−");
}
