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

/** What is done with a prize: "quel prix a-t-elle reçu" asks for no amount. */
const awarded = "(?:recu|recoi|remport|obten|obtien|gagn|decern|attribu)";

/** Nouns that name the answer, as patterns on folded text: "quelle est la date", "c'est quoi le prix". */
const nouns: Readonly<Record<WantedKind, string>> = {
  duration: "durees?|peines?",
  age: "ages?",
  amount: `prix(?![^?]*\\b${awarded})|couts?|montants?|salaires?|sommes?|budgets?|tarifs?|factures?|amendes?|chiffre d'affaires|primes?|indemnites?|fortune|loyers?|rancon|dettes?|caution`,
  number:
    "nombres?|bilans?|chiffres?|taux|pourcentages?|parts?|proportion|tailles?|longueurs?|largeurs?|diametres?|poids|profondeurs?|hauteurs?|superficies?|surfaces?|population|distances?|vitesses?|temperatures?|scores?|efficacite|numeros?|hausse|augmentation|baisse|effectifs?|quantites?|volumes?|capacites?|majorite|magnitude|altitude|participation|puissance",
  date: "dates?|jours?|annees?|mois|siecles?|epoques?|heures?|periodes?|saisons?|moments?|echeances?",
  reason: "raisons?|causes?|motifs?|origine d(?:e|u|es)",
  quotation:
    "mots?|adjectifs?|termes?|expressions?|formules?|slogans?|qualificatifs?|phrases?|reactions?|avis|declarations?|explications?|arguments?|reproches?|revendications?|reponses?",
  name: "noms?|prenoms?|surnoms?|titres?|pseudonymes?|journa(?:l|ux)|quotidiens?|hebdomadaires?|magazines?|revues?|chaines?|radios?|medias?|emissions?|partis?|groupes?|entreprises?|societes?|compagnies?|firmes?|constructeurs?|banques?|clubs?|equipes?|hopital|hopitaux|cliniques?|prisons?|universites?|ecoles?|lycees?|colleges?|musees?|theatres?|livres?|ouvrages?|romans?|films?|series?|albums?|chansons?|organisations?|organismes?|instituts?|agences?|associations?|syndicats?|ong|marques?|navires?|hotels?|restaurants?|aeroports?|stades?|gares?|rues?|avenues?",
  person:
    "candidate?s?|deputee?s?|senat(?:eur|rice)s?|maires?|elue?s?|magistrate?s?|avocate?s?|procureure?s?|juges?|prefete?s?|journalistes?|chanteu(?:r|se)s?|artistes?|musicienn?e?s?|composit(?:eur|rice)s?|architectes?|cherche(?:ur|use)s?|medecins?|champion(?:ne)?s?|entraineu(?:r|se)s?|capitaines?|buteurs?|vainqueurs?|gagnante?s?|laureate?s?|papes?|prince(?:sse)?s?|success(?:eur|rice)s?|predecesseurs?|ministres?|presidente?s?|hommes?|femmes?|act(?:eur|rice)s?|auteure?s?|ecrivaine?s?|peintres?|rois?|reines?|emper(?:eur|eurs)|chefs?|direct(?:eur|rice)s?|dirigeante?s?|patron(?:ne)?s?|responsables?|porte-parole|mediat(?:eur|rice)s?|fondat(?:eur|rice)s?|personnes?|personnages?|personnalites?|joueu(?:r|se)s?|philosophes?|scientifiques?|realisat(?:eur|rice)s?|suspecte?s?|temoins?",
  place:
    "villes?|pays|regions?|lieux?|endroits?|capitales?|continents?|departements?|provinces?|villages?|quartiers?|iles?|communes?|fleuves?|rivieres?|mers?|oceans?|montagnes?|localites?|territoires?|adresses?|destinations?",
};

const verb =
  "(?:(?:est|sont|etait|etaient|fut|furent|sera|seront|serait|seraient|a ete|ont ete) )?";
