/**
 * The sections of a TAF while they are being read: the base forecast, then one for each change group.
 * No section writes into another.
 *
 * @module
 */
import { toIso } from "../../time/mod.ts";
import { Accumulator } from "../groups/mod.ts";
import type { Issue, Source } from "../product.ts";
import type { Tokens } from "../scan/mod.ts";
import type { WrittenChange } from "./changes.ts";
import type { Header } from "./header.ts";
import type {
  ChangeGroup,
  ForecastElements,
  ForecastLayer,
  ForecastWindShear,
  Period,
} from "./model.ts";
import { middleOf, nearest, resolvePeriod, type WrittenPeriod } from "./times.ts";

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
    return {
      ...this.acc.elements(),
      windShear: this.windShear ?? NONE,
      turbulence: this.turbulence ?? NONE,
      icing: this.icing ?? NONE,
      qnh: this.acc.qnh,
    };
  }
}

/** The change groups of `sections` (without the base) with their instants. */
export function changeGroupsOf(
  sections: readonly TafSection[],
  validity: Period | null,
  reference: number | null,
  tokens: Tokens,
  issues: Issue[],
): ChangeGroup[] {
  const middle = middleOf(validity) ?? reference;
  const groups: ChangeGroup[] = [];
  // Backwards, because an FM lasts until the next one begins.
  let nextFrom = validity?.to ?? null;
  for (let index = sections.length - 1; index >= 0; index--) {
    const section = sections[index];
    if (section === undefined || section.change === null) continue;
    const { change, start, end } = section;
    const source = tokens.span(start, end);
    let period: Period;
    if (change.kind === "FM") {
      period = fromPeriod(change, middle, nextFrom, source);
      nextFrom = period.from ?? nextFrom;
    } else period = changePeriod(change, middle, source);
    noteOutside(period, validity, issues);
    groups.push({
      kind: change.kind,
      ...(change.probability === undefined ? {} : { probability: change.probability }),
      period,
      elements: section.elements(),
      source,
    });
  }
  return groups.reverse();
}

function changePeriod(change: WrittenChange, middle: number | null, whole: Source): Period {
  if (change.period !== null) return resolvePeriod(change.period, middle);
  return { from: null, to: null, source: change.damaged ?? whole };
}

/** An FM with a time that is unknown has neither start nor end. */
function fromPeriod(
  change: WrittenChange,
  middle: number | null,
  until: string | null,
  whole: Source,
): Period {
  const source = change.period?.source ?? change.damaged ?? whole;
  const from = change.from === null || middle === null ? null : nearest(change.from, middle);
  const written = change.from === null ? {} : { written: { from: change.from, to: null } };
  if (from === null) return { from: null, to: null, source, ...written };
  const to = until !== null && Date.parse(until) > from ? until : null;
  return { from: toIso(from), to, source, ...written };
}

function noteOutside(period: Period, validity: Period | null, issues: Issue[]): void {
  if (period.from === null || !validity?.from || !validity.to) return;
  const outside = period.from >= validity.to ||
    (period.to !== null && (period.to <= validity.from || period.to > validity.to)) ||
    period.from < validity.from;
  if (!outside) return;
  issues.push({
    code: "range.periodOutsideValidity",
    severity: "warning",
    message: "The period of a change group lies outside the validity of the forecast.",
    source: period.source,
  });
}

/** The validity with its instants, the nearest to the time of issue; without them where it is damaged. */
export function resolveValidity(
  written: WrittenPeriod | null,
  header: Header,
  reference: number | null,
): Period | null {
  if (written !== null) return resolvePeriod(written, reference);
  const source = header.damagedValidity;
  return source === null ? null : { from: null, to: null, source };
}
