import { foldText } from "../terms/fold-text.ts";

/**
 * A question -> what article's link it asks for. "Quel est le lien entre X et Y ?" and "la source du
 * Nil" ask something else, so a request needs the word and the form of a request.
 */
export interface SourceRequest {
  /** What the article is about, in the reader's words; empty for "le lien ?", which means the last answer. */
  readonly about: string;
  /** Asked for several: "les liens". */
  readonly several: boolean;
}

const document =
  "(?:articles?|depeches?|papiers?|textes?|pages?|sites?|infos?|informations?|nouvelles?|reportages?|documents?|publications?|citations?|passages?|declarations?|recits?|sujets?|story|stories|news|reports?|pieces?|quotes?)";
/** What a newspaper prints: a site, a text or a page may be what the question is about. */
const printed = "(?:articles?|depeches?|papiers?|reportages?|story|stories|news|reports?|pieces?)";
const giving =
  "(?:est-ce que )?(?:tu |vous |je |j'|i |we |il me )?(?:(?:peux|pourrais|pouvez|pourriez|veux|voudrais|aimerais|souhaite|can|could|would)[ -](?:tu |vous |i |you |like |have |please )*)?(?:me |m'|nous )?(?:donne[rsz]?|envoie[sr]?|envoyer|envoyez|partage[rsz]?|montre[rsz]?|passe[rsz]?|file[rsz]?|trouve[rsz]?|retrouve[rsz]?|cherche[rsz]?|lire|lis(?:ez)?|ouvr(?:e[sz]?|ir)|avoir|aurais|obtenir|veux|voudrais|faut|give|send|share|show|find|get|have|read|open)(?:[ -](?:moi|nous|me|us))?";
const article =
  "(?:l'|le |la |les |un |une |des |ton |ta |votre |vos |the |a |an |its |son |sa |ses )?";
const link = "(?:liens?|urls?|adresses?(?: web)?|links?|hyperliens?)";
const sourceWord = "sources?";

/** All of an article, not its address. */
const whole =
  "(?:entiere?s?|entiers?|complete?s?|integra(?:le?s?|ux)|en entier|en integralite|dans (?:son integralite|sa totalite))";
const fullText = "(?:articles?|textes?|depeches?|papiers?|pages?|text)";
const end = "(?= ?[?!. ]*$)";

/** Each is tried on the folded question; what follows the match is what the article is about. */
const forms: readonly RegExp[] = [
  /^\/source(?:@\w+)?\b/u,
  new RegExp(
    `^(?:${giving} )?${article}(?:${link}|${sourceWord}) (?:de |d'|du |des |vers |pour |of |to |for |from |sur )*${article}(?:cet |cette |ces |ce |this |that |these )?${document}\\b`,
    "u",
  ),
  new RegExp(`^${giving} ${article}${document}\\b`, "u"),
  new RegExp(
    `^(?:l'|le |la |the )${printed} (?:sur|about)\\b(?!.*-(?:t-)?(?:ils?|elles?)\\b)`,
    "u",
  ),
  new RegExp(`^${giving} ${article}(?:${link}|${sourceWord})\\b(?! entre| between)`, "u"),
  new RegExp(
    `^(?:quel(?:le)?s? (?:est|sont|etait)|c'est quoi|what(?:'s| is| are| was)|where is|ou est|ou trouver|tu as|vous avez|avez[ -]vous|as[ -]tu|il y a|do you have) ${article}(?:${link}|${sourceWord}|${document})(?: (?:de |d'|du |des |vers |of |to |for )*${article}(?:cet |cette |ces |ce |this |that )?${document}|(?= ?\\??$)|(?= (?:qui|which|that|ou|where) ))`,
    "u",
  ),
  new RegExp(
    `^(?:${article})(?:${link}|${sourceWord})(?: ?:| (?:de|d'|du|des|vers|pour|sur|of|to|for|about)\\b|(?= ?\\??$))(?! entre)`,
    "u",
  ),
  new RegExp(
    `^(?:dans |de |d')?quel(?:le)?s? (?:est |sont )?(?:l'|le |la |les )?${printed} (?:(?:parle|parlent|evoque|raconte|traite|dit|mentionne|relate|rapporte)\\w*\\b|est (?:sur|consacree?(?: a| au| aux)?)\\b)`,
    "u",
  ),
  new RegExp(
    `^${article}(?:${fullText} ${whole}|(?:whole|full|entire|complete) ${fullText})(?:${end}| (?:de l'article|of the article|sur|about)\\b)`,
    "u",
  ),
  new RegExp(
    `^(?:je (?:veux|voudrais|peux) |i (?:want to|would like to) |can i |please )?(?:lis|lisez|lire|ouvre|ouvrez|ouvrir|affiche|montre|envoie|read|open|show|send)(?:[ -](?:le|la|les|it|them)(?:[ -](?:moi|nous))?| (?:me|us) (?:it|them))${end}`,
    "u",
  ),
  new RegExp(
    `^(?:je (?:veux|voudrais|peux) )?(?:le|la|les) (?:lire|ouvrir|voir en entier)${end}`,
    "u",
  ),
  new RegExp(
    `^(?:which|what) ${printed} (?:is about|talks?|mentions?|says|reports?|tells?)\\b`,
    "u",
  ),
  /^(?:d'ou|where) (?:vient|viennent|sort|tires|tenez|tirez|does|do|comes?|did)\b.{0,20}(?:ca|cela|info|information|infos|citation|passage|this|that|it)\b(?: come from)?/u,
];

const fillers = new RegExp(
  `^(?:[\\s:?!.,-]+|(?:${whole}|qui|which|that|ou|where|on|a propos d[eu]|au sujet d[eu]|concernant|parlant|parle|evoque|raconte|traite|dit|sur|about|de|du|des|to|of|for|est|sont|s'il (?:te|vous) plait|stp|svp|please)(?=[\\s:?]|$)|[dl]')+`,
  "u",
);

/** Reads a request for an article's link, or null when the question is none. */
export function readSourceRequest(question: string): SourceRequest | null {
  const folded = foldText(question)
    .replace(/\s+/gu, " ")
    .replace(/^(?:et|alors|and|so)[ ,!.]+/u, "")
    .trim();
  for (const form of forms) {
    const match = form.exec(folded);
    if (match === null) continue;
    const about = folded
      .slice(match.index + match[0].length)
      .replace(fillers, "")
      .replace(/[\s?!.,]+$/u, "");
    return { about, several: /\b(?:liens|sources|urls|links|articles)\b/u.test(match[0]) };
  }
  return null;
}
