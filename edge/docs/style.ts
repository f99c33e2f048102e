/**
 * The style sheet of the reference page: system font, both colour schemes, contrast of 4.5 : 1 or more.
 *
 * @module
 */

export const STYLE =
  `:root{color-scheme:light dark;--ink:#16202a;--soft:#51606e;--back:#fff;--line:#d3dae1;--tint:#f1f5f8;--link:#0b4f9c;--get:#0b6b4f;--post:#8a3d00}
@media (prefers-color-scheme:dark){:root{--ink:#e6edf3;--soft:#a3b1bf;--back:#0e1216;--line:#2d3843;--tint:#171e25;--link:#8cc0ff;--get:#6fe0b6;--post:#ffb27a}}
*{box-sizing:border-box}
html{scroll-padding-top:1rem}
body{margin:0;font:1rem/1.55 system-ui,sans-serif;color:var(--ink);background:var(--back)}
a{color:var(--link)}
a:focus-visible,summary:focus-visible,pre:focus-visible,.scroll:focus-visible{outline:3px solid var(--link);outline-offset:2px}
.skip{position:absolute;left:-99rem}
.skip:focus{left:1rem;top:1rem;background:var(--back);padding:.5rem}
.page{display:grid;grid-template-columns:minmax(0,1fr);max-width:78rem;margin:auto;padding:1rem;gap:2rem}
@media (min-width:60rem){.page{grid-template-columns:16rem minmax(0,1fr)}nav{position:sticky;top:1rem;align-self:start;max-height:calc(100vh - 2rem);overflow:auto}}
nav ul{list-style:none;margin:0 0 1rem;padding:0}
nav a{display:block;padding:.25rem .5rem;text-decoration:none;border-radius:.25rem;overflow-wrap:anywhere}
nav a:hover{background:var(--tint)}
h1{font-size:1.7rem;line-height:1.2;margin:.2rem 0}
h2{margin:2.5rem 0 .5rem;border-bottom:1px solid var(--line);padding-bottom:.3rem}
nav h2{font-size:.85rem;color:var(--soft);border:0;margin:.8rem 0 .2rem}
h3{margin:2rem 0 .3rem;overflow-wrap:anywhere}
h4{margin:1rem 0 .3rem;color:var(--soft);font-size:.95rem}
code,pre{font:.9em/1.5 ui-monospace,monospace}
pre{background:var(--tint);border:1px solid var(--line);border-radius:.4rem;padding:.7rem;overflow:auto}
.method{font:700 .85em ui-monospace,monospace;text-transform:uppercase;color:var(--get)}
.method.post{color:var(--post)}
.scroll{overflow-x:auto}
table{border-collapse:collapse;width:100%}
th,td{text-align:left;vertical-align:top;padding:.4rem .6rem;border-bottom:1px solid var(--line)}
td p{margin:0}
.members{margin:.2rem 0 .2rem .2rem;padding-left:.8rem;border-left:2px solid var(--line)}
.members dd{margin:0 0 .4rem 1rem}
.members p{margin:0;color:var(--soft)}
.type,small{color:var(--soft)}
details{margin:.5rem 0}
summary{cursor:pointer;padding:.25rem 0;min-height:1.5rem}
.notice{border-left:4px solid var(--post);background:var(--tint);padding:.5rem 1rem}
`;
