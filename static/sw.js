// Service worker: pages of the last airports stay readable without a connection, never younger than they are.
//
// Ages count on from the server's time: a kept page knows when the server made it, and how long ago by the
// device's clock that was. A device clock that is wrong is wrong at both ends, so the age does not change; one
// that was set back makes a kept page "not current".

const PAGES = "pages-1";
const ASSETS = "assets-1";
/** Airports kept. */
const MOST = 50;
/** After this long without an answer a kept page is shown, and the answer is put in its place when it comes. */
const PATIENCE_MS = 3000;
const OFFLINE = "/offline";
const WEEK_MS = 7 * 86_400_000;

const isStation = (path) => /^\/[A-Z0-9]{4}$/.test(path);
/** Only what has its content in its name is kept without being asked for again. */
const isAsset = (path) => path.startsWith("/_fresh/assets/");
/** A proxy without a server behind it answers as well: that is no news of the weather. */
const isFailure = ({ status }) => status >= 500;

self.addEventListener("install", (event) => {
  event.waitUntil(
    caches.open(PAGES).then((cache) => cache.add(OFFLINE)).then(() => self.skipWaiting()),
  );
});

self.addEventListener("activate", (event) => {
  event.waitUntil((async () => {
    for (const name of await caches.keys()) {
      if (name !== PAGES && name !== ASSETS) await caches.delete(name);
    }
    await self.clients.claim();
  })());
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (url.origin !== location.origin) return;
  if (request.method === "GET" && isAsset(url.pathname)) event.respondWith(asset(request));
  else if (request.method === "HEAD" && isStation(url.pathname)) event.respondWith(head(request));
  else if (request.method === "GET" && request.mode === "navigate") {
    event.respondWith(page(event, url));
  }
});

/** Names of assets change with their content, so what is kept is right. */
async function asset(request) {
  const cache = await caches.open(ASSETS);
  const kept = await cache.match(request);
  if (kept) return kept;
  const answer = await fetch(request);
  if (answer.ok) await cache.put(request, answer.clone());
  return answer;
}

/** The server's time: asked for, or counted on from what is kept. */
async function head(request) {
  const answer = await inTime(fetch(request));
  if (answer && !isFailure(answer)) return answer;
  const kept = await (await caches.open(PAGES)).match(new URL(request.url).pathname);
  if (!kept) return answer ?? Response.error();
  return new Response(null, {
    headers: { "server-time": new Date(serverNow(kept)).toISOString(), "x-kept": "1" },
  });
}

async function page(event, url) {
  const cache = await caches.open(PAGES);
  const kept = isStation(url.pathname) ? await cache.match(url.pathname) : undefined;
  const asked = fetch(event.request).then((answer) => {
    if (isStation(url.pathname) && url.search === "" && answer.status === 200) {
      // Beside the answer: it waits for no storage, and one that is full takes nothing from it.
      event.waitUntil(keep(cache, url.pathname, answer.clone()).catch(() => {}));
    }
    return answer;
  });
  if (!kept) return asked.catch(() => offline(cache));
  event.waitUntil(asked.catch(() => {}));
  const answer = await inTime(asked);
  return answer && !isFailure(answer) ? answer : aged(kept);
}

/** Keeps a page with the instant of the device at which it came; the oldest visits make place. */
async function keep(cache, path, answer) {
  const headers = new Headers(answer.headers);
  headers.delete("content-encoding");
  headers.delete("content-length");
  headers.set("x-kept-at", String(Date.now()));
  const body = await answer.text();
  await cache.delete(path);
  await cache.put(path, new Response(body, { headers }));
  const stations = (await cache.keys()).filter(({ url }) => isStation(new URL(url).pathname));
  for (const old of stations.slice(0, -MOST)) await cache.delete(old);
  await dropAssets(cache);
}

/** Drops the assets that no kept page names in its `Link`: those of former versions. */
async function dropAssets(cache) {
  const named = new Set();
  for (const { headers } of await cache.matchAll()) {
    for (const [, path] of (headers.get("link") ?? "").matchAll(/<([^>]+)>/g)) named.add(path);
  }
  const assets = await caches.open(ASSETS);
  for (const request of await assets.keys()) {
    if (!named.has(new URL(request.url).pathname)) await assets.delete(request);
  }
}

/** Now by the server's clock. A device clock that went back says nothing: then a week has passed. */
function serverNow(kept) {
  const made = Date.parse(kept.headers.get("server-time") ?? "") || 0;
  const passed = Date.now() - Number(kept.headers.get("x-kept-at"));
  return made + (passed < 0 ? WEEK_MS : passed);
}

/**
 * A kept page at its true age. The script of the page works the age out from `renderedAt`; until it has, no
 * age is shown and no category has its colour. What else would be too young (ages of neighbours, hazards "in
 * the data received") is taken off by the class.
 */
async function aged(kept) {
  const now = serverNow(kept);
  const html = (await kept.text())
    .replace(/"renderedAt":\d+/, `"renderedAt":${now}`)
    .replace("<html", '<html class="copy"')
    .replace(/(<p class="age"><b>)[^<]*/, "$1…")
    .replace(/data-freshness="(current|ageing)"/, 'data-freshness="stale"');
  const headers = new Headers(kept.headers);
  headers.set("x-kept", "1");
  return new Response(html, { headers });
}

/** What is there instead of a page that is not kept: those that are. */
async function offline(cache) {
  const known = await cache.match(OFFLINE);
  if (!known) return Response.error();
  const paths = (await cache.keys()).map(({ url }) => new URL(url).pathname).filter(isStation);
  const list = paths.reverse().map((path) =>
    `<li><a class="go" href="${path}"><b>${path.slice(1)}</b><span></span></a></li>`
  );
  const html = (await known.text()).replace(
    '<ul class="list" id="kept"></ul>',
    `<ul class="list" id="kept">${list.join("")}</ul>`,
  );
  return new Response(html, { headers: known.headers });
}

/** The answer; nothing where there is no connection, or a slow one. */
function inTime(answer) {
  const patience = new Promise((resolve) => setTimeout(resolve, PATIENCE_MS));
  return Promise.race([answer.catch(() => undefined), patience]);
}
