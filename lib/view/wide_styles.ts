/**
 * The second stylesheet, of the pages that show many things at once: inlined into these alone, so that the
 * station page carries none of it.
 *
 * @module
 */
import { minifyCss, styleHash } from "./styles.ts";

const MAP = `
.map-figure { margin: 0 0 1rem } .map-box { border: 1px solid var(--line); border-radius: .75rem; background: var(--card); overscroll-behavior-x: contain }
svg.map { display: block; width: 100%; min-width: 52rem; height: auto; border-radius: .7rem; font: 700 9px system-ui, sans-serif }
figcaption { margin: .4rem 0 } .map a:hover { filter: brightness(1.15) } .map.dragging { cursor: grabbing }
.sea { fill: color-mix(in srgb, var(--link) 9%, var(--bg)) }
.land { fill: color-mix(in srgb, var(--soft) 15%, var(--bg)); stroke: var(--edge); stroke-width: .5 }
.border { fill: none; stroke: var(--edge); stroke-width: .5; opacity: .55 }
.st { fill: var(--c); stroke: var(--bg); stroke-width: .6; --hollow: var(--bg) }
.l, .map text { fill: var(--ink); stroke: var(--bg); stroke-width: 2.5; paint-order: stroke; stroke-linejoin: round }
.st.none { --c: var(--soft) } .st.none, .half { stroke: var(--c); stroke-width: 1.6 }
.half { fill: var(--bg) } .st.o { fill: var(--bg); stroke: var(--ink); stroke-width: 1.4 }
.map text.id { font-weight: 500 } .map .urgent text { fill: var(--bad) }
.h { fill: var(--c); fill-opacity: .16; stroke: var(--c); stroke-width: 1.6 } .h.open { fill: none; stroke-width: 3 } .h.later { fill-opacity: .05; stroke-opacity: .8 }
.hzl text { text-anchor: middle } .hzl a text { text-anchor: start } .hzl use { fill: var(--c); stroke: var(--bg); stroke-width: .8 }
.TS, .TC { --c: var(--bad) } .VA, .RDOACT, .DUST { --c: var(--soft) } .TURB, .MTW, .LLWS, .WIND { --c: var(--warn) } .ICE, .FZLVL { --c: var(--link) } .IFR.h, .IFR.code, .IFR.hz, .hzl .IFR, .OBSC { --c: var(--lifr) } .SWX, .OTHER, .PIREP { --c: var(--soft) }
.h.TURB, .h.MTW, .h.LLWS, .h.WIND { stroke-dasharray: 7 3 } .h.ICE, .h.FZLVL { stroke-dasharray: 2 3 } .h.IFR, .h.OBSC { stroke-dasharray: 10 3 2 3 } .h.VA, .h.DUST, .h.RDOACT { stroke-dasharray: 1 3; stroke-linecap: round }
.here { fill: none; stroke: var(--ink); stroke-width: 1.5 }`;

const CONTROLS = `
.hours, .chips { display: flex; flex-wrap: wrap; gap: .35rem; margin: 0 0 .6rem }
.hours a, .chips a { display: inline-flex; flex-direction: column; align-items: center; justify-content: center; min-height: 2.75rem; min-width: 2.75rem; padding: .1rem .65rem; border: 1px solid var(--line); border-radius: .5rem; background: var(--card); text-decoration: none; line-height: 1.15 }
.hours [aria-current], .chips [aria-current] { background: var(--link); color: var(--bg); border-color: var(--link); font-weight: 700 } .hours [aria-current] small { color: inherit }
.hours small { font-size: .75rem }
summary { min-height: 2.75rem; display: list-item; align-content: center; cursor: pointer; color: var(--link); font-weight: 600 }
details.card { padding-top: .25rem; padding-bottom: .25rem } details[open].card { padding-bottom: 1rem }
.filter { display: flex; flex-wrap: wrap; gap: .6rem 1rem; align-items: end } .filter p { margin: 0; min-width: 0; max-width: 100% } .filter input { max-width: 100% } .filter p > label { display: block; font-size: .875rem; color: var(--soft) }
.filter fieldset { border: 1px solid var(--line); border-radius: .5rem; margin: 0; padding: .25rem .75rem; display: flex; flex-wrap: wrap; gap: 0 1.1rem; flex: 1 1 100% } .filter legend { font-size: .875rem; color: var(--soft) }
.filter input:not([type=checkbox]) { width: 7.5rem } .filter .short { width: 5.5rem !important }
select { padding: .4rem .5rem; max-width: 100% }
.choice { display: inline-flex; align-items: center; gap: .4rem; min-height: 2.75rem } .choice input { min-height: 0; width: 1.25rem; height: 1.25rem }
input[type=range] { padding: 0; width: 100%; accent-color: var(--link) } .slide { display: flex; flex-wrap: wrap; gap: 0 1rem; align-items: center; margin: 0 0 .4rem } .slide label { min-width: 13rem } .slide input { flex: 1 1 12rem } .slide output { font-weight: 700 }`;

