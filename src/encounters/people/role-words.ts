// The words of functions: "ministre", "chef", "émissaire". Folded, singular and plural; a table to extend.

export type Gender = "m" | "f" | null;

export interface RoleHead {
  readonly head: string;
  readonly gender: Gender;
  readonly plural: boolean;
}

/** masculine/feminine, or one form for both. Plurals add "s" (or as given after a comma). */
const HEADS = `
president/presidente ministre chancelier/chanceliere roi reine:f prince/princesse emir sultan/sultane cheikh pape taoiseach tsar
dirigeant/dirigeante leader/leadeuse homologue chef/cheffe secretaire emissaire envoye/envoyee ambassadeur/ambassadrice senateur/senatrice
depute/deputee maire gouverneur/gouverneure commissaire patron/patronne pdg directeur/directrice general/generale colonel/colonelle marechal amiral
capitaine commandant/commandante porte-parole conseiller/conseillere negociateur/negociatrice diplomate responsable representant/representante
opposant/opposante dissident/dissidente candidat/candidate avocat/avocate juge procureur/procureure syndicaliste eveque archeveque cardinal patriarche
metropolite imam rabbin ayatollah guide ecrivain/ecrivaine romancier/romanciere poete/poetesse chanteur/chanteuse acteur/actrice comedien/comedienne
cineaste realisateur/realisatrice musicien/musicienne militant/militante activiste prefet/prefete milliardaire magnat fondateur/fondatrice
mediateur/mediatrice facilitateur/facilitatrice coordinateur/coordinatrice coordonnateur/coordonnatrice essayiste philosophe economiste professeur/professeure docteur/docteure
bourgmestre elu/elue magistrat/magistrate adjoint/adjointe entrepreneur/entrepreneuse industriel/industrielle banquier/banquiere financier/financiere
journaliste photographe reporter correspondant/correspondante analyste chercheur/chercheuse politologue historien/historienne expert/experte editorialiste animateur/animatrice presentateur/presentatrice
rapporteur/rapporteure president-directeur vice-president/vice-presidente vice-ministre vice-chancelier/vice-chanceliere vice-amiral ex-president/ex-presidente ex-ministre ministre-president/ministre-presidente
administrateur/administratrice delegue/deleguee eurodepute/eurodeputee conservateur entraineur/entraineuse selectionneur/selectionneuse inspecteur/inspectrice ombudsman
numero locataire:b hote/hotesse maitre souverain/souveraine monarque dictateur autocrate president-elu mufti dalai-lama premier/premiere vice-premier/vice-premiere ex-premier/ex-premiere garde vizir khalife calife pasteur pretre abbe
`;

export const roleHeads: ReadonlyMap<string, RoleHead> = new Map(
  HEADS.split(/\s/)
    .filter((entry) => entry !== "")
    .flatMap(parseHead),
);

function parseHead(entry: string): (readonly [string, RoleHead])[] {
  const [forms = "", mark] = entry.split(":");
  const [masculine = "", feminine] = forms.split("/");
  const rows: (readonly [string, RoleHead])[] = [];
  const add = (form: string, gender: Gender): void => {
    rows.push([form, { head: masculine, gender, plural: false }]);
    rows.push([`${form}s`, { head: masculine, gender, plural: true }]);
    if (form.endsWith("al")) {
      rows.push([`${form.slice(0, -1)}ux`, { head: masculine, gender, plural: true }]);
    }
  };
  add(masculine, mark === "f" ? "f" : feminine === undefined ? null : "m");
  if (feminine !== undefined) add(feminine, "f");
  return rows;
}

function parseWords(list: string): ReadonlySet<string> {
  return new Set(list.split(/\s/).filter((word) => word !== ""));
}

/** Heads whose bearer reports or comments: a source, not someone who met. */
export const observerHeads = parseWords(
  "journaliste photographe reporter correspondant analyste chercheur politologue historien expert editorialiste animateur presentateur",
);

/** Words between determiner and head: "l'ancien président", "son ex-ministre". */
export const roleAdjectives = parseWords(
  "ancien ancienne anciens anciennes futur future futurs nouveau nouvel nouvelle nouveaux jeune tout vieux puissant puissante influent tres ex feu defunt defunte actuel actuelle haut haute principal principale deux trois quatre",
);

/** Adjectives after the head or its complement: "le ministre délégué", "le président sortant". */
export const roleModifiers = parseWords(
  "general generale generaux delegue deleguee sortant sortante elu elue adjoint adjointe special speciale permanent permanente heritier heritiere supreme fort un honoraire interimaire executif executive emerite destitue dechu autoproclame rebelle islamiste socialiste conservateur conservatrice republicain republicaine democrate travailliste ecologiste nationaliste souverainiste communiste populiste liberal liberale chretien catholique orthodoxe chiite sunnite maronite musulman principal principale federal federale regional regionale municipal municipale plenipotentiaire etranger etrangere provisoire militaire politique europeen nucleaire syndical syndicale territorial territoriale departemental departementale national nationale commercial commerciale financier financiere technique artistique humanitaire",
);

/** Lower-case words that may follow "de" inside a function: "chef de la diplomatie". */
export const complementWords = parseWords(
  "diplomatie gouvernement etat republique opposition parti commission conseil armee defense cabinet groupe majorite region departement mairie exterieur interieur economie finances justice sante culture education affaires chambre assemblee senat parlement junte transition pays regime mouvement rebellion milice organisation institution banque federation syndicat delegation mission comite renseignement securite services police gendarmerie forces communaute commerce agriculture transports environnement energie budget sports industrie travail logement pouvoir presidence etat-major file nation nations liberaux conservateurs democrates socialistes republicains ecologistes patronat eglise societe entreprise firme constructeur geant chaine fondation universite agence office royaume monarchie emirat union campagne espionnage renseignements cooperation developpement petrole plan compagnie operateur club association ong fonds marque enseigne start-up laboratoire assureur avionneur conglomerat consortium multinationale holding brasserie cooperative filiale festival jury collectif orchestre",
);

/** Of these, the nouns that a name of their own follows: "du groupe italien Enova". */
export const organisationWords = parseWords(
  "groupe societe entreprise firme constructeur geant chaine banque fondation compagnie operateur club association ong fonds marque enseigne start-up laboratoire assureur avionneur conglomerat consortium multinationale holding brasserie cooperative filiale cabinet agence syndicat parti mouvement festival orchestre",
);

/** Adjectives that continue a complement: "des Affaires étrangères", "de l'Union européenne". */
export const complementAdjectives = parseWords(
  "etrangeres exterieures exterieure europeenne europeennes generale nationale nationaux national nationales publique publiques interieures interieure sociales sociale federal federale federale centrale centrale international internationale internationales unies unis africaine arabe constitutionnel atlantique civile numerique superieur superieure religieuses strategique economique economiques militaire mondiale mondial monetaire populaire islamique militaire democratique socialiste humains humain chretienne monde",
);

/** Words of ministries and the like with a capital: a name after them is the bearer's. */
export const domainWords = parseWords(
  "affaires defense armees interieur economie finances justice education sante travail culture agriculture transports environnement energie commerce budget sports logement industrie europe etat republique tresor ecologie climat outre-mer solidarites jeunesse recherche numerique cooperation developpement relance equipement diplomatie senat assemblee parlement commission conseil kremlin elysee otan onu ue fmi oms omc ump lr ps rn medef cgt cfdt cia fbi hamas hezbollah fatah eglise gouvernement tourisme petrole guerre securite immigration plan famille villes ville",
);
