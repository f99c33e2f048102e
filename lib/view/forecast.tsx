/**
 * The TAF: a strip with one cell for each hour, and its periods in words.
 *
 * @module
 */
import { CATEGORY_WORDS, CategoryBadge, CategoryKey, CategoryShape } from "./category.tsx";
import { zuluDate } from "./age.ts";
import type { Category } from "./category.tsx";
import type { ForecastModel, PeriodModel, StripCell } from "./station_model.ts";

/** The next hours, each with the prevailing category and, below it, anything worse that may come. */
export function ForecastStrip({ model }: { model: ForecastModel }) {
  return (
    <section class="card" aria-labelledby="taf">
      <h2 id="taf">Forecast by hour (TAF)</h2>
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
            <summary class="tok">What letters and colours mean</summary>
            <CategoryKey />
            <p class="soft">
              Above: what prevails. Dashed below: worse at times, with a probability, or while a
              change is under way.
            </p>
          </details>
        </>
      )}
    </section>
  );
}

function Cell({ cell, first }: { cell: StripCell; first: boolean }) {
  const hour = new Date(cell.at).getUTCHours();
  const worst = cell.worst;
  return (
    <>
      {(first || hour === 0) && <li class="day">{zuluDate(cell.at).slice(0, -7)} (UTC)</li>}
      <li>
        <a href={`#${cell.target}`}>
          <time>
            {String(hour).padStart(2, "0")}
            <span class="vh">{spoken(cell)}</span>
          </time>
          <Mark category={cell.category} />
          {worst && <Mark category={worst.category} />}
        </a>
      </li>
    </>
  );
}

function Mark({ category }: { category: Category | null }) {
  if (category === null) {
    return (
      <span class="unknown mk">
        <i>?</i>
      </span>
    );
  }
  return (
    <i class={category} aria-hidden="true">
      <CategoryShape category={category} />
      {CATEGORY_WORDS[category].letter}
    </i>
  );
}

/** What letters and shapes show, for those who hear the page. */
function spoken(cell: StripCell): string {
  const word = (category: Category | null) =>
    category === null ? "not known" : CATEGORY_WORDS[category].words;
  const head = ` UTC: ${word(cell.category)}`;
  return cell.worst === null ? head : `${head}, ${cell.worst.why}: ${word(cell.worst.category)}`;
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
                <span class="vh">raw text of this period:</span>{" "}
                <code lang="zxx">{period.sources[0].text}</code>
              </a>
            )}
          </p>
        </li>
      ))}
    </ol>
  );
}
