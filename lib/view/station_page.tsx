/**
 * The station page below its header: in the order in which pilots read.
 *
 * @module
 */
import type { ComponentChildren } from "preact";
import { CategoryBadge } from "./category.tsx";
import { Conditions, Hero, Items, RawCard, RawText } from "./conditions.tsx";
import { ForecastPeriods, ForecastStrip } from "./forecast.tsx";
import { ForecastState } from "./forecast_state.tsx";
import { type Keep, makeAnew } from "./html/kept.ts";
import { Meanings } from "./meanings.tsx";
import { MinimaCard } from "./minima.tsx";
import { NearbyHazardsCard } from "./nearby_hazards.tsx";
import { Runways } from "./runways.tsx";
import { SummaryCard } from "./summary.tsx";
import { SunCard } from "./sun.tsx";
import type {
  ConditionsModel,
  ForecastModel,
  Latest,
  NeighbourModel,
  StationModel,
} from "./station_model.ts";
import { t } from "./viewer.ts";

/** The whole page. `age` and `tools` are the islands' places: the page is complete without script. */
export function StationPage({ model, age, tools, trend, keep = makeAnew }: {
  model: StationModel;
  /** Gives what was kept from the minute before. */
  keep?: Keep;
  /** The last day, where it is known. */
  trend?: ComponentChildren;
  age: ComponentChildren;
  tools: ComponentChildren;
}) {
  const { latest, from } = model;
  return (
    <>
      <div class="place">
        <h1>
          <span class="id">{model.id}</span> {model.name}
        </h1>
        <p class="soft">
          {model.facts.join(" · ")}
          {model.local && (
            <span class="nowonly">{` · ${t("station.local", { time: model.local })}`}</span>
          )}
        </p>
        <p class="banner offl" role="note">{t("news.offline")}</p>
      </div>
      {model.banners.map((banner) => (
        <p class={banner.bad ? "banner bad nowonly" : "banner nowonly"} role="note">
          {banner.text}
        </p>
      ))}
      <div class="two">
        <div>
          {latest
            ? (
              <Conditions
                latest={latest}
                hero={keep(
                  "hero",
                  from.metar,
                  () => <Hero model={model.conditions!} freshness={latest.freshness} />,
                )}
                items={keep("items", from.metar, () => <Items model={model.conditions!} />)}
                age={age}
              />
            )
            : <NoReport model={model} />}
          {model.minima.length > 0 && <MinimaCard situations={model.minima} />}
        </div>
        {model.hasForecast && (
          <div class="strip-box">
            {keep(
              "strip",
              [...from.taf, ...from.hours],
              () => (
                <ForecastStrip model={model.forecast!}>
                  {model.at && <ForecastState id={model.id} model={model.at} />}
                </ForecastStrip>
              ),
            )}
          </div>
        )}
        <div class="aside">
          {latest && <RawMetar model={model} latest={latest} keep={keep} tools={tools} />}
          {keep(
            "runways",
            from.metar,
            () => <Runways model={model.runways} densityAltitude={model.densityAltitude} />,
          )}
        </div>
        {model.hasForecast
          ? (
            <div class="full">
              {keep("taf", from.taf, () => <RawTaf forecast={model.forecast!} />)}
            </div>
          )
          : (
            <p class="soft full">
              {t("station.noTaf", { id: model.id })}
            </p>
          )}
        <div class="near">
          {keep("summary", from.summary, () => <SummaryCard model={model.summary} />)}
          {trend}
          {latest && <Neighbours title={t("station.nearest")} list={model.neighbours} />}
          {model.sun && <SunCard model={model.sun} />}
        </div>
        {model.hazards && (
          <div class="haz">
            <NearbyHazardsCard model={model.hazards} />
          </div>
        )}
      </div>
      <p class="noprint soft">
        <a href={`/${model.id}/history`}>{t("history.link")}</a>. {t("station.textOnly")}{" "}
        <a href={`/${model.id}.txt`}>{`/${model.id}.txt`}</a>. {t("station.computed")}
      </p>
    </>
  );
}

/** The METAR as received, with what its remarks mean. */
function RawMetar({ model, latest, keep, tools }: {
  model: StationModel;
  latest: Latest;
  keep: Keep;
  tools: ComponentChildren;
}) {
  const title = t("station.raw", { type: latest.reportType });
  const { metar } = model.from;
  return (
    <RawCard
      title={title}
      raw={keep(
        "raw",
        metar,
        () => <RawText title={title} prefix="t" raw={model.conditions!.raw} />,
      )}
    >
      {tools}
      {keep("meanings", metar, () => <Explained conditions={model.conditions!} />)}
    </RawCard>
  );
}

function Explained({ conditions: { text, remarks } }: { conditions: ConditionsModel }) {
  return (
    <>
      <Explain raw={text} />
      {remarks.length > 0 && (
        <>
          <h3>{t("station.remarks")}</h3>
          <Meanings meanings={remarks} prefix="t" />
        </>
      )}
    </>
  );
}

/** The TAF as received, with its periods in words. */
function RawTaf({ forecast }: { forecast: ForecastModel }) {
  const title = t("station.rawTaf");
  return (
    <RawCard title={title} raw={<RawText title={title} prefix="f" raw={forecast.raw} />}>
      <ForecastPeriods periods={forecast.periods} />
      <p class="src">{forecast.source}</p>
    </RawCard>
  );
}

/** Longest address of an explanation; the form takes longer reports. */
const MAX_QUERY = 1500;

function Explain({ raw }: { raw: string }) {
  const query = encodeURIComponent(raw.trim()).replace(/%20/g, "+");
  if (query.length > MAX_QUERY) return null;
  return (
    <p class="noprint">
      <a class="more" href={`/decode?report=${query}`}>{t("station.explain")}</a>
    </p>
  );
}

function NoReport({ model }: { model: StationModel }) {
  return (
    <section class="card" aria-label={t("station.observation")}>
      <h2>{t("station.noReport", { id: model.id })}</h2>
      <p>{t("station.noReportText", { name: model.name })}</p>
      <NeighbourList list={model.neighbours} />
    </section>
  );
}

function Neighbours({ title, list }: { title: string; list: readonly NeighbourModel[] }) {
  return (
    <section class="card">
      <h2>{title}</h2>
      <NeighbourList list={list} />
    </section>
  );
}

/** Other stations, nearest first, each with its category, age and how far it is. */
export function NeighbourList({ list }: { list: readonly NeighbourModel[] }) {
  if (list.length === 0) return <p>{t("nearby.nobody")}</p>;
  return (
    <ul class="list">
      {list.map((neighbour) => (
        <li>
          <a class="go" href={`/${neighbour.id}`}>
            <b>{neighbour.id}</b>
            <span>
              {neighbour.name}
              <br />
              <small>
                {`${neighbour.where} · ${neighbour.category.reason}`}
                <span class="nowonly">{` · ${neighbour.age}`}</span>
              </small>
            </span>
            <CategoryBadge category={neighbour.category.category} outline={neighbour.stale} />
          </a>
        </li>
      ))}
    </ul>
  );
}
