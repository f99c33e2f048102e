/**
 * What stands around every page: the banner of simulated weather, the header with its search, the
 * footer with the words of responsibility.
 *
 * @module
 */
import type { ComponentChildren } from "preact";
import { CategorySymbols } from "./category.tsx";
import { t } from "./viewer.ts";

/** Header, main part and footer. `query` fills the search box again, so that nothing is typed twice. */
export function Layout({ children, simulated, query = "", hideSearch = false }: {
  children: ComponentChildren;
  simulated: boolean;
  query?: string;
  hideSearch?: boolean;
}) {
  return (
    <>
      <a class="skip" href="#main">{t("app.skip")}</a>
      {simulated && <SimulatedBanner />}
      <header class="top">
        <div class="wrap">
          <a class="brand" href="/">
            <Mark /> {t("app.title")}
          </a>
          {!hideSearch && <SearchForm query={query} />}
        </div>
      </header>
      <CategorySymbols />
      <main id="main" class="wrap">{children}</main>
      <footer>
        <div class="wrap">
          <p>{t("app.words")}</p>
          <nav aria-label={t("app.about")}>
            <a href="/brief">{t("brief.title")}</a>
            <a href="/ask">{t("ask.title")}</a>
            <a href="/map">{t("map.title")}</a>
            <a href="/sigmets">{t("hz.sigmets")}</a>
            <a href="/pireps">{t("hz.pireps")}</a>
            <a href="/about">{t("app.vouches")}</a>
            <a href="/settings">{t("app.settings")}</a>
            <a href="/learn">{t("app.learn")}</a>
            <a href="/decode">{t("app.decode")}</a>
            <a href="/status">{t("app.status")}</a>
            <a href="/api/docs">{t("app.api")}</a>
          </nav>
        </div>
      </footer>
    </>
  );
}

/** On each page that shows simulated or replayed weather. */
export function SimulatedBanner() {
  return (
    <p class="sim" role="note">
      {t("app.simulated")}
    </p>
  );
}

/** The station box: takes `KJFK`, `JFK`, a name or a city. */
export function SearchForm({ query = "", id = "q" }: { query?: string; id?: string }) {
  return (
    <form class="find" action="/" role="search">
      <label class="vh" for={id}>{t("search.label")}</label>
      <input
        id={id}
        name="q"
        type="search"
        value={query}
        placeholder={t("search.placeholder")}
        autocomplete="off"
        autocapitalize="characters"
        spellcheck={false}
        maxLength={80}
        enterkeyhint="search"
      />
      <button type="submit">{t("search.button")}</button>
    </form>
  );
}

/** A wind barb: 15 knots from the west. */
function Mark() {
  return (
    <svg viewBox="0 0 24 24" aria-hidden="true">
      <g fill="none" stroke="currentColor" stroke-width="2.2" stroke-linecap="round">
        <circle cx="18.5" cy="16" r="2.6" fill="currentColor" />
        <path d="M16 16H3L1.5 8M7.5 16L6 11" />
      </g>
    </svg>
  );
}
