// Whether an encounter took place, as a table: words before and after the trigger -> status.
// Rules are tried in order; the first that fits decides. Groups of persons stand as "§",
// the trigger itself as "¤". Everything is folded, so "a démenti" reads "a dementi".

import type { EncounterStatus } from "../encounter.ts";

export interface StatusRule {
  readonly status: EncounterStatus;
  readonly pattern: RegExp;
  readonly example: string;
}

/** The text in front of a verb, from the start of its clause; the verb is "¤infinitive", "¤participle"… */
export const verbStatusRules: readonly StatusRule[] = [
  {
    status: "held",
    pattern:
      /\b(?:ne |n')(?:\S+ ){0,2}(?:(?:regrett|cach|ni|contest|dement)\w* pas|pas (?:regrett|cach|ni|contest|dement)\w*) (?:\S+ ){0,2}(?:d'avoir|avoir|s'etre)(?: \S+)? ¤/,
    example: "il n'a pas caché avoir rencontré",
  },
  {
    status: "hypothetical",
    pattern:
      /\b(?:possible|probable|improbable|envisageable|se peut|se pourrait|crai\w+|redout\w+) (?:que |qu')(?:\S+ ){0,5}¤/,
    example: "il est possible que X rencontre Y",
  },
  {
    status: "denied",
    pattern:
      /\b(?:dement\w*|nie|nient|niait|conteste\w*|refute\w*|refus\w+|faux|(?<!pas )exclu) (?:\S+ ){0,3}(?:que |qu')(?:\S+ ){0,5}¤/,
    example: "l'Elysée dément que X ait rencontré Y",
  },
  {
    status: "cancelled",
    pattern:
      /\b(?:devait|devaient|devions|prevu\w*) (?:\S+ ){0,6}¤infinitive .*\b(?:annul|report|renonc|decommand)\w*/,
    example: "ils devaient se voir mardi mais Obama a annulé",
  },
  {
    status: "hypothetical",
    pattern:
      /\b(?:(?:ne |n')(?:refus\w+|s'oppos\w+|exclu\w+|ecart\w+) pas|rien n'(?:interdi\w+|empech\w+)) (?:\S+ ){0,3}?(?:de |d'|à )?(?:§ )?(?:de |d')?¤/,
    example: "il ne refuserait pas de rencontrer",
  },
  {
    status: "denied",
    pattern:
      /\b(?:dement\w*|nie|nient|niait|nier|ni[ea]|conteste\w*|refute\w*)(?: formellement| fermement| categoriquement)? (?:les? )?(?:s'etre|avoir|§ avoir)(?: \S+)? ¤/,
    example: "il a démenti avoir rencontré",
  },
  {
    status: "cancelled",
    pattern: /\b(?:renonc\w+|annul\w+)(?: §)? (?:à |de |d')(?:\S+ )?¤infinitive/,
    example: "il a renoncé à rencontrer",
  },
  {
    status: "hypothetical",
    pattern: /\b(?:n'a pas|n'ont pas|n'avait pas) exclu (?:de |d'|que |qu')/,
    example: "il n'a pas exclu de rencontrer",
  },
  {
    status: "denied",
    pattern:
      /\b(?:refus\w+|evit\w+|interdi\w+|rechign\w+|exclu\w*|exclure|decline\w*) (?:\S+ ){0,3}¤infinitive/,
    example: "il a refusé de recevoir",
  },
  {
    status: "denied",
    pattern: /\b(?:ne |n')(?:\S+ ){0,4}(?:pas|jamais|plus|guere|point|aucun\w*)(?: \S+){0,5} ¤/,
    example: "il n'a jamais rencontré",
  },
  {
    status: "denied",
    pattern: /\b(?:ne |n')(?:\S+ ){0,3}¤\w+ (?:\S+ )?(?:pas|jamais|plus|ni)\b/,
    example: "il ne rencontre pas",
  },
  {
    status: "denied",
    pattern: /\b(?:ne |n')(?:pu|put|purent|a pu|ont pu|peut|peuvent) (?:\S+ )?¤/,
    example: "ils n'ont pu se voir",
  },
  {
    status: "denied",
    pattern:
      /\b(?:sans|faute de|au lieu de|plutot que(?: de)?|empeche\w* (?:§ )?de) (?:\S+ ){0,2}¤/,
    example: "sans rencontrer Merkel",
  },
  {
    status: "hypothetical",
    pattern: /(?:^| )(?:s'il|s'ils|s'elle|si|qu'en cas) (?:\S+ ){0,6}¤(?:imperfect|infinitive)/,
    example: "si Xi rencontrait Tsai",
  },
  {
    status: "hypothetical",
    pattern:
      /(?<!\bmeme )\b(?:s'ils?|s'elles?|si(?! bien)) (?:\S+ ){0,4}(?:s')?(?:avait|avaient|etait|etaient) (?:\S+ ){0,2}¤participle/,
    example: "si Xi avait rencontré Tsai, tout aurait changé",
  },
  {
    status: "hypothetical",
    pattern: /\b(?:aurait|auraient|serait|seraient|aurais) (?:\S+ ){0,6}¤/,
    example: "il aurait rencontré",
  },
  {
    status: "hypothetical",
    pattern:
      /\b(?:pourrai\w+|peut|peuvent|pourra|pourront|puisse\w*|envisag\w+|n'exclu\w+ pas|hesit\w+|pret\w*|reflechi\w+|song\w+|disposee?s?|ouvert\w*|favorable\w*|possibilite|eventualite|idee|hypothese|chance) (?:\S+ ){0,4}¤infinitive/,
    example: "ils pourraient se rencontrer",
  },
  {
    status: "called-for",
    pattern:
      /\b(?:veut|veulent|voulait|voulaient|voudrai\w+|voulu|souhait\w+|demand\w+|reclam\w+|propos\w+|exig\w+|exhort\w+|press\w+|appel\w+|suppli\w+|enjoin\w+|sommee?|somme|insist\w+|tent\w+|cherch\w+|essa\w+|desir\w+|esper\w+|aimerai\w+|rev\w+|implor\w+|sollicit\w+|invit\w+|suggere\w*|conseill\w+|voeu|desir|intention) (?:\S+ ){0,5}¤infinitive/,
    example: "il veut rencontrer",
  },
  {
    status: "called-for",
    pattern:
      /\b(?:pour|afin|faut|faudrait|souhait\w+|demand\w+|veut|veulent|voulait|voulaient|voudrai\w+|attend\w*|exig\w+|reclam\w+|propos\w+|suggere\w*) (?:que |qu')(?:\S+ ){0,4}¤(?:present|participle)/,
    example: "il demande que X reçoive Y",
  },
  {
    status: "planned",
    pattern:
      /\b(?:annonc\w+|indiqu\w+|precis\w+|affirm\w+|assur\w+|declar\w+|confirm\w+|di[ts]|promis|ajout\w+|expliqu\w+|fait savoir|prevenu|revele|jure) (?:\S+ ){0,5}(?:que |qu')(?:\S+ ){0,4}¤conditional/,
    example: "il a annoncé qu'il s'entretiendrait",
  },
  { status: "hypothetical", pattern: /¤conditional/, example: "il rencontrerait volontiers" },
  {
    status: "held",
    pattern: /\b(?:vient|viennent|venait|venaient) (?:de |d')(?:\S+ )?¤infinitive/,
    example: "il vient de rencontrer",
  },
  {
    status: "held",
    pattern:
      /\b(?:a|ont|ai|avait|avaient|s'est|se sont) (?:\S+ )?(?:pu|du|reussi à|fini par|tenu à|mis à|commence par|continue à|continue de|eu (?:l'occasion|l'honneur|le plaisir|la chance) de) (?:\S+ )?¤infinitive/,
    example: "elle a pu rencontrer",
  },
  {
    status: "held",
    pattern:
      /\b(?:apres|pour|dit|affirm\w+|assur\w+|confirm\w+|reconnu|reconnait|expliqu\w+|declar\w+|raconte\w*|revele\w*|avoue\w*|admis|admet|souvient|rappel\w*) (?:\S+ ){0,2}(?:avoir|s'etre|etre)(?: \S+)? ¤participle/,
    example: "après avoir rencontré",
  },
  {
    status: "planned",
    pattern:
      /\b(?:doit|doivent|devait|devaient|devra|devront|devrai\w+|va|vont|allait|allaient|compte|comptent|comptait|prevoi\w+|prevu\w*|appret\w+|entend|entendent|entendait|programme\w*|attendu\w*|decid\w+|accept\w+|convenu\w*|conven\w+|promis|promet\w*|prepar\w+|dispos\w+|sur le point|charge\w*) (?:\S+ ){0,6}¤infinitive/,
    example: "ils doivent se voir",
  },
  {
    status: "planned",
    pattern: /\b(?:aura|auront|sera|seront) (?:\S+ ){0,4}¤participle/,
    example: "il sera reçu",
  },
  {
    status: "held",
    pattern:
      /\b(?:a|ont|avait|avaient|s'est|se sont|s'etait) (?:\S+ ){0,20}(?:avant|apres|puis) (?:de |d')?(?:\S+ ){0,2}¤infinitive/,
    example: "il a reçu X avant de s'entretenir avec Y",
  },
  {
    status: "held",
    pattern:
      /\b(?:a|ont|avait|avaient) (?:\S+ )?profite (?:\S+ ){0,14}pour (?:\S+ ){0,2}¤infinitive/,
    example: "il a profité du sommet pour s'entretenir avec Y",
  },
  {
    status: "planned",
    pattern: /\b(?:devoir|pour|afin de|en vue de|y|avant de) (?:\S+ ){0,2}¤infinitive/,
    example: "il s'est rendu à Pékin pour y rencontrer Xi",
  },
  {
    status: "planned",
    pattern:
      /¤present (?:\S+ ){0,4}(?:demain|apres-demain|prochaine?|prochains)\b|\b(?:demain|apres-demain) (?:\S+ ){0,6}¤present/,
    example: "il reçoit demain Carlos Ghosn",
  },
  { status: "planned", pattern: /¤future/, example: "il rencontrera" },
  {
    status: "hypothetical",
    pattern: /\b(?:si|s'il|s'ils) (?:\S+ ){0,3}¤present/,
    example: "si Macron reçoit Poutine",
  },
  {
    status: "held",
    pattern: /¤(?:participle|imperfect|simple-past|gerund|present)/,
    example: "il a rencontré",
  },
];

/** The clause around a noun, written "before ¤ after". */
export const nounStatusRules: readonly StatusRule[] = [
  {
    status: "hypothetical",
    pattern:
      /\b(?:n'exclu\w+ pas|n'a pas exclu|n'ont pas exclu|n'ecart\w+ pas|(?:n'est|ne serait|n'etait) pas (?:contre|oppose\w* à|hostile à|ferme\w* à)|ne refus\w+ pas) (?:\S+ ){0,5}¤/,
    example: "le Kremlin n'exclut pas une rencontre",
  },
  {
    status: "cancelled",
    pattern:
      /¤ (?:\S+ ){0,24}?(?:a|ont|est|sont|etait|ete|avait|sera|soit|finalement) (?:\S+ ){0,3}(?:annul|report|ajourn|repouss|suspend|decommand|defait|capot)\w*/,
    example: "la rencontre prévue mardi a été annulée",
  },
  {
    status: "cancelled",
    pattern:
      /\b(?:annul\w+|report(?:e|er|ent|ant|ait|a)|ajourn\w+|repouss\w+|decommand\w+|renonc\w+ (?:à|au)|boud\w+)(?: §)? (?:\S+ ){0,4}¤/,
    example: "il a annulé son entretien",
  },
  {
    status: "cancelled",
    pattern:
      /¤ (?:\S+ ){0,24}?(?:n'aura pas lieu|n'aura finalement pas lieu|n'auront pas lieu|ne se tiendra pas|ne se fera pas|tombe à l'eau)/,
    example: "la réunion n'aura pas lieu",
  },
  {
    status: "denied",
    pattern:
      /\b(?:aucune?|ni|pas de|pas d'|pas eu de|pas eu d'|nulle|jamais de|jamais d'|absence de|absence d'|sans|refus d'|refus de) (?:\S+ )?(?:veritable |nouvelle |premiere )?¤/,
    example: "aucun entretien n'a eu lieu",
  },
  {
    status: "denied",
    pattern:
      /\b(?:dement\w*|nie|nient|niait|nier|refus\w+|declin\w+|rejet\w+|ecart\w+|exclu\w*|exclure)(?: \S+){0,3} (?:toute?|une?|la|l'|cette|le|d'|idee d'une|idee d'un|avoir eu|§)(?: \S+){0,2} ¤/,
    example: "il dément toute rencontre",
  },
  {
    status: "denied",
    pattern:
      /¤ (?:\S+ ){0,24}?(?:n'(?:a|ont|avait) (?:\S+ )?(?:pas|jamais) (?:\S+ )?eu lieu|ne s'est pas tenue?|n'a eu lieu|n'est prevue?|n'etait prevue?|n'est pas prevue?|n'est pas à l'ordre du jour|n'est programmee?)/,
    example: "la rencontre n'a pas eu lieu",
  },
  {
    status: "denied",
    pattern: /\bn'(?:a|ont|avait) (?:\S+ ){0,2}(?:pas|jamais) (?:\S+ )?(?:eu|tenu) (?:\S+ ){0,3}¤/,
    example: "il n'a pas eu d'entretien",
  },
  {
    status: "hypothetical",
    pattern:
      /¤ (?:\S+ ){0,24}?(?:a|ont|s'est|se sont) § (?:\S+ ){0,2}(?:eu lieu|tenue?s?|deroulee?s?)\b/,
    example: "la rencontre a-t-elle eu lieu ?",
  },
  {
    status: "held",
    pattern:
      /¤ (?:\S+ ){0,24}?(?:s'est (?:\S+ )?(?:tenue?|deroulee?|conclue?|achevee?|terminee?)|se sont (?:tenus|deroules|tenues|deroulees)|(?:a|ont) (?:\S+ ){0,2}(?:eu lieu|dure|debute|commence|permis|porte sur))/,
    example: "la rencontre, initialement prévue lundi, s'est tenue mardi",
  },
  {
    status: "planned",
    pattern:
      /¤ (?:\S+ ){0,6}?(?:prevue?s?|programmee?s?|planifiee?s?|annoncee?s?|attendue?s?|à venir|prochaine?s?)\b(?! (?:a|ont) eu lieu)/,
    example: "une rencontre prévue à Bruxelles",
  },
  {
    status: "planned",
    pattern:
      /\b\w{3,}(?:era|eront|ira|iront|dra|dront|vra|vront|tra|tront|rra|rront) (?:\S+ ){0,8}¤/,
    example: "il évoquera le sujet lors de sa rencontre avec Scholz",
  },
  {
    status: "held",
    pattern:
      /\b(?:issue|cours|terme|sortir|sortie) (?:de |d'|du |des )(?:\S+ ){0,5}¤|\b(?:lors|au cours|issue|apres|pendant|durant|dans la foulee|au terme|au lendemain|au sortir|à la fin) (?:de |d'|du |des )?(?:\S+ ){0,2}¤/,
    example: "après sa rencontre avec Merkel",
  },
  {
    status: "hypothetical",
    pattern:
      /\b(?:n'exclu\w+ pas|n'a pas exclu|n'ont pas exclu|n'ecart\w+ pas|n'est pas (?:contre|oppose\w* à)|ne refus\w+ pas|ouvre la porte à|ouverte? à|prete?s? à|envisag\w+|imagin\w+|etudi\w+|examin\w+|possibilite|eventualite|hypothese|perspective|idee|rumeurs?|projet|option|principe|espoirs?|speculations?|chances?|eventuel\w*|possible|hypothetique|potentiel\w*|probable|pourrai\w+|pourra|pourront) (?:\S+ ){0,5}¤/,
    example: "le Kremlin n'exclut pas une rencontre",
  },
  {
    status: "hypothetical",
    pattern:
      /¤ (?:(?!qui )\S+ ){0,24}?(?:qui (?:pourrai\w+|peut) (?:avoir lieu|se tenir|se derouler|intervenir)|pourrai\w+|peut|peuvent|n'est pas exclue?|n'est pas à exclure|n'est pas impossible|est possible|est envisag\w+|est à l'etude|serait possible|est evoque\w*)\b/,
    example: "une rencontre pourrait avoir lieu",
  },
  {
    status: "hypothetical",
    pattern: /¤ (?:eventuel\w*|possible|hypothetique|potentiel\w*|probable)/,
    example: "une rencontre éventuelle",
  },
  {
    status: "called-for",
    pattern:
      /\b(?:demand\w+|reclam\w+|propos\w+|exig\w+|souhait\w+|appel\w* (?:à|de ses voeux)|plaid\w+ (?:pour|en faveur d'|en faveur de)|pron\w+|suggere\w*|veut|veulent|voulait|voudrai\w+|sollicit\w+|cherch\w+|tent\w+|esper\w+|milit\w+ pour|offert|offre|invit\w+|press\w+|pouss\w+|insist\w+ (?:pour|sur)|oeuvr\w+|reclame|demande d'|demande de|proposition d'|proposition de|obtenir|decrocher|arracher|organiser|en faveur d'|en faveur de) (?:\S+ ){0,6}¤/,
    example: "il a demandé la tenue d'un entretien",
  },
  {
    status: "called-for",
    pattern:
      /¤ (?:\S+ ){0,20}?(?:devrait etre organisee?|est souhait\w+|(?:est|serait|semble|parait) (?:\S+ )?(?:necessaire|indispensable|urgente?|souhaitable)|s'impose|est reclame\w*|est demande\w*)/,
    example: "une rencontre est nécessaire",
  },
  {
    status: "hypothetical",
    pattern:
      /¤ (?:\S+ ){0,24}?(?:aurait|auraient|serait|seraient|se serait|s'est presque) (?:\S+ ){0,2}(?:eu lieu|tenue?s?|deroulee?s?|organisee?s?|survenue?s?)/,
    example: "une rencontre aurait eu lieu",
  },
  {
    status: "planned",
    pattern: /\b(?:pour |afin d'|en vue d')(?:un|une|des|son|sa) (?:\S+ ){0,2}¤/,
    example: "il a atterri à Moscou pour un entretien avec Poutine",
  },
  {
    status: "hypothetical",
    pattern: /\b(?:aurait|auraient) (?:\S+ )?(?:eu|tenu|participe à) (?:\S+ ){0,3}¤/,
    example: "il aurait eu un entretien",
  },
  {
    status: "planned",
    pattern:
      /\b(?:avant|veille|avant-veille|jours? d'|heures? d'|heures? de|jours? de|semaines? de|en vue|en prevision|prepar\w+|prevoi\w+|prevu\w*|programm\w+|planifi\w+|attend\w*|annonc\w+|conven\w+|convenu d'|d'accord (?:pour|sur)|prochaine?s?|futur\w*|future|doit|doivent|devai\w+|devrai\w+|devra|devront|va|vont|allait|aura|auront|tiendra|tiendront|participera|participeront|accept\w+|fixe\w*|agenda|appret\w+|compte|comptent|se rendra|en amont) (?:\S+ ){0,5}¤/,
    example: "à la veille de sa rencontre avec",
  },
  {
    status: "planned",
    pattern:
      /¤ (?:\S+ ){0,3}(?:prevue?s?|programmee?s?|planifiee?s?|annoncee?s?|attendue?s?|à venir|prochaine?s?)\b/,
    example: "une rencontre prévue à Bruxelles",
  },
  {
    status: "planned",
    pattern:
      /¤ (?:\S+ ){0,24}?(?:(?:aura|auront) (?:\S+ ){0,4}lieu|aura pour|se tiendra|se tiendront|se deroulera|se derouleront|est prevue?|sont prevue?s|etait prevue?|est programmee?|est annoncee?|est attendue?|doit|doivent|devait|devrai\w+|va avoir lieu|va se tenir|sera|seront|aurait lieu|se tiendrait|debutera|commencera|s'ouvrira|est fixee?|reste prevue?|est inscrite?|(?:se )?(?:poursuivr|reprendr)(?:a|ont)|se prepare\w*|est en preparation|approche)\b/,
    example: "la rencontre aura lieu",
  },
];
