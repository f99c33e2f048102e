/**
 * The one stylesheet of all pages, inlined into each so that the first answer is complete.
 *
 * Colours: the categories keep their usual hues, moved apart for protan, deutan and tritan sight
 * (smallest ΔE 36 light, 48 dark) and at 4.5:1 or better against the page. Colour never speaks alone:
 * a word or letter and a shape stand beside it. A content security policy allows the sheet by its
 * hash, which needs no nonce and leaves pages cacheable.
 *
 * @module
 */
import { createHash } from "node:crypto";

/** Colours of each palette. `safe` keeps 7:1 against the page for all that carries meaning. */
export const PALETTES = {
  light: `color-scheme: light;
  --bg: #fff; --ink: #10161d; --soft: #4a5663; --line: #c3cad2; --edge: #6b7783;
  --card: #f5f7f9; --link: #0b4f9e; --lit: #ffe27a; --lit-ink: #10161d;
  --warn: #7a4b00; --warn-bg: #fff3d6; --bad: #9b1c1c; --bad-bg: #fdeaea;
  --vfr: #00846c; --mvfr: #0010b8; --ifr: #993100; --lifr: #791e81; --unknown: #5a6570;
  --sim: #ffd400; --sim2: #ffc400; --sim-ink: #10161d;`,
  dark: `color-scheme: dark;
  --bg: #0e1216; --ink: #e8edf2; --soft: #a9b4bf; --line: #333d47; --edge: #8592a0;
  --card: #161c22; --link: #8ec1ff; --lit: #ffd84a; --lit-ink: #10161d;
  --warn: #ffd58a; --warn-bg: #33270c; --bad: #ffb4ab; --bad-bg: #3b1513;
  --vfr: #4bffa5; --mvfr: #ccd0fc; --ifr: #fd4500; --lifr: #d91ffa; --unknown: #9aa6b2;`,
  red: `color-scheme: dark;
  --bg: #000; --ink: #ff6a5a; --soft: #f04a38; --line: #4a1511; --edge: #e0402f;
  --card: #120302; --link: #ff9d8f; --lit: #ff6a5a; --lit-ink: #000;
  --warn: #ff9d8f; --warn-bg: #2a0805; --bad: #ffb3a7; --bad-bg: #3a0a06;
  --vfr: #ffb3a7; --mvfr: #ff8d7e; --ifr: #ff6a5a; --lifr: #ff3020; --unknown: #f04a38;
  --sim: #c92a1a; --sim2: #b02010; --sim-ink: #000;`,
  safe: `color-scheme: light;
  --bg: #fff; --ink: #000; --soft: #262626; --line: #767676; --edge: #333;
  --card: #fff; --link: #00308f; --lit: #ffe27a; --lit-ink: #000;
  --warn: #4a2d00; --warn-bg: #fff3d6; --bad: #7a0000; --bad-bg: #fdeaea;
  --vfr: #183c32; --mvfr: #300cf8; --ifr: #963c0a; --lifr: #641473; --unknown: #404040;`,
} as const;

/** The light palette is also that of paper; the others are for screens. */
const TOKENS = `
:root { ${PALETTES.light}
  --mono: ui-monospace, "SF Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace;
}
@media screen and (prefers-color-scheme: dark) {
  :root:not([data-palette]) { ${PALETTES.dark} }
}
@media screen {
  [data-palette=dark] { ${PALETTES.dark} }
  [data-palette=red] { ${PALETTES.red} }
  [data-palette=safe] { ${PALETTES.safe} }
}
[data-text=large] { font-size: 118.75% } [data-text=huge] { font-size: 143.75% }`;

