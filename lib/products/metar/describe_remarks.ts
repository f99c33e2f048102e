/**
 * Remarks in words.
 *
 * @module
 */
import type { Quantity, Unit } from "../../units/mod.ts";
import { type Params, type Piece, piece, type Voice, weatherCodeInWords } from "../text/mod.ts";
import type { Remark } from "./remarks_model.ts";

/** The sentence of one remark. */
export function remarkPiece(remark: Remark, voice: Voice): Piece {
  return piece("remark", textOf(remark, voice), remark.source);
}

function textOf(remark: Remark, voice: Voice): string {
  switch (remark.kind) {
    case "automatedStation":
      return voice.say(`remark.automatedStation.${remark.type}`);
    case "seaLevelPressure":
      return remark.pressure === null
        ? voice.say("remark.seaLevelPressure.missing")
        : voice.say("remark.seaLevelPressure", { pressure: tenths(remark.pressure, voice) });
    case "hourlyTemperature":
      return voice.say("remark.hourlyTemperature", {
        air: tenths(remark.airTemperature, voice),
        dewPoint: remark.dewPointTemperature
          ? tenths(remark.dewPointTemperature, voice)
          : undefined,
      });
    case "hourlyPrecipitation":
      return voice.say("remark.hourlyPrecipitation", { amount: amountOf(remark, voice) });
    case "precipitation":
      return voice.say("remark.precipitation", {
        hours: voice.number(remark.hours),
        amount: amountOf(remark, voice),
      });
    case "snowDepth":
      return voice.say("remark.snowDepth", { depth: voice.quantity(remark.depth) });
    case "extremeTemperature":
      return voice.say(`remark.${remark.extreme}`, {
        hours: voice.number(remark.hours),
        temperature: tenths(remark.temperature, voice),
      });
    case "pressureTendency":
      return pressureTendency(remark, voice);
    case "peakWind":
      return voice.say("remark.peakWind", {
        direction: voice.direction(remark.direction.value),
        speed: voice.quantity(remark.speed),
        time: voice.clock(remark.hour, remark.minute),
      });
    case "windShift":
      return voice.say(remark.frontalPassage ? "remark.windShiftFront" : "remark.windShift", {
        time: voice.clock(remark.hour, remark.minute),
      });
    case "variableCeiling":
      return voice.say("remark.variableCeiling", {
        from: voice.quantity(remark.from),
        to: voice.quantity(remark.to),
      });
    case "visibility":
      return voice.say(`remark.visibility.${remark.at}`, {
        distance: voice.quantity(remark.distance),
        to: remark.to && voice.quantity(remark.to),
        place: remark.place,
      });
    case "sensorStatus":
      return voice.say(`remark.sensor.${remark.sensor}`, { place: remark.place });
    case "maintenance":
      return voice.say("remark.maintenance");
    case "qfe":
      return voice.say("remark.qfe", { pressure: voice.quantity(remark.pressure) });
    case "other":
      return otherText(remark, voice);
  }
}

/** Tenths are said as tenths: 2.0 is not 2. */
function tenths(quantity: Quantity<Unit>, voice: Voice): string {
  return voice.quantityWithDecimals(quantity, 1);
}

function amountOf(
  { amount, trace }: { readonly amount: Quantity<Unit> | null; readonly trace: boolean },
  voice: Voice,
): string {
  if (trace) return voice.say("remark.trace");
  return amount === null ? voice.say("remark.amountUnknown") : voice.quantity(amount);
}

function pressureTendency(remark: Remark & { kind: "pressureTendency" }, voice: Voice): string {
  if (remark.change === null) return voice.say("remark.pressureTendency.missing");
  return voice.say("remark.pressureTendency", {
    change: tenths(remark.change, voice),
    characteristic: voice.sayIfKnown(`tendency.${remark.characteristic}`) ??
      String(remark.characteristic),
  });
}

/** Remarks without a member of their own: a message of their name, or their text quoted. */
function otherText(remark: Remark & { kind: "other" }, voice: Voice): string {
  const { name, data, source } = remark;
  const variant = typeof data.direction === "string" ? `.${data.direction}` : "";
  const params: Params = { ...paramsOf(data, voice), text: source.text };
  return voice.sayIfComplete(`remark.${name}${variant}`, params) ??
    voice.sayIfComplete(`remark.${name}`, params) ??
    voice.say("remark.other", { name, text: source.text });
}

function paramsOf(data: Readonly<Record<string, unknown>>, voice: Voice): Params {
  const params: Record<string, string | undefined> = {};
  for (const [key, value] of Object.entries(data)) params[key] = wordsOf(value, voice);
  if (data.trace === true) {
    for (const key of ["amount", "thickness"]) params[key] = voice.say("remark.trace");
  }
  return params;
}

/** Any value of a remark's data: quantities with their unit, lists joined, codes as they are. */
function wordsOf(value: unknown, voice: Voice): string | undefined {
  if (value === null) return "/";
  if (value === undefined || typeof value === "boolean") return undefined;
  if (typeof value === "number") return voice.number(value);
  if (typeof value === "string") return weatherCodeInWords(value, voice) ?? value;
  if (Array.isArray(value)) {
    return value.map((item) => wordsOf(item, voice)).filter(Boolean).join(", ");
  }
  return recordInWords(value as Record<string, unknown>, voice);
}

function recordInWords(value: Record<string, unknown>, voice: Voice): string | undefined {
  if (typeof value.value === "number" && typeof value.unit === "string") {
    return voice.quantity(value as unknown as Quantity<Unit>);
  }
  if (value.event === "began" || value.event === "ended") {
    const hour = typeof value.hour === "number" ? value.hour : null;
    const minute = typeof value.minute === "number" ? value.minute : 0;
    const weather = wordsOf(value.weather, voice);
    return voice.say(`remark.event.${value.event}`, { weather, time: voice.clock(hour, minute) });
  }
  if (typeof value.kind === "string" && typeof value.oktas === "number") {
    const kind = voice.sayIfKnown(`cloud.type.${value.kind}`) ?? value.kind;
    return `${kind} ${voice.number(value.oktas)}`;
  }
  return undefined;
}
