/**
 * The groups that a TAF adds to those shared with METAR: the table of formats, printed and tested.
 *
 * @module
 */

/** One kind of group: its name, the paragraph of the standard, what it says, and an example. */
export interface TafFormat {
  readonly name: string;
  readonly rule: string;
  readonly meaning: string;
  /** The group as it stands in a forecast; its first test. */
  readonly example: string;
}

/** In the order in which they stand in a forecast. */
export const TAF_FORMATS: readonly TafFormat[] = [
  {
    name: "validity",
    rule: "WMO-No. 306 FM 51",
    meaning: "From day and hour to day and hour; hour 24 is midnight at the end of the day.",
    example: "2206/2306",
  },
  {
    name: "validity, old form",
    rule: "WMO-No. 306 FM 51 before November 2008",
    meaning: "Day, first and last hour.",
    example: "221206",
  },
  {
    name: "cancelled",
    rule: "WMO-No. 306 FM 51",
    meaning: "The forecast is withdrawn.",
    example: "2206/2306 CNL",
  },
  {
    name: "from",
    rule: "ICAO Annex 3, appendix 5, 1.3; NWSI 10-813",
    meaning: "A complete new forecast from that day, hour and minute on; it replaces everything.",
    example: "FM221430 19004KT P6SM BKN040",
  },
  {
    name: "becoming",
    rule: "ICAO Annex 3, appendix 5, 1.3",
    meaning: "A change complete by the end of the period; only what is named changes, and stays.",
    example: "BECMG 2218/2220 VRB05KT",
  },
  {
    name: "temporary",
    rule: "ICAO Annex 3, appendix 5, 1.3",
    meaning: "Fluctuations of less than an hour each, and of less than half the period together.",
    example: "TEMPO 2214/2220 4000 TSRA FEW045CB",
  },
  {
    name: "intermittent",
    rule: "AIP Australia GEN 3.5",
    meaning: "Like TEMPO, of less than half an hour each.",
    example: "INTER 2206/2215 3000 SHRA BKN012",
  },
  {
    name: "probability",
    rule: "ICAO Annex 3, appendix 5, 1.4",
    meaning: "The chance, 30 or 40 percent, of what follows.",
    example: "PROB40 2302/2306 1000 BCFG BKN001",
  },
  {
    name: "probability of fluctuations",
    rule: "ICAO Annex 3, appendix 5, 1.4",
    meaning: "The chance of temporary fluctuations.",
    example: "PROB30 TEMPO 2214/2220 TS FEW045CB",
  },
  {
    name: "highest and lowest temperature",
    rule: "ICAO Annex 3, appendix 5, 1.2.5",
    meaning: "Extremes in whole degrees Celsius (M below zero) with day and hour.",
    example: "TX12/2215Z TNM03/2306Z",
  },
  {
    name: "temperatures of the US Navy",
    rule: "the TAF code of the US Navy",
    meaning: "Two extremes without X and N: the higher is the maximum.",
    example: "T26/2215Z T14/2305Z",
  },
  {
    name: "low-level wind shear",
    rule: "NWSI 10-813",
    meaning: "Height above ground in hundreds of feet, and the wind there.",
    example: "WS020/24045KT",
  },
  {
    name: "turbulence",
    rule: "AFMAN 15-124; WMO code table 0300",
    meaning: "Intensity, base in hundreds of feet, thickness in thousands of feet.",
    example: "530009",
  },
  {
    name: "icing",
    rule: "AFMAN 15-124; WMO code table 1733",
    meaning: "Intensity, base in hundreds of feet, thickness in thousands of feet.",
    example: "620304",
  },
  {
    name: "lowest altimeter setting",
    rule: "AFMAN 15-124",
    meaning: "The lowest setting of the period in hundredths of inches of mercury.",
    example: "QNH2992INS",
  },
  {
    name: "change of the wind alone",
    rule: "AFMAN 15-124",
    meaning: "The wind changes after that day and hour; all else stays.",
    example: "WND 33009KT AFT 2215",
  },
  {
    name: "variation of the wind",
    rule: "AFMAN 15-124",
    meaning: "The directions between which the wind varies.",
    example: "WND 290V040",
  },
  {
    name: "weather joined by a stroke",
    rule: "none: seen in South Asia and the Gulf",
    meaning: "Either or both.",
    example: "-RA/BR",
  },
  {
    name: "no significant weather",
    rule: "WMO-No. 306 FM 51",
    meaning: "The weather forecast before ends.",
    example: "BECMG 2218/2220 NSW",
  },
  {
    name: "rows of temperature and QNH",
    rule: "AIP Australia GEN 3.5",
    meaning: "Values for the start of the validity and 3, 6 and 9 hours later.",
    example: "RMK T 25 21 18 20 Q 1012 1013 1014 1015",
  },
  {
    name: "turbulence in words",
    rule: "AIP Australia GEN 3.5",
    meaning: "Begins like a change group and is none.",
    example: "FM221500 MOD TURB BLW 5000FT",
  },
  {
    name: "amendments not scheduled",
    rule: "NWSI 10-813",
    meaning: "No amendments will be issued.",
    example: "AMD NOT SKED",
  },
  {
    name: "amendments limited",
    rule: "NWSI 10-813",
    meaning: "Amendments are issued for these elements only.",
    example: "AMD LTD TO CLD VIS AND WIND",
  },
  {
    name: "last forecast before the station closes",
    rule: "AFMAN 15-124",
    meaning: "No amendments after that time; when the next forecast is due.",
    example: "LAST NO AMDS AFT 2222 NEXT 2309",
  },
  {
    name: "next forecast",
    rule: "MANAIR (Canada)",
    meaning: "When the next forecast is due.",
    example: "RMK NXT FCST BY 221800Z",
  },
];