const BASE = `
* { box-sizing: border-box }
html { font-family: system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", sans-serif; line-height: 1.45;
  font-variant-numeric: tabular-nums; -webkit-text-size-adjust: 100%; scroll-padding-top: 1rem }
body { margin: 0; background: var(--bg); color: var(--ink); overflow-wrap: break-word }
a { color: var(--link); text-underline-offset: .15em }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; border-radius: 3px }
h1, h2, h3 { line-height: 1.2; margin: 0; text-wrap: balance }
h2 { font-size: 1.05rem; margin-bottom: .5rem }
h3 { font-size: 1rem }
p { margin: .5rem 0 }
ul, ol, dl, dd { margin: 0; padding: 0; list-style: none }
small, .soft { color: var(--soft); font-size: .875rem }
abbr { text-decoration: none }
.raw, .tok, code { font-family: var(--mono) }
.vh { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap }
.skip { position: absolute; left: -99rem }
.skip:focus { left: .5rem; top: .5rem; background: var(--bg); padding: .75rem; z-index: 9 }
.wrap { max-width: 76rem; margin: 0 auto; padding: 0 1rem }
button, input, textarea, select { font: inherit; color: inherit; min-height: 2.75rem; border-radius: .5rem;
  border: 1px solid var(--edge); background: var(--bg); padding: .4rem .75rem }
button { background: var(--link); color: var(--bg); border-color: var(--link); font-weight: 600; cursor: pointer }
textarea { width: 100%; font-family: var(--mono) } ::placeholder { color: var(--soft); opacity: 1 }
fieldset { border: 1px solid var(--line); border-radius: .75rem; padding: .25rem 1rem .75rem; margin: 0 0 1rem; min-width: 0 }
legend { font-weight: 700; padding: 0 .4rem }
.field { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); gap: .25rem 1rem; align-items: center }
.field select, .field input { width: 100%; min-width: 0 }
.check { display: flex; gap: .6rem; overflow-wrap: anywhere; align-items: center; min-height: 2.75rem } .check input { min-height: 1.4rem; width: 1.4rem; flex: none; accent-color: var(--link) }
[aria-invalid] { border: 2px solid var(--bad) }
button.quiet { background: var(--bg); color: var(--link) }`;

const LAYOUT = `
.sim { background: repeating-linear-gradient(-45deg, var(--sim) 0 1rem, var(--sim2) 1rem 2rem); color: var(--sim-ink);
  margin: 0; padding: .45rem 1rem; text-align: center; font-weight: 700 }
.top { border-bottom: 1px solid var(--line) }
.top .wrap { display: flex; flex-wrap: wrap; gap: .5rem 1.25rem; align-items: center; padding-top: .5rem; padding-bottom: .5rem }
.brand { font-weight: 700; color: var(--ink); text-decoration: none; min-height: 2.75rem; display: inline-flex; align-items: center; gap: .5rem }
.brand svg { width: 1.6rem; height: 1.6rem; color: var(--link) }
.find { display: flex; min-width: 0; gap: .4rem; flex: 1 1 15rem; max-width: 30rem; margin-left: auto }
.find input { flex: 1; min-width: 0; width: 100% }
footer { border-top: 1px solid var(--line); margin-top: 2rem; padding: 1rem 0 2rem; color: var(--soft); font-size: .875rem }
footer a, .links a { display: inline-flex; min-height: 2.75rem; align-items: center; margin-right: 1.25rem }
main.wrap { padding-top: 1rem }
.banner { border-left: .35rem solid var(--warn); background: var(--warn-bg); color: var(--warn); padding: .6rem .8rem; margin: .6rem 0; border-radius: .3rem; font-weight: 600 }
.banner.bad { border-color: var(--bad); background: var(--bad-bg); color: var(--bad) }
.card { background: var(--card); border: 1px solid var(--line); border-radius: .75rem; padding: 1rem; margin: 0 0 1rem }
.place h1 { font-size: 1.35rem; display: flex; flex-wrap: wrap; gap: 0 .6rem; align-items: baseline }
.place .id { font-size: 1.9rem; letter-spacing: .02em }
.place p { margin: .15rem 0 .75rem }`;

