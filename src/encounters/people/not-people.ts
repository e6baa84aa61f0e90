// Capitalised words that are not persons: places, institutions, media, days, and words that only
// stand first in their sentence. Folded. The shape rules do the rest; this list stops common errors.

import { FRENCH_MONTHS } from "../../corpus/months.ts";
import { sentenceOpeners } from "../../passages/sentence-openers.ts";
import { countryOfPlace } from "./countries.ts";

function parseWords(list: string, others: readonly string[] = []): ReadonlySet<string> {
  return new Set([...list.split(/\s/).filter((word) => word !== ""), ...others]);
}

/** Words that often open a sentence, a headline or a quotation, and are never a person's name. */
export const openingWords = parseWords(
  `
a-t-il afin ailleurs attendu audience aujourd'hui auparavant aupres aussitot autant ayant
beaucoup bien bientot brexit c' celles chacun cinq comment concernant contacte contrairement
convie conviee d' debut dernier derniere devant dialogue dimanche discussion discussions dix
echange echanges encore ensemble entendu entretien entretiens entrevue est etant etats-unis exclusif fin
georgie grace hier hors info interroge interrogee interview invite invitee j' jeudi joint jointe joints jour jours jusqu' l' lorsqu' lundi
ma madame mademoiselle maintenant mardi me mercredi messieurs mieux moi moins mon monsieur n' negociations non notamment nouveau nouvelle nul
oui outre parce pareil parfois parmi personne peu peut point presque prevu prevue puisqu'
qu' quatre quelles quels quelque quelques questionne quinze quoique rappel rappelons recu recue recus rejoint rencontre rencontres rendez-vous reuni reunis reunies reunion reste rien
s' samedi sauf sept seule seulement sinon six soit sommet sondage sont soudain souvent surtout t' tandis tant telle tel tels telephone tete-a-tete toujours trente
urgent va vendredi venu venue video vingt visite visites vu
prochain prochaine ancien ancienne seconde deuxieme troisieme ultime breve bref rumeur rumeurs annulation report retour celui-ci celle-ci ceux-ci celles-ci toi eux gilets merci bonjour bravo attention allo chers cher chere soucieux soucieuse arrive arrivee arrives absent absente accueilli accueillie actuellement appele appelee apparemment assis autour certes combien d'abord desormais deja demain egalement evidemment finalement
hasard heureusement idem initialement interpelle jadis jugeant justement las longtemps loin malheureusement membre mine naturellement officiellement originaire parallelement parti partie peut-etre preuve quelqu' reelu reelue recemment
redoutant refusant regrettant revenant revenu saisi sollicite sollicitee soupconne soupconnee sorti soulignant souhaitant suite surnomme tot tard ulterieurement vraiment vetu vetue plutot nee elu elue ministre president chef pape reine roi prince
photo photos portrait direct analyse reportage tribune edito debat dossier crise guerre conflit accord proces affaire elections election politique economie culture sport sports football justice sante monde france europe
`,
  [...sentenceOpeners, ...FRENCH_MONTHS],
);

/** Capitalised words that name a body, a seat, a medium, an event; never part of a person's name. */
export const institutionWords = parseWords(
  `
miss mister nobel orsay louvre academie accord accords actualite administration afp agence airbus alliance amnesty ambassade armee armees arte assemblee association associated banque banques bbc bfm bfmtv bleus bleues bloc boeing bourse
brigade brigades bureau caisse cantine cathedrale cedeao centre chambre champions champs-elysees chateau church cgt cfdt chronique cite cnews cnn coalition college comite commerce commission commissariat communaute communes compagnie confederation
conference congres conseil constitution constitutionnelle cop convention corps cour coupe croix croix-rouge daech daesh defense departement diplomatie direction directoire disney dow eglise elysee etat etats euro eurogroupe euronews europe europeenne europeen europol
facebook fatah federation festival fifa figaro finance finances fonds fondation force forces fox forum front garde gendarmerie google gouvernement grammy groupe haaretz hamas hezbollah hopital hotel huffington humanite ihs insee institut instagram interpol intelligence
jeux jihad jo justice kremlin lfi libe liberation ligue liga lycee linkedin l1 lr lrem maison mairie manifeste marine-nationale marche matignon mediapart medef ministere minsk modem mouvement musee nations normandie nouvel obama-care olympique olympiques olympics omc oms ong onu opep opera orchestre organisation oscars otan
palais palme parisien parlement parquet parti patriot patriots pentagone pib place plan police port premier-league press presse prix poste programme publique qatar-airways quai radio rassemblement renseignement republicains republique resistance revolution reuters rmc rn rt rtl rugby
saint-siege samsung sciences scpo senat service services snapchat socialiste societe sorbonne spoutnik stade sud-ouest syndicat tass television telegram telegraph theatre times tour traite tribunal trophee tv twitter ue uefa union unesco unicef universite urss usa velodrome vatican ville whatsapp wikipedia world youtube zone
internet net bac covid covid-19 noel paques ramadan toussaint republique islam dieu coran bible ukraine-info affaires interieur etrangeres exterieur relations monnaie federale federal national nationale nationales internationale international unies unis uni unie arabe arabes
nord sud est ouest orient occident moyen-orient proche-orient afrique asie amerique oceanie arctique antarctique mediterranee atlantique pacifique golfe balkans caucase sahel maghreb donbass crimee
hebdo canard express point echos monde equipe aujourd'hui depeche provence dauphine nouvelle-republique telegramme ouest-france
dimanche lundi mardi mercredi jeudi vendredi samedi
`,
  // Mai is a person's name too.
  FRENCH_MONTHS.filter((month) => month !== "mai"),
);

