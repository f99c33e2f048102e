/** The pages over HTTP: redirects, errors, validators, and what they weigh on the wire. */

import assert from "node:assert/strict";
import { brotliDecompressSync, gzipSync } from "node:zlib";
import { MINUTE_MS } from "../lib/time/mod.ts";
import type { ReportHistory } from "../lib/reports/history.ts";
import { withCharacters } from "./support/characters.ts";
import { dayOfReports } from "./support/past_metars.ts";
import { pagesApp, START } from "./support/pages_app.ts";

const { handler, clock } = await pagesApp();
const get = (path: string, init?: RequestInit) =>
  handler(new Request(`http://localhost${path}`, init));

const REDIRECTS = [
  { path: "/kjfk", status: 308, location: "/KJFK" },
  { path: "/JFK", status: 302, location: "/KJFK" },
  { path: "/jfk", status: 302, location: "/KJFK" },
  { path: "/kjfk.txt", status: 308, location: "/KJFK.txt" },
  { path: "/?q=kjfk", status: 302, location: "/KJFK" },
  { path: "/?q=+JFK+", status: 302, location: "/KJFK" },
  { path: "/KJFK/", status: 308, location: "/KJFK" },
];
for (const { path, status, location } of REDIRECTS) {
  Deno.test(`${path} leads to ${location}`, async () => {
    const response = await get(path);
    assert.equal(response.status, status);
    assert.equal(response.headers.get("location")?.replace("http://localhost", ""), location);
  });
}