const CATEGORY = `
.VFR { --c: var(--vfr) } .MVFR { --c: var(--mvfr) } .IFR { --c: var(--ifr) } .LIFR { --c: var(--lifr) } .unknown { --c: var(--unknown) }
.badge { display: inline-flex; align-items: center; gap: .4em; background: var(--c); color: var(--bg); border: 2px solid var(--c);
  border-radius: .4em; padding: .05em .5em; font-weight: 800; white-space: nowrap }
.badge svg, .strip svg { width: .85em; height: .85em; fill: none; stroke: currentColor; stroke-width: 2; flex: none }
.f { fill: currentColor }
.badge.unknown, .strip i.unknown { color: var(--ink); border: 2px solid var(--c);
  background: repeating-linear-gradient(45deg, var(--bg) 0 6px, color-mix(in srgb, var(--c) 35%, var(--bg)) 6px 8px) }
.hero { display: flex; flex-wrap: wrap; gap: .4rem .9rem; align-items: center }
.hero .badge { font-size: 2rem; line-height: 1.25 }
.hero p { margin: 0; flex: 1 1 12rem }
.raw-link + .raw-link { margin-left: .6em }
.outline.badge, .rule { --c: var(--edge) }
[data-freshness=stale] .hero .badge, .outline.badge { background: none; color: var(--ink); border-color: var(--edge) }
[data-freshness=notCurrent] .hero .badge, [data-freshness=expired] .hero .badge { display: none }
.old { display: none }
[data-freshness=notCurrent] .old, [data-freshness=expired] .old { display: block; font-weight: 700 }
[data-freshness=notCurrent] .why { display: none }
.age { font-weight: 700; font-size: 1.1rem; margin: .6rem 0 .25rem }
.warnings { margin: .75rem 0 0; font-weight: 400 } .warnings li { margin: .2rem 0 }
[data-freshness=ageing] .age b { background: var(--warn-bg); color: var(--warn); padding: 0 .3em; border-radius: .3em }
[data-freshness=stale] .age b, [data-freshness=notCurrent] .age b, [data-freshness=expired] .age b, [data-freshness=future] .age b
  { background: var(--bad-bg); color: var(--bad); padding: 0 .3em; border-radius: .3em }`;

const DECODED = `
.items > div { display: grid; grid-template-columns: 6.4rem minmax(0, 1fr) auto; gap: 0 .75rem; align-items: center; border-top: 1px solid var(--line); min-height: 2.75rem; padding: .2rem 0 }
.items dt { color: var(--soft); font-size: .875rem }
.items dd > b { display: block }
.items dd > span { display: block; color: var(--soft); font-size: .875rem }
.toks { display: flex; flex-wrap: wrap; justify-content: flex-end; gap: 0 .6rem; max-width: 12rem }
.tok { display: inline-flex; align-items: center; min-height: 2.75rem; font-size: .875rem; color: var(--link); overflow-wrap: anywhere }
.absent b { color: var(--soft); font-weight: 600; font-style: italic }
.raw { font-size: 1rem; line-height: 2.1; background: var(--bg); border: 1px solid var(--line); border-radius: .5rem; padding: .5rem .75rem; margin: 0; white-space: pre-wrap }
.raw a { color: inherit; text-decoration: underline dotted var(--edge); border-radius: .2em; padding: .3em .12em; margin: 0 -.12em }
.raw .g { display: inline-block; max-width: 100%; line-height: 1.4 }
.raw mark { background: var(--bad-bg); color: var(--bad); text-decoration: underline wavy; padding: .1em }
.raw :target, .raw .lit, .items > .lit, .items > :target, .means > .lit, .means > :target { background: var(--lit); color: var(--lit-ink) }
.items > .lit *, .items > :target *, .means > .lit *, .means > :target * { color: inherit }
.v-beyond { color: var(--bad) } .v-unknown { color: var(--warn) } .urgent { color: var(--bad) }
.offl, .copy .nowonly { display: none } .copy .offl { display: block }
.copy .list .badge { background: none; color: var(--ink); border-color: var(--edge) }
[data-freshness=notCurrent] ~ .card .observed, .two:has([data-freshness=notCurrent]) .said .observed { display: none }
.news p { position: fixed; inset: auto 0 0; z-index: 8; margin: 0; padding: .6rem 1rem; background: var(--ink); color: var(--bg); text-align: center; font-weight: 600 }
.rw-names small { display: block; white-space: nowrap; font-weight: 400 }
.prose .card h2 { margin-top: 0 } .fields button { margin: .25rem .25rem .25rem 0 }
.why, .list a.go > span, .items dd { min-width: 0; overflow-wrap: anywhere }
figure { margin: 0 }
.pick { display: flex; flex-wrap: wrap; gap: .5rem; align-items: center; margin-top: .75rem }
.notes li { margin: .3rem 0; padding-left: 1.1rem; text-indent: -1.1rem }
.notes li::before { content: "\\25b8\\a0"; color: var(--edge) }
.src { color: var(--soft); font-size: .875rem; margin: .75rem 0 0 }
table { border-collapse: collapse; width: 100%; font-size: .9375rem }
caption { text-align: left; color: var(--soft); font-size: .875rem; padding-bottom: .4rem }
th { hyphens: auto } th, td { text-align: left; padding: .45rem .6rem .45rem 0; border-top: 1px solid var(--line); vertical-align: top }
thead th { border: 0; color: var(--soft); font-size: .8125rem; font-weight: 600 }
tr.best { font-weight: 700 }
td.n, th.n { text-align: right }
td.n { white-space: nowrap }
.scroll { overflow-x: auto; position: relative }
.rose { display: block; width: 100%; max-width: 15rem; margin: 0 auto .5rem }
.rose text { font: 600 8px system-ui, sans-serif; fill: var(--soft); text-anchor: middle; dominant-baseline: central }
.rose .rw { fill: var(--edge); opacity: .45 } .rose .rw.best { fill: var(--link); opacity: 1 }
.rose .rn { fill: var(--ink) }
.rose circle { fill: none; stroke: var(--line) }
.rose .wind { stroke: var(--ink); fill: var(--ink); stroke-width: 2.5 }
.rose .part path { fill: none; stroke: var(--link); stroke-width: 2 } .rose .cn { fill: var(--ink); font-weight: 700 } .rose .cn.s { text-anchor: start } .rose .cn.e { text-anchor: end }
.rose .sector { fill: var(--ink); opacity: .12 }`;

