/** The HTTP contract of the API over a fake world. */
import { fakeApi } from "./testing/ask.ts";
import { checkRow, CONTRACT } from "./testing/contract.ts";

for (const [subject, rows] of Object.entries(CONTRACT)) {
  Deno.test(`the HTTP contract of ${subject}`, async (t) => {
    for (const row of rows) {
      await t.step(`${row.name}: ${row.status}`, () => checkRow(fakeApi().api, row));
    }
  });
}
