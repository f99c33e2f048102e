/** Map, lists of hazards, airports side by side: what they say, and what they weigh. */

import assert from "node:assert/strict";
import { brotliCompressSync } from "node:zlib";
import { MINUTE_MS } from "../lib/time/mod.ts";
import { withCharacters } from "./support/characters.ts";
import { fillHazards, MORE_HAZARDS } from "./support/hazard_reports.ts";
import { pagesApp, START } from "./support/pages_app.ts";

const app = await pagesApp();
fillHazards(app.world, START);
const bare = await pagesApp({ feeds: false });
const get = async (path: string, from = app) => {
  const response = await from.handler(new Request(`http://localhost${path}`));
  const html = await response.text();
  return { status: response.status, response, html, text: textOf(html) };
};

/** What is read of a page: its markup left out, its entities resolved. */
function textOf(html: string): string {
  return withCharacters(html).replace(/<(style|script)[^>]*>.*?<\/\1>/gs, "").replace(
    /<[^>]+>/g,
    "",
  )
    .replace(/&lt;/g, "<").replace(/&quot;/g, '"').replace(/&amp;/g, "&");
}

interface Row {
  readonly path: string;
  readonly says?: readonly RegExp[];
  readonly never?: readonly RegExp[];
}

const SAYS: readonly Row[] = [
  {
    path: "/map",
    says: [
      /Weather map: World/,
      /href="\/KJFK" tabindex="-1"><use href="#mIFR"/,
      /href="\/KDEN" tabindex="-1"><use href="#mVFR"/,
      />TS<\/text>/,
      /<th scope="row"><a href="\/KDEN">KDEN<\/a>/,
      /Observed: the latest report/,
    ],
  },
  // Half a report is not VFR, and an old one has no category.
  { path: "/map?near=KACY", says: [/href="\/KACY"[^>]*><use href="#munknown"/, />KACY<\/text>/] },
  { path: "/map?near=KPHL", says: [/href="\/KPHL"[^>]*><use href="#mMVFR"/, /st MVFR o/] },
  { path: "/map?near=KMTN", says: [/href="\/KMTN"[^>]*><use href="#mnone"/] },
  {
    path: "/map?at=3",
    says: [/Forecast for 18:00Z, 3 h from now/, /href="\/KJFK"[^>]*><use href="#mIFR"/],
    never: [/href="\/KBOS"[^>]*><use/],
  },
  { path: "/map?c=LIFR", says: [/href="\/KTEB"[^>]*><use/], never: [/href="\/KJFK"[^>]*><use/] },
  {
    path: "/map?region=europe&l=metar",
    says: [/Weather map: Europe/, /href="\/EGLL"/],
    never: [/class="h /],
  },
  { path: "/map?region=nowhere", says: [/could not be read from the address/] },
  { path: "/map?lat=1&lon=2&r=x", says: [/could not be read from the address/] },
  { path: "/map?near=QQQQ", says: [/No airport “QQQQ” is known/] },
  { path: "/map?bbox=170,-10,-170,30", says: [/NM around/, />TS<\/text>/] },
  {
    path: "/sigmets",
    says: [
      /6 in the list/,
      /Convective SIGMET 12E/,
      /Not on the map: the whole region named/,
      /Only a part is on the map; the rest: the place could not be read/,
      /Not yet in force/,
      /starts in 57 min/,
      /href="#h0-t\d+"/,
    ],
  },
  {
    path: "/sigmets?near=JFK&within=100",
    says: [/1 of 6 match/, /12E/, /2 more may concern this area/],
    never: [/SHANWICK OCEANIC FIR SEV/],
  },
  { path: "/sigmets?fir=shanwick", says: [/1 of 6 match/, /FL290/] },
  { path: "/sigmets?from=200&to=250", says: [/of 6 match/], never: [/ENTIRE FIR FL050/] },
  { path: "/sigmets?at=0", never: [/MUENCHEN FIR SEV/] },
  { path: "/sigmets?at=2", says: [/MUENCHEN FIR SEV/], never: [/CONVECTIVE SIGMET 12E/] },
  { path: "/sigmets?kind=MTW", says: [/1 of 6 match/] },
  { path: "/sigmets?kind=VA", says: [/None\./, /None of the 6 in the list match/] },
  {
    path: "/sigmets?from=abc&kind=XX",
    says: [/Not understood and not applied: the kind, a flight level/],
  },
  { path: "/sigmets?one=nosuch", says: [/no longer in force/] },
  { path: "/sigmets?near=QQQQ", says: [/No airport “QQQQ”/] },
  {
    path: "/pireps",
    says: [
      /! TURB/,
      /Urgent/,
      /Severe turbulence/,
      /no turbulence/i,
      /No place given|no place given/,
    ],
  },
  { path: "/pireps?near=KBOS&within=50", says: [/1 of 4 match/, /1 more may concern/] },
  { path: "/gairmets", says: [/CIG BLW 010/, /The provider's record/] },
  {
    path: "/cwas",
    says: [/<b>None\.<\/b> The list received 15:02Z \(1 min ago\) from AWC holds none/],
    never: [/class="nodata"/],
  },
  {
    path: "/KJFK+KBOS+KPWM",
    says: [
      /Side by side/,
      /data-observed="\d+"/,
      /12 min old/,
      /No report in the data received/,
      /Leave out KBOS/,
      /METAR KBOS 241454Z/,
    ],
  },
  { path: "/KJFK+ZZZZ", says: [/Not known here: ZZZZ/, /METAR KJFK/] },
  { path: "/KJFK+KMTN", says: [/data-freshness="notCurrent"/, /No current report: no category/] },
];
for (const { path, says = [], never = [] } of SAYS) {
  Deno.test(`${path} says what it should`, async () => {
    const { status, html, text } = await get(path);
    assert.equal(status, 200);
    const all = `${html}\n${text}`;
    for (const part of says) assert.ok(part.test(all), String(part));
    for (const part of never) assert.ok(!part.test(all), String(part));
    assert.doesNotMatch(html, / style=| on[a-z]+="/);
    assert.doesNotMatch(html, /NaN|undefined|\[object/);
  });
}

Deno.test("a warning that was cancelled is told apart, with both texts, and never as in force", async () => {
  const { handler, world } = await pagesApp({ simulated: true });
  fillHazards(world, START, undefined, MORE_HAZARDS);
  const get = async (path: string) =>
    await (await handler(new Request(`http://localhost${path}`))).text();
  const html = await get("/sigmets");
  const [, ended = ""] =
    /<details[^>]*><summary>1 ended before[^<]*<\/summary>([\s\S]*?)<\/details>/
      .exec(html) ?? [];
  assert.match(textOf(ended), /cancelled: Thunderstorms with hail: embedded in cloud · SIGMET 3/);
  const [first, second] = [ended.indexOf("EMBD TSGR OBS"), ended.indexOf("CNL SIGMET 3")];
  assert.ok(first > 0 && second > first, "the ended text, then the one that ended it");
  const others = html.replace(ended, "");
  assert.doesNotMatch(others, /EMBD TSGR OBS/);
  assert.match(textOf(others), /Cancellation: nothing of it is in force/);
  for (const path of ["/map?region=europe&l=sigmet", "/sigmets?fir=paris&at=0"]) {
    assert.doesNotMatch(
      (await get(path)).replace(/<details[\s\S]*?<\/details>/g, ""),
      /hail/,
      path,
    );
  }
});

Deno.test("a feed that never answered, an old one and an empty list are three different things", async () => {
  for (const path of ["/sigmets", "/gairmets", "/cwas", "/pireps"]) {
    const { html } = await get(path, bare);
    assert.match(html, /class="nodata"/, path);
    assert.match(html, /This does not mean that there is nothing/);
    assert.doesNotMatch(html, /<b>None\.<\/b>/);
  }
  const { html: map } = await get("/map", bare);
  assert.match(map, /no source has answered/i);
  app.clock.set(START + 20 * MINUTE_MS);
  const { html: old } = await get("/cwas");
  assert.match(textOf(old), /Out of date: AWC, last received 15:02Z, 21 min ago/);
  assert.match(old, /there may be some now/);
  assert.doesNotMatch(old, /<b>None\.<\/b>/);
  app.clock.set(START);
});

Deno.test("of several sources, one that never answered is named", async () => {
  const partial = await pagesApp();
  fillHazards(partial.world, START, ["sigmet"]);
  partial.world.putFeed({
    product: "sigmet",
    key: "isigmet",
    provider: "awc",
    attemptedAt: START,
    succeededAt: null,
    error: "refused",
    count: 0,
  });
  const { html } = await get("/sigmets", partial);
  assert.match(html, /A source has not answered yet \(isigmet\), so there may be more/);
});

const REDIRECTS = [
  { path: "/kjfk+bos", to: "/KJFK+KBOS" },
  { path: "/KJFK,KBOS", to: "/KJFK+KBOS" },
  { path: "/KJFK%20KBOS+KJFK", to: "/KJFK+KBOS" },
  { path: "/KJFK+", to: "/KJFK" },
  { path: "/KJFK+KBOS?add=ewr", to: "/KJFK+KBOS+KEWR" },
  { path: "/KJFK+zzzz", to: "/KJFK+ZZZZ" },
  { path: "/map?px=480&py=250", to: /^\/map\?lat=-?\d+(\.\d+)?&lon=-?\d+(\.\d+)?&r=1600$/ },
  { path: "/map?region=europe&px=480&py=360&zoom=in", to: /^\/map\?lat=5\d.*&r=1000$/ },
];
for (const { path, to } of REDIRECTS) {
  Deno.test(`${path} leads to one address: ${to}`, async () => {
    const { status, response } = await get(path);
    assert.equal(status, 302);
    const location = response.headers.get("location")!.replace("http://localhost", "");
    if (typeof to === "string") assert.equal(location, to);
    else assert.match(location, to);
  });
}

Deno.test("more airports than fit are named, and none known is 404", async () => {
  const codes = ["KJFK", "KEWR", "KLGA", "KTEB", "KBOS", "KDEN", "EDDF", "EGLL", "KMTN", "KPHL"];
  const { html } = await get(`/${[...codes, "KACY"].join("+")}`);
  assert.match(html, /Only the first 10 are shown; left out: KACY/);
  assert.equal((await get("/QQQQ+ZZZZ")).status, 404);
});

Deno.test("the second stylesheet is allowed by its hash on the pages that have it, and nowhere else", async () => {
  const policy = async (path: string) =>
    (await get(path)).response.headers.get("content-security-policy") ?? "";
  const hashes = (text: string) => text.match(/'sha256-[^']+'/g)?.length;
  assert.equal(hashes(await policy("/map")), 2);
  assert.equal(hashes(await policy("/sigmets")), 2);
  assert.equal(hashes(await policy("/KJFK+KBOS")), 2);
  assert.equal(hashes(await policy("/KJFK")), 1);
});

Deno.test("the pages of many things weigh at most 40 kB", async () => {
  for (
    const path of ["/map", "/map?region=europe", "/map?at=3", "/sigmets", "/pireps", "/KJFK+KBOS"]
  ) {
    const { html } = await get(path);
    const bytes = brotliCompressSync(html).byteLength;
    console.log(`    ${path}: ${bytes} bytes br`);
    assert.ok(bytes <= 40_000, `${path} ${bytes}`);
  }
});

Deno.test("without a token no map loads anything from outside, and asking for the street map says so", async () => {
  const { html, text, response } = await get("/map?region=europe&view=street");
  assert.doesNotMatch(html, /<image|api\.mapbox\.com/);
  assert.doesNotMatch(response.headers.get("content-security-policy")!, /mapbox/);
  assert.match(text, /The street map is not available here/);
  assert.doesNotMatch((await get("/map")).html, /mapbox/i);
});

Deno.test("with a token only the street map may load its picture, from one origin", async () => {
  const street = await pagesApp({ mapboxToken: "pk.test" });
  const policy = async (path: string) =>
    (await get(path, street)).response.headers.get("content-security-policy")!;
  const path = "/map?region=europe&view=street";
  const { html } = await get(path, street);
  const picture = /<image href="(https:\/\/api\.mapbox\.com\/[^"]+)"/.exec(html)?.[1] ?? "";
  assert.match(picture, /\/static\/11,52,3\.\d+\/960x720@2x\?access_token=pk\.test$/);
  assert.match(await policy(path), /img-src 'self' https:\/\/api\.mapbox\.com data:/);
  assert.doesNotMatch(await policy(path), /script-src[^;]*mapbox|connect-src[^;]*mapbox/);
  assert.match(html, /href="\/EGLL" tabindex="-1"><use href="#mVFR"/);
  for (const other of ["/map?region=europe", "/KJFK", "/sigmets"]) {
    assert.doesNotMatch(await policy(other), /mapbox/, other);
  }
  // Street maps end before the poles.
  assert.doesNotMatch((await get("/map?region=arctic&view=street", street)).html, /<image/);
});

Deno.test("pages that are made for one question alone are compressed as well", async () => {
  for (const path of ["/?q=london", "/near?lat=40.64&lon=-73.78", "/settings"]) {
    const response = await app.handler(
      new Request(`http://localhost${path}`, { headers: { "accept-encoding": "br" } }),
    );
    assert.equal(response.headers.get("content-encoding"), "br", path);
    assert.match(response.headers.get("content-security-policy") ?? "", /default-src 'none'/);
    await response.body?.cancel();
  }
});
