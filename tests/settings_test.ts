/** Settings over HTTP: the form, its protection, and pages made for those who chose. */
import assert from "node:assert/strict";
import { withCharacters } from "./support/characters.ts";
import { pagesApp } from "./support/pages_app.ts";

const { handler } = await pagesApp();
const get = async (path: string, headers: Record<string, string> = {}) =>
  await handler(new Request(`http://localhost${path}`, { headers }));
const text = async (path: string, settings: string, headers: Record<string, string> = {}) =>
  await (await get(path, { ...headers, cookie: `settings=${settings}` })).text();
/** Without tags, so that words are found whatever stands between them. */
const words = (html: string) =>
  withCharacters(html.slice(html.indexOf("<body"))).replace(/<script[\s\S]*?<\/script>/g, "")
    .replace(
      /<[^>]*>/g,
      " ",
    )
    .replace(/\s+/g, " ");

const OWN = { "sec-fetch-site": "same-origin" };
const post = (fields: Record<string, string>, headers: Record<string, string> = OWN) =>
  handler(
    new Request("http://localhost/settings", {
      method: "POST",
      headers: { ...headers, "content-type": "application/x-www-form-urlencoded" },
      body: new URLSearchParams(fields),
    }),
  );

Deno.test("the form sets one cookie and leads back, and a reset removes it", async () => {
  const saved = await post({ language: "de", wind: "km/h", ceilingFt: "1500", thunder: "yes" });
  assert.equal(saved.status, 303);
  assert.equal(saved.headers.get("location"), "/settings?saved");
  assert.match(
    saved.headers.get("set-cookie")!,
    /^settings=1\.language-de\.wind-km\/h\.ceilingFt-1500\.thunder-yes; Path=\/; .*HttpOnly$/,
  );
  const reset = await post({ language: "de", reset: "yes" });
  assert.match(reset.headers.get("set-cookie")!, /^settings=; .*Max-Age=0/);
  const shown = await text("/settings?saved", "1.language-de.ceilingFt-1500");
  assert.match(shown, /Gespeichert/);
  assert.match(shown, /value="1500"/);
});

Deno.test("a form of another site changes nothing", async () => {
  for (
    const headers of [{ "sec-fetch-site": "cross-site" }, { origin: "https://evil.example" }, {}]
  ) {
    const answer = await post({ language: "de" }, headers as Record<string, string>);
    assert.equal(answer.status, 403);
    assert.equal(answer.headers.get("set-cookie"), null);
  }
});

Deno.test("a field that makes no sense is named and nothing is saved", async () => {
  const answer = await post({ language: "de", ceilingFt: "minus one" });
  assert.equal(answer.status, 422);
  assert.equal(answer.headers.get("set-cookie"), null);
  assert.match(words(await answer.text()), /Not saved: Lowest ceiling, ft/);
});

Deno.test("a damaged cookie falls back to what is usual, and says so", async () => {
  for (const value of ["1.wind-furlongs", "nonsense", "1.ceilingFt-1500.ceilingFt-200"]) {
    const html = words(await text("/KJFK", value));
    assert.match(html, /Your settings could not be read/);
    assert.match(html, /300° true at 15 kt, gusts 25 kt/);
  }
});

