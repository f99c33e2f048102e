import assert from "node:assert/strict";
import { feedKeyOf } from "../../products/product.ts";
import { createHttpClient } from "../../resilience/mod.ts";
import { FakeClock } from "../../time/mod.ts";
import type { FeedAnswer } from "../provider.ts";
import { METAR_COLUMNS, PIREP_COLUMNS } from "./columns.ts";
import { createAwcProvider } from "./mod.ts";

const NOW = "2026-09-16T10:30:00Z";

async function gzip(text: string | Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream("gzip"));
  return await new Response(stream).bytes();
}

function metarLine(text: string, station = text.slice(0, 4), changes: Record<number, string> = {}) {
  const cells = METAR_COLUMNS.map((_, i) => changes[i] ?? "");
  cells[0] = text.includes(",") ? `"${text}"` : text;
  cells[1] = station;
  cells[2] = changes[2] ?? "2026-09-16T10:20:00.000Z";
  return cells.join(",");
}

const HEADER = METAR_COLUMNS.join(",");
const KJFK = "KJFK 161020Z 28008KT 10SM FEW250 22/18 A2992";
const csv = (...lines: string[]) => [HEADER, ...lines, ""].join("\n");

type Answer = (request: Request) => Response | Promise<Response>;

interface Context {
  fetch(product: string): Promise<FeedAnswer>;
  forget(product: string): void;
  requests: Request[];
  quarantined: string[];
}

/** AWC on loopback: `answers` by file name. */
async function withAwc(
  answers: Record<string, Answer>,
  test: (context: Context) => Promise<void>,
  deadlineMs = 5000,
): Promise<void> {
  const requests: Request[] = [];
  const server = Deno.serve({ hostname: "127.0.0.1", port: 0, onListen: () => {} }, (request) => {
    requests.push(request);
    const name = new URL(request.url).pathname.replace("/data/cache/", "");
    return answers[name]?.(request) ?? new Response("not found", { status: 404 });
  });
  const clock = new FakeClock(NOW);
  const quarantined: string[] = [];
  const provider = createAwcProvider({
    client: createHttpClient({ fetch, clock, userAgent: "t", sleep: () => Promise.resolve() }),
    clock,
    baseUrl: `http://127.0.0.1:${server.addr.port}`,
    simulated: false,
    intervalMs: {
      metar: 60_000,
      taf: 600_000,
      pirep: 60_000,
      sigmet: 60_000,
      gairmet: 60_000,
      cwa: 60_000,
      isigmet: 60_000,
      stations: 86_400_000,
    },
    deadlineMs,
    quarantine: {
      keep: (product, bytes) => {
        quarantined.push(`${product} ${bytes.byteLength > 0 ? "bytes" : "nothing"}`);
        return Promise.resolve();
      },
    },
  });
  const feed = (key: string) => provider.feeds.find((one) => feedKeyOf(one) === key)!;
  try {
    await test({
      fetch: (product) => feed(product).fetch(new AbortController().signal),
      forget: (product) => feed(product).forget(),
      requests,
      quarantined,
    });
  } finally {
    await server.shutdown();
  }
}

const bytes = (body: Uint8Array<ArrayBuffer>, headers: Record<string, string> = {}): Answer => () =>
  new Response(body, { headers: { "content-type": "application/octet-stream", ...headers } });

async function metarOf(text: string): Promise<Record<string, Answer>> {
  return { "metars.cache.csv.gz": bytes(await gzip(text)) };
}

function textsOf(answer: FeedAnswer): string[] {
  assert.equal(answer.kind, "reports", JSON.stringify(answer));
  return answer.kind === "reports" ? answer.reports.map((report) => report.text) : [];
}

function reasonOf(answer: FeedAnswer): string {
  assert.equal(answer.kind, "fault");
  return answer.kind === "fault" ? answer.reason : "";
}

Deno.test("a METAR row becomes a raw report with its text verbatim, time and place", async () => {
  const line = metarLine(KJFK, "KJFK", { 3: "40.6392", 4: "-73.7639", 42: "SPECI" });
  await withAwc(await metarOf(csv(line)), async ({ fetch }) => {
    const answer = await fetch("metar");
    assert.ok(answer.kind === "reports");
    assert.deepEqual(answer.reports[0], {
      product: "metar",
      text: KJFK,
      stationId: "KJFK",
      provider: "awc",
      receivedAt: Date.parse(NOW),
      simulated: false,
      statedAt: Date.parse("2026-09-16T10:20:00Z"),
      position: { latitude: 40.6392, longitude: -73.7639 },
      attributes: { special: true },
    });
  });
});

