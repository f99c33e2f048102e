/**
 * A G-AIRMET in words: sentences, a spoken form, and the meaning of each member of the record.
 *
 * @module
 */
import {
  areaPieces,
  layerText,
  limitText,
  type WarningVoice,
  warningVoice,
} from "../hazard/describe_mod.ts";
import type { Sentence, Source, TokenMeaning } from "../product.ts";
import {
  type DescribeOptions,
  type Element,
  incompletePieces,
  type Language,
  type Piece,
  piece,
  toMeanings,
  toSentences,
  unreadablePieces,
  US_WARNING_RULES,
} from "../text/mod.ts";
import type { Gairmet } from "./model.ts";

/** The snapshot in sentences. What could not be read is said, never passed over. */
export function describe(report: Gairmet, options: DescribeOptions = {}): Sentence[] {
  const warning = warningVoice(options);
  const pieces = elementsOf(report, warning).filter(({ text }) => text !== null)
    .map(({ element, text, names }) =>
      piece(element, text!, ...names.map((name) => memberAt(report.raw, name)))
    );
  return toSentences([...pieces, ...incompletePieces(report, warning.say)]);
}

/** What each member of the record means, in the order of the record, with the rule behind it. */
export function explain(report: Gairmet, language: Language = "en"): TokenMeaning[] {
  const warning = warningVoice({ language });
  const pieces: Piece[] = elementsOf(report, warning).flatMap(({ element, text, names }) =>
    text === null ? [] : names.flatMap((name): Piece[] => {
      const source = memberAt(report.raw, name);
      return source === null ? [] : [piece(element, text, source)];
    })
  );
  pieces.push(...unreadablePieces(report, warning.say));
  return toMeanings(pieces, warning.voice, US_WARNING_RULES);
}

/** What the record says, `null` where it does not, and the members that say it. */
interface Told {
  readonly element: Element;
  readonly text: string | null;
  readonly names: readonly string[];
}

function elementsOf(report: Gairmet, warning: WarningVoice): Told[] {
  const { say, voice } = warning;
  const { series, forecastHour, base, top, level, freezingRange: range, dueTo } = report;
  const at = voice.instant(report.validAt);
  const [from, to] = [voice.instant(report.validFrom), voice.instant(report.validTo)];
  const [issued, expires] = [voice.instant(report.issuedAt), voice.instant(report.expiresAt)];
  const hour = forecastHour === null ? undefined : voice.number(forecastHour);
  const height = (value: NonNullable<typeof range>["low"]) =>
    say("msl", { height: voice.quantity(value) });
  const tag = report.tag ?? undefined;
  const area = report.area.kind === "notReported"
    ? say("areaUnreported")
    : [...areaPieces(report.area, warning)].map(({ text }) => text).join(" ");
  const told = (element: Element, text: string | null, ...names: string[]): Told => ({
    element,
    text,
    names,
  });
  return [
    told("reportType", say("gairmet", { series: series?.toUpperCase(), tag }), "product", "tag"),
    told("modifier", report.cancelled ? say("cancelled") : null, "status"),
    told("modifier", report.amended ? say("amended") : null, "status"),
    told("modifier", report.corrected ? say("corrected") : null, "status"),
    told("hazard", hazardText(report, warning), "hazard", "severity"),
    told("hazard", dueTo ? say("gairmet.dueTo", { text: dueTo }) : null, "due_to", "dueTo"),
    told(
      "validity",
      at ? say("gairmet.snapshot", { time: at, hour }) : say("validUnknown"),
      "validTime",
      "forecastHour",
    ),
    told("validity", from && to ? say("gairmet.hours", { from, to }) : null),
    told("time", issued ? say("gairmet.issued", { time: issued }) : null, "issueTime"),
    told("validity", expires ? say("gairmet.expires", { time: expires }) : null, "expireTime"),
    told("levels", layerText(base, top, warning), "base", "top"),
    told(
      "levels",
      level ? say("gairmet.level", { level: limitText(level, warning) }) : null,
      "level",
    ),
    told(
      "levels",
      range ? say("gairmet.range", { low: height(range.low), high: height(range.high) }) : null,
      "fzlbase",
      "fzltop",
    ),
    told("area", area),
  ];
}

function hazardText(report: Gairmet, warning: WarningVoice): string {
  const { severity } = report;
  return warning.say("gairmet.hazard", {
    what: hazardName(report, warning),
    severity: severity ? warning.say(`qualifier.${severity}`) : undefined,
  });
}

/** What the picture is of: `Turbulence at low levels`. */
export function hazardName({ hazard }: Pick<Gairmet, "hazard">, { say }: WarningVoice): string {
  if (hazard === null) return say("unnamed");
  return hazard === "turbulenceHigh" || hazard === "turbulenceLow" ||
      hazard === "multipleFreezingLevels"
    ? say(`gairmet.${hazard}`)
    : say(`phenomenon.${hazard}`);
}

/** Longest value that is looked for in a record. */
const MAX_VALUE = 300;

/** Where the member `name` with its value stands in the text of a record; `null` where it is not or has none. */
function memberAt(raw: string, name: string): Source | null {
  const start = raw.indexOf(`"${name}"`);
  if (start < 0) return null;
  const tail = raw.slice(start, start + name.length + MAX_VALUE);
  const value = /^"[^"]*"\s{0,4}:\s{0,4}(?:"[^"\\]*"|-?[\d.]+|true|false)/.exec(tail);
  if (value === null) return null;
  return { text: value[0], start, end: start + value[0].length };
}
