import { deepStrictEqual } from "node:assert";
import { tafRecord } from "./rows.ts";

const RECEIPT = { provider: "awc", receivedAt: Date.UTC(2026, 11, 1), simulated: false };

Deno.test("a report keeps its text to the character", () => {
  const texts = [
    "TAF KJFK 011130Z 0112/0218 24015KT P6SM",
    "\ufeffTAF KJFK\r\n 24015KT=",
    "TAF KJFK RMK Z\u00fcrich 25\u00b0C \u2212 \u{1f327}",
    "TAF KJFK RMK \ud83c",
  ];
  for (const text of texts) {
    const record = {
      fields: new Map([["station_id", "KJFK"], ["raw_text", text]]),
      attributes: new Map<string, string>(),
      points: [],
      badPoints: 0,
    };
    const report = tafRecord(record, RECEIPT);
    deepStrictEqual(typeof report === "object" ? report.text : report, text);
  }
});