const article = "(?:l'|(?:le|la|les|son|sa|ses|leurs?|ce|cette|donc) )*";
const adjective =
  "(?:(?:nouveau|nouvelle|ancien|ancienne|futur|future|premier|premiere|dernier|derniere|vrai|vraie) )?";
/** Few words with an article are no sentence: "le prix du billet". */
const mostKeywords = 6;

/** "quel est le prix", "c'est quoi le prix", or as into a search engine: "prix billet", "le prix du billet". */
function asksByNoun(kind: WantedKind): RegExp {
  const noun = `${article}${adjective}(?:${nouns[kind]})(?![\\p{L}])`;
  const asked = `\\bquel(?:le)?s? ${verb}${noun}|\\bc'est quoi ${noun}|\\b(?:donne[rz]?|dis|dites)[- ]moi ${noun}`;
  const alone = `^(?:${nouns[kind]})(?![\\p{L}'-])(?! ou )`;
  const short = `^(?:l'|l[ae] |les )(?:${nouns[kind]}) (?:de |du |des |d')(?:\\S+ ?){1,${mostKeywords - 3}}$`;
  return new RegExp(
    `${asked}|(?!.*-(?:t-)?(?:ils?|elles?|on)(?!\\p{L}))(?:${alone}|${short})`,
    "u",
  );
}

/** Stems of what people do with words. */
const said =
  "(?:dit|dire|disent|declar|repond|affirm|annonc|pens|reproch|demand|prom(?:et|is)|propos|precis|indiqu|expliqu|accus|averti|rappel|martel|confi|ecri[tv]|reclam|exig|denonc|regrett|crai(?:nt|gn)|redout|esper|souhait|racont|plaid|conseill|recommand|soulign|estim|critiqu|prevenu|veut|veulent)";
const paying =
  "(?:cout|pay(?!s(?!\\p{L}))|gagn|touch|vaut|vend|vers(?:e|a)|rapport|depens|invest|achet|debours|factur|financ)";