const TAF = `
.strip { display: grid; grid-template-columns: repeat(auto-fill, minmax(2.75rem, 1fr)); gap: .25rem }
.strip a { display: flex; flex-direction: column; align-items: stretch; text-align: center; color: inherit; text-decoration: none; min-height: 4.4rem; border-radius: .4rem }
.strip time { font-size: .8125rem; color: var(--soft) }
.strip i { font-style: normal; font-weight: 800; display: flex; flex: 1; align-items: center; justify-content: center; gap: .25em; background: var(--c); color: var(--bg); border: 2px solid var(--c); border-radius: .4rem }
.strip i + i { flex: 0 0 auto; margin-top: 2px; font-size: .8125rem; background: var(--bg); color: var(--ink); border-style: dashed; border-width: 2px }
.strip i.rule { background: var(--bg); color: var(--ink); font-size: .8125rem }
.strip .day { grid-column: 1 / -1; font-size: .8125rem; color: var(--soft); font-weight: 600 }
.periods > li { border-top: 1px solid var(--line); padding: .6rem 0 }
.periods h3 { display: flex; flex-wrap: wrap; gap: .2rem .6rem; align-items: center }
.periods > :target, .periods > .lit { background: var(--lit); color: var(--lit-ink) }
.periods > :target *, .periods > .lit * { color: inherit } .periods > :target .badge, .periods > .lit .badge { color: var(--bg) }
.periods p { margin: .25rem 0 0 }
.key { display: flex; flex-wrap: wrap; gap: .3rem 1rem; font-size: .8125rem; color: var(--soft); margin: .6rem 0 0 }`;

