/**
 * Flight information regions that issue SIGMETs: a rough middle, enough to give each storm its office.
 *
 * @module
 */

/** A flight information region. */
export interface Region {
  readonly fir: string;
  readonly name: string;
  /** The meteorological watch office. */
  readonly office: string;
  /** Header letters of its bulletins. */
  readonly bulletin: string;
  readonly latitude: number;
  readonly longitude: number;
}

const row = (
  fir: string,
  name: string,
  office: string,
  bulletin: string,
  latitude: number,
  longitude: number,
): Region => ({ fir, name, office, bulletin, latitude, longitude });

/** Spread over all continents. */
export const REGIONS: readonly Region[] = [
  row("EGTT", "LONDON", "EGRR", "WSUK31", 52, -1.5),
  row("EGPX", "SCOTTISH", "EGRR", "WSUK33", 57, -4),
  row("EISN", "SHANNON", "EIDB", "WSIE31", 53, -9),
  row("LFFF", "PARIS", "LFPW", "WSFR31", 48.5, 2),
  row("LFMM", "MARSEILLE", "LFPW", "WSFR34", 43.5, 5.5),
  row("EDGG", "LANGEN", "EDZF", "WSDL31", 50, 8),
  row("EDMM", "MUENCHEN", "EDZM", "WSDL32", 48.5, 11.8),
  row("LIMM", "MILANO", "LIIB", "WSIY31", 45, 9.5),
  row("LIRR", "ROMA", "LIIB", "WSIY31", 41, 13),
  row("LECM", "MADRID", "LEMM", "WSSP31", 40, -4),
  row("LPPC", "LISBOA", "LPMG", "WSPO31", 39, -9),
  row("LGGG", "ATHINAI", "LGAT", "WSGR31", 38, 23.5),
  row("LTBB", "ISTANBUL", "LTBA", "WSTU31", 40, 29),
  row("EPWW", "WARSZAWA", "EPWA", "WSPL31", 52, 20),
  row("ESAA", "SWEDEN", "ESWI", "WSSN31", 62, 16),
  row("ENOR", "NORWAY", "ENMI", "WSNO31", 64, 12),
  row("EFIN", "FINLAND", "EFKL", "WSFI31", 63, 26),
  row("UUWV", "MOSCOW", "UUWV", "WSRS31", 56, 38),
  row("USSV", "YEKATERINBURG", "USSV", "WSRS32", 57, 61),
  row("UNNT", "NOVOSIBIRSK", "UNNT", "WSRS33", 55, 83),
  row("UIII", "IRKUTSK", "UIII", "WSRS34", 53, 104),
  row("UHHH", "KHABAROVSK", "UHHH", "WSRS35", 50, 135),
  row("UBBA", "BAKU", "UBBB", "WSAJ31", 40.4, 49),
  row("OIIX", "TEHRAN", "OIII", "WSIR31", 33, 53),
  row("OMAE", "EMIRATES", "OMAE", "WSER31", 24.4, 54.5),
  row("OEJD", "JEDDAH", "OEJD", "WSSD20", 24, 43),
  row("VIDF", "DELHI", "VIDP", "WSIN31", 28, 77),
  row("VABF", "MUMBAI", "VABB", "WSIN32", 18, 73),
  row("VOMF", "CHENNAI", "VOMM", "WSIN33", 12, 80),
  row("VECF", "KOLKATA", "VECC", "WSIN34", 22, 88),
  row("VTBB", "BANGKOK", "VTBS", "WSTH31", 13, 101),
  row("VVHM", "HO CHI MINH", "VVGL", "WSVS31", 11, 107),
  row("WSJC", "SINGAPORE", "WSSS", "WSSR20", 2, 105),
  row("WIIF", "JAKARTA", "WIII", "WSID20", -5, 106),
  row("WAAF", "UJUNG PANDANG", "WAAA", "WSID21", -4, 122),
  row("RPHI", "MANILA", "RPLL", "WSPH31", 13, 123),
  row("AYPM", "PORT MORESBY", "AYPY", "WSNG20", -7, 146),
  row("ZBPE", "BEIJING", "ZBAA", "WSCI35", 40, 115),
  row("ZSHA", "SHANGHAI", "ZSSS", "WSCI34", 31, 119),
  row("ZGZU", "GUANGZHOU", "ZGGG", "WSCI33", 24, 112),
  row("ZPKM", "KUNMING", "ZUUU", "WSCI36", 28, 103),
  row("RJJJ", "FUKUOKA", "RJTD", "WSJP31", 35, 138),
  row("RKRR", "INCHEON", "RKSI", "WSKO31", 37, 127),
  row("YMMM", "MELBOURNE", "YMRF", "WSAU21", -34, 135),
  row("YBBB", "BRISBANE", "YBRF", "WSAU21", -22, 146),
  row("NZZC", "NEW ZEALAND", "NZKL", "WSNZ21", -41, 173),
  row("FAJA", "JOHANNESBURG", "FAOR", "WSZA21", -27, 26),
  row("FCCC", "BRAZZAVILLE", "FCBB", "WSCG31", 1, 15),
  row("FZZA", "KINSHASA", "FZAA", "WSCD20", -4, 22),
  row("DNKK", "KANO", "DNKN", "WSNI31", 9, 8),
  row("GOOO", "DAKAR", "GOOY", "WSSG31", 13, -13),
  row("DRRR", "NIAMEY", "DRRN", "WSNR31", 14, 3),
  row("HKNA", "NAIROBI", "HKJK", "WSKY31", 0, 37),
  row("HAAA", "ADDIS ABABA", "HAAB", "WSET31", 9, 39),
  row("FIMM", "MAURITIUS", "FIMP", "WSMA31", -19, 58),
  row("SBAZ", "AMAZONICA", "SBAZ", "WSBZ31", -5, -62),
  row("SBBS", "BRASILIA", "SBBS", "WSBZ31", -15, -48),
  row("SBCW", "CURITIBA", "SBCW", "WSBZ31", -26, -51),
  row("SBRE", "RECIFE", "SBRE", "WSBZ31", -9, -38),
  row("SAEF", "EZEIZA", "SAEZ", "WSAG31", -36, -60),
  row("SCEZ", "SANTIAGO", "SCEL", "WSCH31", -33, -71),
  row("SPIM", "LIMA", "SPJC", "WSPR31", -10, -76),
  row("SKED", "BOGOTA", "SKBO", "WSCO31", 5, -74),
  row("SVZM", "MAIQUETIA", "SVMI", "WSVN31", 8, -66),
  row("MPZL", "PANAMA", "MPTO", "WSPM31", 9, -80),
  row("MMFR", "MEXICO", "MMMX", "WSMX31", 22, -101),
  row("MUFH", "HABANA", "MUHA", "WSCU31", 22, -80),
  row("TTZP", "PIARCO", "TTPP", "WSTD31", 12, -60),
  row("CZEG", "EDMONTON", "CWEG", "WSCN22", 58, -115),
  row("CZWG", "WINNIPEG", "CWEG", "WSCN23", 52, -97),
  row("CZUL", "MONTREAL", "CWEG", "WSCN26", 52, -72),
  row("CZQX", "GANDER", "CWEG", "WSCN27", 50, -56),
];
