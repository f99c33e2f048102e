/**
 * Place and level of a pilot report in words.
 *
 * @module
 */
import type { Quantity } from "../../units/mod.ts";
import { type Piece, piece } from "../text/mod.ts";
import type { NextPosition, PirepLevel, PirepPlace } from "./model.ts";
import type { PilotVoice } from "./pilot_voice.ts";

/** Where the aircraft was, or that this is not known. */
export function placePiece(place: PirepPlace, pilot: PilotVoice): Piece {
  switch (place.kind) {
    case "notReported":
      return piece("place", pilot.say("place.notReported"));
    case "notObservable":
    case "notUnderstood":
      return piece("place", pilot.say(`place.${place.kind}`), place.source);
    default:
      return piece(
        "place",
        pilot.say("place", { place: placeText(place, pilot) }),
        place.source,
      );
  }
}

/** Where the aircraft will be next, and when. */
export function nextPiece(next: NextPosition, pilot: PilotVoice): Piece {
  const { say, voice } = pilot;
  const time = voice.instant(next.at) ??
    (next.time ? voice.clock(next.time.hour, next.time.minute) : undefined);
  const place = next.place === null ? undefined : placeText(next.place, pilot);
  return piece("place", say(place ? "next" : "next.time", { place, time }), next.source);
}

function placeText(place: PirepPlace, pilot: PilotVoice): string {
  const { say, voice } = pilot;
  switch (place.kind) {
    case "fix":
      return say("place.fix", { fix: place.fix });
    case "fixRadialDistance":
      return say("place.fixRadialDistance", {
        distance: voice.quantity(place.distance),
        // As written: radial 000 is not turned into another.
        radial: voice.digits(place.radial.value, 3),
        fix: place.fix,
      });
    case "fixDirectionDistance":
      return say("place.fixDirectionDistance", {
        distance: voice.quantity(place.distance),
        direction: voice.compass(place.direction),
        fix: place.fix,
      });
    case "position":
      return say("place.position", {
        latitude: voice.latitude(place.latitude),
        longitude: voice.longitude(place.longitude),
      });
    case "route": {
      const points = place.points.map((point) => placeText(point, pilot));
      return say("place.route", { points: points.join(` ${say("place.to")} `) });
    }
    default:
      return say(`place.${place.kind}`);
  }
}

/** The level of the aircraft, or that it is not known. */
export function levelPiece(level: PirepLevel, pilot: PilotVoice): Piece {
  const { say } = pilot;
  if (level.kind === "notReported") return piece("level", say("level.notReported"));
  if (level.kind !== "level") return piece("level", say(`level.${level.kind}`), level.source);
  const height = heightText(level.altitude, pilot);
  const text = level.to
    ? say("level.range", { height, to: heightText(level.to, pilot) })
    : say("level", { height });
  return piece("level", text, level.source);
}

/** A height, named as above mean sea level. */
export function heightText(height: Quantity<"ft">, { say, voice }: PilotVoice): string {
  return say("msl", { height: voice.quantity(height) });
}
