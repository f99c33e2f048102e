/**
 * A voice: one language in one form, plain to read or spoken by the rules of radiotelephony (ICAO Doc 9432:
 * directions, speeds and settings digit by digit, heights in hundreds and thousands).
 *
 * @module
 */
import type { Quantity, Unit } from "../../units/mod.ts";
import { de } from "./de.ts";
import { en, type MessageKey, type Messages } from "./en.ts";
import { fill, isComplete, type Params } from "./fill.ts";

/** Languages shipped. */
export const LANGUAGES = { en, de } as const satisfies Record<string, Messages>;
export type Language = keyof typeof LANGUAGES;
/** How a description is worded. */
export interface DescribeOptions {
  /** Default `en`. */
  readonly language?: Language;
  /** Default `plain`. */
  readonly form?: "plain" | "spoken";
}

/** Numbers, units and messages in one language and form. */
export class Voice {
  readonly #messages: Messages;
  readonly #spoken: boolean;
  readonly #digits: readonly string[];

  constructor({ language = "en", form = "plain" }: DescribeOptions = {}) {
    this.#messages = LANGUAGES[language];
    this.#spoken = form === "spoken";
    this.#digits = this.#messages.digits.split(" ");
  }

  /** Whether this is the spoken form. */
  get isSpoken(): boolean {
    return this.#spoken;
  }

