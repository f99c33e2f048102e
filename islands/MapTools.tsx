import { useEffect, useRef, useState } from "preact/hooks";
import { zuluNear } from "../lib/view/age.ts";
import { HOUR_MS } from "../lib/time/mod.ts";
import { fillText } from "../lib/view/text/age_words.ts";
import type { MapWords } from "../lib/view/text/island_words.ts";

/** The page is loaded when the slider has rested for so long: keys move it by one hour each. */
const REST_MS = 600;
/** Less than this is a click and no drag, CSS pixels. */
const DRAG_PX = 6;

/**
 * Moves the map: by the slider of hours, by dragging with the mouse, by a double click to come closer. Each
 * ends in an address, as the links do that work without script; the server works the rest out.
 */
export default function MapTools({ hour, last, now, canMove, words }: {
  hour: number;
  last: number;
  now: number;
  /** Whether the map shows a part of the world, which can be moved. */
  canMove: boolean;
  words: MapWords;
}) {
  const [at, setAt] = useState(hour);
  const waiting = useRef<ReturnType<typeof setTimeout>>();

  useEffect(() => movable(canMove), []);

  const choose = (value: number) => {
    setAt(value);
    clearTimeout(waiting.current);
    waiting.current = setTimeout(() => value !== hour && go({ at: String(value) }), REST_MS);
  };
  const time = Math.floor(now / HOUR_MS) * HOUR_MS + at * HOUR_MS;
  const text = at === 0
    ? words["map.now"]
    : `${fillText(words["map.inHours"], { hours: at })} · ${zuluNear(time, now)}`;
  return (
    <p class="slide noprint">
      <label for="hour">
        {words["map.when"]}: <output for="hour">{text}</output>
      </label>
      <input
        id="hour"
        type="range"
        min={0}
        max={last}
        value={at}
        aria-valuetext={text}
        onInput={(event) => choose(Number(event.currentTarget.value))}
      />
    </p>
  );
}

/** Goes to this page's address with some parameters changed. */
function go(change: Readonly<Record<string, string>>): void {
  const url = new URL(location.href);
  for (const [name, value] of Object.entries(change)) url.searchParams.set(name, value);
  if (change["at"] === "0") url.searchParams.delete("at");
  location.assign(url);
}

/** Lets the mouse move the drawing. Touch scrolls it sideways by itself. */
function movable(canMove: boolean): (() => void) | undefined {
  const svg = document.querySelector<SVGSVGElement>("svg.map");
  if (svg === null) return undefined;
  // On a narrow screen the map is wider than it: what was asked for is in its middle.
  const box = svg.parentElement!;
  if (canMove) box.scrollLeft = (box.scrollWidth - box.clientWidth) / 2;
  let start: { x: number; y: number } | null = null;
  let dragged = false;

  /** A point of the screen in units of the drawing. */
  const unitsAt = (x: number, y: number) => {
    const box = svg.getBoundingClientRect();
    const scale = svg.viewBox.baseVal.width / box.width;
    return { x: (x - box.left) * scale, y: (y - box.top) * scale };
  };
  const onDown = (event: PointerEvent) => {
    if (!canMove || event.pointerType !== "mouse" || event.button !== 0) return;
    start = { x: event.clientX, y: event.clientY };
    dragged = false;
  };
  const onMove = (event: PointerEvent) => {
    if (start === null) return;
    const [dx, dy] = [event.clientX - start.x, event.clientY - start.y];
    dragged ||= Math.hypot(dx, dy) > DRAG_PX;
    if (!dragged) return;
    svg.classList.add("dragging");
    svg.style.transform = `translate(${dx}px, ${dy}px)`;
  };
  const onUp = (event: PointerEvent) => {
    if (start === null) return;
    const [dx, dy] = [event.clientX - start.x, event.clientY - start.y];
    start = null;
    if (!dragged) return;
    svg.style.transform = "";
    const box = svg.getBoundingClientRect();
    const middle = unitsAt(box.left + box.width / 2 - dx, box.top + box.height / 2 - dy);
    go({ px: middle.x.toFixed(), py: middle.y.toFixed() });
  };
  const onClick = (event: MouseEvent) => {
    if (dragged) event.preventDefault();
    dragged = false;
  };
  const onDouble = (event: MouseEvent) => {
    event.preventDefault();
    const at = unitsAt(event.clientX, event.clientY);
    go({ px: at.x.toFixed(), py: at.y.toFixed(), zoom: "in" });
  };
  const noGhost = (event: Event) => event.preventDefault();
  const stop = new AbortController();
  const { signal } = stop;
  svg.addEventListener("pointerdown", onDown, { signal });
  addEventListener("pointermove", onMove, { signal });
  addEventListener("pointerup", onUp, { signal });
  svg.addEventListener("click", onClick, { signal, capture: true });
  svg.addEventListener("dblclick", onDouble, { signal });
  svg.addEventListener("dragstart", noGhost, { signal });
  return () => stop.abort();
}