const SHOWN: { settings: string; says: RegExp[] }[] = [
  {
    settings: "1.wind-m/s",
    says: [/300° true at 7\.7 m\/s \(15 kt\), gusts 12\.9 m\/s \(25 kt\)/],
  },
  { settings: "1.visibility-m", says: [/2,400 m \(1 1\/2 SM\)/] },
  { settings: "1.height-m", says: [/Broken 240 m \(800 ft\)/] },
  { settings: "1.temperature-F", says: [/50 °F, dew point 45 °F/, /10 °C, dew point 7 °C/] },
  { settings: "1.pressure-hPa", says: [/1013\.2 hPa · 29\.92 inHg/] },
  { settings: "1.clock-12", says: [/local 10:03 AM EST/] },
  { settings: "1.rules-icao", says: [/IMC Visual conditions/, /Flight category IFR/] },
  // The hours of the TAF go by the same rules.
  {
    settings: "1.rules-icao",
    says: [/15 UTC: IMC IMC 16/, /08 UTC: VMC, probability 30 %: IMC VMC IMC/],
  },
  {
    settings: "1.rules-colour",
    says: [/YLO2 Colour state/, /15 UTC: YLO1, at times \(TEMPO\): AMB YLO1 AMB/],
  },
  { settings: "1.language-de", says: [/300° rechtweisend mit 15 kt, Böen 25 kt/, /12 min alt/] },
  {
    settings: "1.ceilingFt-1000.visibilitySm-3.crosswindKt-20.windKt-20.freezing-yes.thunder-yes",
    says: [
      /Your minima METAR, 14:51Z/,
      /Ceiling at least 1,000 ft ✗ 800 ft beyond your limit from BKN008/,
      /Wind with gusts at most 20 kt ✗ 25 kt beyond your limit/,
      // The station says that it cannot tell (TSNO).
      /Thunderstorm to be named \? the sensor is out or cannot tell not known from TSNO/,
      /Freezing precipitation or fog to be named ✓ none reported within your limit/,
    ],
  },
];
for (const { settings, says } of SHOWN) {
  Deno.test(`a page for "${settings}" says ${says[0]}`, async () => {
    const html = words(await text("/KJFK", settings));
    for (const say of says) assert.match(html, say);
  });
}

Deno.test("own minima are facts of METAR and of each state of the TAF, and no advice", async () => {
  const html = words(
    await text("/KJFK?at=2026-11-24T16:00Z", "1.ceilingFt-1000.thunder-yes"),
  );
  assert.match(html, /TAF at 24 Nov 16:00Z: What prevails/);
  assert.match(html, /TAF at 24 Nov 16:00Z: at times \(TEMPO\)/);
  assert.match(html, /Thunderstorm to be named ✗ \+TSRA beyond your limit/);
  const card = html.slice(html.indexOf("Your minima"), html.indexOf("from the report against"));
  assert.doesNotMatch(card, /\b(go|no-go|safe|recommended|ok)\b/i);
});

Deno.test("the state of the forecast at any hour is in the page, and a time that is none is told", async () => {
  const at = words(await (await get("/KJFK?at=2026-11-25T09:00Z")).text());
  assert.match(at, /Forecast at 25 Nov 09:00Z/);
  assert.match(at, /probability 30 %/);
  assert.match(
    words(await (await get("/KJFK?at=2026-11-28T09:00Z")).text()),
    /says nothing of 28 Nov/,
  );
  for (const wrong of ["tomorrow", "2026-06-31T09:00Z", "<script>"]) {
    const html = await (await get(`/KJFK?at=${encodeURIComponent(wrong)}`)).text();
    assert.match(words(html), /This time was not understood/);
  }
});

Deno.test("pages are kept for all who chose alike, and for nobody else", async () => {
  const tag = async (headers: Record<string, string>) => {
    const answer = await get("/KJFK", headers);
    await answer.body?.cancel();
    assert.equal(answer.headers.get("vary"), "accept-encoding, accept-language, cookie");
    return answer.headers.get("etag");
  };
  const usual = await tag({});
  assert.ok(usual);
  assert.equal(await tag({ "accept-language": "en-GB" }), usual);
  assert.equal(await tag({ "accept-language": "fr", cookie: "theme=dark" }), usual);
  const german = await tag({ "accept-language": "de-AT" });
  assert.notEqual(german, usual);
  assert.equal(await tag({ cookie: "settings=1.language-de" }), german);
  assert.notEqual(await tag({ cookie: "settings=1.palette-red" }), usual);
  const own = await text("/KJFK", "1.ceilingFt-1000");
  const other = await text("/KJFK", "1.ceilingFt-500");
  assert.match(own, /at least 1,000 ft/);
  assert.match(other, /at least 500 ft/);
});

Deno.test("palette and size of text are on the document, the usual ones need nothing", async () => {
  assert.match(
    await text("/", "1.palette-red.textSize-huge"),
    /<html lang="en" data-palette="red" data-text="huge">/,
  );
  assert.match(await (await get("/")).text(), /<html lang="en">/);
});
