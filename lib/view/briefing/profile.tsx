/**
 * The flight from the side, as SVG: nothing in it needs colour alone, and nothing needs script.
 *
 * @module
 */
import { grouped } from "../quantities.ts";
import { t, viewer } from "../viewer.ts";
import { WindBarb } from "./barb.tsx";
import type { ProfileModel } from "./model.ts";

const WIDTH = 1000;
const HEIGHT = 420;
const LEFT = 58;
const RIGHT = 20;
const TOP = 14;
/** Where the ground at sea level lies; below it are category bands and names. */
const GROUND = 330;

interface Scale {
  x(nm: number): number;
  y(feet: number): number;
}

function scaleOf({ totalNm, topFt }: ProfileModel): Scale {
  const round = (value: number) => Math.round(value * 10) / 10;
  return {
    x: (nm) => round(LEFT + (WIDTH - LEFT - RIGHT) * Math.max(0, Math.min(1, nm / totalNm))),
    y: (feet) => round(GROUND - (GROUND - TOP) * Math.max(0, Math.min(1, feet / topFt))),
  };
}

/** The side view with its key. */
export function Profile({ model }: { model: ProfileModel }) {
  const scale = scaleOf(model);
  return (
    <figure class="side-view">
      <div class="scroll" tabindex={0} role="group" aria-label={t("brief.profile")}>
        <svg class="prof" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-labelledby="prof-d">
          <desc id="prof-d">
            {t("brief.profileText", { distance: Math.round(model.totalNm) })}
          </desc>
          <Patterns />
          <Grid model={model} scale={scale} />
          <Layers model={model} scale={scale} />
          <Stations model={model} scale={scale} />
          <Freezing model={model} scale={scale} />
          <Winds model={model} scale={scale} />
          <path
            class="path"
            d={`M${scale.x(0)} ${scale.y(model.altitudeFt)}H${scale.x(model.totalNm)}`}
          />
        </svg>
      </div>
      <Key />
    </figure>
  );
}

function Patterns() {
  return (
    <defs>
      <pattern id="pI" width="14" height="14" patternUnits="userSpaceOnUse">
        <path class="pI" d="M7 3v8M3 7h8" />
      </pattern>
      <pattern id="pT" width="14" height="8" patternUnits="userSpaceOnUse">
        <path class="pT" d="M0 6L4 2 7 6 10 2 14 6" />
      </pattern>
      <pattern id="pC" width="8" height="8" patternUnits="userSpaceOnUse">
        <path class="pC" d="M0 8L8 0" />
      </pattern>
      <pattern id="pO" width="10" height="10" patternUnits="userSpaceOnUse">
        <circle class="pO" cx="3.5" cy="3.5" r="1" />
      </pattern>
    </defs>
  );
}

/** A line for every few thousand feet, and for every piece of the distance. */
function Grid({ model, scale }: { model: ProfileModel; scale: Scale }) {
  const every = model.topFt > 24_000 ? 6000 : model.topFt > 12_000 ? 3000 : 2000;
  const heights = Array.from(
    { length: Math.floor(model.topFt / every) + 1 },
    (_, i) => i * every,
  );
  const apart =
    [10, 20, 25, 50, 100, 200, 250, 500, 1000, 2000].find((nm) => model.totalNm / nm <= 8) ?? 2500;
  const distances = Array.from(
    { length: Math.floor(model.totalNm / apart) + 1 },
    (_, i) => i * apart,
  );
  return (
    <g class="grid">
      {heights.map((feet) => (
        <g key={feet}>
          <path d={`M${LEFT} ${scale.y(feet)}H${WIDTH - RIGHT}`} />
          <text x={LEFT - 6} y={scale.y(feet) + 4} text-anchor="end">
            {feet === 0 ? "MSL" : grouped(feet, viewer())}
          </text>
        </g>
      ))}
      {distances.map((nm) => (
        <text key={nm} x={scale.x(nm)} y={HEIGHT - 6} text-anchor="middle">
          {nm} NM
        </text>
      ))}
    </g>
  );
}

const FILLS = { icing: "pI", turbulence: "pT", convective: "pC", other: "pO" } as const;

/** Warnings as patterned boxes with their names; an open end reaches to the edge. */
function Layers({ model, scale }: { model: ProfileModel; scale: Scale }) {
  return (
    <g>
      {model.layers.map(({ kind, label, fromNm, toNm, lowFt, highFt }, i) => {
        const [left, right] = [scale.x(fromNm), scale.x(toNm)];
        const top = scale.y(highFt ?? model.topFt);
        const bottom = scale.y(lowFt ?? 0);
        return (
          <g key={i} class={`layer ${kind}`}>
            <rect
              x={left}
              y={top}
              width={Math.max(3, right - left)}
              height={Math.max(3, bottom - top)}
              fill={`url(#${FILLS[kind]})`}
            />
            <text x={left + 5} y={Math.min(bottom - 4, top + 14 + (i % 3) * 14)}>{label}</text>
          </g>
        );
      })}
    </g>
  );
}

