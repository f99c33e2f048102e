import { useState } from "preact/hooks";

/** Asks for the location only when tapped, and sends it rounded to about a kilometre. */
export default function NearMe() {
  const [status, setStatus] = useState("");

  const ask = () => {
    if (!("geolocation" in navigator)) return setStatus("This browser offers no location.");
    setStatus("Asking for your location …");
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        const { latitude, longitude } = coords;
        location.assign(`/near?lat=${latitude.toFixed(2)}&lon=${longitude.toFixed(2)}`);
      },
      (error) =>
        setStatus(
          error.code === 1
            ? "Location was not allowed. Search by name or code instead."
            : "Your location could not be found. Search by name or code instead.",
        ),
      { timeout: 15_000, maximumAge: 300_000 },
    );
  };

  return (
    <p>
      <button type="button" onClick={ask}>Stations near me</button>{" "}
      <span role="status" class="soft">{status}</span>
    </p>
  );
}
