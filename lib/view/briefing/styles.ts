/**
 * The stylesheet of the briefing page, inlined into it alone.
 *
 * @module
 */
import { minifyCss, styleHash } from "../styles.ts";

const SHEET = `
.brief h1 { font-size: 1.5rem; margin-bottom: .3rem }
.flight { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 8.5rem), 1fr)); gap: .6rem .9rem; align-items: start }
.flight label { display: block; font-size: .875rem; color: var(--soft) } .flight .wide { grid-column: 1 / -1 }
.flight input, .flight select { display: block; width: 100%; color: var(--ink); font-size: 1rem }
select { padding: .4rem .5rem }
summary { min-height: 2.75rem; align-content: center; cursor: pointer; color: var(--link); font-weight: 600 }
.banner ul { font-weight: 400 }
.said li { padding: .35rem 0 .35rem .8rem; border-top: 1px solid var(--line) } .said li:first-child { border-top: 0 }
.said .danger { border-left: .3rem solid var(--bad); padding-left: .5rem }
.said .badge { font-size: .75rem } .said a { color: inherit; text-decoration: underline dotted var(--edge) }
.said .to { color: var(--link); font-size: .8125rem; white-space: nowrap; text-decoration: underline } .said li:target { background: var(--lit); color: var(--lit-ink) }
.news { background: var(--lit); color: var(--lit-ink); border-radius: .3em; padding: 0 .35em; font-size: .8125rem; margin-right: .3em }
.sec h2 small { font-weight: 600; margin-left: .6rem; color: var(--soft) } .sec.none { background: none; border-style: dashed }
.pair { display: grid; gap: .5rem 1.25rem } .pair > * { min-width: 0 }
.raws h3 { margin: 0 0 .3rem } .rep p { margin: .3rem 0 0 } .rep .raw { font-size: .8125rem; line-height: 1.5; padding: .3rem .5rem; margin: .1rem 0 .5rem } .rec .raw { max-height: 6.2em; overflow: auto } .rep:target .raw { outline: 3px solid var(--link) } .old-raw { opacity: .75 }
.side-view { margin: 0 0 1rem } svg.prof { display: block; width: 100%; min-width: 40rem; height: auto; background: var(--card); border: 1px solid var(--line); border-radius: .75rem; font: 500 12px system-ui, sans-serif }
.prof text { fill: var(--ink) } .grid path { stroke: var(--line) } .grid text { fill: var(--soft) }
.path { stroke: var(--ink); stroke-width: 2.5; stroke-dasharray: 12 5; fill: none }
.layer rect { stroke: var(--c); stroke-width: 1.5; opacity: .65 } .prof .layer text, .prof .fz text { fill: var(--c); font-weight: 700; stroke: var(--card); stroke-width: 4; paint-order: stroke }
.prof .layer text { font-size: 13px } .icing { --c: var(--link) } .turbulence { --c: var(--warn) } .convective { --c: var(--bad) } .other { --c: var(--soft) }
.pI, .pT, .pC { fill: none; opacity: .6 } .pI { stroke: var(--link) } .pT { stroke: var(--warn) } .pC { stroke: var(--bad) } .pO { fill: var(--soft) }
.cl { fill: var(--card); stroke: var(--soft) } .cl.BKN, .cl.OVC, .cl.VV { fill: var(--soft) } .cl.BKN { fill-opacity: .55 } .cl.SCT { fill: var(--soft); fill-opacity: .2 }
.gnd { fill: var(--edge); opacity: .5 } .band { fill: var(--c); stroke: var(--card) } .band.w { fill: var(--card); stroke: var(--c); stroke-dasharray: 4 2; stroke-width: 1.5 } .prof .cat { fill: var(--bg); font-weight: 800 } .prof .wst { font-size: 10px; font-weight: 700 } .prof .id { font-weight: 700 }
.band.unknown { fill: var(--card); stroke: var(--c); stroke-width: 2 } .band.unknown + .cat { fill: var(--ink) }
.fz { --c: var(--link) } .fz path { fill: none; stroke: var(--c); stroke-width: 2; stroke-dasharray: 3 4 }
.barbs path { stroke-linejoin: round; stroke: var(--ink); stroke-width: 1.4; fill: var(--ink) } .barbs .calm { fill: none; stroke: var(--ink) }
.sw { width: 28px; height: 14px; vertical-align: middle }
@media (min-width: 60rem) { .pair { grid-template-columns: 3fr 2fr } }
@media print {
  @page { size: auto; margin: 8mm } header.top, footer, .sim + header, .noprint { display: none !important } main.wrap { padding: 0; max-width: none }
  .brief { font-size: 7pt; line-height: 1.18 } .brief h1 { font-size: 10.5pt } .brief h2 { font-size: 8pt; margin: 0 } .brief .soft { font-size: 6pt; margin: .2mm 0 }
  .secs { columns: 2; column-gap: 5mm } .brief .sec { margin: 0 0 1mm; break-inside: auto; border-top: 1px solid #999 !important; border-radius: 0; padding-top: .4mm } .pair { display: block }
  .said li { padding: .2mm 0; border: 0; break-inside: avoid } .said li.danger { border-left: 2px solid #000; padding-left: 1mm } .said .badge { font-size: 5pt; padding: 0 .3em; border-width: 1px } .said .to, .raws h3, .side-view .key, .rec { display: none } .said a { text-decoration: none }
  .rep p { margin: 0 } .rep p.soft { display: none } .rep .raw { font-size: 5.4pt; line-height: 1.15; padding: 0 0 0 2mm; border: 0; margin: 0 0 .3mm; background: none }
  .side-view { margin: 0 } svg.prof { height: 48mm; width: 100%; min-width: 0; border: 0 }
}`;

/** The stylesheet, minified. */
export const briefStylesheet: string = minifyCss(SHEET);

/** Its hash for the policy. */
export const briefStylesheetHash: string = styleHash(briefStylesheet);