Deno.test("the traps of the live file cost nothing but themselves", async (t) => {
  await t.step(
    "status lines before the header, commas in a report, a Latin-1 byte, CRLF",
    async () => {
      const start = new TextEncoder().encode(
        ["No errors", "No warnings", "12 ms", "data source=metars", "2 results", HEADER, ""].join(
          "\r\n",
        ),
      );
      const comma = metarLine("LFBT 161020Z AUTO 00000KT 9999 RMK A,B", "LFBT");
      const rest = new TextEncoder().encode(
        `${comma}\r\n${metarLine("EDDF 161020Z 9999 RMK ?")}\r\n`,
      );
      rest[rest.indexOf("?".charCodeAt(0))] = 0xe9;
      const file = new Uint8Array([...start, ...rest]);
      await withAwc({ "metars.cache.csv.gz": bytes(await gzip(file)) }, async ({ fetch }) => {
        assert.deepEqual(textsOf(await fetch("metar")), [
          "LFBT 161020Z AUTO 00000KT 9999 RMK A,B",
          "EDDF 161020Z 9999 RMK \ufffd",
        ]);
      });
    },
  );
  await t.step("a withheld position and an empty longitude are no position, not zero", async () => {
    const lines = [
      metarLine("KQXX 161020Z", "KQXX", { 3: "-99.9900", 4: "-99.9900" }),
      metarLine("LFBT 161020Z", "LFBT", { 3: "43.18", 4: "" }),
    ];
    await withAwc(await metarOf(csv(...lines)), async ({ fetch }) => {
      const answer = await fetch("metar");
      assert.ok(answer.kind === "reports");
      assert.deepEqual(answer.reports.map((report) => report.position), [undefined, undefined]);
    });
  });
  await t.step(
    "a row with too few columns, no text or no station is skipped and counted",
    async () => {
      const lines = [
        metarLine(KJFK),
        "KLAX 161020Z,KLAX",
        metarLine("", "KSEA"),
        metarLine("?? 161020Z", "??"),
      ];
      await withAwc(await metarOf(csv(...lines)), async ({ fetch }) => {
        const answer = await fetch("metar");
        assert.ok(answer.kind === "reports");
        assert.deepEqual(answer.reports.map((report) => report.text), [KJFK]);
        assert.deepEqual(answer.skipped, { columns: 1, noText: 1, noStation: 1 });
      });
    },
  );
  await t.step("a file that something on the way has inflated is read as it is", async () => {
    const plain = new TextEncoder().encode(csv(metarLine(KJFK)));
    await withAwc({ "metars.cache.csv.gz": bytes(plain) }, async ({ fetch }) => {
      assert.deepEqual(textsOf(await fetch("metar")), [KJFK]);
    });
  });
});

Deno.test("XML is read where CSV was asked, and the XML file where there is no CSV", async (t) => {
  const xml =
    `<?xml version="1.0"?><response><data num_results="1"><METAR><raw_text>${KJFK}</raw_text>` +
    `<station_id>KJFK</station_id><observation_time>2026-09-16T10:20:00Z</observation_time>` +
    `<sky_condition sky_cover="FEW" cloud_base_ft_agl="25000"/></METAR></data></response>`;
  for (const file of ["metars.cache.csv.gz", "metars.cache.xml.gz"]) {
    await t.step(file, async () => {
      await withAwc({ [file]: bytes(await gzip(xml)) }, async ({ fetch }) => {
        assert.deepEqual(textsOf(await fetch("metar")), [KJFK]);
      });
    });
  }
});

const TAFS = `<?xml version="1.0" encoding="UTF-8"?><response version="2.0"><errors/>
<data num_results="1"><TAF><raw_text><![CDATA[TAF EGLL 160930Z 1609/1712 24008KT 9999 SCT035]]></raw_text>
<station_id>EGLL</station_id><issue_time>2026-09-16T09:30:00.000Z</issue_time>
<forecast><wind_speed_kt>8</wind_speed_kt></forecast></TAF></data></response>`;

Deno.test("a TAF is read from CDATA, with its issue time", async () => {
  await withAwc({ "tafs.cache.xml.gz": bytes(await gzip(TAFS)) }, async ({ fetch }) => {
    const answer = await fetch("taf");
    assert.ok(answer.kind === "reports");
    assert.equal(answer.reports[0]!.text, "TAF EGLL 160930Z 1609/1712 24008KT 9999 SCT035");
    assert.equal(answer.reports[0]!.statedAt, Date.parse("2026-09-16T09:30:00Z"));
  });
});

