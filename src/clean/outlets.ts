/*
 * The address of an article in, the name its outlet goes by out. A table of facts for outlets whose name
 * does not follow from their host; any other host is its own name.
 */

const OUTLETS: readonly (readonly [host: string, name: string])[] = [
  ["20minutes.fr", "20 Minutes"],
  ["actu.fr", "actu.fr"],
  ["actu.orange.fr", "Orange Actu"],
  ["aljazeera.com", "Al Jazeera"],
  ["alahednews.com.lb", "Al-Ahed"],
  ["allafrica.com", "allAfrica"],
  ["bbc.com", "BBC"],
  ["bfmtv.com", "BFMTV"],
  ["challenges.fr", "Challenges"],
  ["cnews.fr", "CNews"],
  ["courrierinternational.com", "Courrier international"],
  ["dw.com", "Deutsche Welle"],
  ["euronews.com", "Euronews"],
  ["europe1.fr", "Europe 1"],
  ["france24.com", "France 24"],
  ["franceinfo.fr", "franceinfo"],
  ["francetvinfo.fr", "franceinfo"],
  ["francais.rt.com", "RT en français"],
  ["huffingtonpost.fr", "Le HuffPost"],
  ["jeuneafrique.com", "Jeune Afrique"],
  ["journaldemontreal.com", "Le Journal de Montréal"],
  ["la-croix.com", "La Croix"],
  ["ladepeche.fr", "La Dépêche"],
  ["lalibre.be", "La Libre Belgique"],
  ["lapresse.ca", "La Presse"],
  ["latribune.fr", "La Tribune"],
  ["lavoixdunord.fr", "La Voix du Nord"],
  ["ledauphine.com", "Le Dauphiné libéré"],
  ["ledevoir.com", "Le Devoir"],
  ["lefigaro.fr", "Le Figaro"],
  ["lemonde.fr", "Le Monde"],
  ["leparisien.fr", "Le Parisien"],
  ["lepoint.fr", "Le Point"],
  ["lesechos.fr", "Les Échos"],
  ["lesoir.be", "Le Soir"],
  ["letelegramme.fr", "Le Télégramme"],
  ["letemps.ch", "Le Temps"],
  ["lexpress.fr", "L'Express"],
  ["liberation.fr", "Libération"],
  ["lorientlejour.com", "L'Orient-Le Jour"],
  ["marianne.net", "Marianne"],
  ["mediapart.fr", "Mediapart"],
  ["nouvelobs.com", "Le Nouvel Obs"],
  ["ouest-france.fr", "Ouest-France"],
  ["radio-canada.ca", "Radio-Canada"],
  ["rfi.fr", "RFI"],
  ["rtbf.be", "RTBF"],
  ["rtl.fr", "RTL"],
  ["rts.ch", "RTS"],
  ["slate.fr", "Slate"],
  ["sudouest.fr", "Sud Ouest"],
  ["tdg.ch", "Tribune de Genève"],
  ["tf1info.fr", "TF1 Info"],
  ["tv5monde.com", "TV5MONDE"],
];

const NAME_BY_HOST: ReadonlyMap<string, string> = new Map(OUTLETS);

/** Returns the outlet that publishes at `url`, or null when `url` is null. */
export function outletOfUrl(url: string | null): string | null {
  if (url === null || !URL.canParse(url)) return null;
  const host = new URL(url).hostname.replace(/^www\./, "");
  const labels = host.split(".");
  // The most specific host wins: actu.orange.fr before orange.fr.
  const candidates = labels.map((_, i) => labels.slice(i).join("."));
  const known = candidates.find((candidate) => NAME_BY_HOST.has(candidate));
  return known === undefined ? host : (NAME_BY_HOST.get(known) ?? host);
}

/** Returns the outlet's usual name when `name` is one of the table, whatever its case, else null. */
export function findOutletName(name: string): string | null {
  const wanted = name.trim().toLowerCase();
  const found = OUTLETS.find(([host, known]) => known.toLowerCase() === wanted || host === wanted);
  return found?.[1] ?? null;
}
