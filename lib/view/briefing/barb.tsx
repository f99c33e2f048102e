/**
 * A wind barb: the shaft points to where the wind comes from; a flag is 50 kt, a barb 10, half a barb 5.
 *
 * @module
 */

/** A barb at a place of the drawing. In the southern hemisphere the barbs stand on the other side. */
export function WindBarb({ x, y, directionDeg, speedKt, southern }: {
  x: number;
  y: number;
  directionDeg: number;
  speedKt: number;
  southern: boolean;
}) {
  const knots = Math.round(speedKt / 5) * 5;
  const title = `${String(Math.round(directionDeg)).padStart(3, "0")}° ${Math.round(speedKt)} kt`;
  if (knots === 0) {
    return (
      <circle class="calm" cx={x} cy={y} r="5">
        <title>{title}</title>
      </circle>
    );
  }
  return (
    <g transform={`translate(${x} ${y}) rotate(${Math.round(directionDeg)})`}>
      <title>{title}</title>
      <path d={barbPath(knots, southern ? -1 : 1)} />
    </g>
  );
}

const LENGTH = 28;
const STEP = 4.5;

/** The path of a barb that stands upright, for a speed in fives. `side` 1: to the right. */
function barbPath(knots: number, side: 1 | -1): string {
  let left = knots;
  let at = -LENGTH;
  let path = `M0 0V${-LENGTH}`;
  while (left >= 50) {
    path += `M0 ${at}L${11 * side} ${at + 1}L0 ${at + 6}Z`;
    at += 7;
    left -= 50;
  }
  while (left >= 10) {
    path += `M0 ${at}L${11 * side} ${at - 4}`;
    at += STEP;
    left -= 10;
  }
  // A half barb alone does not stand at the end, where it could be taken for a whole one.
  if (left >= 5) {
    if (knots === 5) at += STEP;
    path += `M0 ${at}L${6 * side} ${at - 2}`;
  }
  return path;
}