Deno.test("a SIGMET keeps its period and area; no SIGMET at all is an answer, too", async (t) => {
  const sigmet =
    `<response><data num_results="1"><AIRSIGMET><raw_text>CONVECTIVE SIGMET 3E</raw_text>
<valid_time_from>2026-09-16T09:55:00Z</valid_time_from><valid_time_to>2026-09-16T11:55:00Z</valid_time_to>
<altitude min_ft_msl="0" max_ft_msl="45000"/><hazard type="CONVECTIVE" severity="5"/>
<area num_points="2"><point><longitude>-80.1</longitude><latitude>25.5</latitude></point>
<point><longitude></longitude><latitude>26</latitude></point></area></AIRSIGMET></data></response>`;
  await t.step("one", async () => {
    await withAwc({ "airsigmets.cache.xml.gz": bytes(await gzip(sigmet)) }, async ({ fetch }) => {
      const answer = await fetch("sigmet");
      assert.ok(answer.kind === "reports");
      const { attributes } = answer.reports[0]!;
      assert.equal(attributes?.["validTo"], Date.parse("2026-09-16T11:55:00Z"));
      assert.equal(attributes?.["hazard"], "CONVECTIVE");
      assert.equal(attributes?.["maxFt"], 45000);
      assert.deepEqual(attributes?.["area"], [[25.5, -80.1]]);
    });
  });
  await t.step("none", async () => {
    const none = "<response><errors/><data num_results='0'></data></response>";
    await withAwc({ "airsigmets.cache.xml.gz": bytes(await gzip(none)) }, async ({ fetch }) => {
      assert.deepEqual(textsOf(await fetch("sigmet")), []);
    });
  });
  await t.step("204", async () => {
    const answer: Answer = () => new Response(null, { status: 204 });
    await withAwc({ "airsigmets.cache.xml.gz": answer }, async ({ fetch }) => {
      assert.equal((await fetch("sigmet")).kind, "empty");
    });
  });
});

Deno.test("PIREPs are read by their own 44 columns", async () => {
  const cells = PIREP_COLUMNS.map(() => "");
  cells[1] = "2026-09-16T10:10:00Z";
  cells[9] = "40.1";
  cells[10] = "-75.2";
  cells[11] = "9000";
  cells[43] = "PHL UA /OV PHL/TM 1010/FL090/TP B738/TB LGT";
  const file = `${PIREP_COLUMNS.join(",")}\n${cells.join(",")}\n`;
  await withAwc({ "aircraftreports.cache.csv.gz": bytes(await gzip(file)) }, async ({ fetch }) => {
    const answer = await fetch("pirep");
    assert.ok(answer.kind === "reports");
    assert.equal(answer.reports[0]!.attributes?.["altitudeFt"], 9000);
    assert.deepEqual(answer.reports[0]!.position, { latitude: 40.1, longitude: -75.2 });
  });
});

Deno.test("validators are sent back, 304 is 'unchanged', and a forgotten feed is read whole again", async () => {
  const file = await gzip(csv(metarLine(KJFK)));
  const answer: Answer = (request) =>
    request.headers.get("if-none-match") === '"v1"'
      ? new Response(null, { status: 304 })
      : new Response(file, { headers: { etag: '"v1"' } });
  await withAwc({ "metars.cache.csv.gz": answer }, async ({ fetch, forget }) => {
    assert.equal((await fetch("metar")).kind, "reports");
    assert.equal((await fetch("metar")).kind, "unchanged");
    forget("metar");
    assert.equal((await fetch("metar")).kind, "reports");
  });
});

Deno.test("an answer that calls itself simulated is handed on as such", async () => {
  const file = await gzip(csv(metarLine(KJFK)));
  const answers = { "metars.cache.csv.gz": bytes(file, { "x-simulated": "true" }) };
  await withAwc(answers, async ({ fetch }) => {
    const answer = await fetch("metar");
    assert.ok(answer.kind === "reports");
    assert.equal(answer.simulated, true);
    assert.equal(answer.reports[0]!.simulated, true);
  });
});

