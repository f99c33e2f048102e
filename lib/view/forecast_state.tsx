import { CategoryBadge } from "./category.tsx";
import { Tokens } from "./conditions.tsx";
import type { ForecastStateModel } from "./forecast_state_model.ts";
import { t } from "./viewer.ts";

/** The form for another hour, and the forecast at the one asked for; an address keeps it. */
export function ForecastState({ id, model }: { id: string; model: ForecastStateModel }) {
  const { options, asked } = model;
  if (options.length === 0 && asked === null) return null;
  return (
    <div id="at">
      {asked === "invalid" && <p class="banner bad">{t("state.invalid")}</p>}
      {asked !== null && asked !== "invalid" && (
        <>
          <h3>{t("state.title", { time: asked.text })}</h3>
          {asked.cases.length === 0 && <p>{t("state.nothing", { time: asked.text })}</p>}
          <ul class="periods">
            {asked.cases.map(({ title, category, text, sources }) => (
              <li>
                <b>
                  <CategoryBadge category={category.category} /> {title}
                </b>
                <p>
                  {text} <Tokens prefix="f" sources={sources} inline />
                </p>
              </li>
            ))}
          </ul>
        </>
      )}
      {options.length > 0 && (
        <form class="noprint pick" action={`/${id}#at`}>
          <label for="at-hour">{t("state.pick")}</label>
          <select id="at-hour" name="at">
            {options.map(({ value, text, chosen }) => (
              <option value={value} selected={chosen}>{text}</option>
            ))}
          </select>
          <button type="submit" class="quiet">{t("state.show")}</button>
        </form>
      )}
    </div>
  );
}
