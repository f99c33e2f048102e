/**
 * Tornadic activity (FMH-1 12.7.1.b): what was seen, when it began or ended, where it is and where it goes.
 *
 * @module
 */
import type { Tokens } from "../../scan/mod.ts";
import type { Reading } from "../reading.ts";
import { placeAt } from "./places.ts";
import { addOther, type RemarkRow } from "./row.ts";

/** `B13`, `E1250`, `B05E15`: minutes past the hour, or hour and minute. */
const TIMES = /^(?:B(\d{2}|\d{4}))?(?:E(\d{2}|\d{4}))?$/;

interface Moment {
  readonly hour: number | null;
  readonly minute: number;
}

/** `null` where the figures are no time. */
function momentOf(figures: string): Moment | null {
  const minute = Number(figures.slice(-2));
  const hour = figures.length === 4 ? Number(figures.slice(0, 2)) : null;
  return minute > 59 || (hour !== null && hour > 23) ? null : { hour, minute };
}

function readTornado(tokens: Tokens, i: number, reading: Reading): number {
  const funnel = tokens.is(i, "FUNNEL") && tokens.is(i + 1, "CLOUD");
  if (!funnel && !/^(?:TORNADO|WATERSPOUT)(?:E?S)?$/.test(tokens.word(i))) return 0;
  let at = i + (funnel ? 2 : 1);
  const data: Record<string, unknown> = {
    what: funnel ? "funnel cloud" : tokens.word(i).startsWith("T") ? "tornado" : "waterspout",
  };
  const times = TIMES.exec(tokens.word(at));
  if (times !== null && times[0] !== "") {
    const began = times[1] === undefined ? undefined : momentOf(times[1]);
    const ended = times[2] === undefined ? undefined : momentOf(times[2]);
    if (began === null || ended === null) return 0;
    if (began !== undefined) data.began = began;
    if (ended !== undefined) data.ended = ended;
    at++;
  }
  // `6 NE`: statute miles and direction from the station; the unit is not written.
  const miles = /^\d{1,2}$/.test(tokens.word(at)) ? Number(tokens.word(at)) : null;
  const place = placeAt(tokens, miles === null ? at : at + 1);
  if (place !== null) {
    if (miles !== null) data.distance = { value: miles, unit: "SM" };
    data.place = place.words.join(" ");
    if (place.directions.length > 0) data.directions = place.directions;
    if (place.movingTo !== undefined) data.movingTo = place.movingTo;
    at = place.end;
  }
  // Without a time or a place the words stay with the sentence they stand in.
  if (data.began === undefined && data.ended === undefined && place === null) return 0;
  return addOther(tokens, i, at - i, reading, "tornadicActivity", data);
}

export const TORNADO_ROWS: readonly RemarkRow[] = [
  {
    name: "tornadic activity",
    first: "TWF",
    read: readTornado,
    rule: "FMH-1 12.7.1.b",
    meaning:
      "Tornado, funnel cloud or waterspout: when it began (B) or ended (E), its distance in statute miles, direction and movement.",
    example: "TORNADO B13 6 NE MOV NE",
  },
];