const FAULTS: { name: string; answer: () => Promise<Answer>; reason: RegExp; drift?: boolean }[] = [
  {
    name: "an HTML page with 200",
    answer: () => Promise.resolve(() => new Response("<html>down</html>")),
    reason: /HTML/,
  },
  {
    name: "an HTML page that is declared so",
    answer: () =>
      Promise.resolve(() =>
        new Response("down", { headers: { "content-type": "text/html; charset=utf-8" } })
      ),
    reason: /HTML/,
  },
  {
    name: "JSON with 200",
    answer: () => Promise.resolve(() => new Response('{"status":"error"}')),
    reason: /JSON/,
  },
  { name: "an empty body", answer: () => Promise.resolve(() => new Response("")), reason: /empty/ },
  {
    name: "gzip cut off",
    answer: async () => bytes((await gzip(csv(metarLine(KJFK)))).slice(0, 120)),
    reason: /damaged or cut off/,
  },
  {
    name: "a flipped byte in the gzip",
    answer: async () => {
      const file = await gzip(csv(...Array.from({ length: 50 }, (_, i) => metarLine(KJFK + i))));
      file[file.length - 6]! ^= 0xff;
      return bytes(file);
    },
    reason: /damaged/,
  },
  {
    name: "a gzip bomb",
    answer: async () => bytes(await gzip(new Uint8Array(80 * 1024 * 1024))),
    reason: /over 67108864 bytes|CSV is damaged|no header/,
  },
  {
    name: "a column more",
    answer: async () => bytes(await gzip(`${HEADER},new\n${metarLine(KJFK)},x\n`)),
    reason: /header has 45 columns/,
    drift: true,
  },
  {
    name: "two columns exchanged",
    answer: async () => {
      const swapped = HEADER.replace("temp_c,dewpoint_c", "dewpoint_c,temp_c");
      return bytes(await gzip(`${swapped}\n${metarLine(KJFK)}\n`));
    },
    reason: /column 6 is "dewpoint_c"/,
    drift: true,
  },
  {
    name: "no header",
    answer: async () => bytes(await gzip("No errors\nNo warnings\n")),
    reason: /no header/,
    drift: true,
  },
  {
    name: "a header and no report",
    answer: async () => bytes(await gzip(`${HEADER}\n`)),
    reason: /holds none/,
  },
  {
    name: "most rows broken",
    answer: async () =>
      bytes(await gzip(csv(metarLine(KJFK), ...Array.from({ length: 20 }, () => "a,b,c")))),
    reason: /20 of 21 rows/,
    drift: true,
  },
  {
    name: "XML cut off",
    answer: async () => bytes(await gzip("<response><data><METAR><raw_text>KJFK")),
    reason: /XML is damaged/,
  },
  {
    name: "XML with entities",
    answer: async () =>
      bytes(await gzip('<!DOCTYPE lolz [<!ENTITY lol "lol">]><response>&lol;</response>')),
    reason: /HTML|document type/,
  },
  {
    name: "XML with entities behind a declaration",
    answer: async () =>
      bytes(
        await gzip('<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]><response>&a;</response>'),
      ),
    reason: /document type/,
  },
  {
    name: "XML of another product",
    answer: async () => bytes(await gzip("<response><data><TAF></TAF></data></response>")),
    reason: /hold TAF, not METAR/,
    drift: true,
  },
  {
    name: "a redirect",
    answer: () => Promise.resolve(() => Response.redirect("http://127.0.0.1:9/", 302)),
    reason: /redirects are not followed/,
  },
  {
    name: "500 again and again",
    answer: () => Promise.resolve(() => new Response("", { status: 500 })),
    reason: /the provider failed \(500\)/,
  },
  {
    name: "204 where there is always something",
    answer: () => Promise.resolve(() => new Response(null, { status: 204 })),
    reason: /holds none/,
  },
];

Deno.test("a faulty file is refused whole, says why, and what has another shape is quarantined", async (t) => {
  for (const row of FAULTS) {
    await t.step(row.name, async () => {
      const answer = await row.answer();
      await withAwc({ "metars.cache.csv.gz": answer }, async ({ fetch, quarantined }) => {
        const got = await fetch("metar");
        assert.match(reasonOf(got), row.reason);
        assert.equal(got.kind === "fault" && got.drift, row.drift ?? false);
        assert.deepEqual(quarantined, row.drift ? ["metar bytes"] : []);
      });
    });
  }
});

Deno.test("a provider that drips is left at the deadline", async () => {
  const release = Promise.withResolvers<void>();
  const drip: Answer = () =>
    new Response(
      new ReadableStream({
        async pull(controller) {
          controller.enqueue(new Uint8Array([0x1f]));
          await release.promise;
        },
      }),
    );
  await withAwc({ "metars.cache.csv.gz": drip }, async ({ fetch }) => {
    assert.match(reasonOf(await fetch("metar")), /within 80 ms/);
    release.resolve();
  }, 80);
});

