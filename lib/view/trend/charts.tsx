/**
 * The charts of a station: category, temperature and dew point, pressure, wind, visibility, ceiling.
 *
 * @module
 */
import { roundTo } from "../../units/mod.ts";
import { categoryLetter } from "../category.tsx";
import { t } from "../viewer.ts";
import { Chart } from "./chart.tsx";
import { cappedScale, linearScale, timeScale } from "./scale.ts";
import { lines, spans, type TrendModel, type TrendPoint } from "./trend_model.ts";

const HEIGHT = 120;
/** What is higher than this is good enough to be one: drawn at the top. */
const TOP_VISIBILITY_M = 10_000;
const TOP_CEILING_FT = 5_000;

interface Props {
  readonly model: TrendModel;
}

/** All charts. */
export function TrendCharts({ model }: Props) {
  return (
    <>
      <CategoryBand model={model} />
      <VisibilityChart model={model} />
      <CeilingChart model={model} />
      <WindChart model={model} />
      <TemperatureChart model={model} />
      <PressureChart model={model} />
    </>
  );
}

/** One band of categories, as long as each report speaks. Small enough for another page. */
export function CategoryBand({ model }: Props) {
  const x = timeScale(model.from, model.to);
  return (
    <Chart
      model={model}
      title={t("history.category")}
      label={t("history.categoryLabel")}
      height={28}
      scale={{ ticks: [], place: () => 0 }}
      lines={[]}
    >
      {spans(model).map(({ point, from, to }) => (
        <Band point={point} x={x(from)} width={Math.max(1, x(to) - x(from))} />
      ))}
    </Chart>
  );
}

function Band(
  { point: { category }, x, width }: {
    readonly point: TrendPoint;
    readonly x: number;
    readonly width: number;
  },
) {
  const colour = category === null ? "var(--unknown)" : `var(--${category.toLowerCase()})`;
  return (
    <g>
      <rect x={x} y="2" width={width} height="24" fill={colour} stroke="var(--bg)" />
      {width >= 12 && (
        <text x={x + width / 2} y="19" text-anchor="middle" font-size="13" fill="var(--bg)">
          {category === null ? "?" : categoryLetter(category)}
        </text>
      )}
    </g>
  );
}

/** Temperature, and the dew point dashed. */
function TemperatureChart({ model }: Props) {
  const values = model.points.flatMap((one) => [one.temperature, one.dewPoint])
    .filter((one) => one !== null);
  return (
    <Chart
      model={model}
      title={t("history.temperature")}
      label={t("history.temperatureLabel", rangeOf(values, 0))}
      height={HEIGHT}
      scale={linearScale(values, HEIGHT, 6)}
      lines={[
        { pieces: lines(model, (one) => one.temperature), colour: "var(--bad)" },
        { pieces: lines(model, (one) => one.dewPoint), colour: "var(--link)", dashes: "5 3" },
      ]}
    />
  );
}

/** QNH. */
function PressureChart({ model }: Props) {
  const values = model.points.map((one) => one.pressure).filter((one) => one !== null);
  return (
    <Chart
      model={model}
      title={t("history.pressure")}
      label={t("history.pressureLabel", rangeOf(values, 0))}
      height={HEIGHT}
      scale={linearScale(values, HEIGHT, 8)}
      lines={[{ pieces: lines(model, (one) => one.pressure), colour: "var(--ink)" }]}
    />
  );
}

/** The wind as a line, each gust as a stroke above it. */
function WindChart({ model }: Props) {
  const values = model.points.flatMap((one) => [one.wind, one.gust]).filter((one) => one !== null);
  const scale = linearScale([0, ...values], HEIGHT, 12, 0);
  const x = timeScale(model.from, model.to);
  return (
    <Chart
      model={model}
      title={t("history.wind")}
      label={t("history.windLabel", rangeOf(values, 0))}
      height={HEIGHT}
      scale={scale}
      lines={[{ pieces: lines(model, (one) => one.wind), colour: "var(--ink)" }]}
    >
      <g stroke="var(--bad)" stroke-width="2">
        {model.points.map(({ at, wind, gust }) =>
          gust === null ? null : (
            <path
              d={`M${x(at)} ${scale.place(wind ?? gust)}V${scale.place(gust)}m-3 0h6`}
            />
          )
        )}
      </g>
    </Chart>
  );
}

/** In kilometres; more room for what is low. */
function VisibilityChart({ model }: Props) {
  const values = model.points.flatMap(({ visibility }) =>
    visibility === null ? [] : [visibility.metres]
  );
  const scale = cappedScale(TOP_VISIBILITY_M / 1000, [0, 0.5, 1.5, 5, 10], HEIGHT);
  const kilometres = ({ visibility }: TrendPoint) =>
    visibility === null ? null : Math.min(TOP_VISIBILITY_M, visibility.metres) / 1000;
  return (
    <Chart
      model={model}
      title={t("history.visibility")}
      label={t("history.visibilityLabel", rangeOf(values.map((one) => one / 1000), 1))}
      height={HEIGHT}
      scale={scale}
      lines={[{ pieces: lines(model, kilometres), colour: "var(--ink)" }]}
    />
  );
}

/** In feet; a report without a ceiling is a ring at the top. */
function CeilingChart({ model }: Props) {
  const feet = ({ ceiling }: TrendPoint) => typeof ceiling === "number" ? ceiling : null;
  const values = model.points.map(feet).filter((one) => one !== null);
  const scale = cappedScale(TOP_CEILING_FT, [0, 500, 1000, 3000, 5000], HEIGHT);
  const x = timeScale(model.from, model.to);
  return (
    <Chart
      model={model}
      title={t("history.ceiling")}
      label={t("history.ceilingLabel", rangeOf(values, 0))}
      height={HEIGHT}
      scale={scale}
      lines={[{ pieces: lines(model, feet), colour: "var(--ink)" }]}
    >
      <g fill="none" stroke="var(--vfr)" stroke-width="1.5">
        {model.points.map(({ at, ceiling }) =>
          ceiling === "none"
            ? <circle key={at} cx={x(at)} cy={scale.place(TOP_CEILING_FT)} r="3" />
            : null
        )}
      </g>
    </Chart>
  );
}

/** Lowest and highest for the words of a chart; a dash where nothing was reported. */
function rangeOf(values: readonly number[], decimals: number) {
  if (values.length === 0) return { low: "–", high: "–" };
  return {
    low: String(roundTo(Math.min(...values), decimals)),
    high: String(roundTo(Math.max(...values), decimals)),
  };
}
