// What the field's tables call a country: ISO 3166 codes (alpha-2, alpha-3, numeric) and the region that ACLED files it
// under. Facts for the exports; the gazetteer knows countries by name and place.

export interface Country {
  readonly iso2: string;
  readonly iso3: string;
  /** ISO 3166 numeric; null where there is none. */
  readonly numeric: number | null;
  readonly region: string;
}

const REGIONS: Readonly<Record<string, string>> = {
  "Western Africa": `
    BJ BEN 204 | BF BFA 854 | CV CPV 132 | CI CIV 384 | GM GMB 270 | GH GHA 288 | GN GIN 324 | GW GNB
    624 | LR LBR 430 | ML MLI 466 | MR MRT 478 | NE NER 562 | NG NGA 566 | SN SEN 686 | SL SLE 694 | TG
    TGO 768 | SH SHN 654
  `,
  "Middle Africa": `
    AO AGO 024 | CM CMR 120 | CF CAF 140 | TD TCD 148 | CD COD 180 | CG COG 178 | GQ GNQ 226 | GA GAB
    266 | ST STP 678
  `,
  "Eastern Africa": `
    BI BDI 108 | KM COM 174 | DJ DJI 262 | ER ERI 232 | ET ETH 231 | KE KEN 404 | MG MDG 450 | MW MWI
    454 | MU MUS 480 | MZ MOZ 508 | RW RWA 646 | SC SYC 690 | SO SOM 706 | SS SSD 728 | TZ TZA 834 | UG
    UGA 800 | ZM ZMB 894 | ZW ZWE 716
  `,
  "Southern Africa": "BW BWA 072 | SZ SWZ 748 | LS LSO 426 | NA NAM 516 | ZA ZAF 710",
  "Northern Africa": "DZ DZA 012 | EG EGY 818 | LY LBY 434 | MA MAR 504 | SD SDN 729 | TN TUN 788 | EH ESH 732",
  "South Asia": `
    AF AFG 004 | BD BGD 050 | BT BTN 064 | IN IND 356 | MV MDV 462 | NP NPL 524 | PK PAK 586 | LK LKA
    144
  `,
  "Southeast Asia": `
    BN BRN 096 | KH KHM 116 | TL TLS 626 | ID IDN 360 | LA LAO 418 | MY MYS 458 | MM MMR 104 | PH PHL
    608 | SG SGP 702 | TH THA 764 | VN VNM 704
  `,
  "East Asia": `
    CN CHN 156 | HK HKG 344 | MO MAC 446 | JP JPN 392 | MN MNG 496 | KP PRK 408 | KR KOR 410 | TW TWN
    158
  `,
  "Caucasus and Central Asia": `
    AM ARM 051 | AZ AZE 031 | GE GEO 268 | KZ KAZ 398 | KG KGZ 417 | TJ TJK 762 | TM TKM 795 | UZ UZB
    860
  `,
  "Middle East": `
    BH BHR 048 | IR IRN 364 | IQ IRQ 368 | IL ISR 376 | JO JOR 400 | KW KWT 414 | LB LBN 422 | OM OMN
    512 | PS PSE 275 | QA QAT 634 | SA SAU 682 | SY SYR 760 | TR TUR 792 | AE ARE 784 | YE YEM 887
  `,
  Europe: `
    AL ALB 008 | AD AND 020 | AT AUT 040 | BY BLR 112 | BE BEL 056 | BA BIH 070 | BG BGR 100 | HR HRV
    191 | CY CYP 196 | CZ CZE 203 | DK DNK 208 | EE EST 233 | FI FIN 246 | FR FRA 250 | DE DEU 276 | GR
    GRC 300 | HU HUN 348 | IS ISL 352 | IE IRL 372 | IT ITA 380 | XK XKX 0 | LV LVA 428 | LI LIE 438 |
    LT LTU 440 | LU LUX 442 | MT MLT 470 | MD MDA 498 | MC MCO 492 | ME MNE 499 | NL NLD 528 | MK MKD
    807 | NO NOR 578 | PL POL 616 | PT PRT 620 | RO ROU 642 | RU RUS 643 | SM SMR 674 | RS SRB 688 | SK
    SVK 703 | SI SVN 705 | ES ESP 724 | SE SWE 752 | CH CHE 756 | UA UKR 804 | GB GBR 826 | VA VAT 336
  `,
  "South America": `
    AR ARG 032 | BO BOL 068 | BR BRA 076 | CL CHL 152 | CO COL 170 | EC ECU 218 | GY GUY 328 | PY PRY
    600 | PE PER 604 | SR SUR 740 | UY URY 858 | VE VEN 862
  `,
  "Central America": `
    BZ BLZ 084 | CR CRI 188 | SV SLV 222 | GT GTM 320 | HN HND 340 | MX MEX 484 | NI NIC 558 | PA PAN
    591
  `,
  Caribbean: `
    AG ATG 028 | BS BHS 044 | BB BRB 052 | CU CUB 192 | DM DMA 212 | DO DOM 214 | GD GRD 308 | HT HTI
    332 | JM JAM 388 | KN KNA 659 | LC LCA 662 | VC VCT 670 | TT TTO 780 | PR PRI 630
  `,
  "North America": "CA CAN 124 | US USA 840 | GL GRL 304",
  Oceania: `
    AU AUS 036 | FJ FJI 242 | FM FSM 583 | KI KIR 296 | MH MHL 584 | NR NRU 520 | NZ NZL 554 | PW PLW
    585 | PG PNG 598 | WS WSM 882 | SB SLB 090 | TO TON 776 | TV TUV 798 | VU VUT 548
  `,
};

const COUNTRIES: ReadonlyMap<string, Country> = new Map(
  Object.entries(REGIONS).flatMap(([region, rows]) =>
    rows.split("|").map((row): [string, Country] => {
      const [iso2, iso3, numeric] = row.trim().split(/\s+/) as [string, string, string];
      return [iso2, { iso2, iso3, numeric: Number(numeric) || null, region }];
    }),
  ),
);

/** By alpha-2, in either case, as the gazetteer's ids of countries are written. */
export const country = (iso2: string | null | undefined): Country | null =>
  (iso2 && COUNTRIES.get(iso2.toUpperCase())) || null;