const CWA = {
  cwsu: "ZMA",
  validTimeFrom: 1789554420,
  validTimeTo: 1789558200,
  seriesId: "201",
  hazard: "TS",
  qualifier: "",
  base: null,
  top: 33000,
  coords: [{ lat: "27.1", lon: "-80.2" }, { lat: "26.5", lon: "-80" }, { lat: "26", lon: "-81" }],
  rawText: "FAUS22 KZMA 161027\nZMA2 CWA 161027\nZMA CWA 201 VALID UNTIL 161130\nAREA TS",
};

Deno.test("advisories come from their query as JSON; 204 is empty and no outage", async () => {
  const one = { "/api/data/cwa": () => Response.json([CWA, { rawText: null }]) };
  await withAwc(one, async ({ fetch, requests }) => {
    const answer = await fetch("cwa");
    assert.ok(answer.kind === "reports", JSON.stringify(answer));
    assert.equal(new URL(requests[0]!.url).search, "?format=json");
    assert.deepEqual(answer.skipped, { noText: 1 });
    assert.deepEqual(answer.reports.map((report) => report.text), [CWA.rawText]);
    assert.deepEqual(answer.reports[0]!.attributes, {
      validFrom: CWA.validTimeFrom * 1000,
      validTo: CWA.validTimeTo * 1000,
      hazard: "TS",
      maxFt: 33000,
      area: [[27.1, -80.2], [26.5, -80], [26, -81]],
    });
  });
  const none = { "/api/data/cwa": () => new Response(null, { status: 204 }) };
  await withAwc(none, async ({ fetch }) => assert.equal((await fetch("cwa")).kind, "empty"));
  const broken = [{ ...CWA, coords: [...CWA.coords, { lat: "27", lon: null }] }];
  await withAwc({ "/api/data/cwa": () => Response.json(broken) }, async ({ fetch }) => {
    const answer = await fetch("cwa");
    assert.ok(answer.kind === "reports");
    assert.equal(answer.reports[0]!.attributes?.["area"], undefined, "a part would mislead");
  });
});

const INTERNATIONAL = {
  icaoId: "UBBB",
  firId: "UBBA",
  firName: "UBBA BAKU",
  receiptTime: "2026-07-21T05:20:40.968Z",
  validTimeFrom: 1784613600,
  validTimeTo: 1784635200,
  seriesId: "2",
  hazard: "TS",
  qualifier: "EMBD",
  base: null,
  top: 34000,
  geom: "AREA",
  coords: [{ lon: 46.4, lat: 41.57 }, { lon: 47.5, lat: 41.57 }, { lon: 47.5, lat: 39.9 }],
  dir: null,
  spd: null,
  chng: null,
  rawSigmet: "UBBA SIGMET 2 VALID 210600/211200 UBBB-\nUBBA BAKU FIR EMBD TS TOP FL340",
};

Deno.test("SIGMETs of the rest of the world come from their query, under a feed of their own", async (t) => {
  const rows = [
    { name: "as it is", changes: {}, area: 3 },
    { name: "no hazard word", changes: { hazard: null, qualifier: null }, area: 3 },
    { name: "several areas", changes: { geom: "AREAS", coords: [INTERNATIONAL.coords] }, area: 0 },
    { name: "no outline", changes: { coords: null }, area: 0 },
    { name: "a point without longitude", changes: { coords: [{ lon: null, lat: 40 }] }, area: 0 },
    { name: "a line", changes: { geom: "LINE" }, area: 0 },
  ];
  for (const row of rows) {
    await t.step(row.name, async () => {
      const body = [{ ...INTERNATIONAL, ...row.changes }, { ...INTERNATIONAL, rawSigmet: "" }];
      const door = { "/api/data/isigmet": () => Response.json(body) };
      await withAwc(door, async ({ fetch }) => {
        const answer = await fetch("isigmet");
        assert.ok(answer.kind === "reports", JSON.stringify(answer));
        assert.deepEqual(answer.skipped, { noText: 1 });
        const [report] = answer.reports;
        assert.equal(report!.product, "sigmet");
        assert.equal(report!.text, INTERNATIONAL.rawSigmet);
        assert.equal(report!.providerReceivedAt, Date.parse(INTERNATIONAL.receiptTime));
        assert.equal(report!.attributes?.["validTo"], 1784635200000);
        const area = report!.attributes?.["area"] as unknown[] | undefined;
        assert.equal(area?.length ?? 0, row.area);
      });
    });
  }
});
