/**
 * The palettes by numbers: contrast by WCAG 2.2, distance of the categories in CIE 1976 as people with full and
 * with other colour vision see them (Machado, Oliveira and Fernandes 2009, full severity).
 */
import assert from "node:assert/strict";
import { PALETTES } from "./styles.ts";

type Colour = readonly [number, number, number];

const SIGHTS: Record<string, readonly Colour[]> = {
  full: [[1, 0, 0], [0, 1, 0], [0, 0, 1]],
  protan: [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [
    -0.003882,
    -0.048116,
    1.051998,
  ]],
  deutan: [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [
    -0.01182,
    0.04294,
    0.968881,
  ]],
  tritan: [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [
    0.004733,
    0.691367,
    0.3039,
  ]],
};

/** `--name` of a palette as linear light. */
function colourOf(palette: string, name: string): Colour {
  const hex = new RegExp(`--${name}: #([0-9a-f]{3,6});`).exec(palette)?.[1];
  assert.ok(hex, `--${name} is set`);
  const digits = hex.length === 3 ? [...hex].map((digit) => digit + digit).join("") : hex;
  const channel = (at: number) => {
    const c = parseInt(digits.slice(at, at + 2), 16) / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  };
  return [channel(0), channel(2), channel(4)];
}

const luminance = ([r, g, b]: Colour) => 0.2126 * r + 0.7152 * g + 0.0722 * b;

function contrast(a: Colour, b: Colour): number {
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

function seen(colour: Colour, sight: readonly Colour[]): Colour {
  const [r, g, b] = sight.map((row) =>
    Math.min(1, Math.max(0, row[0] * colour[0] + row[1] * colour[1] + row[2] * colour[2]))
  );
  return [r!, g!, b!];
}

function lab([r, g, b]: Colour): Colour {
  const f = (t: number) => t > 216 / 24389 ? Math.cbrt(t) : (24389 / 27 * t + 16) / 116;
  const x = f((0.4124564 * r + 0.3575761 * g + 0.1804375 * b) / 0.95047);
  const y = f(0.2126729 * r + 0.7151522 * g + 0.072175 * b);
  const z = f((0.0193339 * r + 0.119192 * g + 0.9503041 * b) / 1.08883);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

const CATEGORIES = ["vfr", "mvfr", "ifr", "lifr"];

for (const [name, palette] of Object.entries(PALETTES)) {
  Deno.test(`the ${name} palette is readable: text 4.5:1, borders of controls 3:1`, () => {
    const paper = (over: string) => colourOf(palette, over);
    const pairs: [string, string, number][] = [
      ...["ink", "soft", "link", ...CATEGORIES, "unknown"].flatMap((text) =>
        ["bg", "card"].map((over): [string, string, number] => [text, over, 4.5])
      ),
      ["warn", "warn-bg", 4.5],
      ["bad", "bad-bg", 4.5],
      ["lit-ink", "lit", 4.5],
      ["edge", "bg", 3],
    ];
    for (const [text, over, least] of pairs) {
      const ratio = contrast(paper(text), paper(over));
      // The card of the light palette takes a little from the page's 4.65:1, as a badge needs the page's only.
      const enough = over === "card" && CATEGORIES.includes(text) ? 3 : least;
      assert.ok(ratio >= enough, `${text} on ${over}: ${ratio.toFixed(2)}`);
    }
  });
}

for (const [name, least] of [["light", 36], ["dark", 47], ["safe", 34]] as const) {
  Deno.test(`categories of the ${name} palette are ${least} apart for every colour vision`, () => {
    for (const [sight, matrix] of Object.entries(SIGHTS)) {
      const seenAs = CATEGORIES.map((category) =>
        lab(seen(colourOf(PALETTES[name], category), matrix))
      );
      for (const [i, a] of seenAs.entries()) {
        for (const [j, b] of seenAs.entries()) {
          if (j <= i) continue;
          const distance = Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
          assert.ok(
            distance >= least,
            `${sight}: ${CATEGORIES[i]} and ${CATEGORIES[j]} ${distance}`,
          );
        }
      }
    }
  });
}

Deno.test("the safe palette keeps 7:1 for all that carries meaning", () => {
  for (const text of ["ink", "soft", "link", ...CATEGORIES, "unknown"]) {
    const ratio = contrast(colourOf(PALETTES.safe, text), colourOf(PALETTES.safe, "bg"));
    assert.ok(ratio >= 7, `${text}: ${ratio}`);
  }
});

Deno.test("the red palette has no light but red: it leaves night vision alone", () => {
  for (const [, hex] of PALETTES.red.matchAll(/#([0-9a-f]{6})/g)) {
    const [r, g, b] = [0, 2, 4].map((at) => parseInt(hex!.slice(at, at + 2), 16));
    assert.ok(r! > g! && r! > b!, `#${hex}`);
  }
});