const ERRORS: { path: string; init?: RequestInit; status: number; says: RegExp }[] = [
  { path: "/ZZZZ", status: 404, says: /No station &#8220;ZZZZ/ },
  { path: "/KJFQ", status: 404, says: /Did you mean/ },
  { path: "/%3Cscript%3E", status: 404, says: /No station &#8220;&lt;script/ },
  { path: "/ZZZZ.txt", status: 404, says: /^No station ZZZZ/ },
  { path: "/no/such/page", status: 404, says: /No such page/ },
  { path: "/KJFK", init: { method: "POST" }, status: 405, says: /cannot be done here/ },
  { path: "/near?lat=99&lon=0", status: 400, says: /lat must be between/ },
];
for (const { path, init, status, says } of ERRORS) {
  Deno.test(`${init?.method ?? "GET"} ${path} answers ${status} in words and under the policy`, async () => {
    const response = await get(path, init);
    assert.equal(response.status, status);
    assert.match(await response.text(), says);
    if (path.endsWith(".txt")) return;
    assert.match(
      response.headers.get("content-security-policy") ?? "",
      /style-src 'self' 'sha256-/,
    );
  });
}

const DECODED: { name: string; report: string; says: RegExp }[] = [
  {
    name: "a pilot report",
    report: "FSD UA /OV FSD360050/TM 0219/FL340/TP E170/TB OCNL LGT CHOP",
    says: /50 NM on the 360 radial of FSD[\s\S]*Nothing is said of icing[\s\S]*AIM 7-1-18/,
  },
  {
    name: "a SIGMET",
    report:
      "YUDD SIGMET 2 VALID 121200/121600 YUSO- YUDD SHANLON FIR SEV TURB OBS ENTIRE FIR FL250/370",
    says: /Turbulence: severe, observed\.[\s\S]*ICAO Annex 3, appendix 6/,
  },
];
for (const { name, report, says } of DECODED) {
  Deno.test(`/decode says what ${name} means, without script`, async () => {
    const response = await get(`/decode?report=${encodeURIComponent(report)}`);
    assert.equal(response.status, 200);
    assert.match(await response.text(), says);
  });
}

Deno.test("a page carries no script of its own and no style attribute", async () => {
  const html = await (await get("/KJFK")).text();
  assert.doesNotMatch(html, /<script(?! type="(module|application\/json)")/);
  assert.doesNotMatch(html, / style=| on[a-z]+="/);
});

for (const path of ["/KJFK?at=2026-11-24T16:00Z", "/EDDF", "/KACY", "/KTEB", "/KBOS", "/KMTN"]) {
  Deno.test(`on ${path} each id stands once, and every link within the page leads to one`, async () => {
    const html = await (await get(path)).text();
    const ids = [...html.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id!);
    assert.deepEqual(ids.filter((id, at) => ids.indexOf(id) !== at), []);
    const links = [...html.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id!);
    assert.ok(links.length > 5);
    assert.deepEqual(links.filter((id) => !ids.includes(id)), []);
  });
}

Deno.test("a page is the same for the whole minute and answers its validator with 304", async () => {
  clock.set(START);
  const first = await get("/KJFK");
  const etag = first.headers.get("etag")!;
  clock.set(START + MINUTE_MS - 1);
  const second = await get("/KJFK", { headers: { "if-none-match": etag } });
  assert.equal(second.status, 304);
  clock.set(START + MINUTE_MS);
  const third = await get("/KJFK", { headers: { "if-none-match": etag } });
  assert.equal(third.status, 200);
  assert.match(await third.text(), /<b>13 min<\/b>/);
  clock.set(START);
});

Deno.test("a report past its limit loses its category, and says how old it is", async () => {
  const html = await (await get("/KMTN")).text();
  assert.match(html, /data-freshness="notCurrent"/);
  assert.match(html, /No current report\. The last one is 5 h 18 min old\./);
  const text = await (await get("/KMTN.txt")).text();
  assert.doesNotMatch(text, /VFR/);
});

Deno.test("half a report is not VFR, and what was not understood is listed", async () => {
  const html = await (await get("/KACY")).text();
  assert.match(html, /Not known: ceiling missing/);
  assert.match(html, /Not understood:/);
  const hero = html.slice(html.indexOf('class="hero"'), html.indexOf('class="items"'));
  assert.doesNotMatch(hero, /VFR/);
});

Deno.test("a station's page is written in ASCII, which is copied to the wire as it is", async () => {
  for (const language of ["en", "de"]) {
    const html = await (await get("/KJFK", { headers: { "accept-language": language } })).text();
    assert.match(html, /&#176;/);
    assert.equal(/[^\0-\x7f]/.exec(html.slice(html.indexOf("<body")))?.[0], undefined);
  }
});

Deno.test("the reports stand in words, whose numbers lead to their groups", async () => {
  const said = async (path: string, headers: Record<string, string> = {}) => {
    const html = withCharacters(await (await get(path, { headers })).text());
    const ids = new Set([...html.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id));
    const card = /<section class="card said">.*?<\/section>/s.exec(html)![0];
    for (const [, id] of card.matchAll(/href="#([^"]+)"/g)) assert.ok(ids.has(id), `${path} ${id}`);
    return card;
  };
  const card = await said("/KJFK");
  assert.match(card, /KJFK at 14:51Z: IFR; wind from <a\s+href="#t19">300°<\/a> true at/);
  assert.match(card, /until 22:00Z is LIFR, <a\s+href="#f58">at times \(TEMPO\)<\/a> 14:00Z to/);
  assert.match(card, /Hazards forecast: gusts, thunderstorm/);
  assert.match(
    await said("/KJFK", { "accept-language": "de" }),
    /Die schlechteste Vorhersage bis 22:00Z ist LIFR/,
  );
  const old = await said("/KMTN");
  assert.match(old, /no current report; the last one is of 09:45Z/);
  assert.doesNotMatch(old, /VFR/);
  assert.match(await said("/KACY"), /Parts of the report could not be read/);
});

Deno.test("a station without a report says so and names the nearest that have one", async () => {
  const html = await (await get("/KSWF")).text();
  assert.match(html, /No weather report from KSWF/);
  assert.match(html, /href="\/KTEB"/);
});

Deno.test("a feed that has never answered, or no longer does, is told on the page", async () => {
  const silent = await pagesApp({ feeds: false });
  const answer = await silent.handler(new Request("http://localhost/KJFK"));
  assert.match(await answer.text(), /No METAR data has been received/);
  clock.set(START + 10 * MINUTE_MS);
  assert.match(
    await (await get("/KJFK")).text(),
    /The METAR source \(AWC\) is not answering\. Showing data received 15:02Z \(11 min ago\)\./,
  );
  clock.set(START);
});

Deno.test("simulated weather is marked on every page and in the text", async () => {
  const simulated = await pagesApp({ simulated: true });
  for (const path of ["/", "/KJFK", "/about", "/ZZZZ", "/near", "/KJFK.txt"]) {
    const answer = await simulated.handler(new Request(`http://localhost${path}`));
    assert.match(await answer.text(), /simulated or replayed weather/i, path);
  }
});

Deno.test("/KJFK.txt has the forecast in words below it", async () => {
  assert.match(
    await (await get("/KJFK.txt")).text(),
    /The worst forecast until 22:00Z is LIFR, at/,
  );
});

Deno.test("/KJFK.txt has age, source and raw report in about a kilobyte", async () => {
  const text = await (await get("/KJFK.txt")).text();
  assert.match(text, /12 min old/);
  assert.match(text, /AWC, received 14:55Z/);
  assert.match(text, /METAR KJFK 241451Z 30015G25KT/);
  assert.ok(text.length < 1400, `${text.length} characters`);
});

/** Status line, headers and body as they come over a socket. */
async function weigh(path: string, coding: string): Promise<{ bytes: number; links: string[] }> {
  const server = Deno.serve({ hostname: "127.0.0.1", port: 0, onListen: () => {} }, handler);
  try {
    const socket = await Deno.connect({ hostname: "127.0.0.1", port: server.addr.port });
    const request =
      `GET ${path} HTTP/1.1\r\nHost: localhost\r\nAccept-Encoding: ${coding}\r\nConnection: close\r\n\r\n`;
    await socket.write(new TextEncoder().encode(request));
    const bytes = new Uint8Array(await new Response(socket.readable).arrayBuffer());
    const head = new TextDecoder().decode(bytes.subarray(0, 4096));
    return {
      bytes: bytes.byteLength,
      links: [...head.matchAll(/<([^>]+\.js)>/g)].map((m) => m[1]!),
    };
  } finally {
    await server.shutdown();
  }
}

for (const coding of ["br", "gzip"]) {
  Deno.test(`/KJFK with ${coding} fits into one flight: 14,000 bytes with headers`, async () => {
    const { bytes } = await weigh("/KJFK", coding);
    console.log(`    /KJFK ${coding}: ${bytes} bytes with headers`);
    assert.ok(bytes <= 14_000, `${bytes} bytes`);
  });
}

Deno.test("the script of /KJFK is at most 10 kB gzip", async () => {
  const { links } = await weigh("/KJFK", "br");
  assert.ok(links.length > 0);
  let total = 0;
  for (const link of links) {
    const script = await get(link);
    assert.equal(script.status, 200, link);
    total += gzipSync(new Uint8Array(await script.arrayBuffer())).byteLength;
  }
  console.log(`    script of /KJFK: ${total} bytes gzip in ${links.length} files`);
  assert.ok(total <= 10_000, `${total} bytes`);
});

Deno.test("static files of one name are no station pages: script, manifest and icons come whole", async () => {
  for (const [path, type] of [["/sw.js", "text/javascript"], ["/favicon.svg", "image/svg+xml"]]) {
    for (const coding of ["br", "identity"]) {
      for (let time = 0; time < 2; time++) {
        const answer = await get(path!, { headers: { "accept-encoding": coding } });
        assert.equal(answer.status, 200);
        assert.match(
          answer.headers.get("content-type")!,
          new RegExp(`^${type!.replace("+", "\\+")}`),
        );
        assert.equal(answer.headers.get("content-encoding"), coding === "br" ? "br" : null, path);
        const bytes = new Uint8Array(await answer.arrayBuffer());
        const plain = coding === "br" ? brotliDecompressSync(bytes) : bytes;
        assert.match(new TextDecoder().decode(plain), /^(\/\/ Service worker|<svg)/);
      }
    }
  }
  const manifest = await (await get("/manifest.webmanifest")).json();
  for (const { src } of manifest.icons) assert.equal((await get(src)).status, 200, src);
});

Deno.test("the style guide shows every part in its states, in development only", async () => {
  assert.equal((await get("/styleguide")).status, 404);
  const development = await pagesApp({ mode: "development" });
  const answer = await development.handler(new Request("http://localhost/styleguide"));
  assert.equal(answer.status, 200);
  const html = await answer.text();
  const parts = [
    "CategoryBadge",
    "Conditions KJFK stale",
    "Runways EDDF",
    "MinimaCard KACY",
    "SunCard",
  ]
    .concat(["ForecastStrip", "NearbyHazardsCard", "NotFound", "Quiz", "SettingsPage"]);
  for (const part of parts) assert.ok(html.includes(part), part);
});

Deno.test("the last day is on the page where it is known at once, and never waited for", async () => {
  const history = (recent: ReportHistory["recent"]) => ({ recent }) as unknown as ReportHistory;
  const known = await pagesApp({ history: history(() => Promise.resolve(dayOfReports(START))) });
  const html = await (await known.handler(new Request("http://localhost/KJFK"))).text();
  assert.match(html, /href="\/KJFK\/history"/);
  assert.match(html, /<figure>[\s\S]*>V<[\s\S]*>M<[\s\S]*>I<[\s\S]*<\/figure>/);
  const request = new Request("http://localhost/KJFK", { headers: { "accept-encoding": "br" } });
  const bytes = (await (await known.handler(request)).arrayBuffer()).byteLength;
  console.log(`    /KJFK with its last day: ${bytes} bytes`);
  assert.ok(bytes < 12_800, `${bytes} bytes without headers`);

  const slow = await pagesApp({ history: history(() => new Promise(() => {})) });
  const started = performance.now();
  const answer = await slow.handler(new Request("http://localhost/KJFK"));
  assert.doesNotMatch(await answer.text(), /<figure>/);
  assert.ok(performance.now() - started < 5000);
});
