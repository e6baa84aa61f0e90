// Whether an encounter told by a verb took place. See status-rules.ts for how the rules are read.

import type { StatusRule } from "./status-rules.ts";

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
    status: "held",
    pattern: /\b(?:ne |n')(?:\S+ ){0,3}(?:seulement|uniquement) (?:\S+ )?¤/,
    example: "il n'a pas seulement rencontré Y",
  },
  {
    status: "hypothetical",
    pattern:
      /\b(?:rien (?:ne |n')|aucune? \S+ (?:ne |n')|sans |(?:ne |n')(?:\S+ )?(?:pas|guere) )(?:\S+ )?(?:prouv|indiqu|confirm|attest|demontr|etabli|verifi)\w*(?: \S+){0,2} (?:que |qu'|si |s'§ )(?:\S+ ){0,5}¤/,
    example: "rien ne prouve que X ait rencontré Y",
  },
  {
    status: "hypothetical",
    pattern:
      /\b(?:ignor\w+|(?:ne |n')(?:\S+ )?(?:sait|savent|savai\w+|dit|precise\w*)(?: \S+)? pas|sans (?:savoir|preciser|dire)|reste à savoir|question de savoir|demand\w+) (?:\S+ )?(?:si |s'§ )(?:\S+ ){0,6}¤/,
    example: "on ignore si X a rencontré Y",
  },
  {
    status: "hypothetical",
    pattern:
      /\b(?:soupconn|accus|suspect|reproch)\w+ (?:\S+ ){0,3}?(?:d'avoir|de s'etre|d'etre) (?:\S+ )?¤participle/,
    example: "il est soupçonné d'avoir rencontré Y",
  },
  {
    status: "hypothetical",
    pattern: /\b(?:pourrai\w+|peut|peuvent) (?:\S+ )?(?:avoir|s'etre|etre) (?:\S+ )?¤participle/,
    example: "il pourrait avoir rencontré Y",
  },
  {
    status: "called-for",
    pattern: /\battend\w* (?:\S+ ){0,2}(?:de |d'|à )(?:\S+ )?¤infinitive/,
    example: "il attend d'être reçu",
  },
  {
    status: "cancelled",
    pattern:
      /\b(?:devait|devaient|devions|prevu\w*) (?:\S+ ){0,6}¤infinitive .*\b(?:annul|report|renonc|decommand|decal|repouss|ajourn)\w*/,
    example: "ils devaient se voir mardi mais Obama a annulé",
  },
  {
    status: "cancelled",
    pattern:
      /\b(?:annul|report|ajourn|repouss|decommand)\w* (?:l'|(?:la|le|les|sa|son|ses|un|une) )\S+ (?:que |qu'|où )(?:\S+ ){0,6}¤infinitive/,
    example: "il a annulé la visite qu'il devait rendre à Y",
  },
  {
    status: "cancelled",
    pattern: /\baurai\w+ (?:\S+ )?du (?:\S+ ){0,2}¤infinitive/,
    example: "il aurait dû rencontrer",
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
    pattern: /\bni § (?:ne |n')(?:\S+ ){0,3}¤/,
    example: "ni X ni Y n'ont rencontré Z",
  },
  {
    status: "planned",
    pattern:
      /\b(?:ne |n')(?:\S+ ){0,3}(?:su|savai\w+|savoir|appris) (?:\S+ )?(?:que |qu')(?:\S+ ){0,4}¤infinitive/,
    example: "il ne savait pas qu'il allait rencontrer",
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
    pattern: /\bfailli (?:\S+ )?¤infinitive/,
    example: "il a failli rencontrer Y",
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
      /\b(?:veut|veulent|voulait|voulaient|voudrai\w+|voulu|souhait\w+|demand\w+|reclam\w+|propos\w+|exig\w+|exhort\w+|press\w+|appel\w+|suppli\w+|enjoin\w+|sommee?|somme|prie|prient|priait|pouss\w+|insist\w+|tent\w+|cherch\w+|essa\w+|desir\w+|esper\w+|aimerai\w+|rev\w+|implor\w+|sollicit\w+|invit\w+|suggere\w*|conseill\w+|voeu|desir|intention) (?:\S+ ){0,5}¤infinitive/,
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
      /\b(?:est|sont|etait|etaient) (?:\S+ )?(?:alle|venu|parti|retourne|rendu)e?s?(?: (?!pour |afin |avant |espoir )\S+){0,5} (?<!\bde )¤infinitive/,
    example: "il est allé voir Y",
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
      /\b(?:doit|doivent|devait|devaient|devra|devront|devrai\w+|va|vont|allait|allaient|compte|comptent|comptait|prevoi\w+|prevu\w*|appret\w+|entend|entendent|entendait|programme\w*|attendu\w*|decid\w+|accept\w+|convenu\w*|conven\w+|promis|promet\w*|prepar\w+|dispos\w+|sur le point|charge\w*|censee?s?) (?:\S+ ){0,6}¤infinitive/,
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