/** Of each station its stretch of the way: clouds above it, the category below it. */
function Stations({ model, scale }: { model: ProfileModel; scale: Scale }) {
  const { stations, totalNm } = model;
  let lastLabel = -Infinity;
  return (
    <g>
      {stations.map(({ id, alongNm, elevationFt, category, worst, clouds }, i) => {
        const before = stations[i - 1]?.alongNm;
        const after = stations[i + 1]?.alongNm;
        const left = scale.x(before === undefined ? 0 : (before + alongNm) / 2);
        const right = scale.x(after === undefined ? totalNm : (after + alongNm) / 2);
        const width = Math.max(2, right - left);
        const middle = scale.x(alongNm);
        const name = category ?? "unknown";
        const fits = middle - lastLabel > 44;
        // The first name stands to the right of its place.
        if (fits) lastLabel = i === 0 ? middle + 24 : middle;
        return (
          <g key={id}>
            {clouds.filter(({ baseFt }) => baseFt <= model.topFt).map(({ amount, baseFt }, j) => (
              <path
                key={j}
                class={`cl ${amount}`}
                d={`M${left} ${scale.y(baseFt)}h${width}v-9h${-width}z`}
              />
            ))}
            {elevationFt !== null && elevationFt > 0 && (
              <path
                class="gnd"
                d={`M${left} ${GROUND}h${width}V${scale.y(elevationFt)}h${-width}z`}
              />
            )}
            <rect class={`band ${name}`} x={left} y={GROUND + 8} width={width} height="24" />
            {width > 22 && (
              <text class="cat" x={left + width / 2} y={GROUND + 25} text-anchor="middle">
                {width > 52 ? category ?? "?" : category?.charAt(0) ?? "?"}
              </text>
            )}
            {worst && (
              <>
                <rect
                  class={`band w ${worst}`}
                  x={left}
                  y={GROUND + 34}
                  width={width}
                  height="12"
                />
                {width > 22 && (
                  <text class="wst" x={left + width / 2} y={GROUND + 44} text-anchor="middle">
                    {width > 52 ? worst : worst.charAt(0)}
                  </text>
                )}
              </>
            )}
            {fits && (
              <text
                class="id"
                x={middle}
                y={GROUND + 62}
                text-anchor={i === 0 ? "start" : i === stations.length - 1 ? "end" : "middle"}
              >
                {id}
              </text>
            )}
          </g>
        );
      })}
    </g>
  );
}

function Freezing({ model, scale }: { model: ProfileModel; scale: Scale }) {
  const shown = model.freezing.filter(({ feet }) => feet <= model.topFt);
  const [first] = shown;
  if (first === undefined) return null;
  const points = shown.map(({ alongNm, feet }) => `${scale.x(alongNm)} ${scale.y(feet)}`);
  return (
    <g class="fz">
      <path d={`M${points.join("L")}`} />
      <text x={scale.x(first.alongNm) + 6} y={scale.y(first.feet) - 5}>0 °C</text>
    </g>
  );
}

function Winds({ model, scale }: { model: ProfileModel; scale: Scale }) {
  return (
    <g class="barbs">
      {model.winds.map(({ alongNm, altitudeFt, directionDeg, speedKt }) => (
        <WindBarb
          key={`${alongNm}-${altitudeFt}`}
          x={Math.max(LEFT + 32, Math.min(WIDTH - RIGHT - 32, scale.x(alongNm)))}
          y={scale.y(altitudeFt)}
          directionDeg={directionDeg}
          speedKt={speedKt}
          southern={model.southern}
        />
      ))}
    </g>
  );
}

function Key() {
  const swatch = (fill: string, kind: string) => (
    <svg class={`sw layer ${kind}`} viewBox="0 0 28 14" aria-hidden="true">
      <rect x="1" y="1" width="26" height="12" fill={`url(#${fill})`} />
    </svg>
  );
  return (
    <figcaption>
      <ul class="key">
        <li>{swatch("pI", "icing")} {t("brief.key.icing")}</li>
        <li>{swatch("pT", "turbulence")} {t("brief.key.turbulence")}</li>
        <li>{swatch("pC", "convective")} {t("brief.key.convective")}</li>
        <li>{swatch("pO", "other")} {t("brief.key.other")}</li>
        <li>
          <svg class="sw" viewBox="0 0 28 14" aria-hidden="true">
            <path class="cl OVC" d="M1 12h26v-9h-26z" />
          </svg>{" "}
          {t("brief.key.cloud")}
        </li>
        <li>
          <svg class="sw fz" viewBox="0 0 28 14" aria-hidden="true">
            <path d="M1 7h26" />
          </svg>{" "}
          {t("brief.key.freezing")}
        </li>
        <li>
          <svg class="sw" viewBox="0 0 28 14" aria-hidden="true">
            <path class="path" d="M1 7h26" />
          </svg>{" "}
          {t("brief.key.path")}
        </li>
      </ul>
    </figcaption>
  );
}
