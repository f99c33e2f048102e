/**
 * One group: `2635-08`, `2420`, `253535`, `9900+16`, `731960`.
 *
 * @module
 */
import { type Quantity, quantity } from "../../units/mod.ts";
import type { WindAloft } from "./model.ts";

const GROUP = /^(\d{2})(\d{2})(?:([+-])(\d{2})|(\d{2}))?$/;
/** Most that the code can say: 99 with 100 added. */
const MOST_KT = 199;

/** Wind and temperature of a group. */
export interface GroupRead {
  readonly wind: WindAloft;
  readonly temperature: Quantity<"degC"> | null;
}

/**
 * Reads a group; `null` where it is none or its direction does not exist.
 *
 * `9900` is light and variable, never 990 degrees. Directions 51 to 86 mean 100 kt more and 50 less; `7799`
 * and every other 199 kt is "or more" (AIM 7-1-6). Without a sign the temperature is negative.
 */
export function readGroup(text: string): GroupRead | null {
  const match = GROUP.exec(text);
  if (match === null) return null;
  const temperature = temperatureOf(match[3], match[4] ?? match[5]);
  const [direction, speed] = [Number(match[1]), Number(match[2])];
  if (direction === 99) {
    return speed === 0 ? { wind: { kind: "lightAndVariable" }, temperature } : null;
  }
  const fast = direction > 50;
  const tens = fast ? direction - 50 : direction;
  if (tens > 36 || (tens === 0 && (fast || speed > 0))) return null;
  const knots = fast ? speed + 100 : speed;
  const bound = knots === MOST_KT ? "atLeast" : undefined;
  return {
    wind: {
      kind: "wind",
      direction: quantity(tens * 10, "deg"),
      speed: quantity(knots, "kt", bound),
    },
    temperature,
  };
}

function temperatureOf(sign: string | undefined, figures: string | undefined) {
  if (figures === undefined) return null;
  const value = Number(figures);
  return quantity(sign === "+" || value === 0 ? value : -value, "degC");
}
