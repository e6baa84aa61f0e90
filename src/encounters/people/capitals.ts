// Capitals as the French press writes them, by ISO 3166 code: the library of countries has
// English names only. Used for "dans la capitale serbe" and to keep capitals from being persons.

const CAPITALS = `
AF Kaboul|AL Tirana|DZ Alger|AD Andorre-la-Vieille|AO Luanda|SA Riyad|AR Buenos Aires|AM Erevan|AU Canberra|AT Vienne|AZ Bakou
BS Nassau|BH Manama|BD Dacca|BB Bridgetown|BE Bruxelles|BZ Belmopan|BJ Porto-Novo|BT Thimphou|BY Minsk|MM Naypyidaw|BO La Paz
BA Sarajevo|BW Gaborone|BR Brasilia|BN Bandar Seri Begawan|BG Sofia|BF Ouagadougou|BI Bujumbura|KH Phnom Penh|CM Yaoundé|CA Ottawa
DE Berlin|CV Praia|CF Bangui|CL Santiago|CN Pékin|CY Nicosie|CO Bogota|KM Moroni|CG Brazzaville|CD Kinshasa|KR Séoul|KP Pyongyang|CR San José
CI Abidjan|HR Zagreb|CU La Havane|DK Copenhague|DJ Djibouti|DO Saint-Domingue|EG Le Caire|AE Abou Dhabi|EC Quito|ER Asmara|ES Madrid
EE Tallinn|US Washington|ET Addis-Abeba|FJ Suva|FI Helsinki|FR Paris|GA Libreville|GM Banjul|GE Tbilissi|GH Accra|GR Athènes|GT Guatemala
GN Conakry|GQ Malabo|GW Bissau|GY Georgetown|HT Port-au-Prince|HN Tegucigalpa|HU Budapest|IN New Delhi|ID Jakarta|IQ Bagdad|IR Téhéran
IE Dublin|IS Reykjavik|IL Jérusalem|IT Rome|JM Kingston|JP Tokyo|JO Amman|KZ Astana|KE Nairobi|KG Bichkek|KW Koweït|LA Vientiane
LS Maseru|LV Riga|LB Beyrouth|LR Monrovia|LY Tripoli|LI Vaduz|LT Vilnius|LU Luxembourg|MK Skopje|MG Antananarivo|MY Kuala Lumpur|MW Lilongwe
MV Malé|ML Bamako|MT La Valette|MA Rabat|MU Port-Louis|MR Nouakchott|MX Mexico|MD Chisinau|MC Monaco|MN Oulan-Bator|ME Podgorica|MZ Maputo
NA Windhoek|NP Katmandou|NI Managua|NE Niamey|NG Abuja|NO Oslo|NZ Wellington|OM Mascate|UG Kampala|UZ Tachkent|PK Islamabad|PA Panama
PG Port Moresby|PY Asuncion|NL La Haye|PE Lima|PH Manille|PL Varsovie|PT Lisbonne|QA Doha|RO Bucarest|GB Londres|RU Moscou|RW Kigali
SV San Salvador|SN Dakar|RS Belgrade|SL Freetown|SG Singapour|SK Bratislava|SI Ljubljana|SO Mogadiscio|SD Khartoum|SS Djouba|LK Colombo
SE Stockholm|CH Berne|SR Paramaribo|SY Damas|TJ Douchanbé|TW Taipei|TZ Dodoma|TD N'Djamena|CZ Prague|TH Bangkok|TL Dili|TG Lomé|TT Port-d'Espagne
TN Tunis|TM Achgabat|TR Ankara|UA Kiev|UY Montevideo|VE Caracas|VN Hanoï|YE Sanaa|ZM Lusaka|ZW Harare|ZA Pretoria|XK Pristina|PS Ramallah|VA Vatican
`;

/** Country code and capital, in French. */
export const capitals: ReadonlyMap<string, string> = new Map(
  CAPITALS.trim()
    .split(/[|\n]/)
    .map((row) => [row.slice(0, 2), row.slice(3)] as const),
);
