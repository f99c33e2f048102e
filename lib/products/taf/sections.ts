/**
 * The sections of a TAF while they are being read: the base forecast, then one for each change group.
 * No section writes into another.
 *
 * @module
 */
import { Accumulator } from "../groups/mod.ts";
import type { Issue, Source } from "../product.ts";
import type { Tokens } from "../scan/mod.ts";
import { isoOf, nearest } from "./calendar.ts";
import type { WrittenChange } from "./changes.ts";
import type { Header } from "./header.ts";
import type { ChangeGroup, ForecastElements, ForecastLayer, ForecastWindShear } from "./model.ts";
import {
  middleOf,
  resolvePeriod,
  type TimedPeriod,
  unknownPeriod,
  type WrittenPeriod,
} from "./times.ts";

const NONE: readonly never[] = Object.freeze([]) as readonly never[];

/** One section: its elements so far and, but for the base forecast, how it began. */
export class TafSection {
  readonly acc: Accumulator;
  windShear: ForecastWindShear[] | null = null;
  turbulence: ForecastLayer[] | null = null;
  icing: ForecastLayer[] | null = null;
  /** Offset of the end of its last group. */
  end: number;

  constructor(
    readonly change: WrittenChange | null,
    readonly start: number,
    end: number,
    issues: Issue[],
    damaged: Source[],
  ) {
    this.acc = new Accumulator(issues, damaged);
    this.end = end;
  }

  /** Whether nothing has been read into it. */
  get isEmpty(): boolean {
    return this.acc.isEmpty && this.windShear === null && this.turbulence === null &&
      this.icing === null && this.acc.qnh.kind === "notReported";
  }

  /** Tells of statements that gave way to what contradicts them: nothing is dropped in silence. */
  noteContradictions(): void {
    const { acc } = this;
    const { cloudStatement, weatherStatement } = acc;
    if (acc.layers !== null && cloudStatement.kind === "clear") {
      this.#contradiction("cloud", cloudStatement.source);
    }
    if (acc.weather !== null && weatherStatement.kind === "noSignificantWeather") {
      this.#contradiction("weather", weatherStatement.source);
    }
  }

  #contradiction(element: string, source: Source): void {
    this.acc.note(
      `contradiction.${element}`,
      "warning",
      `The ${element} is said to be absent and forecast in the same period; what is forecast counts.`,
      source,
    );
  }

  elements(): ForecastElements {
    const { acc } = this;
    return {
      surfaceWind: acc.surfaceWind,
      prevailingVisibility: acc.prevailingVisibility,
      directionalVisibility: acc.directionalVisibility ?? NONE,
      presentWeather: acc.presentWeather(),
      cloud: acc.cloud(),
      verticalVisibility: acc.verticalVisibility,
      windShear: this.windShear ?? NONE,
      turbulence: this.turbulence ?? NONE,
      icing: this.icing ?? NONE,
      qnh: acc.qnh,
    };
  }
}

/** The change groups of `sections` (without the base) with their instants. */
export function changeGroupsOf(
  sections: readonly TafSection[],
  validity: TimedPeriod | null,
  reference: number | null,
  tokens: Tokens,
  issues: Issue[],
): ChangeGroup[] {
  const middle = middleOf(validity) ?? reference;
  const groups: ChangeGroup[] = new Array(sections.length - 1);
  // Backwards, because an FM lasts until the next one begins.
  let nextFrom = validity === null ? null : validity.to;
  for (let index = sections.length - 1; index > 0; index--) {
    const section = sections[index]!;
    const change = section.change!;
    const source = tokens.span(section.start, section.end);
    let timed: TimedPeriod;
    if (change.kind === "FM") {
      timed = fromPeriod(change, middle, nextFrom, source);
      nextFrom = timed.from ?? nextFrom;
    } else timed = changePeriod(change, middle, source);
    noteOutside(timed, validity, issues);
    const { kind, probability } = change;
    const { period } = timed;
    const elements = section.elements();
    groups[index - 1] = probability === undefined
      ? { kind, period, elements, source }
      : { kind, probability, period, elements, source };
  }
  return groups;
}

function changePeriod(change: WrittenChange, middle: number | null, whole: Source): TimedPeriod {
  return change.period === null
    ? unknownPeriod(change.damaged ?? whole)
    : resolvePeriod(change.period, middle);
}

/** An FM with a time that is unknown has neither start nor end. */
function fromPeriod(
  change: WrittenChange,
  middle: number | null,
  until: number | null,
  whole: Source,
): TimedPeriod {
  const source = change.period?.source ?? change.damaged ?? whole;
  if (change.from === null) return unknownPeriod(source);
  const written = { from: change.from, to: null };
  const from = middle === null ? null : nearest(change.from, middle);
  const to = from !== null && until !== null && until > from ? until : null;
  const period = {
    from: from === null ? null : isoOf(from),
    to: to === null ? null : isoOf(to),
    source,
    written,
  };
  return { period, from, to };
}

function noteOutside(timed: TimedPeriod, validity: TimedPeriod | null, issues: Issue[]): void {
  const { from, to } = timed;
  if (from === null || validity === null || validity.from === null || validity.to === null) return;
  const outside = from >= validity.to || from < validity.from ||
    (to !== null && to > validity.to);
  if (!outside) return;
  issues.push({
    code: "range.periodOutsideValidity",
    severity: "warning",
    message: "The period of a change group lies outside the validity of the forecast.",
    source: timed.period.source,
  });
}

/** The validity with its instants, the nearest to the time of issue; without them where it is damaged. */
export function resolveValidity(
  written: WrittenPeriod | null,
  header: Header,
  reference: number | null,
): TimedPeriod | null {
  if (written !== null) return resolvePeriod(written, reference);
  const source = header.damagedValidity;
  return source === null ? null : unknownPeriod(source);
}
