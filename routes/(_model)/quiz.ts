/**
 * Questions about groups of reports that are held now. Nothing is kept of who asks: the question is in the address,
 * and the answer is checked by decoding the report again.
 *
 * @module
 */
import { explainReport } from "../../lib/products/words.ts";
import type { TokenMeaning } from "../../lib/products/product.ts";
import type { Reports } from "../../lib/reports/mod.ts";
import type { QuizModel, QuizOption } from "../../lib/view/quiz.tsx";
import { rawModel } from "../../lib/view/raw_model.ts";
import type { Viewer } from "../../lib/view/viewer.ts";

/** Answers offered, and reports looked at for a question and for wrong answers. */
const OPTIONS = 4;
const REPORTS_TRIED = 40;

/** What the address says: station and place of the group, the answer given, and the score so far. */
export interface QuizAddress {
  readonly station: string | null;
  readonly start: number | null;
  /** Index of the answer, `null`: not answered. */
  readonly answer: number | null;
  readonly right: number;
  readonly asked: number;
  /** Chooses the next question; anything. */
  readonly seed: number;
}

/** Reads the address; what makes no sense is as if it were not there. */
export function readQuiz(params: URLSearchParams): QuizAddress {
  const number = (name: string, max: number) => {
    const text = params.get(name) ?? "";
    return /^\d{1,9}$/.test(text) && Number(text) <= max ? Number(text) : null;
  };
  const asked = number("asked", 9999) ?? 0;
  const station = params.get("station");
  return {
    station: station !== null && /^[A-Z0-9]{4}$/.test(station) ? station : null,
    start: number("group", 10_000),
    answer: number("answer", OPTIONS - 1),
    asked,
    right: Math.min(number("right", 9999) ?? 0, asked),
    seed: number("n", 999_999_999) ?? 0,
  };
}

/** The question that the address asks, or a new one; `null` where no report is held. */
export function buildQuiz(
  reports: Reports,
  address: QuizAddress,
  v: Viewer,
): QuizModel | null {
  const ids = reportingIds(reports);
  if (ids.length === 0) return null;
  const wanted = address.station === null ? null : questionAt(
    reports,
    address.station,
    (meanings) => meanings.findIndex(({ source }) => source.start === address.start),
    v,
  );
  const question = wanted ?? anyQuestion(reports, ids, address.seed, v);
  if (question === null) return null;
  const { id, meaning, report } = question;
  const options = optionsFor(reports, ids, meaning, id, v);
  const answered = wanted !== null && address.answer !== null
    ? options[address.answer] ?? null
    : null;
  const isRight = answered?.right ?? false;
  return {
    station: id,
    reportType: report.decoded.reportType,
    raw: rawModel(report.decoded, [meaning.source], new Map()),
    token: meaning.source,
    element: meaning.element,
    options,
    // The station has sent another report since the question was asked.
    gone: address.station !== null && wanted === null,
    result: answered === null ? null : {
      right: isRight,
      meaning: meaning.meaning,
      rule: meaning.rule ?? null,
    },
    right: address.right + (isRight ? 1 : 0),
    asked: address.asked + (answered === null ? 0 : 1),
    next: address.seed + 1,
  };
}

function reportingIds(reports: Reports): string[] {
  const ids: string[] = [];
  for (const id of reports.world.stationIds()) {
    const metar = reports.metar(id);
    if (metar !== undefined && metar.freshness.state !== "notCurrent" && !metar.decoded.nil) {
      ids.push(id);
      if (ids.length >= 2000) break;
    }
  }
  return ids;
}

interface Question {
  readonly id: string;
  readonly meaning: TokenMeaning;
  readonly report: NonNullable<ReturnType<Reports["metar"]>>;
}

/** Groups that say nothing about weather are not asked for. */
const NOT_ASKED = new Set(["reportType", "station", "unparsed", "other"]);

function meaningsOf(
  reports: Reports,
  id: string,
  v: Viewer,
): { readonly report: Question["report"]; readonly meanings: TokenMeaning[] } | null {
  const report = reports.metar(id);
  if (report === undefined) return null;
  const meanings = explainReport(report.decoded, v.language);
  return { report, meanings: meanings.filter(({ element }) => !NOT_ASKED.has(element)) };
}

function questionAt(
  reports: Reports,
  id: string,
  choose: (meanings: readonly TokenMeaning[]) => number,
  v: Viewer,
): Question | null {
  const read = meaningsOf(reports, id, v);
  const meaning = read?.meanings[choose(read.meanings)];
  return read === null || meaning === undefined ? null : { id, meaning, report: read.report };
}

/** Another report and another group for each seed, spread over all stations. */
function anyQuestion(
  reports: Reports,
  ids: readonly string[],
  seed: number,
  v: Viewer,
): Question | null {
  for (let i = 0; i < REPORTS_TRIED; i++) {
    const at = mix(seed + i * 7919);
    const question = questionAt(
      reports,
      ids[at % ids.length]!,
      (meanings) => meanings.length === 0 ? -1 : (at >>> 8) % meanings.length,
      v,
    );
    if (question !== null) return question;
  }
  return null;
}

/** The meaning, and others of the same element from other reports where there are any; in a steady order. */
function optionsFor(
  reports: Reports,
  ids: readonly string[],
  meaning: TokenMeaning,
  id: string,
  v: Viewer,
): QuizOption[] {
  const wrong = new Set<string>();
  const others = new Set<string>();
  for (let i = 0; i < REPORTS_TRIED && wrong.size < OPTIONS - 1; i++) {
    const other = ids[mix(meaning.source.start + i * 104_729 + id.charCodeAt(1)) % ids.length]!;
    for (const each of meaningsOf(reports, other, v)?.meanings ?? []) {
      if (each.meaning === meaning.meaning || each.source.text === meaning.source.text) continue;
      (each.element === meaning.element ? wrong : others).add(each.meaning);
    }
  }
  const texts = [...wrong, ...others].slice(0, OPTIONS - 1);
  const all = [
    { text: meaning.meaning, right: true },
    ...texts.map((text) => ({ text, right: false })),
  ];
  return all.sort((a, b) => hash(a.text) - hash(b.text));
}

/** A well-spread number for a number. */
function mix(value: number): number {
  let h = value | 0;
  h = Math.imul(h ^ (h >>> 16), 0x45d9f3b);
  h = Math.imul(h ^ (h >>> 16), 0x45d9f3b);
  return (h ^ (h >>> 16)) >>> 0;
}

function hash(text: string): number {
  let h = 0;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 16_777_619);
  return mix(h);
}
