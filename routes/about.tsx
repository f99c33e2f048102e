import { Head } from "fresh/runtime";
import { CategoryKey } from "../lib/view/category.tsx";
import { zuluNear } from "../lib/view/age.ts";
import { define } from "../utils.ts";

/** What the service vouches for, what it does not, and how its feeds are doing now. */
export default define.page(({ state: { reports } }) => (
  <div class="prose">
    <Head>
      <title>What this service vouches for</title>
    </Head>
    <h1>What this service vouches for</h1>
    <p>
      It shows METAR, SPECI and TAF as the stations sent them and, beside them, what they mean. It
      is not an official source and not a briefing.
    </p>
    <h2>What you can rely on</h2>
    <ul>
      <li>
        The raw report is kept and shown verbatim. If a decoded value differs, the raw report is
        right.
      </li>
      <li>Each decoded value names the group that it was read from.</li>
      <li>What the decoder did not understand is listed, never dropped.</li>
      <li>
        A missing or damaged value is shown as missing: never as zero, calm, clear or VFR. When half
        of a report is missing, the flight category is worked out from the rest only if the rest is
        not VFR.
      </li>
      <li>Each report shows its age, by the server's clock, and where and when it was received.</li>
      <li>When a source fails, the last good report stays, with its true age and a notice.</li>
    </ul>
    <h2>What it does not vouch for</h2>
    <ul>
      <li>That a report is true: it repeats what stations and their providers send.</li>
      <li>That it is complete: no report does not mean no weather.</li>
      <li>
        NOTAMs, TFRs and ATC delays are not part of this service: get them from your flight-service
        provider.
      </li>
      <li>
        Computed values (dry air, true directions) are no replacement for your aircraft's handbook.
        The runway in use comes from ATC or ATIS.
      </li>
      <li>
        Flight categories are not legal minima: those depend on airspace, altitude and time of day.
      </li>
    </ul>
    <h2>How old is too old</h2>
    <div class="scroll" tabindex={0} role="region" aria-label="Limits of age">
      <table>
        <caption>Minutes since the observation</caption>
        <thead>
          <tr>
            <th scope="col">State</th>
            <th scope="col">Hourly station</th>
            <th scope="col">Half-hourly or faster</th>
            <th scope="col">Shown as</th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">Current</th>
            <td>up to 75</td>
            <td>up to 45</td>
            <td>as it is</td>
          </tr>
          <tr>
            <th scope="row">Ageing</th>
            <td>up to 120</td>
            <td>up to 75</td>
            <td>age highlighted</td>
          </tr>
          <tr>
            <th scope="row">Stale</th>
            <td>up to 180</td>
            <td>up to 120</td>
            <td>notice, category as outline</td>
          </tr>
          <tr>
            <th scope="row">Not current</th>
            <td>over 180</td>
            <td>over 120</td>
            <td>last report, no category</td>
          </tr>
        </tbody>
      </table>
    </div>
    <h2>Flight categories</h2>
    <CategoryKey />
    <h2>Feeds now</h2>
    <div class="scroll" tabindex={0} role="region" aria-label="Feeds">
      <table>
        <caption>At {zuluNear(reports.now(), reports.now())}</caption>
        <thead>
          <tr>
            <th scope="col">Product</th>
            <th scope="col">Source</th>
            <th scope="col">Last accepted</th>
            <th scope="col" class="n">Reports</th>
            <th scope="col">State</th>
          </tr>
        </thead>
        <tbody>
          {reports.world.feeds().map((feed) => (
            <tr>
              <th scope="row">{feed.product}</th>
              <td>{feed.provider}</td>
              <td>
                {feed.succeededAt === null ? "never" : zuluNear(feed.succeededAt, reports.now())}
              </td>
              <td class="n">{feed.count.toLocaleString("en")}</td>
              <td>{feed.error === null ? "ok" : "not answering"}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  </div>
));
