/**
 * Caches between the service and its readers: none may give one reader's answer to another. Every page and every
 * answer of the API is asked for by readers who differ in language, settings, credentials and address.
 */
import assert from "node:assert/strict";
import { type Ask, fakeApi, toRequest } from "../edge/testing/ask.ts";
import { CONTRACT } from "../edge/testing/contract.ts";
import { READ_RESOURCES } from "../edge/resources.ts";
import { pagesApp } from "./support/pages_app.ts";

const { handler } = await pagesApp({ mode: "development" });

/** Headers of readers; the first has chosen nothing. */
const READERS: readonly Readonly<Record<string, string>>[] = [
  {},
  { "accept-language": "de" },
  { cookie: "settings=1.language-de" },
  { cookie: "settings=1.wind-m/s.palette-red" },
  { cookie: "settings=1.ceilingFt-1500.windKt-5" },
  { cookie: "settings=broken" },
  { "x-forwarded-for": "192.0.2.7", forwarded: "for=192.0.2.7" },
  { authorization: "Bearer somebody" },
];

/** For each route of the project addresses of every kind of answer: pages, texts, redirects, errors. */
const ADDRESSES: Readonly<Record<string, readonly string[]>> = {
  "index.tsx": ["/", "/?q=london", "/?q=jfk"],
  "[station].tsx": [
    "/KJFK",
    "/KJFK?at=2026-11-24T16:00Z",
    "/KJFK.txt",
    "/KSWF",
    "/kjfk",
    "/jfk",
    "/ZZZZ",
    "/ZZZZ.txt",
    "/KJFK+KBOS",
    "/KJFK+ZZZZ",
  ],
  "[station]/history.tsx": ["/KJFK/history", "/ZZZZ/history"],
  "about.tsx": ["/about"],
  "ask.tsx": [
    "/ask",
    "/ask?q=",
    "/ask?q=Will+it+be+VFR+at+KJFK+at+18Z",
    "/ask?q=Will+it+be+VFR+at+KJFK+at+18Z&format=text",
    "/ask?q=What+is+it&text=model",
  ],
  "brief.tsx": [
    "/brief",
    "/brief?route=KJFK,KBOS&departure=1800Z&tas=110&altitude=6500&corridor=25",
    "/brief?route=KJFK,KBOS&departure=1800Z&tas=110&altitude=6500&corridor=25&format=text",
    "/brief?route=KJFK,ZZZZ",
    "/brief?route=KJFK,ZZZZ&format=text",
  ],
  "changes.ts": ["/changes?station=KJFK&old=METAR+KJFK+241351Z+30015KT+10SM+CLR+08/M03+A2992"],
  "cwas.tsx": ["/cwas"],
  "decode.tsx": ["/decode", "/decode?report=METAR+KJFK+241651Z+30015G25KT+10SM+CLR+08/M03+A2992"],
  "events.ts": ["/events", "/events?stations=KJFK"],
  "gairmets.tsx": ["/gairmets"],
  "learn.tsx": ["/learn", "/learn?n=1"],
  "map.tsx": ["/map", "/map?lat=40&lon=-73"],
  "near.tsx": ["/near", "/near?lat=40&lon=-73", "/near?lat=99&lon=0"],
  "offline.tsx": ["/offline"],
  "pireps.tsx": ["/pireps"],
  "settings.tsx": ["/settings", "/settings?saved"],
  "sigmets.tsx": ["/sigmets"],
  "status.tsx": ["/status"],
  "styleguide.tsx": ["/styleguide"],
  "none": ["/no/such/page", "/favicon.svg", "/sw.js"],
};

