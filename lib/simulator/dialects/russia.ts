/**
 * Russia and its neighbours: metres per second, runway state, QFE in the remarks.
 *
 * @module
 */
import { ANNEX_3, type Dialect, type WritingContext } from "./dialect.ts";
import { fieldPressure, runwayOf } from "./groups.ts";

export const RUSSIA: Dialect = {
  ...ANNEX_3,
  name: "Russia",
  windUnit: "MPS",
  clearCode: () => "NSC",
  cadence: () => ({ every: 30, minute: 0 }),
  automaticShare: () => 0.05,
  trendShare: 0.75,
  supplements: runwayState,
  remarks: (context) => {
    const { mm, hPa } = fieldPressure(context);
    const groups: string[] = [];
    const { sky } = context.observation;
    if (sky.kind === "layers" && sky.layers[0]!.heightFt < 600 && sky.layers[0]!.amount === "OVC") {
      groups.push(
        "QBB" + String(Math.round(sky.layers[0]!.heightFt * 0.3048 / 10) * 10).padStart(3, "0"),
      );
    }
    return [...groups, `QFE${mm}/${String(hPa).padStart(4, "0")}`];
  },
};

/** Neighbours that report in knots and without QFE (Uzbekistan, Azerbaijan, Armenia). */
export const CENTRAL_ASIA: Dialect = {
  ...RUSSIA,
  name: "Central Asia",
  windUnit: "KT",
  remarks: () => [],
};

/** Kazakhstan and Belarus: metres per second without QFE. */
export const STEPPE: Dialect = { ...RUSSIA, name: "Steppe", remarks: () => [] };

/** `R24/CLRD70`, `R24/290050` (WMO code tables 0919, 0519, 1079, 0366). */
function runwayState(context: WritingContext): string[] {
  const runway = runwayOf(context);
  if (runway === null || context.chance(71) > 0.8) return [];
  const { conditions } = context;
  const wet = conditions.rate > 0;
  const frozen = conditions.temperature < 0.5;
  if (!wet && conditions.temperature > 6) return [`R${runway}/CLRD70`];
  const deposit = frozen ? (wet ? 5 : 1) : wet ? 2 : 1;
  const extent = wet ? 9 : 1;
  const depth = wet && frozen ? Math.min(30, Math.ceil(conditions.rate * 3)) : 0;
  const friction = frozen ? 45 + Math.floor(context.chance(72) * 20) : 60;
  return [`R${runway}/${deposit}${extent}${String(depth).padStart(2, "0")}${friction}`];
}