/** Well-known places that are no countries, capitals or seats of power. */
export const placeWords = parseWords(`
agadir aix-en-provence ajaccio aleppo alep alexandrie alpes alsace amiens ancone angers antalya antibes annecy anvers aquitaine ardennes assouan astrakhan auckland auschwitz auvergne avignon bakhmout bale bali barcelone bassora bastia bavieres baviere bayonne benghazi besancon beziers biarritz bilbao birmingham bologne bombay bonn bordeaux bosphore boston boulogne brest bretagne bretton bruges
calais californie calcutta canaries cannes camp-david caen cancun carthage casablanca catalogne cergy chambery chamonix charm el-cheikh chicago chequers clermont-ferrand cologne colmar corse courchevel creteil cracovie dalian dallas damiette darfour daraa davos deauville dijon djeddah dnipro donetsk dubai dubrovnik dunkerque edimbourg elabe evian fes florence floride francfort fribourg
gdansk genes geneve glasgow goma grenoble grozny guantanamo haifa hambourg havre hebron hiroshima hollywood hong-kong houston hambourg idleb innsbruck irkoutsk istanbul izmir jeddah jenine johannesburg kaliningrad kandahar karachi kazan kharkiv kherson kirkouk kobane kyoto lagos lahore lampedusa latakie lausanne leipzig levant liege lille limoges linz liverpool lorient lorraine lourdes lugano lviv lyon mantes mans manchester mar-a-lago mariehamn marioupol marrakech marseille maastricht mecque melbourne menton metz miami milan misrata montpellier montreal montreux mossoul mulhouse munich namur nancy naples nantes nanterre new-york nice nimes nuremberg normandie noumea odessa oran orleans osaka ouidah oujhorod palerme palma palmyre pau perm perpignan philadelphie pise poitiers porto potsdam poznan pyrenees quebec quimper rambouillet ramstein reims rennes rhin rio rostov rotterdam roubaix rouen saclay salonique salzbourg samarcande samarkand sarrebruck savoie sebastopol seine shanghai shenzhen sidney sinai soleimanieh sotchi sousse split srebrenica strasbourg stuttgart sydney tanger tartous tel-aviv texas tolede tombouctou toronto toulon toulouse tours transnistrie trieste turin utrecht valence valenciennes vancouver venise verdun verone versailles vichy vilvorde vladivostok wagram wuhan yalta yekaterinbourg york zaporijjia zurich
`);

/** Others of several words, folded: their first word alone may look like a first name. */
const placePhrases: ReadonlySet<string> = new Set([
  "al qaida",
  "al nosra",
  "bretton woods",
  "camp david",
  "charm el-cheikh",
  "la mecque",
  "la rochelle",
  "la baule",
  "le havre",
  "le mans",
  "los angeles",
  "new york",
  "puerto rico",
  "rio de janeiro",
  "san francisco",
  "sao paulo",
  "tel aviv",
  "sharm el-sheikh",
  "saint petersbourg",
  "wall street",
  "silicon valley",
  "new jersey",
  "new hampshire",
  "santa fe",
]);

/** Whether several folded words name a place: "new york", and a country or capital with or without its hyphens. */
export function isPlacePhrase(words: string): boolean {
  return (
    placePhrases.has(words) ||
    countryOfPlace(words) !== null ||
    countryOfPlace(words.replaceAll(" ", "-")) !== null
  );
}

/** A name after one of these is a street, a school, a prize, a law: not the person. Folded. */
export const thingsNamedAfterPeople = parseWords(`
couple tandem equipe entourage soutiens partisans militants editions fils fille rue avenue boulevard place quai pont square allee stade gymnase hopital lycee college ecole universite aeroport gare porte-avions fregate prix trophee ballon affaire loi institut fondation groupe fonds centre musee theatre salle palais chateau cathedrale basilique eglise rapport commission plan doctrine clan famille camp gouvernement regime proces dossier editions librairie maison marque cabinet film serie roman livre entreprise societe banque bureau usine hotel restaurant brasserie cafe bar villa parc tour cinema auditorium
`);
