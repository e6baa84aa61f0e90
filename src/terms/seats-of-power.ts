/** Places that the press names for those who govern there. */
export interface SeatOfPower {
  readonly names: readonly string[];
  /** Country code of world-countries; null for the seats of international organisations. */
  readonly country: string | null;
  /** Holds members, whose president governs nobody. */
  readonly isParliament?: true;
  /** Words that stand for its holder in the articles. */
  readonly holder: readonly string[];
}

/** Seats by the name a reader writes. */
export const seatsOfPower: readonly SeatOfPower[] = [
  { names: ["Élysée", "palais de l'Élysée"], country: "FR", holder: ["président", "Macron"] },
  { names: ["Matignon"], country: "FR", holder: ["premier ministre"] },
  {
    names: ["Quai d'Orsay"],
    country: "FR",
    holder: ["ministre des Affaires étrangères", "diplomatie"],
  },
  { names: ["Bercy"], country: "FR", holder: ["ministre de l'Économie", "finances"] },
  { names: ["place Beauvau", "Beauvau"], country: "FR", holder: ["ministre de l'Intérieur"] },
  { names: ["place Vendôme", "Chancellerie"], country: "FR", holder: ["ministre de la Justice"] },
  { names: ["hôtel de Brienne"], country: "FR", holder: ["ministre des Armées", "défense"] },
  {
    names: ["Palais Bourbon"],
    country: "FR",
    isParliament: true,
    holder: ["Assemblée nationale", "députés"],
  },
  {
    names: ["palais du Luxembourg"],
    country: "FR",
    isParliament: true,
    holder: ["Sénat", "sénateurs"],
  },
  { names: ["Kremlin"], country: "RU", holder: ["président", "Poutine", "présidence"] },
  { names: ["place Smolensk"], country: "RU", holder: ["ministre des Affaires étrangères"] },
  {
    names: ["Maison Blanche", "Maison-Blanche", "White House"],
    country: "US",
    holder: ["président"],
  },
  { names: ["Bureau ovale"], country: "US", holder: ["président"] },
  { names: ["Pentagone", "Pentagon"], country: "US", holder: ["ministère de la Défense", "armée"] },
  {
    names: ["département d'État", "State Department", "Foggy Bottom"],
    country: "US",
    holder: ["secrétaire d'État", "diplomatie"],
  },
  { names: ["Capitole"], country: "US", isParliament: true, holder: ["Congrès", "Sénat"] },
  { names: ["Downing Street", "10 Downing Street"], country: "GB", holder: ["premier ministre"] },
  { names: ["Westminster"], country: "GB", isParliament: true, holder: ["parlement", "députés"] },
  { names: ["Foreign Office"], country: "GB", holder: ["ministre des Affaires étrangères"] },
  { names: ["Buckingham"], country: "GB", holder: ["roi", "reine"] },
  { names: ["Bundestag"], country: "DE", isParliament: true, holder: ["parlement", "députés"] },
  { names: ["chancellerie fédérale"], country: "DE", holder: ["chancelier", "chancelière"] },
  { names: ["palais Chigi"], country: "IT", holder: ["président du Conseil", "premier ministre"] },
  { names: ["Quirinal"], country: "IT", holder: ["président"] },
  { names: ["Moncloa"], country: "ES", holder: ["premier ministre", "gouvernement"] },
  { names: ["Knesset"], country: "IL", isParliament: true, holder: ["parlement", "députés"] },
  { names: ["Mouradia"], country: "DZ", holder: ["président", "présidence"] },
  { names: ["Zhongnanhai"], country: "CN", holder: ["président", "gouvernement"] },
  { names: ["Saint-Siège", "Vatican"], country: "VA", holder: ["pape"] },
  { names: ["Berlaymont"], country: null, holder: ["Commission européenne", "Bruxelles"] },
  {
    names: ["Bruxelles"],
    country: null,
    holder: ["Union européenne", "Commission européenne", "UE"],
  },
  { names: ["Alliance atlantique"], country: null, holder: ["Otan"] },
  { names: ["Palais de verre"], country: null, holder: ["ONU", "Nations unies"] },
];
