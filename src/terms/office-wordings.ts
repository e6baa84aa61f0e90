import { countries } from "./countries.ts";
import type { OfficeHolder } from "./office-holders.ts";

/** One way to word an office, of a man and of a woman; {m} and {f} stand for "français" and "française". */
type Wording = readonly [man: string, woman: string];

const ministerOf = (domain: string): Wording => [
  `ministre {m} ${domain}`,
  `ministre {f} ${domain}`,
];
const chiefDiplomat: Wording = ["chef de la diplomatie {f}", "cheffe de la diplomatie {f}"];

/** By the office, or by office and country where it has a name of its own there; the usual one first. */
const wordings: Readonly<Record<string, readonly Wording[]>> = {
  "head-of-state": [
    ["président {m}", "présidente {f}"],
    ["chef de l'État {m}", "cheffe de l'État {m}"],
    ["dirigeant {m}", "dirigeante {f}"],
  ],
  "head-of-state KP": [["dirigeant {m}", "dirigeante {f}"]],
  "head-of-government": [["premier ministre {m}", "première ministre {f}"]],
  "head-of-government DE": [["chancelier {m}", "chancelière {f}"]],
  "foreign-minister": [
    ministerOf("des Affaires étrangères"),
    chiefDiplomat,
    ["ministre des Affaires étrangères {m}", "ministre des Affaires étrangères {f}"],
  ],
  "foreign-minister US": [["secrétaire d'État {m}", "secrétaire d'État {f}"], chiefDiplomat],
  "foreign-minister EU": [
    ["chef de la diplomatie européenne", "cheffe de la diplomatie européenne"],
  ],
  "minister defense": [ministerOf("de la Défense")],
  "guide supreme": [["guide suprême {m}", "guide suprême {f}"]],
  pape: [["pape", "pape"]],
  "president commission europeenne": [
    ["président de la Commission européenne", "présidente de la Commission européenne"],
  ],
  "secretaire-general UN": [["secrétaire général de l'ONU", "secrétaire générale de l'ONU"]],
  "secretaire-general NATO": [["secrétaire général de l'Otan", "secrétaire générale de l'Otan"]],
};

/** How the press words the office of its holder, the usual way first. */
export function officeWordings({ office, country, isWoman }: OfficeHolder): readonly string[] {
  const { masculine = "", feminine = "" } =
    countries().find(({ code }) => code === country)?.adjective ?? {};
  return (wordings[`${office} ${country}`] ?? wordings[office] ?? []).map(([man, woman]) =>
    (isWoman ? woman : man).replace("{m}", masculine).replace("{f}", feminine),
  );
}
