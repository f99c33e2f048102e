/**
 * One row of the table of groups: how a group is recognised, read, explained and tested.
 *
 * @module
 */
import type { Tokens } from "../scan/mod.ts";
import type { Accumulator } from "./accumulator.ts";

/** Sections in which a group may stand, as bits. */
export const BODY = 1;
export const TREND = 2;
export const TAF_PERIOD = 4;
/** After `NOSIG` and in the remarks of some states: only what supplements an observation. */
export const SUPPLEMENT = 8;
export type Section = typeof BODY | typeof TREND | typeof TAF_PERIOD | typeof SUPPLEMENT;
/** Where weather elements stand: body, trend and TAF period. */
export const ELEMENTS = BODY | TREND | TAF_PERIOD;

/** Order numbers of WMO FM 15; they break ties and tell a group out of place. */
export const ORDER = {
  wind: 1,
  visibility: 2,
  runwayVisualRange: 3,
  weather: 4,
  cloud: 5,
  temperature: 6,
  pressure: 7,
  supplement: 8,
} as const;

/** One kind of group. */
export interface GroupRow {
  /** In the field's own words: `surface wind`. */
  readonly name: string;
  /** Sections in which it may stand. */
  readonly sections: number;
  /** Position in the order of groups, from `ORDER`. */
  readonly order: number;
  /** Characters with which its first token may start: `0-9` ranges are written out. */
  readonly first: string;
  /** Classes of which the first token must hold all, and none beyond `need` and `may`. */
  readonly need: number;
  readonly may: number;
  /** Length of the first token in characters. */
  readonly minLength: number;
  readonly maxLength: number;
  /** How many tokens from `i` on belong to the group; 0 where it is not this group. Writes its value into `acc`. */
  readonly read: (tokens: Tokens, i: number, acc: Accumulator) => number;
  /** Paragraph of the standard. */
  readonly rule: string;
  /** What it says, in one sentence, for the table of formats. */
  readonly meaning: string;
  /** The whole group as tokens; its first test. */
  readonly example: string;
}
