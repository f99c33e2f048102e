/**
 * A list of hazards with its filter and its map. Nothing received, nothing in the list and nothing that
 * matches look different and say so.
 *
 * @module
 */
import type { ComponentChildren } from "preact";
import { PATHS } from "../map/draw.ts";
import { HazardPicture } from "../map/map_svg.tsx";
import { REGIONS } from "../map/view.ts";
import { ageWords, timeWords } from "../time_words.ts";
import { t, viewer } from "../viewer.ts";
import { FeedState, feedText, providerName } from "./feed_state.tsx";
import { hazardHref } from "./filter.ts";
import { HazardCard } from "./hazard_card.tsx";
import { HazardLine } from "./hazard_line.tsx";
import type { ListedProduct } from "./item.ts";
import type { EndedItem, HazardListModel } from "./list_model.ts";
import { hazardWords } from "./words.ts";

const NAMES: Readonly<Record<ListedProduct, "sigmets" | "gairmets" | "cwas" | "pireps">> = {
  sigmet: "sigmets",
  gairmet: "gairmets",
  cwa: "cwas",
  pirep: "pireps",
};

/** The title of a list. */
export function listTitle(product: ListedProduct): string {
  return t(`hz.${NAMES[product]}`);
}

/** Everything below the header. `tools` is the place of the island that lights groups. */
export function HazardPage({ model, tools }: {
  model: HazardListModel;
  tools: ComponentChildren;
}) {
  const { product, feed, now, shown, unplaced } = model;
  return (
    <>
      <div class="place">
        <h1>{listTitle(product)}</h1>
        <p class="soft">{t(`hz.lead.${NAMES[product]}`)}</p>
      </div>
      <nav class="chips" aria-label={t("hz.others")}>
        {(Object.keys(NAMES) as ListedProduct[]).map((one) => (
          <a href={PATHS[one]} aria-current={one === product ? "page" : undefined}>
            {listTitle(one)}
          </a>
        ))}
        <a href="/map">{t("map.title")}</a>
      </nav>
      {(feed.kind !== "never" || model.total > 0) && <FeedState feed={feed} now={now} />}
      <Problems model={model} />
      {model.total > 0 && <Filter model={model} />}
      {model.drawn.length > 0 && (
        <figure class="map-figure">
          <HazardPicture model={model} label={listTitle(product)} />
          {model.drawnAt !== null && (
            <figcaption class="soft">
              {t("hz.mapAt", { time: timeWords(model.drawnAt, now) })}
            </figcaption>
          )}
        </figure>
      )}
      <Verdict model={model} />
      {shown.length > 0 && tools}
      {shown.map((item, index) => <HazardCard key={item.id} item={item} index={index} now={now} />)}
      <Pages model={model} />
      <Ended model={model} />
      {unplaced.length > 0 && (
        <details class="card">
          <summary>{t("hz.unplaced", { count: unplaced.length })}</summary>
          <ul class="list">
            {unplaced.map((item) => <HazardLine key={item.id} item={item} now={now} />)}
          </ul>
        </details>
      )}
    </>
  );
}

function Problems({ model: { problems, unknownAirport } }: { model: HazardListModel }) {
  return (
    <>
      {unknownAirport !== null && (
        <p class="banner bad" role="note">{t("hz.noAirport", { code: unknownAirport })}</p>
      )}
      {problems.length > 0 && (
        <p class="banner bad" role="note">
          {t("hz.problems", { what: problems.map((one) => t(`hz.problem.${one}`)).join(", ") })}
        </p>
      )}
    </>
  );
}

/** How many, or what it means that there are none. */
function Verdict({ model }: { model: HazardListModel }) {
  const { feed, total, found, now, query } = model;
  if (feed.kind === "never" && total === 0) {
    return (
      <section class="nodata" aria-labelledby="verdict">
        <h2 id="verdict">
          <b aria-hidden="true">?</b>
          <span>{t("hz.notAvailable")}</span>
        </h2>
        <p>
          <span>{`${t("feed.never")} ${t("feed.neverMeans")}`}</span>
        </p>
      </section>
    );
  }
  if (found > 0) {
    return (
      <h2>
        {found === total
          ? t("hz.total", { count: total })
          : t("hz.foundOf", { count: found, total })}
      </h2>
    );
  }
  if (feed.kind !== "current" && total === 0) {
    return (
      <p class="nodata">
        <b aria-hidden="true">?</b>
        <span>{feed.kind === "partial" ? feedText(feed, now) : t("hz.noneOld")}</span>
      </p>
    );
  }
  if (total > 0) {
    return (
      <div class="nothing">
        <b>{query.one === "" ? t("hz.none") : t("hz.gone")}</b> {t("hz.noneFound", { total })}{" "}
        <a class="more" href={PATHS[model.product]}>{t("hz.clear")}</a>
      </div>
    );
  }
  if (feed.kind === "never") return null;
  return (
    <div class="nothing">
      <b>{t("hz.none")}</b> {t("hz.noneText", {
        provider: providerName(feed),
        time: timeWords(feed.receivedAt, now),
        age: ageWords(feed.ageMs),
      })}
    </div>
  );
}

