/**
 * How the service is and was, for anybody.
 *
 * @module
 */
import { FeedTable } from "../feed_table.tsx";
import { grouped } from "../quantities.ts";
import type { TextKey } from "../text/mod.ts";
import { t, viewer } from "../viewer.ts";
import { type DayBar, UptimeBar } from "./uptime_bar.tsx";

/** A source of reports. Instants in milliseconds since the epoch. */
export interface SourceRow {
  readonly key: string;
  readonly provider: string;
  readonly state: "inTime" | "late" | "never";
  readonly succeededAt: number | null;
  readonly count: number;
}

/** What the page shows. Shares from 0 to 1, `null` where there is nothing to say. */
export interface StatusModel {
  readonly now: number;
  readonly state: "up" | "late" | "starting";
  readonly feeds: readonly SourceRow[];
  readonly completeness: number | null;
  readonly delay: {
    readonly medianMs: number;
    readonly p95Ms: number;
    readonly reports: number;
  } | null;
  /** Oldest first. */
  readonly days: readonly DayBar[];
  /** Share of minutes answered, by the days looked back. */
  readonly uptimes: readonly { readonly days: number; readonly share: number | null }[];
}

/** The page. */
export function StatusPage({ model }: { readonly model: StatusModel }) {
  return (
    <div class="prose">
      <h1>{t("status.title")}</h1>
      <p>
        <strong>{t(`status.${model.state}`)}</strong>
      </p>
      <p>{t("status.lead")}</p>
      <h2>{t("status.uptime")}</h2>
      <Uptime model={model} />
      <h2>{t("status.sources")}</h2>
      <FeedTable
        label={t("status.sources")}
        now={model.now}
        feeds={model.feeds.map((feed) => ({
          ...feed,
          name: feed.key,
          state: t(`status.source.${feed.state}`),
        }))}
      />
      <h2>{t("status.world")}</h2>
      <p>{completenessText(model.completeness)}</p>
      <p>{delayText(model.delay)}</p>
      <p>
        <a href="/api/v1/feeds">{t("status.feeds")}</a>
      </p>
    </div>
  );
}

function Uptime({ model: { days, uptimes } }: { readonly model: StatusModel }) {
  const measured = days.filter((day) => day.state !== "unmeasured");
  if (measured.length === 0) return <p>{t("status.uptime.none")}</p>;
  return (
    <>
      <UptimeBar days={days} />
      <ul>
        {uptimes.map(({ days, share }) =>
          share === null
            ? null
            : <li key={days}>{t("status.uptime.of", { percent: percentText(share), days })}</li>
        )}
      </ul>
      <p>
        {t("status.uptime.since", { day: measured[0]!.day })} {t("status.uptime.rule")}
      </p>
      <details>
        <summary>{t("status.table")}</summary>
        <table>
          <thead>
            <tr>
              <th scope="col">{t("status.day")}</th>
              <th scope="col">{t("status.day.state")}</th>
              <th scope="col" class="n">{t("status.day.up")}</th>
              <th scope="col" class="n">{t("status.day.inTime")}</th>
            </tr>
          </thead>
          <tbody>{measured.toReversed().map((day) => <DayRow key={day.day} day={day} />)}</tbody>
        </table>
      </details>
    </>
  );
}

function DayRow({ day }: { readonly day: DayBar }) {
  const all = grouped(day.minutes, viewer());
  return (
    <tr>
      <th scope="row">{day.day}</th>
      <td>{t(DAY_WORDS[day.state])}</td>
      <td class="n">{t("status.minutes", { count: grouped(day.upMinutes, viewer()), all })}</td>
      <td class="n">{t("status.minutes", { count: grouped(day.inTimeMinutes, viewer()), all })}</td>
    </tr>
  );
}

const DAY_WORDS: Readonly<Record<DayBar["state"], TextKey>> = {
  unmeasured: "status.day.unmeasured",
  up: "status.day.good",
  late: "status.day.late",
  partly: "status.day.partly",
  down: "status.day.down",
};

function completenessText(share: number | null): string {
  return share === null
    ? t("status.completeness.none")
    : t("status.completeness", { percent: percentText(share) });
}

function delayText(delay: StatusModel["delay"]): string {
  if (delay === null) return t("status.delay.none");
  const minutes = (ms: number) => String(Math.ceil(ms / 60_000));
  const { medianMs, p95Ms, reports } = delay;
  return t("status.delay", {
    median: minutes(medianMs),
    p95: minutes(p95Ms),
    reports: grouped(reports, viewer()),
  });
}

/** Rounded down, so that 100 % means all: `99.95 %`. */
export function percentText(share: number): string {
  return `${Math.floor(share * 10_000) / 100} %`;
}
