/**
 * The page of the map: complete without script, and without sight by its tables.
 *
 * @module
 */
import type { ComponentChildren } from "preact";
import { type Category, CategoryBadge } from "../category.tsx";
import { CodeTag, HazardLine } from "../hazards/hazard_line.tsx";
import { FeedState } from "../hazards/feed_state.tsx";
import { ageWords, timeWords } from "../time_words.ts";
import { t, viewer } from "../viewer.ts";
import { HourLinks, MapForm, MapMoves } from "./map_controls.tsx";
import { MapPicture, STATE_LETTERS } from "./map_svg.tsx";
import type { Layer, MapModel, MapStation, StationState } from "./map_model.ts";
import { mapHref } from "./query.ts";
import { viewName } from "./view.ts";

/** Everything below the header. `slider` is the place of the island that moves the map. */
export function MapPage({ model, slider }: {
  model: MapModel;
  slider: ComponentChildren;
}) {
  const { query, at, now } = model;
  const where = placeName(model);
  return (
    <>
      <div class="place">
        <h1>{t("map.heading", { where })}</h1>
        <p class={query.hour === 0 ? "soft" : "banner"} role="note">
          {query.hour === 0
            ? t("map.observed")
            : t("map.forecast", { time: timeWords(at, now), hours: query.hour })}
        </p>
        {query.hour > 0 && <p class="soft">{t("map.forecastWarnings")}</p>}
      </div>
      {model.problem !== null && (
        <p class="banner bad" role="note">
          {model.problem.kind !== "airport"
            ? t(model.problem.kind === "view" ? "map.problem" : "map.noStreet")
            : t("map.noAirport", { code: model.problem.code })}
        </p>
      )}
      {model.layers.filter(({ feed, shown }) => shown !== null && feed.kind !== "current")
        .map(({ layer, feed }) => (
          <div>
            <b>{layerName(layer)}</b>
            <FeedState feed={feed} now={now} />
          </div>
        ))}
      <HourLinks query={query} now={now} />
      <MapMoves query={query} />
      <figure class="map-figure">
        <MapPicture model={model} label={t("map.picture", { where })} />
        {slider}
        <figcaption class="soft">
          <ThinnedText model={model} /> <a href="#stations">{t("map.stations")}</a>,{" "}
          <a href="#hazards">{t("map.hazards")}</a>
        </figcaption>
      </figure>
      <MapKey model={model} />
      <MapForm model={model} />
      <StationTable model={model} />
      <HazardTable model={model} />
      <Sources model={model} />
      {(model.offersStreet || query.street) && (
        <p>
          <a class="more" href={mapHref({ ...query, street: !query.street })}>
            {t(query.street ? "map.drawn" : "map.street")}
          </a>{" "}
          <small>{t("map.streetNotice")}</small>
        </p>
      )}
    </>
  );
}

/** The name of the view in words. */
export function placeName(model: MapModel): string {
  const { query: { view }, around } = model;
  return around === null || view.kind === "world"
    ? viewName(view, viewer())
    : t("map.around", { radius: view.radiusNm, code: around });
}

function ThinnedText({ model: { stations, total } }: { model: MapModel }) {
  if (total === 0) return <>{t("map.noStations")}</>;
  return (
    <>
      {stations.length < total
        ? t("map.thinned", { shown: stations.length, total })
        : t("map.all", { total })}
    </>
  );
}

function MapKey({ model }: { model: MapModel }) {
  const codes = [...new Set(model.hazards.map(({ code }) => code))];
  return (
    <details class="card">
      <summary>{t("map.key")}</summary>
      <ul class="key">
        {(["VFR", "MVFR", "IFR", "LIFR"] as const).map((category) => (
          <li>
            <CategoryBadge category={category} /> {STATE_LETTERS[category]}
          </li>
        ))}
      </ul>
      <p class="soft">{t("map.keyMarks")}</p>
      {codes.length > 0 && (
        <ul class="key">
          {codes.map((code) => (
            <li>
              <CodeTag code={code} /> {t(`hz.code.${code}`)}
            </li>
          ))}
        </ul>
      )}
    </details>
  );
}