  /** The message of `key` with `params` filled in. */
  say(key: MessageKey, params?: Params): string {
    return fill(this.#text(key), params);
  }

  /** The message of a key made at run time, or `undefined` where the table has none. */
  sayIfKnown(key: string, params?: Params): string | undefined {
    return key in this.#messages ? this.say(key as MessageKey, params) : undefined;
  }

  /** As `sayIfKnown`, and `undefined` too where a value that the message needs is missing. */
  sayIfComplete(key: string, params: Params): string | undefined {
    if (!(key in this.#messages) || !isComplete(this.#text(key as MessageKey), params)) return;
    return this.say(key as MessageKey, params);
  }

  #text(key: MessageKey): string {
    const spoken = `${key}.spoken` as MessageKey;
    return (this.#spoken ? this.#messages[spoken] : undefined) ?? this.#messages[key];
  }

  /** Digits one by one when spoken (`one five`), else as they are; `width` fills up with zeros. */
  digits(value: number | string, width = 0): string {
    const text = String(value).padStart(width, "0");
    if (!this.#spoken) return text;
    return text.replace(/^-/, "").split("")
      .map((character) => this.#digits[Number(character)] ?? character)
      .join(" ");
  }

  /** A direction in three digits; north is 360, never 000. */
  direction(degrees: number): string {
    return this.digits(degrees === 0 ? 360 : degrees, 3);
  }

  /** A number with its sign and decimals, without a unit. */
  number(value: number, decimals = 0): string {
    const [whole = "", fraction = ""] = Math.abs(value).toFixed(decimals).split(".");
    const sign = value < 0 || Object.is(value, -0) ? this.#text("minus") : "";
    if (this.#spoken) {
      const tail = fraction ? ` ${this.#messages["point.spoken"]} ${this.digits(fraction)}` : "";
      return sign + this.digits(whole) + tail;
    }
    const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, this.#messages.thousands);
    return sign + grouped + (fraction ? this.#messages.decimalMark + fraction : "");
  }

  /** A height or long distance: `two thousand five hundred` when spoken. */
  hundreds(value: number): string {
    const rounded = Math.abs(Math.round(value));
    if (!this.#spoken || rounded < 100 || rounded % 100 !== 0) {
      return this.number(Math.round(value));
    }
    const parts: string[] = [];
    const thousands = Math.floor(rounded / 1000);
    const hundreds = rounded % 1000 / 100;
    if (thousands > 0) parts.push(this.digits(thousands), this.#messages["thousand.spoken"]);
    if (hundreds > 0) parts.push(this.digits(hundreds), this.#messages["hundred.spoken"]);
    return (value < 0 ? this.#text("minus") : "") + parts.join(" ");
  }

  /** A quantity with unit and bound, each unit the way it is read. */
  quantity(quantity: Quantity<Unit>): string {
    const { value, unit, bound } = inKilometres(quantity);
    const text = this.#valueOf(value, unit);
    const name = this.#unitName(value, unit);
    const glued = !this.#spoken && unit === "deg";
    const whole = `${text}${glued ? "" : " "}${name}`;
    return bound === undefined ? whole : this.say(bound, { value: whole });
  }

  /** One of a thing, or a fraction of a mile, takes the singular when spoken. */
  #unitName(value: number, unit: Unit): string {
    const size = Math.abs(value);
    const single = size === 1 || (unit === "SM" && size > 0 && size < 1);
    return (this.#spoken && single ? this.sayIfKnown(`unit.${unit}.one.spoken`) : undefined) ??
      this.#text(`unit.${unit}` as MessageKey);
  }

  /** As `quantity`, always with `decimals` places. */
  quantityWithDecimals({ value, unit }: Quantity<Unit>, decimals: number): string {
    const text = unit === "hPa" && !this.#spoken && value >= 0
      ? this.#ungrouped(value, decimals)
      : this.number(value, decimals);
    return `${text} ${this.#text(`unit.${unit}` as MessageKey)}`;
  }

  #valueOf(value: number, unit: Unit): string {
    if (unit === "SM") return this.#miles(value);
    if (unit === "ft" || unit === "m") return this.hundreds(value);
    if (unit === "inHg") return this.#setting(value, 2);
    if (unit === "hPa") return this.#setting(value, Number.isInteger(value) ? 0 : 1);
    if (unit === "deg") return this.direction(value);
    return this.number(value, decimalsOf(value));
  }

  /** An altimeter setting is read digit by digit, without the decimal mark for inches. */
  #setting(value: number, decimals: number): string {
    if (this.#spoken && decimals === 2) return this.digits(value.toFixed(2).replace(".", ""));
    return this.#spoken ? this.number(value, decimals) : this.#ungrouped(value, decimals);
  }

  #ungrouped(value: number, decimals: number): string {
    return value.toFixed(decimals).replace(".", this.#messages.decimalMark);
  }

  /** A setting as it is said: without its unit when spoken, which the words before it imply. */
  setting(quantity: Quantity<"hPa" | "inHg" | "mmHg">): string {
    return this.#spoken && quantity.bound === undefined
      ? this.#valueOf(quantity.value, quantity.unit)
      : this.quantity(quantity);
  }

  /** Statute miles in the fractions in which they are reported. */
  #miles(value: number): string {
    const whole = Math.floor(value);
    const sixteenths = (value - whole) * 16;
    if (sixteenths === 0) return this.number(value);
    if (!Number.isInteger(sixteenths)) return this.number(value, decimalsOf(value));
    const fraction = this.#fraction(sixteenths);
    if (whole === 0) return fraction;
    const join = this.#spoken ? ` ${this.#messages.and} ` : " ";
    return this.number(whole) + join + fraction;
  }

  #fraction(sixteenths: number): string {
    let [top, bottom] = [sixteenths, 16];
    while (top % 2 === 0) [top, bottom] = [top / 2, bottom / 2];
    if (!this.#spoken) return `${top}/${bottom}`;
    if (bottom === 2) return this.#messages["half.spoken"];
    if (bottom === 4) {
      return this.#messages[top === 1 ? "quarter.spoken" : "threeQuarters.spoken"];
    }
    return `${this.digits(top)} ${this.#messages["over.spoken"]} ${this.digits(bottom)}`;
  }

  /** An hour and minute in UTC; without hour, minutes past the hour. */
  clock(hour: number | null, minute: number): string {
    if (hour === null) return this.say("minutesPast", { minute: this.digits(minute, 2) });
    return this.say("time", { hour: this.digits(hour, 2), minute: this.digits(minute, 2) });
  }

  /** Day of the month with hour and minute. */
  dayClock(day: number, hour: number, minute: number): string {
    return this.say("dayTime", { day: this.digits(day), time: this.clock(hour, minute) });
  }

  /** Day and time of an ISO 8601 instant; `undefined` where there is none. */
  instant(iso: string | null | undefined): string | undefined {
    if (!iso || Number.isNaN(Date.parse(iso))) return undefined;
    const at = new Date(iso);
    return this.dayClock(at.getUTCDate(), at.getUTCHours(), at.getUTCMinutes());
  }

  /** `28L`: figure by figure and the side in a word when spoken. */
  runway(designator: string): string {
    const match = /^(\d+)([A-Z]*)$/.exec(designator);
    if (match === null) return designator;
    const [, figures = "", side = ""] = match;
    const words = this.sayIfKnown(`runwaySide.${side}`) ?? side;
    return `${this.digits(figures)}${this.#spoken && words ? " " : ""}${words}`;
  }

  /** A latitude in degrees and minutes. */
  latitude(degrees: number): string {
    return this.#coordinate(degrees, degrees < 0 ? "S" : "N", 2);
  }

  /** A longitude in degrees and minutes. */
  longitude(degrees: number): string {
    return this.#coordinate(degrees, degrees < 0 ? "W" : "E", 3);
  }

  #coordinate(degrees: number, side: string, width: number): string {
    const minutes = Math.round(Math.abs(degrees) * 60);
    return this.say("coordinate", {
      degrees: this.digits(Math.floor(minutes / 60), width),
      minutes: this.digits(minutes % 60, 2),
      side: this.compass(side),
    });
  }

  /** A point of the compass; as a word when spoken. */
  compass(point: string): string {
    return (this.#spoken ? this.sayIfKnown(`compass.${point}.spoken`) : undefined) ?? point;
  }

  /** Items with commas and an `and` before the last. */
  list(items: readonly string[]): string {
    if (items.length < 2) return items.join("");
    return `${items.slice(0, -1).join(", ")} ${this.#messages.and} ${items.at(-1)}`;
  }
}

/** `9999` is read as ten kilometres, not ten thousand metres. */
function inKilometres(quantity: Quantity<Unit>): Quantity<Unit> {
  const { value, unit } = quantity;
  return unit === "m" && value >= 10_000 && value % 1000 === 0
    ? { ...quantity, value: value / 1000, unit: "km" }
    : quantity;
}

/** Decimals as reported, two at most. */
function decimalsOf(value: number): number {
  if (Number.isInteger(value)) return 0;
  return Number.isInteger(Math.round(value * 1000) / 100) ? 1 : 2;
}
