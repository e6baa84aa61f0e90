// The words in which people ask about encounters, French and English, folded. A table of rules:
// each row says which words, what they mean, and shows one question.

import type { EncounterQuery } from "./answer.ts";

export interface QuestionRule<T> {
  readonly pattern: RegExp;
  readonly value: T;
  readonly example: string;
}

/** Words that ask about an encounter whatever stands beside them. */
export const encounterWords: readonly RegExp[] = [
  /\brencontr\w*/,
  /\brecontr\w*/,
  /\bentrevues?\b/,
  /\bentreten\w+|\bentretiens?\b|\bentretint\b/,
  /\btete[ -]a[ -]tete\b|\bface[ -]a[ -]face\b/,
  /\bs(?:e|') ?(?:sont|est|etaient)?[ -]?(?:ils|elles|il|elle|t-il)? ?(?:deja |jamais )?(?:revus?|croises?|telephone|serre|retrouves?|reunis?|concertes?)\b/,
  /\bvisio\w*|\bvideoconferences?\b/,
  /\bcoups? de (?:fil|telephone)\b/,
  /\btelephon\w+\b/,
  // The French verb "met" ("met-il de l'argent", "met en garde", "met fin") asks about no encounter.
  /\bmet\b(?!-| (?:en|fin|au|aux|le|la|les|de|du|des|un|une|sa|son|ses|l'|d'))|\bmeet(?:s|ing|ings)?\b/,
  /\bencounter(?:s|ed)?\b/,
  /\bphoned?\b|\bphone calls?\b/,
  /\bqui a vu qui\b|\bwho saw who\w*/,
];

/** Words that do so only beside a person ("qui a reçu Xi ?", not "qui a reçu un prix ?"). */
export const weakEncounterWords: readonly RegExp[] = [
  /\bvus?\b|\bvues?\b|\bvoir\b|\bvoi(?:t|ent)\b|\bverr\w+|\brevoir\b/,
  /\brecus?\b|\brecues?\b|\brecevoir\b|\brecoi(?:t|vent)\b|\brecevr\w+/,
  /\baccueilli\w*|\baccueille\w*/,
  /\bparle\w*\b|\bparlaient\b/,
  /\bdiscut\w+|\bdialogu\w+|\bechang\w+|\bconvers\w+/,
  /\bappel\w+|\b(?:en|de|eu des?|pris) contacts?\b|\bcontact\w*/,
  /\breuni\w*|\bsommet\b|\bdiscussions?\b|\bconversations?\b|\bvisite\w*/,
  /\bcrois\w+|\bretrouv\w+|\bdine\w*|\bdejeun\w+|\bnegoci\w+|\bconcert\w+/,
  /\bsee\b|\bsaw\b|\bseen\b|\bspoken?\b|\bspeak\w*|\btalk\w*|\bcall(?:ed|s)?\b|\bvisit\w*|\bhost\w*|\breceiv\w+|\bwelcomed?\b/,
];

/** Questions about what was said, why, or with what result: passages answer them. */
export const contentWords: readonly RegExp[] = [
  /\bde quoi\b|\bquels? (?:sujets?|themes?|themes|questions?|dossiers?|resultats?)\b|\ba quel sujet\b|\bsur quoi\b/,
  /\bque s(?:e sont|'est)[ -](?:t-)?(?:ils|elles|il|elle)\b|\bqu(?:e|') ?(?:ont|a|s')[ -]?(?:t-)?(?:ils|elles|il|elle)?\b.*\b(?:dit|dits|declare|decide|evoque|annonce|appris|conclu)\b/,
  /^(?:et )?(?:que|qu'|quoi|pourquoi|why|what)\b(?!.* (?:date|day|year|meetings?|time|city|place|encounters?|about (?:in|at|with|by)))/,
  /\b(?:dit|declare|affirme|explique|denonce|promis|critique|accuse|propose)\b(?! etre)(?!.*\bqui\b)/,
  /\bwhat (?:did|was|were|have|has|is)\b.*\b(?:say|said|discuss\w*|talk\w*|about|agree\w*|decid\w+)\b/,
  /\bwhat about did\b|\bwhy\b|\boutcome\b|\bresult of\b|\bsummary\b|\bresume\b/,
  /\b(?:le|l'|the) ?(?:sujet|theme|contenu|but|objet|ordre du jour|subject|topic|purpose|agenda)\b/,
  // "ont-ils parlé de la Syrie ?" asks about a topic; "parlé de vive voix", "talk on the phone" do not.
  /\b(?:parle\w*|discut\w+|echang\w+|talk\w*|spok\w+|speak\w*|convers\w+) (?:(?:ensemble|au telephone|par telephone|entre eux) )?(?:de |du |des |d'|sur |about |on )(?!(?:the )?(?:phone|vive voix|visu|nouveau|\d))/,
  // "qui a demandé la rencontre ?" asks for somebody who need not have been there.
  /\bqui (?:a|avait|ont|avaient|aurait) (?:\w+ )?(?:demande|reclame|propose|sollicite|organise|annonce|souhaite|voulu|refuse|reporte|annule|empeche|facilite|prepare|permis|initie|convoque|preside)\b/,
  /\bwho (?:had |has )?(?:asked|requested|proposed|organi[sz]ed|announced|wanted|refused|postponed|cancell?ed|arranged|initiated|chaired)\b/,
  /\bque pense\w*\b|\bquelle (?:est|etait|fut) la (?:reaction|position)\b|\bconsequences?\b/,
];

/** The same words about sport, goals, prizes, jobs. */
export const otherMeanings: readonly RegExp[] = [
  /\b(?:football|foot|rugby|tennis|match|basket|handball|ligue (?:1|2|des champions)|finale|demi-finale|championnat|coupe du monde|club|score|equipe|gagne|gagnee?|perdu|vainqueur|psg|om|fc)\b/,
  /\bmet (?:the|a|an|all|its|his|her|their) (?:deadline|target|targets|goals?|criteria|requirements?|needs|expectations|challenge|demand|conditions?|objectives?)\b/,
  /\brencontr\w+ (?:un|une|des|de|d'|le|la|les) (?:\w+ )?(?:problemes?|difficultes?|succes|obstacles?|resistances?|opposition|echec|echecs)\b/,
  /\b(?:recu|recue|recoit|recevoir|recevra|received|receive) (?:un|une|le|la|les|des|l'|the|a|an)\s?(?:\w+ )?(?:prix|palme|medaille|nobel|lettre|cesar|oscar|diplome|dose|vaccin|soutien|aide|armes?|menaces?|critiques?|argent|prize|award|medal|letter|money|support)\b/,
  /\bentretien (?:d'embauche|annuel|des? (?:routes?|batiments?|locaux|reseau)|exclusif|accorde)\b|\bjob interview\b/,
  /\bsite de rencontres?\b|\bdating\b|\bspeed dating\b/,
  /\bappel d'offres\b|\bappel a (?:projets|temoins)\b/,
  /\bvu (?:le|la|un|une|les) (?:film|match|video|piece|spectacle|photo)\b/,
];

export const wantRules: readonly QuestionRule<EncounterQuery["wants"]>[] = [
  {
    pattern: /\bcombien\b|\bnombre de (?:fois|rencontres)\b|\bhow many\b|\bhow often\b/,
    value: "how-many",
    example: "Combien de fois se sont-ils vus ?",
  },
  {
    pattern:
      /\bquand\b|\ba quelle date\b|\bquel(?:le)? (?:jour|date|annee|mois|etait la date)\b|\bdepuis quand\b|\bwhen\b|\bwhat (?:date|day|year)\b|\bwhich (?:day|year|date)\b|\bla date\b/,
    value: "when",
    example: "Quand se sont-ils vus ?",
  },
  {
    pattern:
      /\bouu\b|\bdans quelle? (?:ville|pays|lieu|endroit|capitale)\b|\ba quel endroit\b|\ben quel lieu\b|\bquel (?:lieu|endroit)\b|\bwhere\b|\bin (?:what|which) (?:city|country|place)\b/,
    value: "where",
    example: "Dans quelle ville se sont-ils vus ?",
  },
  {
    pattern:
      /\bcomment\b|\bpar quel moyen\b|\bde quelle (?:maniere|facon)\b|^how\b(?! many| often)/,
    value: "how",
    example: "Comment se sont-ils parlé ?",
  },
  {
    pattern:
      /\bqui\b|\bwho\b|\bwhom\b|\bavec quel\w*\b|\bquelles? (?:personnes?|personnalites?|dirigeants?)\b|\bquels (?:dirigeants|ministres|responsables|chefs)\b/,
    value: "who",
    example: "Qui Lavrov a-t-il rencontré ?",
  },
  {
    pattern:
      /\bquel(?:le)?s? (?:rencontres?|entretiens?|reunions?|entrevues?|sont|furent)\b|\b(?:liste|list|all|toutes?|tous)\b|\bwhat meetings\b|\bwhich meetings\b|^(?:les? |la |une |l')?(?:dernieres? |premieres? |prochaines? )?(?:rencontres?|entretiens?|entrevues?|meetings?)\b/,
    value: "list",
    example: "Quelles rencontres en 2017 ?",
  },
];

export const modeRules: readonly QuestionRule<EncounterQuery["mode"]>[] = [
  {
    pattern: /\bvisio\w*|\bvideo\w*|\bpar ecran\b|\bonline\b/,
    value: "video",
    example: "en visioconférence",
  },
  {
    pattern: /\btelephon\w*|\bcoups? de fil\b|\bphone\w*|\bau bout du fil\b|\bcalls?\b|\bcalled\b/,
    value: "phone",
    example: "par téléphone",
  },
  {
    pattern:
      /\ben personne\b|\bface[ -]a[ -]face\b|\bphysiquement\b|\ben chair et en os\b|\bde visu\b|\btete[ -]a[ -]tete\b|\bin person\b|\bface to face\b|\bin the flesh\b/,
    value: "in-person",
    example: "en personne",
  },
];

/** "qui n'a-t-il pas vu ?", "who did he not meet?" */
export const negation =
  /\b(?:ne |n')\S+(?: \S+){0,2} (?:pas|jamais|point)\b|\b(?:did|has|have|had|will|wo|was|were|is|are|do|does)(?:n't\b|(?: \S+){0,3} not\b)|\bnever\b/;

export const statusRules: readonly QuestionRule<EncounterQuery["status"]>[] = [
  {
    pattern:
      /\b(?:annule|reporte|ajourne|repousse|decommande)(?:e|s|es)?\b|\b(?:cancell?ed|postponed|called off|put off)\b/,
    value: "cancelled",
    example: "quelles rencontres ont été annulées ?",
  },
  {
    pattern:
      /\b(?:doi(?:t|vent)|devrai\w+|va|vont|prevu\w*|prevoi\w+|prochaine?s?|prochainement|bientot|a venir|futures?|futurs?|programme\w*|compte\w*)\b|\brencontrer(?:a|ont)\b|\bverr(?:a|ont)\b|\bentretiendr(?:a|ont)\b|\bauron?t?a? lieu\b|\brecevr(?:a|ont)\b|\bparler(?:a|ont)\b|\breverr(?:a|ont)\b/,
    value: "planned",
    example: "doivent-ils se voir ?",
  },
  {
    pattern:
      /\bpourrai(?:t|ent)\b|\baurai(?:t|ent) lieu\b|\b(?:rencontrer|verr|reverr|entretiendr|recevr|parler)ai(?:t|ent)\b|\b(?:could|might|may)\b(?= (?:\S+ ){0,3}(?:meet|see|talk|speak|call|host|receive|visit)\b)/,
    value: "open",
    example: "qui pourrait-il rencontrer ?",
  },
  {
    pattern: /\b(?:will|going to|planned?|scheduled|upcoming|plans to|about to)\b/,
    value: "planned",
    example: "will they meet?",
  },
];
