/**
 * What has been read of one section so far. A section has its own accumulator, so that no section can
 * write into another.
 *
 * @module
 */
import type {
  Cloud,
  CloudLayer,
  ColourState,
  DirectionalVisibility,
  PresentWeather,
  Pressure,
  RunwayState,
  RunwayVisualRange,
  SeaSurface,
  SurfaceWind,
  Temperature,
  VerticalVisibility,
  Visibility,
  WeatherElements,
  WeatherPhenomenon,
  WindShear,
} from "../metar/model.ts";
import type { Issue, Measured, NotReported, Source } from "../product.ts";
import type { Tokens } from "../scan/mod.ts";
import type { PressureUnit } from "../../units/mod.ts";

/** The one value that stands for "the report has no such group". */
export const NOT_REPORTED: NotReported = Object.freeze({ kind: "notReported" });

/** Lists without entries, shared: most reports have no runway state and no wind shear. */
const NONE: readonly never[] = Object.freeze([]) as readonly never[];

/** The values of one section while its groups are being read. */
export class Accumulator {
  surfaceWind: SurfaceWind = NOT_REPORTED;
  prevailingVisibility: Visibility = NOT_REPORTED;
  directionalVisibility: DirectionalVisibility[] | null = null;
  weather: WeatherPhenomenon[] | null = null;
  /** `NSW` or `//`. */
  weatherStatement: PresentWeather = NOT_REPORTED;
  layers: CloudLayer[] | null = null;
  /** `CLR`, `//////` and the like. */
  cloudStatement: Cloud = NOT_REPORTED;
  verticalVisibility: VerticalVisibility = NOT_REPORTED;
  // Groups of the body only.
  runwayVisualRange: RunwayVisualRange[] | null = null;
  airTemperature: Temperature = NOT_REPORTED;
  dewPointTemperature: Temperature = NOT_REPORTED;
  qnh: Pressure = NOT_REPORTED;
  otherPressures: Measured<PressureUnit>[] | null = null;
  recentWeather: WeatherPhenomenon[] | null = null;
  recentWeatherStatement: PresentWeather = NOT_REPORTED;
  windShear: WindShear[] | null = null;
  seaSurface: SeaSurface | null = null;
  runwayStates: RunwayState[] | null = null;
  colourStates: ColourState[] | null = null;

  /** Highest order number read so far: tells a group out of place, and what `9999` can still be. */
  stage = 0;
  /** Findings of this section; the decoder's own list may be handed in to share it. */
  readonly issues: Issue[];
  /** Groups that were recognised but could not be read; the decoder lists them as unparsed, too. */
  readonly damaged: Source[];

  constructor(issues: Issue[] = [], damaged: Source[] = []) {
    this.issues = issues;
    this.damaged = damaged;
  }

  /** Records a finding. */
  note(code: string, severity: Issue["severity"], message: string, source?: Source): void {
    this.issues.push(
      source === undefined ? { code, severity, message } : { code, severity, message, source },
    );
  }

  /** A group that another one has made void keeps its place in the report through this finding. */
  supersede(value: { readonly kind: string; readonly source?: Source }): void {
    if (value.source === undefined) return;
    this.note("order.superseded", "info", "Another group says more than this one.", value.source);
  }

  presentWeather(): PresentWeather {
    if (this.weather !== null) this.supersede(this.weatherStatement);
    return this.weather !== null
      ? { kind: "weather", phenomena: this.weather }
      : this.weatherStatement;
  }

  recent(): PresentWeather {
    if (this.recentWeather !== null) {
      this.supersede(this.recentWeatherStatement);
    }
    return this.recentWeather !== null
      ? { kind: "weather", phenomena: this.recentWeather }
      : this.recentWeatherStatement;
  }

  /** Layers win over a statement: `NCD` beside `//////CB` is not a clear sky. */
  cloud(): Cloud {
    if (this.layers !== null) this.supersede(this.cloudStatement);
    return this.layers !== null ? { kind: "layers", layers: this.layers } : this.cloudStatement;
  }

  /** The elements that body, trend and TAF period share. */
  elements(): WeatherElements {
    return {
      surfaceWind: this.surfaceWind,
      prevailingVisibility: this.prevailingVisibility,
      directionalVisibility: this.directionalVisibility ?? NONE,
      presentWeather: this.presentWeather(),
      cloud: this.cloud(),
      verticalVisibility: this.verticalVisibility,
    };
  }

  /** Whether nothing of the shared elements has been read. */
  get isEmpty(): boolean {
    return this.stage === 0 && this.colourStates === null;
  }
}

/** Lists tokens `i` to `i + count - 1` as recognised but unreadable, with a finding of that code. */
export function leaveDamaged(
  acc: Accumulator,
  tokens: Tokens,
  i: number,
  count: number,
  code: string,
  message: string,
): void {
  const source = tokens.source(i, count);
  acc.damaged.push(source);
  acc.note(code, "warning", message, source);
}
