import type { Station } from "../stations/station.ts";

/** Where a station is, in a line: `New York, NY, US · JFK`. */
export function placeText(station: Station): string {
  const place = [station.city, station.region, station.country]
    .filter((part) => part !== null && part !== "").join(", ");
  return [place, station.iata].filter((part) => part !== null && part !== "").join(" · ");
}

/** Stations as links, best match first. */
export function StationList({ stations }: { stations: readonly Station[] }) {
  return (
    <ul class="list">
      {stations.map((station) => (
        <li>
          <a class="go" href={`/${station.id}`}>
            <b>{station.id}</b>
            <span>
              {station.name}
              <br />
              <small>{placeText(station)}</small>
            </span>
          </a>
        </li>
      ))}
    </ul>
  );
}
