import type { Station } from "../stations/station.ts";
import { SearchForm } from "./layout.tsx";
import { StationList } from "./station_list.tsx";
import { t } from "./viewer.ts";

/** Says which station is not known, offers those that are written alike, and the search. */
export function NotFound({ code, matches }: { code: string; matches: readonly Station[] }) {
  return (
    <div class="hello">
      <h1>{t("unknown.heading", { code })}</h1>
      <p>{t("unknown.text")}</p>
      <SearchForm query={code} id="again" />
      {matches.length > 0 && (
        <section class="card">
          <h2>{t("unknown.meant")}</h2>
          <StationList stations={matches} />
        </section>
      )}
    </div>
  );
}
