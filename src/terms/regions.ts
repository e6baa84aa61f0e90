/** Regions that a question names where an article names one of their countries or capitals. */
export const regions: readonly (readonly [names: string, countryCodes: string])[] = [
  ["balkanique, Balkans", "RS HR BA ME MK AL XK BG SI"],
  ["balte, baltique, pays baltes", "EE LV LT"],
  ["scandinave, Scandinavie, nordique", "NO SE DK FI IS"],
  ["maghrébin, Maghreb", "MA DZ TN LY"],
  ["caucasien, Caucase", "GE AM AZ"],
  ["sahélien, Sahel", "ML NE TD BF MR"],
  ["golfe Persique, pays du Golfe, pétromonarchie", "SA AE QA KW BH OM"],
  ["péninsule ibérique", "ES PT"],
  ["Benelux", "BE NL LU"],
  ["Asie centrale", "KZ UZ TM KG TJ"],
];
