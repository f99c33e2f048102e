/**
 * What moves and filters the map: links and one form, each of them an address.
 *
 * @module
 */
import { HOUR_MS } from "../../time/mod.ts";
import { timeWords } from "../time_words.ts";
import { t } from "../viewer.ts";
import {
  LAYERS,
  type MapModel,
  type MapQuery,
  STATION_STATES,
  type StationState,
} from "./map_model.ts";
import { mapHref } from "./query.ts";
import { moved, paramsOfView, REGIONS, zoomedIn, zoomedOut } from "./view.ts";

/** Hours offered as links; the form takes every hour between. */
const LINKED_HOURS = [0, 1, 2, 3, 6, 9, 12, 18, 24];
/** Last hour of the slider. */
export const LAST_HOUR = 30;

/** Now, and hours of the forecast. */
export function HourLinks({ query, now }: { query: MapQuery; now: number }) {
  const hours = LINKED_HOURS.includes(query.hour)
    ? LINKED_HOURS
    : [...LINKED_HOURS, query.hour].sort((a, b) => a - b);
  return (
    <nav class="hours" aria-label={t("map.when")}>
      {hours.map((hour) => (
        <a
          href={mapHref({ ...query, hour })}
          aria-current={hour === query.hour ? "true" : undefined}
        >
          {hour === 0 ? t("map.now") : (
            <>
              {t("map.inHours", { hours: hour })}
              <small>{timeWords(hourAt(now, hour), now)}</small>
            </>
          )}
        </a>
      ))}
    </nav>
  );
}

/** The start of the hour that lies `hour` hours ahead; for 0, now. */
export function hourAt(now: number, hour: number): number {
  return hour === 0 ? now : Math.floor(now / HOUR_MS) * HOUR_MS + hour * HOUR_MS;
}

/** Closer, farther, and to the sides; regions from the world. */
export function MapMoves({ query }: { query: MapQuery }) {
  const { view } = query;
  const href = (to: MapQuery["view"]) => mapHref({ ...query, view: to });
  if (view.kind === "world") {
    return (
      <nav class="chips" aria-label={t("map.where")}>
        {REGIONS.map(({ id, view }) => <a key={id} href={href(view)}>{t(`region.${id}`)}</a>)}
      </nav>
    );
  }
  const closer = zoomedIn(view);
  const farther = zoomedOut(view);
  return (
    <nav class="chips" aria-label={t("map.move")}>
      {closer !== null && <a href={href(closer)}>+ {t("map.zoomIn")}</a>}
      {farther !== null && <a href={href(farther)}>− {t("map.zoomOut")}</a>}
      <a href={href(moved(view, "W"))}>← {t("map.west")}</a>
      <a href={href(moved(view, "N"))}>↑ {t("map.north")}</a>
      <a href={href(moved(view, "S"))}>↓ {t("map.south")}</a>
      <a href={href(moved(view, "E"))}>→ {t("map.east")}</a>
      <a href={href({ kind: "world" })}>{t("map.world")}</a>
    </nav>
  );
}

/** Where, when and what, in one form that works by its address. */
export function MapForm({ model: { query } }: { model: MapModel }) {
  const own = paramsOfView(query.view);
  const isRegion = own[0]?.[0] === "region";
  const isOwn = own.length > 0 && !isRegion;
  return (
    <details class="card">
      <summary>{t("map.choose")}</summary>
      <form class="filter" action="/map">
        <input type="hidden" name="f" value="1" />
        {isOwn &&
          own.map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />)}
        <p>
          <label for="region">{t("map.where")}</label>
          <select id="region" name="region">
            {isOwn && <option value="" selected>{t("map.thisView")}</option>}
            <option value="world" selected={own.length === 0}>{t("map.world")}</option>
            {REGIONS.map(({ id }) => (
              <option value={id} selected={isRegion && own[0]![1] === id}>
                {t(`region.${id}`)}
              </option>
            ))}
          </select>
        </p>
        <p>
          <label for="near">{t("map.near")}</label>
          <input id="near" name="near" maxLength={8} size={8} placeholder="KJFK" />
        </p>
        <p>
          <label for="at">{t("map.hours")}</label>
          <input
            id="at"
            name="at"
            type="number"
            min={0}
            max={LAST_HOUR}
            value={String(query.hour)}
          />
        </p>
        <Choices
          name="l"
          legend={t("map.layers")}
          all={LAYERS}
          chosen={query.layers}
          label={(layer) => t(`map.layer.${layer}`)}
        />
        <Choices
          name="c"
          legend={t("map.categories")}
          all={STATION_STATES}
          chosen={query.states}
          label={stateLabel}
        />
        <button type="submit">{t("map.show")}</button>
      </form>
    </details>
  );
}

function stateLabel(state: StationState): string {
  return state === "unknown" || state === "none" ? t(`map.state.${state}`) : state;
}

function Choices<T extends string>({ name, legend, all, chosen, label }: {
  name: string;
  legend: string;
  all: readonly T[];
  chosen: ReadonlySet<T>;
  label: (one: T) => string;
}) {
  return (
    <fieldset>
      <legend>{legend}</legend>
      {all.map((one) => (
        <label class="choice">
          <input type="checkbox" name={name} value={one} checked={chosen.has(one)} /> {label(one)}
        </label>
      ))}
    </fieldset>
  );
}
