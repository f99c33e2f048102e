import assert from "node:assert/strict";
import { parseMetar } from "metar-taf-parser";
import { decodeMetar, type Metar } from "./mod.ts";

const CORPUS = "../shared/corpus/metar.jsonl";

/** What is compared, and how each of the two says it. */
type Aspect = "wind" | "temperature" | "altimeter" | "cloud" | "visibility";

/**
 * Where metar-taf-parser differs, and why ours stands. The kinds are told by what is in the text, not by
 * the report's name. Anything else is a failure.
 */
const EXPLAINED: Readonly<
  Record<Aspect, readonly (readonly [reason: string, applies: RegExp])[]>
> = {
  wind: [
    ["it knows no P99, GP99 and no letter E before the wind", /P\d\d|\bE\d{5}/],
    ["it takes an old runway state for the wind", / \d{8} /],
    [
      "it takes the wind of a forecast without keyword, or of FM, for the wind",
      / FM\d{4} |KT .*KT/,
    ],
    ["it reads three figures of speed as one or two", /\b(?:\d{3}|VRB)0\d\d(?:KT|MPS)/],
    ["a letter O in the figures", /\b\d*O\d*KT/],
    ["characters of another message stuck to the report", /HVH422/],
  ],
  temperature: [
    ["it loses the temperature without the dew point", / M?\d\d\/(?:\/\/\/?|XX|\/\/\/\/)? /],
    ["it loses the dew point without the temperature", / \/\/\/M?\d\d /],
    ["it takes the last of two groups", /\d\d\/\d\d \d\d\/\d\d/],
    [
      "temperature and dew point glued to the altimeter, or damaged",
      /\d\d\/\d\d[QA]\d|\d\d\/\d+\b/,
    ],
  ],
  altimeter: [
    ["it takes the last of two settings", /Q\d{4} .*A\d{4}|A\d{4} .*Q\d{4}/],
    ["a blank or a point inside the setting, or three figures", /Q\d{1,3} |Q\d{4}\.\d/],
    ["a blank is missing before the setting", /\d[QA]\d{4}/],
  ],
  cloud: [
    ["it loses the height 000", /[A-Z]{3}000/],
    ["it loses layers of unknown amount or type", /\/\/\/(?:\d{3}|CB|TCU)/],
    [
      "it loses a layer with a place or a damaged height",
      /CB[/NESW]|[A-Z]{3}(?:\d{1,2}|\d{4,5})\b/,
    ],
    ["a letter O in the figures", /(?:FEW|SCT|BKN|OVC)\d*O\d*/],
    ["it takes the clouds of a forecast for those of the report", / FM\d{4} |KT .*KT/],
    ["characters of another message stuck to the report", /HVH422/],
  ],
  visibility: [
    ["it rounds fractions to hundredths, and loses sixteenths", /\d\/(?:3|8|16|32)SM/],
    [
      "it knows no kilometres, no M and no P before metres",
      /\d\dKM|\dKM| \d{4}M | [MP]\d{4} |\b\d{5} /,
    ],
    ["a visibility apart from its unit or glued to the weather", / \d SM|\d{4}-?[A-Z]{2} |BCAVOK/],
    ["it takes the CAVOK of a forecast for the report's", /KT .*KT CAVOK/],
    ["the visibility is not in its place", /FEW030 9999/],
    ["the text is no METAR, or has no time", /^UTO8|^K[A-Z]{3} \d{4} /],
  ],
};

function exists(path: string): boolean {
  try {
    Deno.statSync(path);
    return true;
  } catch {
    return false;
  }
}

function ours(report: Metar): Record<Aspect, string> {
  const { surfaceWind: wind, prevailingVisibility: visibility, cloud } = report;
  const gust = "gust" in wind && wind.gust !== undefined ? `G${wind.gust.value}` : "";
  return {
    wind: wind.kind === "calm"
      ? "0/0"
      : wind.kind === "wind"
      ? `${wind.direction.value}/${wind.speed.value}${gust}`
      : wind.kind === "variable"
      ? `VRB/${wind.speed.value}${gust}`
      : "none",
    temperature: [report.airTemperature, report.dewPointTemperature]
      .map((t) => t.kind === "value" ? t.value : "none").join("/"),
    altimeter: report.qnh.kind === "value" ? String(report.qnh.value) : "none",
    cloud: cloud.kind === "layers"
      ? cloud.layers.map((l) => `${l.amount}${l.heightAgl?.value ?? ""}`).join(" ")
      : "",
    visibility: visibility.kind === "cavok"
      ? "cavok"
      : visibility.kind === "visibility"
      ? `${visibility.distance.value}${visibility.distance.unit}`
      : "none",
  };
}

const CLEAR = new Set(["SKC", "NSC", "CLR", "NCD"]);

/** The same of metar-taf-parser, or `null` where it throws. */
function theirs(raw: string): Record<Aspect, string> | null {
  let report;
  try {
    report = parseMetar(raw, { issued: new Date(0) });
  } catch {
    return null;
  }
  const { wind, visibility } = report;
  const direction = wind?.direction === "VRB" ? "VRB" : String(wind?.degrees);
  const gust = wind?.gust === undefined ? "" : `G${wind.gust}`;
  const distance = visibility?.value === 9999 && visibility.unit === "m"
    ? 10000
    : visibility?.value;
  return {
    wind: wind === undefined ? "none" : `${direction}/${wind.speed}${gust}`,
    temperature: [report.temperature, report.dewPoint]
      .map((t) => t === undefined ? "none" : t + 0).join("/"),
    altimeter: report.altimeter === undefined ? "none" : String(report.altimeter.value),
    cloud: report.clouds.filter((c) => !CLEAR.has(c.quantity))
      .map((c) => `${c.quantity}${c.height ?? ""}`).join(" "),
    visibility: report.cavok
      ? "cavok"
      : visibility === undefined
      ? "none"
      : `${distance}${visibility.unit}`,
  };
}

/** Differences that no kind explains. */
function unexplained(raw: string): string[] {
  const second = theirs(raw);
  if (second === null) return [];
  const first = ours(decodeMetar(raw));
  return (Object.keys(first) as Aspect[]).filter((aspect) =>
    first[aspect] !== second[aspect] &&
    !EXPLAINED[aspect].some(([, applies]) => applies.test(`${raw} `))
  ).map((aspect) => `${aspect}: ours ${first[aspect]}, theirs ${second[aspect]}: ${raw}`);
}

Deno.test({
  name: "metar-taf-parser reads the same body, or the difference is explained",
  ignore: !exists(CORPUS),
  fn() {
    const lines = Deno.readTextFileSync(CORPUS).trim().split("\n");
    const found = lines.flatMap((line) => unexplained((JSON.parse(line) as { raw: string }).raw));
    assert.ok(lines.length > 1000);
    assert.deepEqual(found, []);
  },
});

Deno.test("the second opinion agrees on plain reports", () => {
  for (
    const raw of [
      "METAR KJFK 061751Z 28008G15KT 1 1/2SM -RA BKN010 OVC020 22/18 A2992",
      "METAR EGLL 061750Z VRB03KT 9999 FEW030 M02/M03 Q0992 NOSIG",
      "METAR LFPG 061730Z 00000KT CAVOK 10/08 Q1013",
    ]
  ) assert.deepEqual(ours(decodeMetar(raw)), theirs(raw));
});
