import type { SunTimes } from "../derive/sun.ts";
import { MINUTE_MS } from "../time/mod.ts";
import { dayText, localClock, zuluClock } from "./age.ts";
import type { TextKey } from "./text/mod.ts";
import { t, type Viewer } from "./viewer.ts";

/** One event of the sun. */
interface SunEvent {
  readonly name: TextKey;
  readonly utc: string;
  readonly local: string | null;
}

/** Light at the aerodrome, in words. */
export interface SunModel {
  readonly phase: TextKey;
  /** The local date, `24 Nov`. */
  readonly date: string;
  readonly events: readonly SunEvent[];
  /** Why events are missing, if any are. */
  readonly note: TextKey | null;
}

const PHASES = { day: "sun.day", civilTwilight: "sun.twilight", night: "sun.night" } as const;

/** Mean solar time runs four minutes ahead for each degree east: its date is the local one at noon. */
const MS_PER_DEGREE = 4 * MINUTE_MS;

/** The events of a solar day in UTC and in the aerodrome's own time. */
export function sunModel(
  sun: SunTimes,
  { longitude, timeZone }: { readonly longitude: number; readonly timeZone: string | null },
  v: Viewer,
): SunModel {
  const events = ([
    ["sun.dawn", sun.dawn],
    ["sun.sunrise", sun.sunrise],
    ["sun.sunset", sun.sunset],
    ["sun.dusk", sun.dusk],
  ] as const).flatMap(([name, at]) =>
    at === null ? [] : [{
      name,
      utc: zuluClock(at),
      local: localClock(at, timeZone, v.settings.clock),
    }]
  );
  return {
    phase: PHASES[sun.phase],
    date: dayText(sun.noon + longitude * MS_PER_DEGREE, v.months),
    events,
    note: sun.always === "up"
      ? "sun.allDay"
      : sun.always === "down"
      ? "sun.allNight"
      : sun.dusk === null
      ? "sun.noTwilightEnd"
      : null,
  };
}

/** Sunrise, sunset and civil twilight. */
export function SunCard({ model }: { model: SunModel }) {
  const hasLocal = model.events.some(({ local }) => local !== null);
  return (
    <section class="card" aria-labelledby="sun">
      <h2 id="sun">{t("sun.title")}</h2>
      <p class="nowonly">{t("sun.now", { phase: t(model.phase) })}</p>
      {model.events.length > 0 && (
        <div class="scroll" tabindex={0} role="region" aria-label={t("sun.title")}>
          <table>
            <caption>{t("sun.caption", { date: model.date })}</caption>
            <thead>
              <tr>
                <th scope="col">{t("sun.event")}</th>
                <th scope="col" class="n">{t("sun.utc")}</th>
                {hasLocal && <th scope="col" class="n">{t("sun.localTime")}</th>}
              </tr>
            </thead>
            <tbody>
              {model.events.map(({ name, utc, local }) => (
                <tr>
                  <th scope="row">{t(name)}</th>
                  <td class="n">{utc}</td>
                  {hasLocal && <td class="n">{local}</td>}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {model.note && <p>{t(model.note)}</p>}
      <p class="soft">{t("sun.computed")}</p>
    </section>
  );
}
