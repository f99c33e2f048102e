import assert from "node:assert/strict";
import { decodeMetar } from "./mod.ts";
import { FORMAT_ROWS } from "./fixtures/formats.ts";

/** The value without the spans and, in trends, without what is not reported. */
function bare(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(bare);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value).filter(([key]) => key !== "source").map(([key, v]) => [key, bare(v)]),
  );
}

function isStated(value: unknown): boolean {
  if (value === null || value === false) return false;
  if (Array.isArray(value)) return value.length > 0;
  return !(typeof value === "object" && (value as { kind?: string }).kind === "notReported");
}

function stated(value: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(value).filter(([, v]) => isStated(v)));
}

for (const row of FORMAT_ROWS) {
  Deno.test(`METAR format: ${row.feature}: ${row.raw.slice(0, 60)}`, () => {
    const report = decodeMetar(row.raw);
    for (const [name, expected] of Object.entries(row.expected ?? {})) {
      let actual = bare(report[name as keyof typeof report]);
      if (name === "trends") {
        actual = report.trends.map((trend) =>
          stated({
            ...bare(trend) as object,
            elements: stated(bare(trend.elements) as object),
          })
        );
      } else if (name === "presentWeather" || name === "recentWeather") {
        const weather = report[name];
        if (weather.kind === "weather") actual = weather.phenomena.map((p) => p.code);
      }
      assert.deepEqual(actual, expected, name);
    }
    if (row.remarks !== undefined) {
      const remarks = report.remarks.map((r) =>
        `${r.kind === "other" ? r.name : r.kind}: ${r.source.text}`
      );
      assert.deepEqual(remarks, row.remarks);
    }
    assert.equal(report.unparsed.map((u) => u.text).join(" "), row.unparsed ?? "");
  });
}
