/**
 * What stands around every page: the banner of simulated weather, the header with its search, the
 * footer with the words of responsibility.
 *
 * @module
 */
import type { ComponentChildren } from "preact";
import { CategorySymbols } from "./category.tsx";

/** Header, main part and footer. `query` fills the search box again, so that nothing is typed twice. */
export function Layout({ children, simulated, query = "", hideSearch = false }: {
  children: ComponentChildren;
  simulated: boolean;
  query?: string;
  hideSearch?: boolean;
}) {
  return (
    <>
      <a class="skip" href="#main">Skip to the content</a>
      {simulated && <SimulatedBanner />}
      <header class="top">
        <div class="wrap">
          <a class="brand" href="/">
            <Mark /> Aviation Weather
          </a>
          {!hideSearch && <SearchForm query={query} />}
        </div>
      </header>
      <CategorySymbols />
      <main id="main" class="wrap">{children}</main>
      <footer>
        <div class="wrap">
          <p>
            Not an official briefing. Times in UTC. Check the age of each report; the raw report is
            what counts. The pilot in command decides.
          </p>
          <nav aria-label="About this service">
            <a href="/about">What this service vouches for</a>
            <a href="/decode">Decode a report</a>
            <a href="/api/docs">API</a>
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
      Simulated or replayed weather: not real, not of now. Not for any flight.
    </p>
  );
}

/** The station box: takes `KJFK`, `JFK`, a name or a city. */
export function SearchForm({ query = "", id = "q" }: { query?: string; id?: string }) {
  return (
    <form class="find" action="/" role="search">
      <label class="vh" for={id}>Airport: ICAO or IATA code, name or city</label>
      <input
        id={id}
        name="q"
        type="search"
        value={query}
        placeholder="KJFK, JFK, New York"
        autocomplete="off"
        autocapitalize="characters"
        spellcheck={false}
        maxLength={80}
        enterkeyhint="search"
      />
      <button type="submit">Search</button>
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
