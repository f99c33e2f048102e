/**
 * The TAF: a strip with one cell for each hour, and its periods in words.
 *
 * @module
 */
import type { ComponentChildren } from "preact";
import { CategoryBadge, CategoryKey, CategoryMark, categoryWords } from "./category.tsx";
import { dayText } from "./age.ts";
import type { ForecastModel, PeriodModel, StripCell, StripMark } from "./station_model.ts";
import { t, viewer } from "./viewer.ts";

/** The next hours, each with the prevailing category and, below it, anything worse that may come. */
export function ForecastStrip({ model, children }: {
  model: ForecastModel;
  children?: ComponentChildren;
}) {
  return (
    <section class="card" aria-labelledby="taf">
      <h2 id="taf">{t("taf.title")}</h2>
      <p class="soft">{model.headline}</p>
      {model.unusable && <p class="banner">{model.unusable}</p>}
      {model.cells.length > 0 && (
        <>
          <ol class="strip">
            {model.cells.map((cell, index) => (
              <Cell key={cell.at} cell={cell} first={index === 0} />
            ))}
          </ol>
          <details>
            <summary class="tok">{t("taf.key")}</summary>
            <Key />
            <p class="soft">{t("taf.keyText")}</p>
          </details>
        </>
      )}
      {children}
    </section>
  );
}

function Cell({ cell, first }: { cell: StripCell; first: boolean }) {
  const hour = new Date(cell.at).getUTCHours();
  const worst = cell.worst;
  return (
    <>
      {(first || hour === 0) && <li class="day">{dayText(cell.at, viewer().months)} (UTC)</li>}
      <li>
        <a href={`#${cell.target}`}>
          <time>
            {String(hour).padStart(2, "0")}
            <span class="vh">{spoken(cell)}</span>
          </time>
          <Mark mark={cell.mark} />
          {worst && <Mark mark={worst.mark} />}
        </a>
      </li>
    </>
  );
}

/** A cell of the strip: a US category, or the word of the rules chosen. Words stand beside it. */
export function Mark({ mark }: { mark: StripMark }) {
  if (mark.rules === "us") return <CategoryMark category={mark.category} />;
  return (
    <i class={mark.word === null ? "unknown" : "rule"} aria-hidden="true">{mark.word ?? "?"}</i>
  );
}

/** What the marks mean by the rules chosen. */
function Key() {
  const { rules } = viewer().settings;
  return rules === "us" ? <CategoryKey /> : (
    <p class="soft">
      {t(`rules.${rules}`)}: {t(`rules.${rules}.limits`)}
    </p>
  );
}

/** What marks show, for those who hear the page. */
function spoken({ mark, worst }: StripCell): string {
  const prevailing = t("taf.spoken", { category: markWords(mark) });
  if (worst === null) return prevailing;
  return t("taf.spokenWorst", { prevailing, why: worst.why, category: markWords(worst.mark) });
}

function markWords(mark: StripMark): string {
  return mark.rules === "us" ? categoryWords(mark.category) : mark.word ?? t("taf.notKnown");
}

/** The periods in the order of the forecast. */
export function ForecastPeriods({ periods }: { periods: readonly PeriodModel[] }) {
  return (
    <ol class="periods">
      {periods.map((period) => (
        <li id={period.id}>
          <h3>
            {period.category && <CategoryBadge category={period.category.category} />}
            {period.title} <span class="soft">{period.when}</span>
          </h3>
          <p>
            {period.text}{" "}
            {period.sources[0] && (
              <a class="raw-link" href={`#f${period.sources[0].start}`}>
                <span class="vh">{t("taf.rawPeriod")}</span>{" "}
                <code lang="zxx">{period.sources[0].text}</code>
              </a>
            )}
          </p>
        </li>
      ))}
    </ol>
  );
}
