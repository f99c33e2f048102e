/**
 * The drawing: land, hazards, stations. It is hidden from screen readers and from the tab key: the tables
 * beside it say the same in words.
 *
 * @module
 */
import type { DrawnHazard, MapModel, MapStation, StationState } from "./map_model.ts";
import type { Frame } from "./projection.ts";
import type { Coast } from "./coast.ts";

/** Letters of the stations' signs. */
export const STATE_LETTERS: Readonly<Record<StationState, string>> = {
  VFR: "V",
  MVFR: "M",
  IFR: "I",
  LIFR: "L",
  unknown: "?",
  none: "–",
};

/** A station's sign around its own origin: its shape, then its letter. */
function Sign({ state }: { state: StationState }) {
  return (
    <g id={`m${state}`}>
      <SignShape state={state} />
      <text class="l" x="6" y="3.5">{STATE_LETTERS[state]}</text>
    </g>
  );
}

function SignShape({ state }: { state: StationState }) {
  switch (state) {
    case "VFR":
      return <circle r="4" />;
    case "MVFR":
      return (
        <>
          <circle r="4" class="half" />
          <path d="M0-4a4 4 0 0 0 0 8z" />
        </>
      );
    case "IFR":
      return <path d="M-4-4h8v8h-8z" />;
    case "LIFR":
      return <path d="M0-5 5 4H-5z" />;
    case "unknown":
      return <circle r="4" class="half" />;
    case "none":
      return <path d="M-3-3 3 3M3-3-3 3" class="half" />;
  }
}

const DRAWN_STATES: readonly StationState[] = ["none", "unknown", "VFR", "MVFR", "IFR", "LIFR"];

/** Nearer than this, stations carry their name, nautical miles. */
const NAMED_TO_NM = 700;

/** The map as a picture that scrolls sideways where it is wider than the screen. */
export function MapPicture({ model, label }: { model: MapModel; label: string }) {
  const { frame, coast, hazards, stations } = model;
  const named = frame.view.kind === "area" && frame.view.radiusNm <= NAMED_TO_NM;
  return (
    <div class="scroll map-box" tabindex={0} role="region" aria-label={label}>
      <svg
        class={model.picture === null ? "map" : "map street"}
        viewBox={`0 0 ${frame.width} ${frame.height}`}
        aria-hidden="true"
        data-view={frame.view.kind}
      >
        <defs>
          {DRAWN_STATES.map((state) => <Sign key={state} state={state} />)}
          <Marks />
        </defs>
        {model.picture === null
          ? <Ground frame={frame} coast={coast} />
          : <image href={model.picture} width={frame.width} height={frame.height} />}
        <g class="hzs">
          {hazards.map((hazard) => <HazardShape key={hazard.id} hazard={hazard} />)}
        </g>
        {DRAWN_STATES.flatMap((state) =>
          [false, true].map((stale) => (
            <Stations
              state={state}
              stale={stale}
              named={named}
              list={stations.filter((one) => one.state === state && one.stale === stale)}
            />
          ))
        )}
        <g class="hzl">
          {hazards.map((hazard) => <HazardLabel key={hazard.id} hazard={hazard} />)}
        </g>
      </svg>
    </div>
  );
}

/** Hazards alone on their part of the world, and the airport that was asked for. */
export function HazardPicture({ model: { frame, coast, drawn, near }, label }: {
  model: {
    readonly frame: Frame;
    readonly coast: Coast;
    readonly drawn: readonly DrawnHazard[];
    readonly near: { readonly id: string; readonly at: readonly [number, number] | null } | null;
  };
  label: string;
}) {
  return (
    <div class="scroll map-box" tabindex={0} role="region" aria-label={label}>
      <svg class="map" viewBox={`0 0 ${frame.width} ${frame.height}`} aria-hidden="true">
        <defs>
          <Marks />
        </defs>
        <Ground frame={frame} coast={coast} />
        <g class="hzs">{drawn.map((hazard) => <HazardShape key={hazard.id} hazard={hazard} />)}</g>
        <g class="hzl">{drawn.map((hazard) => <HazardLabel key={hazard.id} hazard={hazard} />)}</g>
        {near !== null && near.at !== null && (
          <>
            <circle class="here" cx={near.at[0]} cy={near.at[1]} r="5" />
            <text x={near.at[0] + 8} y={near.at[1] + 3}>{near.id}</text>
          </>
        )}
      </svg>
    </div>
  );
}

/** Signs of hazards at a point: an aircraft, and any other. */
function Marks() {
  return (
    <>
      <path id="mP" d="M0-5 1.2-1 6 1.5V3L1 1.8.8 4.5 2.5 6H-2.5L-.8 4.5-1 1.8-6 3V1.5L-1.2-1z" />
      <path id="mX" d="M0-6 6 0 0 6-6 0z" />
    </>
  );
}

/** Sea, land and borders. */
export function Ground({ frame, coast }: { frame: Frame; coast: Coast }) {
  return (
    <>
      <path
        class="sea"
        d={frame.view.kind === "world"
          ? frame.path({ type: "Sphere" })
          : `M0 0H${frame.width}V${frame.height}H0z`}
      />
      <path class="land" d={coast.land} />
      <path class="border" d={coast.borders} />
    </>
  );
}

function HazardShape({ hazard }: { hazard: DrawnHazard }) {
  const { path, code, closed, future, href } = hazard;
  if (path === "") return null;
  const name = `h ${code}${closed ? "" : " open"}${future ? " later" : ""}`;
  return (
    <a href={href} tabindex={-1}>
      <path class={name} d={path} />
    </a>
  );
}

function HazardLabel({ hazard }: { hazard: DrawnHazard }) {
  const { label, path, code, layer, urgent, href } = hazard;
  if (label === null) return null;
  const [x, y] = label;
  if (path !== "") return <text class={code} x={x} y={y}>{code}</text>;
  const sign = layer === "pirep" ? "#mP" : "#mX";
  return (
    <a href={href} tabindex={-1} class={urgent ? `${code} urgent` : code}>
      <use href={sign} x={x} y={y} />
      <text x={x + 8} y={y + 3}>{(urgent ? "!" : "") + (code === "PIREP" ? "" : code)}</text>
    </a>
  );
}

function Stations({ list, state, stale, named }: {
  list: readonly MapStation[];
  state: StationState;
  stale: boolean;
  named: boolean;
}) {
  if (list.length === 0) return null;
  return (
    <g class={`st ${state}${stale ? " o" : ""}`}>
      {list.map(({ id, x, y, worst }) => (
        <a href={`/${id}`} tabindex={-1}>
          <use href={`#m${state}`} x={x} y={y} />
          {worst !== null && (
            <text x={x + 14} y={y + 3} class={worst}>{`/${STATE_LETTERS[worst]}`}</text>
          )}
          {named && <text x={x - 11} y={y + 14} class="id">{id}</text>}
        </a>
      ))}
    </g>
  );
}
