/**
 * Airports side by side: the same facts in the same order, each with its age and its raw report.
 *
 * @module
 */
import { zulu } from "../age.ts";
import { CategoryBadge, RuleBadge } from "../category.tsx";
import { Mark } from "../forecast.tsx";
import type { StripCell, StripMark } from "../station_model.ts";
import { ageWords } from "../time_words.ts";
import { t } from "../viewer.ts";
import {
  MOST_SIDES,
  SIDE_HOURS,
  type SideModel,
  type SidesModel,
  sidesPath,
} from "./compare_model.ts";

/** Everything below the header. */
export function ComparePage({ model }: { model: SidesModel }) {
  const { sides, unknown, leftOut } = model;
  const ids = sides.map(({ id }) => id);
  return (
    <>
      <div class="place">
        <h1>{t("cmp.heading")}</h1>
        <p class="soft">{t("cmp.share")}</p>
      </div>
      {unknown.length > 0 && (
        <p class="banner bad" role="note">{t("cmp.unknown", { codes: unknown.join(", ") })}</p>
      )}
      {leftOut.length > 0 && (
        <p class="banner" role="note">
          {t("cmp.tooMany", { most: MOST_SIDES, codes: leftOut.join(", ") })}
        </p>
      )}
      <div class="sides">
        {sides.map((side) => <Side key={side.id} side={side} ids={ids} now={model.now} />)}
      </div>
      <form class="filter" action={sidesPath(ids)}>
        <p>
          <label for="add">{t("cmp.add")}</label>
          <input
            id="add"
            name="add"
            maxLength={8}
            placeholder="KEWR"
            autocapitalize="characters"
            autocomplete="off"
            spellcheck={false}
          />
        </p>
        <button type="submit">{t("cmp.addButton")}</button>
      </form>
    </>
  );
}

function Side({ side, ids, now }: { side: SideModel; ids: readonly string[]; now: number }) {
  const { id, name, conditions } = side;
  const others = ids.filter((one) => one !== id);
  return (
    <section
      class="card side"
      aria-labelledby={`s-${id}`}
      data-freshness={conditions?.freshness}
    >
      <h2 id={`s-${id}`}>
        <a href={`/${id}`}>{id}</a> <small>{name}</small>
      </h2>
      {conditions === null
        ? (
          <p class="nodata">
            <span>{t("cmp.noMetar")}</span>
          </p>
        )
        : (
          <>
            <p class="why">
              {conditions.rule && (
                <>
                  <RuleBadge word={conditions.rule.word} />
                  {" "}
                </>
              )}
              <CategoryBadge category={conditions.category.category} />{" "}
              <small>{conditions.category.reason}</small>
            </p>
            <p class="age">
              <Old side={side} now={now} />
              {` · ${conditions.reportType} ${zulu(conditions.observedAt)}`}
              <span class="old">{t("cmp.notCurrent")}</span>
            </p>
            <dl>
              {side.items.map(({ label, value, details, absent }) => (
                <div class={absent ? "absent" : undefined}>
                  <dt>{label}</dt>
                  <dd>
                    <b>{value}</b>
                    {details.map((detail) => <small key={detail}>{detail}</small>)}
                  </dd>
                </div>
              ))}
            </dl>
          </>
        )}
      <div>
        <h3>{t("cmp.next", { hours: SIDE_HOURS })}</h3>
        <Next side={side} />
      </div>
      {conditions !== null && (
        <div>
          <p class="raw" lang="zxx" translate={false} role="group" aria-label={t("cmp.raw")}>
            {conditions.raw.text}
          </p>
          <p class="src">{conditions.source}</p>
        </div>
      )}
      {others.length > 0 && (
        <p class="noprint">
          <a class="more" href={sidesPath(others)}>{t("cmp.remove", { code: id })}</a>
        </p>
      )}
    </section>
  );
}

/** The age, marked so that the island can go on counting and the state goes with it. */
function Old({ side: { conditions }, now }: { side: SideModel; now: number }) {
  const { observedAt, changes, freshness } = conditions!;
  return (
    <b data-observed={observedAt} data-state={freshness} data-changes={changesText(changes)}>
      {t("cmp.old", { age: ageWords(now - observedAt) })}
    </b>
  );
}

/** `stale 1764000000000 notCurrent …`. */
function changesText(changes: readonly { readonly state: string; readonly at: number }[]): string {
  return changes.map(({ state, at }) => `${state} ${at}`).join(" ");
}

function Next({ side: { cells, unusable } }: { side: SideModel }) {
  if (cells === null || cells.length === 0) {
    return <p class="soft">{unusable ?? t("cmp.noTaf")}</p>;
  }
  return <ol class="strip">{cells.map((cell) => <Hour key={cell.at} cell={cell} />)}</ol>;
}

function Hour({ cell: { at, mark, worst } }: { cell: StripCell }) {
  return (
    <li>
      <span>
        <time>{String(new Date(at).getUTCHours()).padStart(2, "0")}</time>
        <Mark mark={mark} />
        {worst && <Mark mark={worst.mark} />}
        <span class="vh">
          {nameOf(mark)}
          {worst && ` ${t("cmp.atTimes", { category: nameOf(worst.mark), why: worst.why })}`}
        </span>
      </span>
    </li>
  );
}

function nameOf(mark: StripMark): string {
  return (mark.rules === "us" ? mark.category : mark.word) ?? "?";
}
