/**
 * Runways against the wind: a picture and a table. Directions are true, as in the report.
 *
 * @module
 */
import { capital } from "./elements.ts";
import { bearingText } from "./quantities.ts";
import type { RunwayRow, RunwaysModel } from "./station_model.ts";
import { t } from "./viewer.ts";

/** Table of head and crosswind for each runway direction; says why where there is none. */
export function Runways({ model, densityAltitude }: {
  model: RunwaysModel;
  densityAltitude: string | null;
}) {
  const hasGust = model.rows.some(({ gust }) => gust !== null);
  return (
    <section class="card" aria-labelledby="rwy">
      <h2 id="rwy">{t("runways.title")}</h2>
      {model.rose && <WindRose rose={model.rose} />}
      {model.rows.length > 0 && (
        <div class="scroll" tabindex={0} role="region" aria-label={t("runways.table")}>
          <table>
            <caption>{t("runways.caption")}</caption>
            <thead>
              <tr>
                <th scope="col">{t("runways.runway")}</th>
                <th scope="col" class="n">{t("runways.head")}</th>
                <th scope="col" class="n">{t("runways.cross")}</th>
                {hasGust && <th scope="col" class="n">{t("runways.gust")}</th>}
                <th scope="col" class="n">{t("runways.worst")}</th>
                <th scope="col" class="n">{t("runways.length")}</th>
              </tr>
            </thead>
            <tbody>
              {model.rows.map((row) => (
                <tr class={row.best ? "best" : undefined}>
                  <th scope="row" class="rw-names">
                    {row.designator}
                    {headingTexts(row).map((text) => <small key={text}>{text}</small>)}
                    {row.best && <small>{t("runways.best")}</small>}
                  </th>
                  <td class="n">{row.head}</td>
                  <td class="n">{row.cross}</td>
                  {hasGust && <td class="n">{row.gust}</td>}
                  <td class="n">{row.worstCross}</td>
                  <td class="n">{row.length}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <p class="soft">{model.windText} {model.note}</p>
      {densityAltitude && <p>{capital(densityAltitude)}.</p>}
    </section>
  );
}

/** A compass card, true north up, with the runways as bars and the wind as an arrow pointing with its flow. */
function WindRose({ rose }: { rose: NonNullable<RunwaysModel["rose"]> }) {
  return (
    <svg class="rose" viewBox="0 0 200 200" role="img" aria-label={rose.label}>
      <circle cx="100" cy="100" r="78" />
      <text x="100" y="10">{t("compass.N")}</text>
      <text x="191" y="100">{t("compass.E")}</text>
      <text x="100" y="191">{t("compass.S")}</text>
      <text x="9" y="100">{t("compass.W")}</text>
      {rose.sector && <path class="sector" d={sectorPath(rose.sector[0], rose.sector[1])} />}
      {rose.runways.map((runway, index) => {
        const aside = offsetOf(index, rose.runways, runway.heading);
        return (
          <g transform={`rotate(${round(runway.heading)} 100 100) translate(${aside} 0)`}>
            <path class={runway.best ? "rw best" : "rw"} d="M97 56h6v88h-6z" />
            <text class="rn" x="100" y="152">{runway.ends[0]}</text>
            <text class="rn" x="100" y="48" transform="rotate(180 100 48)">{runway.ends[1]}</text>
          </g>
        );
      })}
      {rose.windFrom !== null && (
        <path
          class="wind"
          transform={`rotate(${round(rose.windFrom)} 100 100)`}
          d="M100 10v20M94 24l6 13 6-13z"
        />
      )}
      {rose.components && <WindComponents components={rose.components} />}
    </svg>
  );
}

/** `311° true ± 5°` and `324° mag`: north is named for each, since tower and ATIS speak of the magnetic one. */
function headingTexts({ trueHeading, magneticHeading, approximate }: RunwayRow): string[] {
  const own = `${bearingText(trueHeading)} ${t("runways.true")}${approximate ? " ± 5°" : ""}`;
  return magneticHeading === null
    ? [own]
    : [own, `${bearingText(magneticHeading)} ${t("runways.magnetic")}`];
}

/** Length of an arrow for the whole wind. */
const ARROW = 40;

/** Arrows of head and cross on the best runway, in its own direction, and their numbers upright in the corners. */
function WindComponents(
  { components }: { components: NonNullable<NonNullable<RunwaysModel["rose"]>["components"]> },
) {
  const { runway, heading, head, cross, headShare, crossShare } = components;
  const down = round(ARROW * headShare);
  const left = round(-ARROW * crossShare);
  return (
    <>
      <g class="part" transform={`rotate(${round(heading)} 100 100)`}>
        <path
          d={`M112 ${100 - down}v${down}m-3 ${-Math.sign(down) * 5}l3 ${Math.sign(down) * 5} 3 ${
            -Math.sign(down) * 5
          }`}
        />
        <path
          d={`M${100 - left} 100h${left}m${-Math.sign(left) * 5} -3l${Math.sign(left) * 5} 3 ${
            -Math.sign(left) * 5
          } 3`}
        />
      </g>
      <text class="cn s" x="2" y="8">{runway}</text>
      <text class="cn s" x="2" y="196">{head}</text>
      <text class="cn e" x="198" y="196">{cross}</text>
    </>
  );
}

const round = (value: number) => Math.round(value * 10) / 10;

/** Parallel runways stand beside each other, not on top. */
function offsetOf(index: number, all: readonly { heading: number }[], heading: number): number {
  const parallel = all.flatMap((other, at) => Math.abs(other.heading - heading) < 5 ? [at] : []);
  return (parallel.indexOf(index) - (parallel.length - 1) / 2) * 20;
}

/** A slice of the card from `from` clockwise to `to`, degrees true. */
function sectorPath(from: number, to: number): string {
  const at = (degrees: number) => {
    const radians = degrees * Math.PI / 180;
    return `${round(100 + 78 * Math.sin(radians))} ${round(100 - 78 * Math.cos(radians))}`;
  };
  const large = (to - from + 360) % 360 > 180 ? 1 : 0;
  return `M100 100L${at(from)}A78 78 0 ${large} 1 ${at(to)}z`;
}
