/**
 * Faults of content: the answer is whole, and what it says is wrong.
 *
 * Each changes the text of a file or answer; gzip is taken off before and put on after.
 *
 * @module
 */

/** Changes text and, for the last few kinds, its bytes. */
export type ContentFault = (text: string) => string | Uint8Array<ArrayBuffer>;

const HOURS = (hours: number) => (text: string) =>
  text.replace(
    /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z/g,
    (iso) => new Date(Date.parse(iso) + hours * 3_600_000).toISOString(),
  ).replace(
    / (\d\d)(\d\d)(\d\d)Z /g,
    (_all, day, hour, minute) => {
      // The day of month moves within the month only: enough to be hours off and still a day that exists.
      const total = Number(day) * 24 + Number(hour) + hours;
      const shifted = Math.min(Math.max(Math.floor(total / 24), 1), 28);
      const two = (n: number) => String(n).padStart(2, "0");
      return ` ${two(shifted)}${two(((total % 24) + 24) % 24)}${minute}Z `;
    },
  );

/** By name. */
export const CONTENT_FAULTS: Readonly<Record<string, ContentFault>> = {
  /** A column has another name. */
  renamedColumn: (text) => text.replace("visibility_statute_mi", "visibility_sm"),
  /** A column is gone from header and rows alike. */
  missingColumn: (text) =>
    text.replace("station_id,", "").replace(/<station_id>[^<]*<\/station_id>/g, ""),
  /** The station column says another station than the report. */
  wrongStation: (text) =>
    text.replace(/^("(?:METAR|SPECI) [A-Z]{4} [^"]*"),([A-Z]{4}),/gm, "$1,KZZZ,")
      .replace(/<station_id>[A-Z]{4}</g, "<station_id>KZZZ<")
      .replace(/"icaoId":"[A-Z]{4}"/g, '"icaoId":"KZZZ"'),
  futureTimes: HOURS(5),
  oldTimes: HOURS(-30),
  /** Every row comes three times. */
  duplicates: (text) => {
    const [header, ...rows] = text.split("\n");
    if (!header!.startsWith("<")) return [header, ...rows, ...rows, ...rows].join("\n");
    return text.replace(/<(METAR|TAF)>.*?<\/\1>/g, (element) => element.repeat(3));
  },
  /** Bytes that are no UTF-8 in the middle of reports. */
  invalidUtf8: (text) => {
    const bytes = new TextEncoder().encode(text);
    for (let at = 400; at < bytes.length; at += 997) {
      if (bytes[at]! >= 65 && bytes[at]! <= 90) bytes[at] = 0xe9;
    }
    return bytes;
  },
};
