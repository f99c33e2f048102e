import { Head } from "fresh/runtime";
import { CategoryKey } from "../lib/view/category.tsx";
import { FeedTable } from "../lib/view/feed_table.tsx";
import type { TextKey } from "../lib/view/text/mod.ts";
import { t } from "../lib/view/viewer.ts";
import { define } from "../utils.ts";

const RELY = ["raw", "group", "listed", "missing", "age", "last"] as const;
const NOT = ["true", "complete", "notam", "computed", "minima"] as const;

/** State, limits in minutes of hourly and of faster stations, and how it is shown. */
const AGES: readonly (readonly [TextKey, TextKey, number, number, TextKey])[] = [
  ["about.old.current", "about.old.upTo", 75, 45, "about.old.asIs"],
  ["about.old.ageing", "about.old.upTo", 120, 75, "about.old.highlighted"],
  ["about.old.stale", "about.old.upTo", 180, 120, "about.old.outline"],
  ["about.old.notCurrent", "about.old.over", 180, 120, "about.old.last"],
];

/** What the service vouches for, what it does not, and how its feeds are doing now. */
export default define.page(({ state: { reports } }) => (
  <div class="prose">
    <Head>
      <title>{t("app.vouches")}</title>
    </Head>
    <h1>{t("app.vouches")}</h1>
    <p>{t("about.lead")}</p>
    <h2>{t("about.rely")}</h2>
    <ul>{RELY.map((point) => <li key={point}>{t(`about.rely.${point}`)}</li>)}</ul>
    <h2>{t("about.not")}</h2>
    <ul>{NOT.map((point) => <li key={point}>{t(`about.not.${point}`)}</li>)}</ul>
    <h2>{t("about.old")}</h2>
    <div class="scroll" tabindex={0} role="region" aria-label={t("about.old.label")}>
      <table>
        <caption>{t("about.old.caption")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("about.old.state")}</th>
            <th scope="col">{t("about.old.hourly")}</th>
            <th scope="col">{t("about.old.faster")}</th>
            <th scope="col">{t("about.old.shown")}</th>
          </tr>
        </thead>
        <tbody>
          {AGES.map(([state, limit, hourly, faster, shown]) => (
            <tr key={state}>
              <th scope="row">{t(state)}</th>
              <td>{t(limit, { minutes: hourly })}</td>
              <td>{t(limit, { minutes: faster })}</td>
              <td>{t(shown)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
    <h2>{t("about.categories")}</h2>
    <CategoryKey />
    <h2>{t("about.feeds")}</h2>
    <FeedTable
      label={t("about.feeds.label")}
      now={reports.now()}
      feeds={reports.world.feeds().map((feed) => ({
        ...feed,
        name: feed.product,
        state: t(feed.error === null ? "about.feeds.ok" : "about.feeds.silent"),
      }))}
    />
  </div>
));
