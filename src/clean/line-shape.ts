/*
 * A line in, what it looks like out: prose, a short sentence, or a fragment (a title, a label, a name).
 * Uses length, sentence marks, little words and verbs; knows nothing of any outlet.
 */
import { foldLine, wordsOf } from "./fold-line.ts";

/**
 * - `prose`: surely running text.
 * - `sentence`: short, but shaped like a sentence.
 * - `fragment`: a title, subheading, label, name, list of links…
 */
export type LineShape = "prose" | "sentence" | "fragment";

/** The little words that only running French (or English) is full of. */
const STOP_WORDS = new Set(
  (
    "a à afin ai alors après au aucun aussi autre aux avait avant avec avoir c car ce cela ces cet cette ceux chez ci " +
    "comme contre d dans de depuis des deux doit donc dont du elle elles en encore entre est et été être eu eux fait " +
    "faire il ils j je jusqu l la le les leur leurs lors lui m mais même moins n ne ni non nos notre nous on ont or ou " +
    "où par parce pas pendant peu peut plus plusieurs pour pourrait pourtant près puis qu quand que quel quelle qui " +
    "quoi s sa sans se selon sera ses si son sont sous sur t tant tous tout toute toutes trop très tu un une vers " +
    "vous y étaient était the of and to in that is was for on with as by at from it be are this an"
  )
    .split(" ")
    .map(foldLine),
);

/** A line this long with this share of little words is prose even without a full stop. */
const LONG_LINE_CHARS = 120;
const MIN_STOP_WORD_SHARE = 0.25;
const MIN_PROSE_WORDS = 9;
const MIN_SENTENCE_WORDS = 3;

/** Lists of links cut titles short and say so after a space: "il n'y aura pas assez de ...". */
const TRUNCATED = / (?:\.\.\.|…)$/;

/** "«Non.»": one word is a sentence when somebody says it. */
const WHOLE_QUOTATION = /^[«"“][^«»"“”]{1,120}[.!?…] ?[»"”]$/u;

/** Tells what `line` looks like. */
export function shapeOf(line: string, folded = foldLine(line)): LineShape {
  const ends = endsSentence(line) && !TRUNCATED.test(line);
  if (!ends && line.length < LONG_LINE_CHARS) return "fragment";
  const words = wordsOf(folded);
  const little = words.filter((word) => STOP_WORDS.has(word)).length;
  const share = words.length === 0 ? 0 : little / words.length;
  if (ends && hasFullStop(line) && words.length >= MIN_PROSE_WORDS && little >= 2) return "prose";
  if (line.length >= LONG_LINE_CHARS && share >= MIN_STOP_WORD_SHARE) return "prose";
  if (line.length >= LONG_LINE_CHARS && ends) return "prose";
  const isSpoken = words.length > 0 && WHOLE_QUOTATION.test(line);
  return (ends && words.length >= MIN_SENTENCE_WORDS) || isSpoken ? "sentence" : "fragment";
}

/** Whether `line` ends as a sentence does. A colon counts: "Il a déclaré :" announces what follows. */
export function endsSentence(line: string): boolean {
  return /[.!?…:;]["»”’)\] \u00a0\u202f]*$/u.test(line) || /[\p{Ll}!?.] ?[»”]$/u.test(line);
}

/** A headline may end with a quotation; only running text ends with a full stop, inside or outside of it. */
function hasFullStop(line: string): boolean {
  return /[.!?…]["»”’)\] \u00a0\u202f]*$/u.test(line);
}

/** Forms without which a French sentence seldom does: auxiliaries, and the verbs of the news. */
const COMMON_VERBS =
  /(?:^|[^a-z])(?:a|ai|ont|avons|avez|avait|avaient|aura|auront|aurait|est|sont|suis|sommes|etait|etaient|sera|seront|serait|fut|furent|fait|font|va|vont|peut|peuvent|doit|doivent|veut|veulent|dit|disent|faut|reste|restent|semble|annonce|annoncent|affirme|affirment|declare|estime|estiment|explique|expliquent|assure|appelle|appellent|accuse|accusent|demande|demandent|rencontre|indique|precise|rapporte|souligne|selon|devrait|pourrait|devient|prend|met|c'est|n'est|s'est|qu'il|j'ai|n'a|l'a)(?![a-z])/;
const VERB_ENDINGS = /(?<![a-z])[a-z]{3,}(?:ait|aient|era|eront|ira|iront|erent|irent)(?![a-z])/;
/** "-ent" ends verbs of the plural, and these; "-ment" ends adverbs and nouns. */
const PLURAL_VERB =
  /(?<![a-z])(?!(?:president|resident|dissident|precedent|accident|incident|occident|orient|argent|agent|sergent|client|patient|parent|absent|present|recent|urgent|violent|talent|innocent|adolescent|continent|different|evident|souvent|couvent|content|cent|vent|dent|lent)s?(?![a-z]))[a-z]{2,}[b-ln-z]ent(?![a-z])/;

/** Whether `line` seems to hold a conjugated verb. Misses rare verbs; used only to spare sentences. */
export function hasVerb(line: string): boolean {
  const folded = foldLine(line);
  // Folding makes "à" look like "a": take the preposition out first.
  const withoutPreposition = foldLine(line.replace(/(?<!\p{L})[àÀ](?!\p{L})/gu, " "));
  return (
    [VERB_ENDINGS, PLURAL_VERB].some((verb) => verb.test(folded)) ||
    COMMON_VERBS.test(withoutPreposition)
  );
}
