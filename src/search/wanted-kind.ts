import { foldText } from "../terms/fold-text.ts";
import { rememberLast } from "../terms/remember-last.ts";

/** What kind of answer a question wants; null when its form does not tell. */
export type WantedKind =
  | "person"
  | "name"
  | "place"
  | "date"
  | "duration"
  | "age"
  | "amount"
  | "number"
  | "reason"
  | "quotation";

/** Tried in order on the folded question: the first that matches decides. */
const rules: readonly (readonly [WantedKind, RegExp])[] = [
  [
    "duration",
    /combien de temps|combien (?:de |d')(?:minute|heure|jour|semaine|mois|an\b|ans\b|annee)|quelle (?:est la |etait la |fut la )?duree|\bduree (?:de|du|d')|how long|ne kadar sur|skolko vremeni|skolko (?:minut|chas|dnei)/u,
  ],
  ["age", /\bquel age\b|\bage (?:a|de|d')\b|how old|\bkac yasinda\b|skolko let\b/u],
  [
    "amount",
    /\ba combien (?:s'elev|se mont|se chiffr|revien)|combien (?:a|ont|ca|cela|y|coute|vaut|faut|touche|gagne|paie|d'argent|d'euros|de dollars|la|le|les|l')[^?]{0,80}?\b(?:cout|pay|gagn|touch|vaut|vend|vers|rapport|depens|invest|achet|debours|factur)|combien (?:coute|vaut|gagne|touche|d'argent)|\b(?:quel|quelle) (?:est |etait |fut |sera |serait )?(?:le |la |l')?(?:prix|cout|montant|salaire|somme|budget|tarif|facture|amende|chiffre d'affaires)\b|how much (?:does|did|is|was|will|money)|what (?:is|was) the (?:price|cost|salary|budget)/u,
  ],
  [
    "number",
    /\bcombien\b|quel(?:le)? (?:est |etait |fut |a ete )?(?:le |la )?(?:nombre|chiffre|taux|pourcentage|part|proportion|taille|longueur|largeur|diametre|poids|profondeur|hauteur|superficie|population|distance|vitesse|temperature|score|efficacite)\b|how (?:many|much|old|far|tall|big)|\bkac\b|\bskolko\b/u,
  ],
  [
    "date",
    /\bquand\b|quel(?:le)?s? (?:est |etait |fut )?(?:la |le |l')?(?:date|jour|annee|mois|siecle|epoque|heure|periode)\b|\bwhen\b|(?:what|which) (?:year|date|day|month|time)|ne zaman|\bkogda\b/u,
  ],
  [
    "reason",
    /pourquoi|quelles? (?:est |sont |etait |etaient |fut )?(?:la |les )?(?:raison|cause|motif)|dans quel but|\bwhy\b|\bneden\b|\bnicin\b|pot?chemu|zat?chem/u,
  ],
  [
    "quotation",
    /\bquel(?:le)?s? (?:mots?|adjectifs?|termes?|expressions?|formules?|slogans?|qualificatifs?|phrases?)\b|\bcomment [^?]{0,60}?(?:a|ont)-t-\p{L}+ (?:qualifi|decri|jug|justifi|reagi|repondu|resume)|\bqu'est-ce qu(?:e |')[^?]{0,70}?(?:dit|declare|repondu|affirme|annonce|dire|pense|reproche|demande|promis|propose|precise|indique|explique|accuse|averti|rappele|martele|lance|confie|ecrit)\b|(?:qu'|que |quoi )(?:a|ont|avait|dit|disent|declare|repond|affirme|pense|reproche|demande|promet|propose|annonce)(?:-?t-?| |$)[^?]{0,60}?(?:dit|declare|repondu|affirme|annonce|dire|pense|reproche|demande|promis|propose|precise|indique|explique|accuse|averti|rappele|martele|lance|confie|qualifie|estime|ecrit)|(?:que|qu') ?(?:dit|declare|repond|affirme|pense|reproche|demande|promet|propose|annonce)\b|what (?:did|does|has) .{1,60}? (?:say|said|declare|answer|reply|claim|tell|promise|ask)/u,
  ],
  [
    "name",
    /\bcomment (?:va |vont |doit |devrait |allait )?(?:s'appel|se nomm|s'intitul)|\bcomment (?:est|etait|fut|a ete|sera) (?:surnomm|intitul|baptis|nomm|appele)|\b(?:appelle|nomme|surnomme)-t-(?:on|il|elle)|\bcomment (?:a-t-on|ont-ils) (?:appele|nomme|baptise|surnomme)|quel(?:le)?s? (?:est |etait |fut |sera )?(?:le |la )?(?:nom|prenom|surnom|titre|pseudonyme)\b|\bquel(?:le)?s? (?:journa(?:l|ux)|quotidiens?|hebdomadaires?|magazines?|chaines?|radios?|medias?|emissions?|parti|partis|entreprises?|societes?|compagnies?|firmes?|constructeurs?|banques?|clubs?|equipes?|hopital|hopitaux|cliniques?|prisons?|universites?|ecoles?|lycees?|colleges?|musees?|theatres?|livres?|ouvrages?|romans?|films?|series?|albums?|chansons?|organisations?|organismes?|instituts?|agences?|associations?|syndicats?|ong|marques?|navires?|hotels?|restaurants?|aeroports?|stades?|gares?|rues?|avenues?)\b/u,
  ],
  [
    "person",
    /(?:^|, ?|\b(?:avec|par|de|a|pour|chez|contre|et) )qui\b|quel(?:le)?s? (?:est |sont |etait )?(?:candidate?s?|deputee?s?|senat(?:eur|rice)s?|maires?|elue?s?|magistrate?s?|avocate?s?|journalistes?|chanteu(?:r|se)s?|artistes?|music|composit|architectes?|cherche(?:ur|use)s?|champion|entraineu|pape|prince|successeur|predecesseur|ministre|president|presidente|homme|femme|acteur|actrice|auteur|ecrivain|peintre|roi|reine|empereur|chef|dirigeant|responsable|personne|personnage|personnalite|joueur|philosophe|scientifique|realisateur)|\bwho(?:m|se)?\b|\bkim(?:i|in|le|inle)?\b|\bkto\b|\bkem\b|\bkogo\b/u,
  ],
  [
    "place",
    /(?:^|, ?|\bd'|\bvers |\bet )ou\b|quel(?:le)?s? (?:est |sont |etait )?(?:la |le )?(?:ville|pays|region|lieu|endroit|capitale|continent|departement|province|village|quartier|ile|commune|fleuve|riviere|mer|ocean|montagne|localite|territoire)\b|\bwhere\b|\bnerede\b|\bnereye\b|\bgde\b|\bkuda\b/u,
  ],
];

/** The kind of answer wanted. French, English, and the commonest forms of Russian and Turkish. */
export const findWantedKind: (question: string) => WantedKind | null = rememberLast(find);

function find(question: string): WantedKind | null {
  const folded = foldText(question).replace(/\s+/gu, " ").trim();
  for (const [kind, pattern] of rules) if (pattern.test(folded)) return kind;
  return null;
}
