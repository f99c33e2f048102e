import assert from "node:assert/strict";
import { h } from "preact";
import { renderToString } from "preact-render-to-string";
import { Html } from "./html.ts";

function Part({ name, children }: { name: string; children?: unknown }) {
  return (
    <p class="part" title={name}>
      {name} {children as never}
    </p>
  );
}

function render(element: unknown): string {
  return renderToString(element as never);
}

/** Not in the JSX itself: what is written there is put into the template as it is. */
const WIDE = ["−5 °C", "Łódź 🛩 \ud800"];

const CASES: { name: string; element: unknown; html: string }[] = [
  {
    name: "text and attributes are escaped",
    element: <Part name={`<b> & "q"`} />,
    html: `<p class="part" title="&lt;b> &amp; &quot;q&quot;">&lt;b> &amp; &quot;q&quot; </p>`,
  },
  {
    name: "what lies beyond ASCII is written by its number",
    element: <i title={WIDE[0]}>{WIDE[1]}</i>,
    html: `<i title="&#8722;5 &#176;C">&#321;&#243;d&#378; &#128745; &#65533;</i>`,
  },
  {
    name: "markup within markup is not escaped again",
    element: (
      <Part name="a">
        <Part name="&" />
      </Part>
    ),
    html: `<p class="part" title="a">a <p class="part" title="&amp;">&amp; </p></p>`,
  },
  {
    name: "lists, numbers, nothing and false",
    element: (
      <ul class={undefined} hidden={false}>
        {[1, 2].map((n) => <li key={n} value={n}>{n}</li>)}
        {["<", null, false, 0]}
        {null}
      </ul>
    ),
    html: `<ul ><li  value="1">1</li><li  value="2">2</li>&lt;0</ul>`,
  },
  {
    name: "fragments",
    element: (
      <>
        <>{"<"}</>
        <i>{<b>{"<"}</b>}</i>
      </>
    ),
    html: `&lt;<i><b>&lt;</b></i>`,
  },
  {
    name: "an element of Preact stands in its place",
    element: (
      <div>
        {"<"}
        <Part name="x">{h("em", { title: "<" }, "<")}</Part>
        {[h("b", null, "1"), "&", h("b", null, "2")]}!
      </div>
    ),
    html: `<div>&lt;<p class="part" title="x">x <em title="&lt;">&lt;</em></p>` +
      `<b>1</b>&amp;<b>2</b>!</div>`,
  },
];

Deno.test("parts of pages are written as text", async (t) => {
  for (const { name, element, html } of CASES) {
    await t.step(name, () => {
      assert.ok(element instanceof Html);
      assert.equal(render(element).replace(/\s+/g, " "), html.replace(/\s+/g, " "));
    });
  }
});

Deno.test("Preact renders a part like any element of its own, also among others", () => {
  const page = h("main", null, <Part name="<" />, h(Part as never, { name: "b" }), "&");
  assert.equal(
    render(page),
    `<main><p class="part" title="&lt;">&lt; </p><p class="part" title="b">b </p>&amp;</main>`,
  );
});

Deno.test("a part that gives a bare text is escaped, one that gives nothing leaves nothing", () => {
  const Text = () => "<&";
  const Nothing = () => null;
  assert.equal(
    render(
      <p>
        <Text />
        <Nothing />
      </p>,
    ),
    "<p>&lt;&amp;</p>",
  );
});