const PAGES = `
.star { float: right; margin: 0 0 .25rem .5rem } .kept { display: flex } .kept .go { flex: 1 } .kept button { align-self: center }
.hello h1 { font-size: 1.7rem } .hello .find { margin: 1rem 0; max-width: 40rem }
.list li { border-top: 1px solid var(--line) }
.list a.go { display: grid; grid-template-columns: 4.2rem minmax(0, 1fr) auto; gap: .1rem .75rem; align-items: center; min-height: 3.25rem; color: inherit; text-decoration: none; padding: .3rem 0 }
.list a.go:hover b + span, .list a.go:hover b { text-decoration: underline }
.list .badge { font-size: .875rem }
.two { display: grid; gap: 0 1rem } .two > * { min-width: 0 }
.means > div { display: grid; grid-template-columns: 8.5rem minmax(0, 1fr); gap: .1rem .9rem; border-top: 1px solid var(--line); padding: .5rem 0 }
.means dt { font-family: var(--mono); overflow-wrap: anywhere }
.more { display: inline-flex; min-height: 2.75rem; align-items: center }
.card h3 { margin: .75rem 0 .4rem } .periods h3 { margin: 0 }
.means small { display: block }
.prose { max-width: 44rem } .prose h1 { font-size: 1.7rem } .prose .key li { list-style: none; margin: 0 }
button[type=button] { background: var(--bg); color: var(--link) } .prose h2 { margin-top: 1.5rem; font-size: 1.2rem } .prose li { margin: .4rem 0 .4rem 1.2rem; list-style: disc }
@media (min-width: 60rem) {
  .two { grid-template: auto auto 1fr / 3fr 2fr; align-items: start }
  .two > .full { grid-column: 1 / -1; grid-row: 4 }
  .two > .aside { grid-column: 2; grid-row: 1 / span 3 }
  .two > .strip-box { grid-row: 2 }
  .two > .near { grid-column: 1; grid-row: 3 }
  .two > .haz { grid-column: 1 / -1 }
}
@media (max-width: 30rem) {
  .star { position: relative } .star span + span, .star small { position: absolute; left: 0; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%) }
  .list a.go { grid-template-columns: minmax(0, 1fr) auto; padding: .5rem 0 } .list a.go > span:not(.badge) { grid-row: 2; grid-column: 1 / -1 }
  .wrap { padding: 0 .75rem } .card { padding: .75rem } .field { grid-template-columns: minmax(0, 1fr); margin: .75rem 0 }
  .items > div { grid-template-columns: auto minmax(0, 1fr); padding: .3rem 0 }
  .items dd { grid-column: 1 / -1; grid-row: 2 }
  .items .toks { grid-column: 2; grid-row: 1; max-width: none }
  .items .tok { min-height: 2rem }
  th, td { padding-right: .4rem }
  .place .id { font-size: 1.6rem }
  .means > div { grid-template-columns: minmax(0, 1fr) }
}
@media (prefers-reduced-motion: no-preference) { .raw a, .items > div { transition: background-color .15s } html { scroll-behavior: smooth } }
@media (forced-colors: active) { .badge, .strip i { border-color: CanvasText } .lit, :target { outline: 3px solid Highlight } }
@media print {
  .top .find, .skip, .noprint, footer a { display: none }
  .card { border: 0; padding: 0; background: none; break-inside: avoid }
  body { font-size: 10pt } .badge, .strip i { background: none !important; color: #000; border-color: #000 }
}`;

/**
 * Takes comments and needless white space out of a stylesheet.
 *
 * Only for our own sheet: it knows nothing of strings with runs of blanks in them.
 */
export function minifyCss(sheet: string): string {
  return sheet
    .replace(/\/\*[^*]*\*\//g, "")
    .replace(/\s+/g, " ")
    .replace(/ ?([{};,>]) ?/g, "$1")
    .replace(/: /g, ":")
    .replace(/;\}/g, "}")
    .trim();
}

/** What `style-src` must allow for an inlined sheet: `'sha256-…'`. */
export function styleHash(sheet: string): string {
  return `'sha256-${createHash("sha256").update(sheet).digest("base64")}'`;
}

/** The stylesheet, minified. */
export const stylesheet: string = minifyCss(
  [TOKENS, BASE, LAYOUT, CATEGORY, DECODED, TAF, PAGES].join("\n"),
);

/** Its hash for the policy. */
export const stylesheetHash: string = styleHash(stylesheet);
