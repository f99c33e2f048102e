/**
 * The frame of a chart: marks of time and value, gaps, and the lines in it. Drawn by the server; readable
 * without colour, since lines differ in dashes and marks in shape.
 *
 * @module
 */
import type { ComponentChildren } from "preact";
import { HOUR_MS } from "../../time/mod.ts";
import { dayText, zulu } from "../age.ts";
import { t, viewer } from "../viewer.ts";
import { hourTicks, LEFT, RIGHT, type Scale, timeScale, WIDTH } from "./scale.ts";
import type { TrendModel } from "./trend_model.ts";

/** A line of a chart, in pieces. */
export interface Line {
  readonly pieces: readonly (readonly { readonly at: number; readonly value: number }[])[];
  readonly colour: string;
  /** Of its dashes; none for a whole line. */
  readonly dashes?: string;
}

/** What a chart shows. */
export interface ChartProps {
  readonly model: TrendModel;
  readonly title: string;
  /** What a screen reader says instead of the picture. */
  readonly label: string;
  readonly height: number;
  readonly scale: Scale;
  readonly lines: readonly Line[];
  readonly children?: ComponentChildren;
}

/** A chart with its title. */
export function Chart(props: ChartProps) {
  const { model, title, label, height, scale } = props;
  const x = timeScale(model.from, model.to);
  return (
    <figure>
      <figcaption>
        <b>{title}</b>
      </figcaption>
      <svg viewBox={`0 0 ${WIDTH} ${height + 18}`} width="100%" role="img" aria-label={label}>
        {scale.ticks.map((tick) => (
          <g>
            <path
              d={`M${LEFT} ${scale.place(tick)}H${WIDTH - RIGHT}`}
              stroke="var(--line)"
              stroke-width="1"
            />
            <text
              x={LEFT - 5}
              y={scale.place(tick) + 4}
              text-anchor="end"
              font-size="12"
              fill="var(--soft)"
            >
              {tick}
            </text>
          </g>
        ))}
        <Hours model={model} height={height} />
        <Gaps model={model} height={height} />
        {props.lines.map(({ pieces, colour, dashes = "none" }) => (
          <g fill="none" stroke={colour} stroke-width="2" stroke-dasharray={dashes}>
            {pieces.map((piece) =>
              piece.length === 1
                ? (
                  <circle
                    key={piece[0]!.at}
                    cx={x(piece[0]!.at)}
                    cy={scale.place(piece[0]!.value)}
                    r="2"
                  />
                )
                : <path key={piece[0]!.at} d={pathOf(piece, x, scale)} />
            )}
          </g>
        ))}
        {props.children}
      </svg>
    </figure>
  );
}

function pathOf(
  piece: readonly { readonly at: number; readonly value: number }[],
  x: (at: number) => number,
  scale: Scale,
): string {
  return "M" + piece.map(({ at, value }) => `${x(at)} ${scale.place(value)}`).join("L");
}

/** The hours below, the day at midnight. */
function Hours({ model, height }: { readonly model: TrendModel; readonly height: number }) {
  const x = timeScale(model.from, model.to);
  return (
    <g font-size="12" fill="var(--soft)" text-anchor="middle">
      {hourTicks(model.from, model.to).map((at) => (
        <>
          <path d={`M${x(at)} 0V${height}`} stroke="var(--line)" stroke-width="1" />
          <text x={x(at)} y={height + 14}>
            {at % (24 * HOUR_MS) === 0 ? dayText(at, viewer().months) : `${zulu(at).slice(0, 2)}Z`}
          </text>
        </>
      ))}
    </g>
  );
}

/** Where there is no report nothing is drawn but that. */
function Gaps({ model, height }: { readonly model: TrendModel; readonly height: number }) {
  const x = timeScale(model.from, model.to);
  return (
    <g fill="var(--unknown)" fill-opacity=".18">
      {model.gaps.map(({ from, to }) => (
        <rect x={x(from)} y="0" width={Math.max(0.5, x(to) - x(from))} height={height}>
          <title>{t("history.gap")}</title>
        </rect>
      ))}
    </g>
  );
}