function StationTable({ model }: { model: MapModel }) {
  const { stations, query } = model;
  return (
    <section class="card" id="stations" aria-labelledby="stations-title">
      <h2 id="stations-title">{t("map.stations")}</h2>
      <p class="soft">
        <ThinnedText model={model} />
      </p>
      {stations.length > 0 && (
        <details>
          <summary>{t("map.count", { count: stations.length })}</summary>
          <div class="scroll" tabindex={0} role="region" aria-labelledby="stations-title">
            <table class="stations">
              <thead>
                <tr>
                  <th scope="col">{t("map.station")}</th>
                  <th scope="col">{t("map.category")}</th>
                  <th scope="col">{t("map.why")}</th>
                  <th scope="col">{t(query.hour === 0 ? "map.age" : "map.issued")}</th>
                </tr>
              </thead>
              <tbody>
                {ordered(stations).map((station) => (
                  <StationRow station={station} hour={query.hour} now={model.now} />
                ))}
              </tbody>
            </table>
          </div>
        </details>
      )}
    </section>
  );
}

/** Worst first, as a pilot would want it read. */
function ordered(stations: readonly MapStation[]): MapStation[] {
  const order: StationState[] = ["LIFR", "IFR", "MVFR", "unknown", "VFR", "none"];
  return [...stations].sort((a, b) =>
    order.indexOf(a.state) - order.indexOf(b.state) || (a.id < b.id ? -1 : 1)
  );
}

function StationRow({ station, hour, now }: {
  station: MapStation;
  hour: number;
  now: number;
}) {
  const { id, name, state, stale, worst, reason, at } = station;
  const age = hour === 0 ? t("cmp.old", { age: ageWords(now - at) }) : timeWords(at, now);
  return (
    <tr>
      <th scope="row">
        <a href={`/${id}`}>{id}</a> <small>{name}</small>
      </th>
      <td>
        <StateText state={state} stale={stale} hour={hour} />
      </td>
      <td>
        {reason}
        {worst !== null && ` · ${t("map.atTimes", { category: stateText(worst, hour) })}`}
      </td>
      <td>{age}</td>
    </tr>
  );
}

function StateText(
  { state, stale, hour }: { state: StationState; stale: boolean; hour: number },
) {
  if (state === "none" || state === "unknown") return <>{stateText(state, hour)}</>;
  return <span class={stale ? "outline cat" : `cat ${state}`}>{state}</span>;
}

function stateText(state: StationState, hour: number): string {
  if (state === "none") return t(hour === 0 ? "map.state.none" : "map.state.noneForecast");
  return state === "unknown" ? t("map.state.unknown") : state satisfies Category;
}

function HazardTable({ model }: { model: MapModel }) {
  const { rows, layers, now } = model;
  const asked = layers.filter(({ layer, shown }) => layer !== "metar" && shown !== null);
  const silent = asked.filter(({ feed }) => feed.kind === "never");
  const drawn = rows.filter((row) => row.drawn);
  const undrawn = rows.length - drawn.length;
  return (
    <section class="card" id="hazards" aria-labelledby="hazards-title">
      <h2 id="hazards-title">{t("map.hazards")}</h2>
      {silent.map(({ layer, feed }) => (
        <>
          <b>{layerName(layer)}</b>
          <FeedState feed={feed} now={now} />
        </>
      ))}
      {drawn.length > 0 && (
        <details>
          <summary>{t("map.count", { count: drawn.length })}</summary>
          <ul class="list">
            {drawn.map(({ item }) => <HazardLine key={item.id} item={item} now={now} />)}
          </ul>
        </details>
      )}
      {drawn.length === 0 && silent.length < asked.length && <p>{t("map.noHazards")}</p>}
      {undrawn > 0 && <p class="soft">{t("map.notDrawn", { count: undrawn })}</p>}
      <p class="links">
        {(["sigmets", "gairmets", "cwas", "pireps"] as const).map((name) => (
          <a href={`/${name}`}>{t(`hz.${name}`)}</a>
        ))}
      </p>
    </section>
  );
}

function layerName(layer: Layer): string {
  return t(`map.layer.${layer}`);
}

function Sources({ model: { layers, now } }: { model: MapModel }) {
  return (
    <section class="card" aria-labelledby="sources">
      <h2 id="sources">{t("map.sources")}</h2>
      <ul class="feeds">
        {layers.map(({ layer, feed, shown }) => (
          <li>
            <b>{layerName(layer)}</b>{" "}
            <small>{shown === null ? t("map.off") : t("map.count", { count: shown })}</small>
            <FeedState feed={feed} now={now} />
          </li>
        ))}
      </ul>
    </section>
  );
}
