/**
 * The sources of reports as a table: when each last answered, and how it is doing.
 *
 * @module
 */
import { zuluNear } from "./age.ts";
import { grouped } from "./quantities.ts";
import { t, viewer } from "./viewer.ts";

/** A source of reports. */
export interface FeedRow {
  readonly name: string;
  readonly provider: string;
  /** Last accepted answer, milliseconds since the epoch. */
  readonly succeededAt: number | null;
  /** Reports in it. */
  readonly count: number;
  /** How it is doing, in words. */
  readonly state: string;
}

/** The table; `label` names it for those who do not see it. */
export function FeedTable(
  { label, feeds, now }: {
    readonly label: string;
    readonly feeds: readonly FeedRow[];
    readonly now: number;
  },
) {
  return (
    <div class="scroll" tabindex={0} role="region" aria-label={label}>
      <table>
        <caption>{t("about.feeds.caption", { time: zuluNear(now, now) })}</caption>
        <thead>
          <tr>
            <th scope="col">{t("about.feeds.product")}</th>
            <th scope="col">{t("about.feeds.source")}</th>
            <th scope="col">{t("about.feeds.accepted")}</th>
            <th scope="col" class="n">{t("about.feeds.reports")}</th>
            <th scope="col">{t("about.old.state")}</th>
          </tr>
        </thead>
        <tbody>
          {feeds.map((feed) => (
            <tr>
              <th scope="row">{feed.name}</th>
              <td>{feed.provider}</td>
              <td>
                {feed.succeededAt === null
                  ? t("about.feeds.never")
                  : zuluNear(feed.succeededAt, now, viewer().months)}
              </td>
              <td class="n">{grouped(feed.count, viewer())}</td>
              <td>{feed.state}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
