/**
 * Ninety days as ninety bars: colour, height and a mark differ, so that none of them is needed alone.
 *
 * @module
 */
import { t } from "../viewer.ts";

/** A day as measured. */
export interface DayBar {
  readonly day: string;
  readonly state: "unmeasured" | "up" | "late" | "partly" | "down";
  readonly minutes: number;
  readonly upMinutes: number;
  readonly inTimeMinutes: number;
}

const WIDTH = 7;
const HEIGHT = 40;
const COLOURS: Readonly<Record<DayBar["state"], string>> = {
  unmeasured: "none",
  up: "var(--vfr)",
  late: "var(--warn)",
  partly: "var(--ifr)",
  down: "var(--bad)",
};

/** The bar of `days`, oldest first. */
export function UptimeBar({ days }: { readonly days: readonly DayBar[] }) {
  return (
    <svg
      viewBox={`0 0 ${days.length * WIDTH} ${HEIGHT + 2}`}
      width="100%"
      role="img"
      aria-label={t("status.bar")}
    >
      {days.map((day, i) => <Day key={day.day} day={day} x={i * WIDTH} />)}
    </svg>
  );
}

/** As high as the share of the minutes that were answered, never less than can be seen. */
function Day({ day, x }: { readonly day: DayBar; readonly x: number }) {
  const { state, minutes, upMinutes } = day;
  const share = state === "unmeasured" || minutes === 0 ? 0.2 : upMinutes / minutes;
  const height = Math.max(4, Math.round(share * HEIGHT));
  return (
    <g>
      <rect
        x={x + 1}
        y={HEIGHT - height + 1}
        width={WIDTH - 2}
        height={height}
        fill={COLOURS[state]}
        stroke={state === "unmeasured" ? "var(--edge)" : COLOURS[state]}
        stroke-width="1"
        stroke-dasharray={state === "unmeasured" ? "1 1" : "none"}
      />
      {state === "late" && (
        <rect x={x + 1} y={HEIGHT / 2} width={WIDTH - 2} height="4" fill="var(--bg)" />
      )}
    </g>
  );
}