const HAZARDS = `
.code { display: inline-block; min-width: 3.6rem; text-align: center; font-weight: 800; font-size: .8125rem; border: 2px solid var(--c); color: var(--c); border-radius: .35rem; padding: .1rem .3rem; background: var(--bg); white-space: nowrap }
.code.urgent { background: var(--bad); color: var(--bg); border-color: var(--bad) }
.hz-line { display: flex; gap: .75rem; align-items: center; min-height: 3.25rem; padding: .3rem 0; color: inherit; text-decoration: none } .hz-line > span:last-child { min-width: 0; overflow-wrap: anywhere } .hz-line small { display: block } .hz-line:hover b { text-decoration: underline }
.nodata { border: 2px dashed var(--edge); border-radius: .5rem; padding: .8rem; font-weight: 600; background: repeating-linear-gradient(45deg, var(--bg) 0 8px, color-mix(in srgb, var(--unknown) 22%, var(--bg)) 8px 10px) }
.nodata b { display: inline-block; background: var(--bg); border: 2px solid var(--edge); border-radius: 50%; width: 1.7rem; text-align: center; margin-right: .3rem } .nodata span { background: var(--bg); padding: .1rem .25rem; box-decoration-break: clone; -webkit-box-decoration-break: clone }
.nothing { border: 1px solid var(--line); border-radius: .5rem; padding: .8rem; background: var(--card) } .nothing b { font-size: 1.15rem }
.hz { border-left: .4rem solid var(--c) } .hz.notyet { border-left-style: dashed; border-left-color: var(--edge) }
.hz h2 { display: flex; flex-wrap: wrap; gap: .4rem .7rem; align-items: center; margin-bottom: .25rem }
.hz .facts { font-weight: 600 } .hz .two-col { display: grid; gap: .25rem 1.25rem } .hz .words li { margin: 0; padding: .35rem .3rem; border-top: 1px solid var(--line) } .hz .words a { color: inherit; text-decoration: none; display: block } .hz .words a::after { content: " ↔"; color: var(--edge) }
.hz .words > :target, .hz .words > .lit { background: var(--lit); color: var(--lit-ink) } .hz .state { font-size: .875rem; font-weight: 600; color: var(--soft) } .hz .state.now { color: var(--ink) }
.hz .raw { font-size: .9375rem; line-height: 1.9; overflow-wrap: anywhere } .hz .two-col > * { min-width: 0 }
.feeds li { padding: .4rem 0; border-top: 1px solid var(--line) } .feeds p { margin: .1rem 0 }
.cat { font-weight: 800; color: var(--c); background: var(--bg); padding: 0 .25em } .cat.outline { color: inherit; font-weight: 600; text-decoration: underline dotted }
.stations small { display: block }
.pages { display: flex; gap: 1rem; align-items: center }
@media (max-width: 40rem) { .chips, .hours { flex-wrap: nowrap; overflow-x: auto; padding: 4px } .chips a, .hours a { flex: none } }
@media (min-width: 60rem) { .hz .two-col { grid-template-columns: 1fr 1fr } }`;

const COMPARE = `
.sides { display: grid; gap: 0 .75rem; grid-template-columns: repeat(auto-fit, minmax(min(100%, 17rem), 1fr)); margin-bottom: 1rem }
.side { margin: 0 0 .75rem; display: grid; grid-template-rows: subgrid; grid-row: span 12; align-content: start; gap: 0 } .side > * { min-width: 0 } .side dl { display: grid; grid-template-rows: subgrid; grid-row: span 6 } .side > p { margin: .25rem 0 } .side h2 { font-size: 1.35rem; display: flex; flex-wrap: wrap; align-items: baseline; gap: .1rem .6rem; margin: 0 } .side h2 small { font-weight: 400; flex: 1 1 100%; font-size: .8125rem } .side h2 a { min-height: 2.75rem; display: inline-flex; align-items: center }
.side dl > div { display: grid; grid-template-columns: 6rem minmax(0, 1fr); gap: .5rem; border-top: 1px solid var(--line); padding: .35rem 0 } .side dt { color: var(--soft); font-size: .875rem } .side dd b { display: block } .side dd small { display: block }
.side .badge { font-size: 1.35rem } .side .why small { display: block; margin-top: .2rem } .stars { margin: .75rem 0 } .sides + .filter { margin: 0 } .side .strip { grid-template-columns: repeat(auto-fill, minmax(2.4rem, 1fr)) } .side .strip span { display: flex; flex-direction: column; text-align: center }
.side .strip { margin-bottom: .6rem } .side .strip time { font-size: .75rem } .side .raw { font-size: .875rem; line-height: 1.5 } .side h3 { margin: .6rem 0 .3rem }
.side[data-freshness=stale] .badge { background: none; color: var(--ink); border-color: var(--edge) } .side[data-freshness=notCurrent] .why .badge { display: none }
.side .old { display: none } .side[data-freshness=notCurrent] .old { display: block }`;

/** The second stylesheet, minified. */
export const wideStylesheet: string = minifyCss([MAP, CONTROLS, HAZARDS, COMPARE].join("\n"));

/** Its hash for the policy. */
export const wideStylesheetHash: string = styleHash(wideStylesheet);