Deno.test("every route of the project has its addresses here", () => {
  const routes = [...filesOf(new URL("../routes/", import.meta.url), "")]
    .filter((file) => !/(^|\/)(_|\()/.test(file) && !file.startsWith("api/"));
  assert.deepEqual(routes.sort(), Object.keys(ADDRESSES).filter((name) => name !== "none").sort());
});

for (const path of Object.values(ADDRESSES).flat()) {
  Deno.test(`no cache gives ${path} for one reader to another`, async () => {
    await checkAlike((headers) => handler(new Request(`http://localhost${path}`, { headers })));
  });
}

for (const path of ["/", "/KJFK", "/brief?route=KJFK,KBOS", "/near?lat=40&lon=-73", "/KJFK.txt"]) {
  Deno.test(`${path} with a validator stays as private as it was`, async () => {
    for (const headers of READERS) {
      const ask = (more = {}) =>
        handler(new Request(`http://localhost${path}`, { headers: { ...headers, ...more } }));
      const first = await ask();
      await first.body?.cancel();
      const again = await ask({ "if-none-match": first.headers.get("etag") ?? "*" });
      await again.body?.cancel();
      assert.equal(again.headers.get("cache-control"), first.headers.get("cache-control"));
      assert.equal(again.headers.get("vary"), first.headers.get("vary"));
    }
  });
}

const FLIGHT = "route=KJFK,EDDF&departure=1800Z&tas=110&altitude=6500";
const API_ROWS: Readonly<Record<string, readonly Ask[]>> = {
  ...CONTRACT,
  briefing: ["json", "text"].flatMap((format) => [
    { path: `/api/v1/briefing?${FLIGHT}&format=${format}` },
    { path: `/api/v1/briefing?${FLIGHT}&lang=de&format=${format}` },
    { path: `/api/v1/ask?q=Will+it+be+VFR+at+KJFK&format=${format}` },
    { path: `/api/v1/ask?q=Will+it+be+VFR+at+KJFK&format=${format}&text=model` },
  ]),
  hazards: ["sigmets", "gairmets", "cwas", "pireps"].map((name) => ({ path: `/api/v1/${name}` })),
  history: [{ path: "/api/v1/history/KJFK" }, { path: "/api/v1/history/ZZZZ" }],
};

Deno.test("every resource of the API that is read has an address here", () => {
  const asked = Object.values(API_ROWS).flat().map(({ path }) => path.split("?")[0]!);
  const missing = READ_RESOURCES.map(({ path }) => path).filter((path) => {
    const pattern = new RegExp(`^/api${path.replaceAll(/\{\w+\}/g, "[^/]+")}$`);
    return !asked.some((one) => pattern.test(one));
  });
  assert.deepEqual(missing, []);
});

/** Formats that an answer of the API may be asked for in. */
const FORMATS = ["text/csv", "application/geo+json", "text/plain", "application/json", "image/png"];

for (const [subject, rows] of Object.entries(API_ROWS)) {
  Deno.test(`no cache gives an answer of the API to another reader: ${subject}`, async (t) => {
    const { api } = fakeApi();
    for (const row of rows.filter(({ method = "GET" }) => method === "GET")) {
      await t.step(row.path.slice(0, 80), async () => {
        const ask = (headers: Readonly<Record<string, string>>) =>
          api.fetch(toRequest({ ...row, headers: { ...row.headers, ...headers } }));
        await checkAlike(ask);
        await checkAlike(ask, [{}, ...FORMATS.map((accept) => ({ accept }))]);
      });
    }
  });
}

/**
 * Asks as each reader. What is made for somebody is `private` or `no-store`, and says on which headers it depends;
 * what may be shared is the same for all who ask with the same values of the headers in `Vary`.
 */
async function checkAlike(
  ask: (headers: Readonly<Record<string, string>>) => Response | Promise<Response>,
  readers = READERS,
): Promise<void> {
  const shared = new Map<string, string>();
  let usual: string | undefined;
  for (const headers of readers) {
    const answer = await ask(headers);
    const control = answer.headers.get("cache-control") ?? "";
    const type = answer.headers.get("content-type") ?? "";
    const body = type.startsWith("text/event-stream")
      ? await answer.body?.cancel().then(() => "")
      : await answer.text();
    const said = `${answer.status} ${type} ${answer.headers.get("location")} ${
      withoutId(body ?? "")
    }`;
    const who = `${JSON.stringify(headers)}: ${answer.status} ${control}`;
    assert.match(control, /\b(no-store|no-cache|max-age=\d+)\b/, `${who}: a lifetime is told`);
    usual ??= said;
    if (/\b(no-store|private)\b/.test(control)) continue;
    const varies = (answer.headers.get("vary") ?? "").toLowerCase().split(/, */);
    // A page: caches that leave cookies and languages out of their keys have been seen.
    if (control === "no-cache") {
      assert.equal(said, usual, `${who}: made for somebody, and not private`);
    }
    const key = JSON.stringify(varies.map((name) => headers[name] ?? null));
    assert.equal(said, shared.get(key) ?? said, `${who}: not told apart by Vary: ${varies}`);
    shared.set(key, said);
  }
}

/** The number of a request is of no reader. */
function withoutId(body: string): string {
  return body.replace(/"instance":"[^"]*"/, "");
}

function* filesOf(folder: URL, prefix: string): Iterable<string> {
  for (const { name, isDirectory } of Deno.readDirSync(folder)) {
    if (isDirectory) yield* filesOf(new URL(`${name}/`, folder), `${prefix}${name}/`);
    else yield prefix + name;
  }
}
