// Whether an encounter told by a noun took place. See status-rules.ts for how the rules are read.

import type { StatusRule } from "./status-rules.ts";

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
    pattern: /\b(?:sech|manqu)(?:e|ent|er|ait) (?:la |le |l'|son |sa |leur )(?:\S+ )?¤/,
    example: "il a séché le dîner avec",
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
    status: "planned",
    pattern:
      /\bdate (?:\S+ ){0,4}¤ (?:\S+ ){0,16}?(?:n'a|n'est) (?:toujours )?pas (?:\S+ ){0,2}(?:fixee|arretee)\b/,
    example: "la date de la rencontre n'a pas été fixée",
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
      /\b(?:demand\w+|reclam\w+|propos\w+|exig\w+|souhait\w+|appel\w* (?:à|de ses voeux)|plaid\w+ (?:pour|en faveur d'|en faveur de)|pron\w+|suggere\w*|veut|veulent|voulait|voudrai\w+|sollicit\w+|cherch\w+|tent\w+|esper\w+|milit\w+ pour|rev(?:e|ent|ait|aient)|offert|offre|invit\w+|press\w+|pouss\w+|insist\w+ (?:pour|sur)|oeuvr\w+|reclame|demande d'|demande de|proposition d'|proposition de|obtenir|decrocher|arracher|organiser|en faveur d'|en faveur de) (?:\S+ ){0,6}¤/,
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
      /¤ (?:\S+ ){0,24}?(?:(?:aura|auront) (?:\S+ ){0,4}lieu|aura pour|se tiendra|se tiendront|se deroulera|se derouleront|est prevue?|sont prevue?s|etait prevue?|est programmee?|est annoncee?|est attendue?|doit|doivent|devait|devrai\w+|va avoir lieu|va se tenir|sera|seront|aurait lieu|se tiendrait|debutera|commencera|s'ouvrira|est fixee?|reste prevue?|est inscrite?|(?:se )?(?:poursuivr|reprendr|reunir|rassembler)(?:a|ont)|se prepare\w*|est en preparation|approche)\b/,
    example: "la rencontre aura lieu",
  },
];