function Filter({ model }: { model: HazardListModel }) {
  const { query, product, codes } = model;
  const isFiltered = hazardHref("", query) !== "";
  return (
    <details class="card" open={isFiltered && query.one === ""}>
      <summary>{t("hz.filter")}</summary>
      <form class="filter" action={PATHS[product]}>
        <Field id="near" label={t("hz.near")} value={query.near} placeholder="KJFK" />
        <Field id="within" label={t("hz.within")} value={String(query.withinNm)} short />
        <p>
          <label for="region">{t("hz.region")}</label>
          <select id="region" name="region">
            <option value="">{t("hz.everywhere")}</option>
            {REGIONS.map(({ id }) => (
              <option value={id} selected={id === query.region}>{t(`region.${id}`)}</option>
            ))}
          </select>
        </p>
        {product !== "gairmet" && (
          <Field id="fir" label={t("hz.fir")} value={query.fir} placeholder="EGTT" />
        )}
        <Field id="from" label={t("hz.from")} value={levelText(query.from)} placeholder="0" short />
        <Field id="to" label={t("hz.to")} value={levelText(query.to)} placeholder="450" short />
        {product !== "pirep" && <TimeField hour={query.hour} />}
        <p>
          <label for="kind">{t("hz.kind")}</label>
          <select id="kind" name="kind">
            <option value="">{t("hz.anyKind")}</option>
            {codes.map((code) => (
              <option value={code} selected={code === query.code}>
                {`${code}: ${t(`hz.code.${code}`)}`}
              </option>
            ))}
          </select>
        </p>
        <button type="submit">{t("hz.apply")}</button>
        {isFiltered && <a class="more" href={PATHS[product]}>{t("hz.clear")}</a>}
      </form>
    </details>
  );
}

/** Told, so that nobody looks for them in vain. */
function Ended({ model: { ended, query } }: { model: HazardListModel }) {
  if (ended.length === 0 || query.one !== "") return null;
  return (
    <details class="card">
      <summary>{t("hz.ended", { count: ended.length })}</summary>
      <ul class="list">
        {ended.map((one) => <EndedLine key={one.item.id} ended={one} />)}
      </ul>
    </details>
  );
}

function EndedLine({ ended: { item, kind, by } }: { ended: EndedItem }) {
  const { title, where } = hazardWords(item, viewer());
  return (
    <li>
      <p>
        <b>{t(`hz.ended.${kind}`)}</b>: {title} · {where}
      </p>
      <p class="raw" lang="zxx" translate={false}>{item.held.raw.text}</p>
      <p class="soft">{t("hz.endedBy")}</p>
      <p class="raw" lang="zxx" translate={false}>{by}</p>
    </li>
  );
}

function levelText(level: number | null): string {
  return level === null ? "" : String(level);
}

function Field({ id, label, value, placeholder, short = false }: {
  id: string;
  label: string;
  value: string;
  placeholder?: string;
  short?: boolean;
}) {
  return (
    <p>
      <label for={id}>{label}</label>
      <input
        id={id}
        name={id}
        value={value}
        placeholder={placeholder}
        maxLength={30}
        class={short ? "short" : undefined}
        autocomplete="off"
        spellcheck={false}
      />
    </p>
  );
}

const HOURS = [0, 1, 2, 3, 4, 6, 9, 12, 18, 24];

function TimeField({ hour }: { hour: number | null }) {
  const hours = hour === null || HOURS.includes(hour) ? HOURS : [...HOURS, hour];
  return (
    <p>
      <label for="at">{t("hz.time")}</label>
      <select id="at" name="at">
        <option value="">{t("hz.anyTime")}</option>
        {hours.map((one) => (
          <option value={String(one)} selected={one === hour}>
            {one === 0 ? t("hz.nowOnly") : t("map.inHours", { hours: one })}
          </option>
        ))}
      </select>
    </p>
  );
}

function Pages({ model: { query, pages, product } }: { model: HazardListModel }) {
  if (pages < 2) return null;
  const href = (page: number) => hazardHref(PATHS[product], query, { page });
  return (
    <nav class="pages" aria-label={t("hz.pages", { page: query.page, pages })}>
      {query.page > 1 && <a class="more" href={href(query.page - 1)}>← {t("hz.before")}</a>}
      <span>{t("hz.pages", { page: query.page, pages })}</span>
      {query.page < pages && <a class="more" href={href(query.page + 1)}>{t("hz.after")} →</a>}
    </nav>
  );
}
