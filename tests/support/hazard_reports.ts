/**
 * Hazards for the small world of the pages' tests: texts of real shape, areas over the antimeridian and
 * around a pole, one without an outline and one whose place cannot be read.
 *
 * @module
 */
import { decode } from "../../lib/products/mod.ts";
import type { ProductName } from "../../lib/products/product.ts";
import type { MemoryWorld } from "../../lib/store/mod.ts";
import type { HazardProduct } from "../../lib/store/world.ts";
import { MINUTE_MS } from "../../lib/time/mod.ts";

/** A report as it is put into the world. */
interface Given {
  readonly text: string;
  readonly attributes?: Readonly<Record<string, unknown>>;
  readonly position?: { readonly latitude: number; readonly longitude: number };
}

type GivenHazards = Readonly<Partial<Record<HazardProduct, readonly Given[]>>>;

/** All hold at 15:03Z on 24 November 2026 unless said otherwise. */
const GIVEN: GivenHazards = {
  sigmet: [
    {
      // Around New York.
      text:
        "WSUS31 KKCI 241455\nSIGE\nCONVECTIVE SIGMET 12E\nVALID UNTIL 1655Z\nNY NJ CT AND CSTL WTRS\nFROM 30NW ALB-40E JFK-50SSE JFK-30SW SAX-30NW ALB\nAREA TS MOV FROM 26025KT. TOPS TO FL410.",
      attributes: { area: [[42.9, -74.4], [40.6, -72.9], [39.9, -73.4], [40.8, -75.0]] },
    },
    {
      text:
        "WSPA07 PHFO 241400\nSIGPAT\nKZAK SIGMET TANGO 3 VALID 241405/241805 PHFO-\nOAKLAND OCEANIC FIR EMBD TS OBS WI N2000 E17000 - N2000 W17000 - N1000 W17000 - N1000 E17000 - N2000 E17000 TOP FL520 MOV NE 10KT NC=",
    },
    {
      text:
        "WSNT01 EGRR 241200\nEGGX SIGMET 4 VALID 241300/241700 EGRR-\nEGGX SHANWICK OCEANIC FIR SEV TURB FCST WI N5800 W03000 - N5800 W01500 - N5200 W01500 - N5200 W03000 - N5800 W03000 FL290/400 MOV E 25KT NC=",
    },
    {
      // No outline: the whole region.
      text:
        "WSUK33 EGRR 241300\nEGTT SIGMET 2 VALID 241400/241800 EGRR-\nEGTT LONDON FIR SEV ICE OBS ENTIRE FIR FL050/140 STNR NC=",
    },
    {
      // Begins in an hour.
      text:
        "WSDL31 EDZM 241430\nEDMM SIGMET 1 VALID 241600/242000 EDZM-\nEDMM MUENCHEN FIR SEV MTW FCST WI N4800 E01000 - N4800 E01300 - N4710 E01300 - N4710 E01000 - N4800 E01000 SFC/FL150 STNR WKN=",
    },
    {
      // A place that cannot be read.
      text:
        "WSRS31 UUUU 241330\nUUWV SIGMET 5 VALID 241400/241700 UUWV-\nUUWV MOSCOW FIR SEV TURB OBS WI N5X00 E03000 - N5600 E03500 - N5400 E0?? SFC/FL100 MOV E 20KMH NC=",
    },
  ],
  gairmet: [
    {
      text: JSON.stringify({
        receipt_time: "2026-11-24T14:45:00.000Z",
        issue_time: "2026-11-24T14:45:00.000Z",
        expire_time: "2026-11-24T21:00:00.000Z",
        valid_time: "2026-11-24T15:00:00.000Z",
        product: "SIERRA",
        tag: "1E",
        forecast_hour: "0",
        geometry_type: "AREA",
        due_to: "CIG BLW 010/VIS BLW 3SM PCPN/BR",
        "hazard@type": "IFR",
        "area@num_points": "5",
        points: [[42.5, -75.5], [42.5, -72.0], [40.0, -72.5], [40.0, -75.5], [42.5, -75.5]],
      }),
    },
  ],
  pirep: [
    {
      text: "JFK UUA /OV JFK090010/TM 1448/FL080/TP B738/TB SEV 070-090/RM DURD",
      position: { latitude: 40.64, longitude: -73.56 },
    },
    {
      text: "BOS UA /OV BOS270020/TM 1431/FL120/TP C172/SK OVC045-TOP070/TA M05/IC LGT RIME",
      position: { latitude: 42.36, longitude: -71.45 },
    },
    {
      text: "DEN UA /OV DEN180015/TM 1422/FL230/TP A320/TB NEG",
      position: { latitude: 39.6, longitude: -104.7 },
    },
    { text: "ANC UA /OV SOMEWHERE/TM 1410/FL350/TP B77W/TB MOD" },
  ],
  cwa: [],
};

/** Besides: a warning that another text cancelled, one with words of all kinds, and an advisory of a centre. */
export const MORE_HAZARDS: GivenHazards = {
  sigmet: [
    {
      text:
        "WSFR31 LFPW 241330\nLFFF SIGMET 3 VALID 241400/241800 LFPW-\nLFFF PARIS FIR/UIR EMBD TSGR OBS WI N4900 E00100 - N4900 E00400 - N4700 E00400 - N4700 E00100 - N4900 E00100 TOP FL380 MOV NE 20KT INTSF=",
    },
    {
      text:
        "WSFR31 LFPW 241500\nLFFF SIGMET 4 VALID 241500/241800 LFPW-\nLFFF PARIS FIR/UIR CNL SIGMET 3 241400/241800=",
    },
  ],
  cwa: [
    {
      text:
        "FAUS21 KZNY 241450\nZNY1 CWA 241450\nZNY CWA 101 VALID UNTIL 241650\nFROM 30NW ALB-40E JFK-50SSE JFK-30SW SAX-30NW ALB\nAREA OF MOD TO SEV TURB FL250-FL370. DUE TO JTST. RPRTD BY ACFT. CONDS CONTG BYD 1650Z.",
      attributes: { area: [[42.9, -74.4], [40.6, -72.9], [39.9, -73.4], [40.8, -75.0]] },
    },
  ],
};

/** Puts the hazards and their feeds into a world; `products` that are left out have never been received. */
export function fillHazards(
  world: MemoryWorld,
  now: number,
  products: readonly HazardProduct[] = ["sigmet", "gairmet", "pirep", "cwa"],
  more: GivenHazards = {},
): void {
  for (const product of products) {
    const given = [...GIVEN[product] ?? [], ...more[product] ?? []];
    const receivedAt = now - MINUTE_MS;
    world.putHazards(
      product,
      given.map(({ text, ...beside }) => {
        const decoded = decode(text, { receivedAt, product: product as ProductName })!;
        const said = "observedAt" in decoded ? decoded.observedAt : undefined;
        return {
          raw: {
            product: product as ProductName,
            text,
            stationId: null,
            provider: world.simulated ? "simulator" : "awc",
            receivedAt,
            simulated: world.simulated,
            ...beside,
          },
          decoded,
          observedAt: typeof said === "string" ? Date.parse(said) : receivedAt,
        };
      }),
    );
    world.putFeed({
      product,
      provider: world.simulated ? "simulator" : "awc",
      attemptedAt: receivedAt,
      succeededAt: receivedAt,
      error: null,
      count: given.length,
    });
  }
}
