/**
 * Every part of the pages with made-up reports, in each of its states: to look at while changing one.
 *
 * @module
 */
import type { ComponentChildren } from "preact";
import { ageText } from "./age.ts";
import { CATEGORIES, CategoryBadge, CategoryKey } from "./category.tsx";
import { Conditions, Hero, Items, RawCard, RawText } from "./conditions.tsx";
import { ForecastPeriods, ForecastStrip } from "./forecast.tsx";
import { ForecastState } from "./forecast_state.tsx";
import { SearchForm, SimulatedBanner } from "./layout.tsx";
import { Meanings } from "./meanings.tsx";
import { MinimaCard } from "./minima.tsx";
import { NearbyHazardsCard } from "./nearby_hazards.tsx";
import { NotFound } from "./not_found.tsx";
import { Quiz, type QuizModel } from "./quiz.tsx";
import { Runways } from "./runways.tsx";
import { SettingsPage } from "./settings_page.tsx";
import { DEFAULT_SETTINGS } from "./settings/mod.ts";
import { NeighbourList } from "./station_page.tsx";
import type { StationModel } from "./station_model.ts";
import { PALETTES } from "./styles.ts";
import { SunCard } from "./sun.tsx";
import { t, viewer } from "./viewer.ts";

/** Freshness of a report, as the card of the observation shows it. */
const STATES = ["current", "ageing", "stale", "notCurrent", "future"] as const;

/** All parts, one below the other, each under the name of its component. */
export function StyleGuide({ models, quiz }: {
  /** Stations in different states: complete, half a report, no report … */
  models: readonly StationModel[];
  quiz: QuizModel | null;
}) {
  return (
    <>
      <h1>{t("styleguide.title")}</h1>
      <Part name="PALETTES">
        <p>{Object.keys(PALETTES).join(", ")}</p>
      </Part>
      <Part name="CategoryBadge, CategoryKey">
        <p>
          {CATEGORIES.map((category) => (
            <>
              <CategoryBadge category={category} /> <CategoryBadge category={category} outline />
              {" "}
            </>
          ))}
          <CategoryBadge category={null} />
        </p>
        <CategoryKey />
      </Part>
      <Part name="SimulatedBanner">
        <SimulatedBanner />
      </Part>
      <Part name="SearchForm">
        <SearchForm id="guide" query="KJFK" />
      </Part>
      {models.map((model) => <StationParts key={model.id} model={model} />)}
      <Part name="NotFound">
        <NotFound code="ZZZZ" matches={[]} />
      </Part>
      <Part name="Quiz">
        <Quiz model={quiz} />
      </Part>
      <Part name="Quiz">
        <Quiz model={null} />
      </Part>
      <Part name="SettingsPage">
        <SettingsPage
          model={{ settings: DEFAULT_SETTINGS, saved: true, invalid: ["ceilingFt"] }}
        />
      </Part>
    </>
  );
}

function Part({ name, children }: { name: string; children: ComponentChildren }) {
  return (
    <section class="guide">
      <h2>
        <code lang="zxx">{name}</code>
      </h2>
      {children}
    </section>
  );
}

function StationParts({ model }: { model: StationModel }) {
  const { conditions, forecast, id } = model;
  return (
    <>
      {conditions && STATES.map((state) => (
        <Part name={`Conditions ${id} ${state}`}>
          <Conditions
            latest={{ ...conditions, freshness: state }}
            hero={<Hero model={conditions} freshness={state} />}
            items={<Items model={conditions} />}
            age={
              <p class="age">
                <b>{ageText(model.now - conditions.observedAt, viewer().texts)}</b>
              </p>
            }
          />
        </Part>
      ))}
      {conditions && (
        <Part name={`RawCard, Meanings ${id}`}>
          <RawCard title={id} raw={<RawText title={id} prefix="t" raw={conditions.raw} />}>
            <Meanings meanings={conditions.remarks} prefix="t" rules />
          </RawCard>
        </Part>
      )}
      <Part name={`Runways ${id}`}>
        <Runways model={model.runways} densityAltitude={model.densityAltitude} />
      </Part>
      {forecast && (
        <Part name={`ForecastStrip, ForecastState, ForecastPeriods ${id}`}>
          <ForecastStrip model={forecast}>
            {model.at && <ForecastState id={id} model={model.at} />}
          </ForecastStrip>
          <ForecastPeriods periods={forecast.periods} />
        </Part>
      )}
      {model.minima.length > 0 && (
        <Part name={`MinimaCard ${id}`}>
          <MinimaCard situations={model.minima} />
        </Part>
      )}
      {model.sun && (
        <Part name={`SunCard ${id}`}>
          <SunCard model={model.sun} />
        </Part>
      )}
      {model.hazards && (
        <Part name={`NearbyHazardsCard ${id}`}>
          <NearbyHazardsCard model={model.hazards} />
        </Part>
      )}
      <Part name={`NeighbourList ${id}`}>
        <NeighbourList list={model.neighbours} />
      </Part>
    </>
  );
}