/** Forms that ask for a kind without naming it, on the folded question. */
const forms: Readonly<Record<WantedKind, RegExp>> = {
  duration: new RegExp(
    "combien (?:de |d')?(?:temps|seconde|minute|heure|jour|nuit|semaine|mois|ans?(?!\\p{L})|annee|saison|decennie|siecle|prison|sursis)|" +
      "\\bcombien (?:\\S+ ){0,5}?(?:dure|durent|dura|durait|durera|durer)(?!\\p{L})|\\bduree (?:de|du|d')|" +
      "how long|ne kadar sur|skolko vremeni|skolko (?:minut|chas|dnei)",
    "u",
  ),
  age: /\bquel age\b|\bage (?:a|avait|de|du|d')(?!\p{L})|how old|what age|\bkac yasinda\b|skolko let\b/u,
  amount: new RegExp(
    "\\ba combien (?:s'elev|se mont|se chiffr|revien|est estime|est evalue|sont estime|sont evalue)|" +
      `combien (?!de |d'|(?:ont|sont) ete )[^?]{0,80}?\\b${paying}|\\bcout\\S* combien|combien (?:d'argent|d'euros|de dollars)|` +
      "how much (?:does|did|is|was|will|money)|what (?:is|was) the (?:price|cost|salary|budget)",
    "u",
  ),
  number:
    /\bcombien\b|how (?:many|much|old|far|tall|big|high|hot|cold|deep|fast|heavy|large|wide|strong)\b|what (?:is|was|are|were) the (?:\S+ ){0,2}(?:score|number|rate|temperature|turnout|share|percentage|speed|size|population|toll|record)\b|\bkac\b|\bskolko\b/u,
  date: /^(?!(?:a |de |en )?(?:qu|comment|combien|ou ).*\bquand\b.*\p{L}).*\bquand\b|\bwhen\b|(?:what|which) (?:year|date|day|month|time)|ne zaman|\bkogda\b/u,
  reason:
    /pourquoi|dans quel but|\ba cause de quoi|\bdue?s? a quoi|\ba quoi (?:est|sont|etait|etaient)(?:-\p{L}+)? due?s?|\bde quoi [^?]{0,50}?\b(?:mort|mourut|mourir|deced)|\bcomment (?:expliqu|s'expliqu)|\bqu'est-ce qui (?:a |ont |avait )?(?:provoqu|caus|declench|entrain|expliqu|pouss|motiv)|\bwhy\b|\bneden\b|\bnicin\b|pot?chemu|zat?chem/u,
  quotation: new RegExp(
    "\\bcomment [^?]{0,60}?\\b(?:qualifi|decri|jug|justifi|reagi|repond|resum|comment(?:e|er)(?!\\p{L}))|" +
      `\\bqu'est-ce qu(?:e |')[^?]{0,70}?\\b(?:${said}|lanc)|\\bqu(?:e |')(?:(?:leur|lui|nous|en|y) |l')*${said}|` +
      `\\b(?:qu'|quoi )(?:a|ont|avait|avaient)(?!\\p{L})[^?]{0,60}?\\b(?:${said}|lanc|qualifie)|\\b${said}\\S* quoi\\b|\\bde quoi se plai|` +
      "what (?:did|does|has) .{1,60}? (?:say|said|declare|answer|reply|claim|tell|promise|ask)",
    "u",
  ),
  name: /\bcomment (?:va |vont |doit |devrait |allait )?(?:s'appel|se nomm|s'intitul)|s'appel\S* comment|\bcomment (?:est|etait|fut|a ete|sera) (?:surnomm|intitul|baptis|nomm|appele)|\bcomment [^?]{1,40} (?:baptise|surnomme|intitule)|\b(?:appelle|nomme|surnomme)-t-(?:on|il|elle)|\bcomment (?:a-t-on|ont-ils) (?:appele|nomme)|\bquels? prix\b/u,
  person:
    /(?:^|, ?|\b(?:avec|par|de|a|pour|chez|contre|et|moi|savoir|sait-on|dire|c'est|(?<!qu')est-ce) )qui\b|\bqui ?\??$|\bwho(?:m|se)?\b|\bkim(?:i|in|le|inle)?\b|\bkto\b|\bkem\b|\bkogo\b/u,
  place:
    /(?:^|, ?|\bd'|\bjusqu'|\b(?:vers|et|par|moi|savoir|sait-on|dire|c'est) )ou\b|\bou ?\??$|\bwhere\b|(?:what|which) (?:place|city|town|village|country|region)\b|\bnerede\b|\bnereye\b|\bgde\b|\bkuda\b/u,
};

/** The first that fits decides: "combien de temps" before "combien". */
const order: readonly WantedKind[] = [
  ...(["duration", "age", "amount", "number", "date", "reason", "quotation"] as const),
  ...(["name", "person", "place"] as const),
];
const rules = order.map((kind) => ({ kind, noun: asksByNoun(kind), form: forms[kind] }));

/** The kind of answer wanted. French, English, and the commonest forms of Russian and Turkish. */
export const findWantedKind: (question: string) => WantedKind | null = rememberLast(find);

function find(question: string): WantedKind | null {
  const folded = foldText(question).replace(/\s+/gu, " ").trim();
  return rules.find(({ noun, form }) => noun.test(folded) || form.test(folded))?.kind ?? null;
}

const interrogative =
  /(?<!est-ce )(?<!\p{L})(?:que|qu'|quoi|qui|comment|quel(?:le)?s?|laquelle|lequel|lesquel(?:le)?s)(?!\p{L})/u;
const inverted = /^est-ce qu|-(?:t-)?(?:ils?|elles?|on)(?!\p{L})/u;

/** "Le préfet a-t-il interdit …", "Est-ce que …": a yes or no is wanted. French. */
export function asksWhether(question: string): boolean {
  const folded = foldText(question).trim();
  return inverted.test(folded) && !interrogative.test(folded);
}
