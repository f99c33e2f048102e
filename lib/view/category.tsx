/**
 * The flight category as word, letter, shape and colour, so that none of them has to be seen.
 *
 * @module
 */
import { t } from "./viewer.ts";

/** Flight categories from best to worst; `null` elsewhere means not known. */
export type Category = "VFR" | "MVFR" | "IFR" | "LIFR";

/** All of them, from best to worst. */
export const CATEGORIES: readonly Category[] = ["VFR", "MVFR", "IFR", "LIFR"];

/** The one letter of a category. */
export function categoryLetter(category: Category): string {
  return category.charAt(0);
}

/** What a screen reader says for a category, or for none. */
export function categoryWords(category: Category | null): string {
  return category === null ? t("taf.notKnown") : t(`category.${category}`);
}

/** Symbols to be placed once on a page; `CategoryShape` refers to them. ● VFR, ◐ MVFR, ■ IFR, ▲ LIFR. */
export function CategorySymbols() {
  return (
    <svg class="vh" aria-hidden="true">
      <symbol id="sVFR" viewBox="0 0 20 20">
        <circle class="f" cx="10" cy="10" r="8" />
      </symbol>
      <symbol id="sMVFR" viewBox="0 0 20 20">
        <circle cx="10" cy="10" r="8" />
        <path class="f" d="M10 2a8 8 0 0 0 0 16z" />
      </symbol>
      <symbol id="sIFR" viewBox="0 0 20 20">
        <path class="f" d="M3 3h14v14H3z" />
      </symbol>
      <symbol id="sLIFR" viewBox="0 0 20 20">
        <path class="f" d="M10 2l9 16H1z" />
      </symbol>
    </svg>
  );
}

/** The shape of a category; nothing for an unknown one, whose hatch and question mark stand for it. */
export function CategoryShape({ category }: { category: Category }) {
  return (
    <svg aria-hidden="true">
      <use href={`#s${category}`} />
    </svg>
  );
}

/** A badge: shape and word on the category's colour, or hatch and `?`. `outline` takes the colour away. */
export function CategoryBadge(
  { category, outline = false }: { category: Category | null; outline?: boolean },
) {
  if (category === null) {
    return (
      <span class="badge unknown">
        ?<span class="vh">{t("category.unknown")}</span>
      </span>
    );
  }
  return (
    <span class={outline ? `badge outline ${category}` : `badge ${category}`}>
      <CategoryShape category={category} />
      {category}
    </span>
  );
}

/** The word of other rules than the US categories (`IMC`, `AMB`), which have no colours here; `null`: not known. */
export function RuleBadge({ word }: { word: string | null }) {
  return <span class={word === null ? "badge unknown" : "badge outline"}>{word ?? "?"}</span>;
}

/** A cell of a strip: shape and letter on the category's colour, or hatch and `?`. Words stand beside it. */
export function CategoryMark({ category }: { category: Category | null }) {
  return (
    <i class={category ?? "unknown"} aria-hidden="true">
      {category === null ? "?" : (
        <>
          <CategoryShape category={category} />
          {categoryLetter(category)}
        </>
      )}
    </i>
  );
}

/** What the letters, shapes and colours mean. */
export function CategoryKey() {
  return (
    <ul class="key" aria-label={t("category.key")}>
      {CATEGORIES.map((category) => (
        <li>
          <CategoryBadge category={category} /> {categoryLetter(category)}:{" "}
          {t(`category.${category}.limits`)}
        </li>
      ))}
      <li>
        <CategoryBadge category={null} /> {t("category.keyUnknown")}
      </li>
    </ul>
  );
}
