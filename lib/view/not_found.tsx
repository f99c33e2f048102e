import type { Station } from "../stations/station.ts";
import { SearchForm } from "./layout.tsx";
import { StationList } from "./station_list.tsx";

/** Says which station is not known, offers those that are written alike, and the search. */
export function NotFound({ code, matches }: { code: string; matches: readonly Station[] }) {
  return (
    <div class="hello">
      <h1>No station “{code}”</h1>
      <p>
        No aerodrome or weather station has this ICAO or IATA code. That is about our list, not
        about the weather there.
      </p>
      <SearchForm query={code} id="again" />
      {matches.length > 0 && (
        <section class="card">
          <h2>Did you mean</h2>
          <StationList stations={matches} />
        </section>
      )}
    </div>
  );
}
