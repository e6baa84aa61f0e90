/**
 * What the fitted features do not see of a near miss. The passage lacks what the answer must speak of: the topic set
 * apart by "à propos de", what a follow-up names, with whom it was done, what befell those counted, a word of a yes or
 * no question. It has no date, figure or amount where one is asked for. Its sentence counts something else
 * ("combien d'enfants", where it counts soldiers), tells of another time, or says that nobody gave the fact ("le coût
 * n'a pas été précisé"). Rules on form; French questions only. Pure.
 */
import type { AnalyzedSentence, AnalyzedText } from "../search/analyzed-text.ts";
import type { RankedPassage } from "../search/create-search.ts";
import { isNumeral } from "../search/kind-evidence.ts";
import type { KnownTerm } from "../search/match-question.ts";
import { bestSentence, strictKinds, type QuestionView } from "../search/passage-features.ts";
import { matchTerm, meets } from "../search/term-coverage.ts";
import type { WantedKind } from "../search/wanted-kind.ts";
import { foldText } from "../terms/fold-text.ts";
import { splitWords } from "../terms/split-words.ts";

/** A sentence from this evidence on holds an answer of the wanted kind. */
const holdsKind = 0.7;
/** Below this evidence it holds not even a weekday. */
const hintsAtKind = 0.5;

/** "soldats russes", "soldats de l'armée russe". */
const wordsBeside = 4;

/** Taken from the belief when the fact is denied, or no counted word is there: enough for no `high`. */
const mostDoubt = 0.5;

const told =
  "precis|communiqu|devoil|revel|divulgu|chiffr|indiqu|detaill|rendu|connu|donn|dit|fourni|publi|etabli|fixe|determin|arret";
/** On folded text. */
const denial = new RegExp(
  `\\bn['’]? ?(?:a|ont|est|sont|etait|etaient|avait|avaient|sera|seront) (?:pas|rien|jamais) (?:encore )?(?:ete )?(?:voulu |souhaite )?(?:${told})|\\b(?:on|nul n['’]?|personne n['’]?) ?(?:ignore|ne sait)|\\bsans (?:en |toutefois |autre )?(?:${told})|\\b(?:reste|demeure)(?:nt)? (?:encore )?(?:inconnu|secret|a (?:determiner|preciser|fixer))|\\brefus\\w{1,4} de (?:dire|precis|communiqu|devoil|revel|donner|indiqu|chiffr)`,
  "u",
);

/** What a sentence calls the fact that it denies having. On folded text. */
const factNouns: Readonly<Record<WantedKind, RegExp>> = {
  amount: /\b(?:couts?|prix|montants?|sommes?|budget|factures?|salaires?|tarifs?|combien)\b/u,
  number: /\b(?:nombres?|bilans?|chiffres?|effectifs?|combien|couts?|prix|montants?)\b/u,
  duration: /\bduree\b|\bcombien de temps\b/u,
  age: /\bages?\b/u,
  date: /\b(?:dates?|calendrier|quand|echeance)\b/u,
  person: /\b(?:noms?|identites?)\b/u,
  name: /\b(?:noms?|titres?)\b/u,
  place: /\b(?:lieux?|endroits?|adresse|destination|ou)\b/u,
  reason: /\b(?:raisons?|motifs?|causes?|pourquoi)\b/u,
  quotation: /\b(?:contenu|teneur|propos)\b/u,
};

function deniesFact(best: RankedPassage, wanted: WantedKind): boolean {
  const answering = bestSentence(best.sentences);
  const found = answering.kind >= holdsKind;
  return best.sentences.some((sentence) => {
    const isBest = sentence === answering;
    if (found && !isBest) return false;
    const text = foldText(sentence.text);
    if (!denial.test(text)) return false;
    return factNouns[wanted].test(text) || (isBest && !found);
  });
}

/** How strongly a text has the counted noun with each of its adjectives beside it. */
function strengthIn(text: AnalyzedText, [noun, ...adjectives]: readonly KnownTerm[]): number {
  if (noun === undefined) return 1;
  const counted = matchTerm(noun, text);
  const beside = adjectives.map((adjective) => {
    const { strength, positions } = matchTerm(adjective, text);
    const isNear = positions.some((at) =>
      counted.positions.some((other) => Math.abs(at - other) <= wordsBeside),
    );
    return isNear ? strength : 0;
  });
  return Math.min(counted.strength, ...beside);
}

/** "870 pompiers cherchent les disparus" does not count the missing. */
const wordsToNumeral = 6;

/** Whether a number stands near the noun in a sentence. */
function countsNear({ text, analyzed }: AnalyzedSentence, noun: KnownTerm | undefined): boolean {
  if (noun === undefined) return true;
  const numerals = splitWords(text).flatMap(({ folded }, at) => (isNumeral(folded) ? [at] : []));
  const { positions } = matchTerm(noun, analyzed);
  return positions.some((at) => numerals.some((one) => Math.abs(at - one) <= wordsToNumeral));
}

/** How far the counted words are from standing in one sentence with a number: 0..1. */
function countedMissing(
  { analyzed, sentences }: RankedPassage,
  counted: readonly KnownTerm[],
): number {
  if (counted.length === 0) return 0;
  const strengths = analyzed.sentences
    .filter((one, i) => (sentences[i]?.kind ?? 0) >= holdsKind && countsNear(one, counted[0]))
    .map((sentence) => strengthIn(sentence.analyzed, counted));
  return 1 - Math.max(0, ...strengths);
}

/** Whether neither a passage nor its title has a word, in any way. */
function lacks({ analyzed, title }: RankedPassage, term: KnownTerm): boolean {
  return [analyzed.whole, title].every((text) => matchTerm(term, text).strength === 0);
}

/** What an answer must speak of. To a yes or no question each of its words matters; names may go by a pronoun. */
function indispensable({ predicate, topic, whether, terms }: QuestionView): readonly KnownTerm[] {
  const asked = whether ? terms.filter(({ marked }) => !marked) : [];
  return [predicate, topic, ...asked].filter((term) => term !== null);
}

const together = /(?<!\p{L})(?:avec|with)(?!\p{L})/iu;

/** Whether a passage is silent, whatever its title says, on what a follow-up names itself, or tells of another partner. */
function lacksNamed({ analyzed, sentences }: RankedPassage, question: QuestionView): boolean {
  const isSaid = (term: KnownTerm) => meets(term, analyzed.whole);
  const { own, partner } = question;
  if (!own.every(isSaid)) return true;
  const isOther = partner.length > 0 && !partner.some(isSaid);
  return isOther && together.test(bestSentence(sentences).text);
}

/** Whether a date, a figure or the like is wanted, and no sentence has one. */
function lacksKind({ sentences }: RankedPassage, wanted: WantedKind): boolean {
  return strictKinds.has(wanted) && sentences.every(({ kind }) => kind < hintsAtKind);
}

/** A sentence so begun tells of another time than the news: "L'an dernier, …", "En 2019, …". */
const otherTime =
  /^(?:Déjà |Mais )?(?:en (?:\p{L}+ )?(?:19|20)\d\d(?!\p{L})|l[’']an (?:dernier|passé)|l[’']année (?:dernière|passée|précédente)|il y a [^,]{1,20} ans(?!\p{L}))/iu;
/** On the folded question: it may ask for another time. */
const asksOfTime =
  /\d{4}|\b(?:dern|pass|preced|ancien|avant|deja|annees?|ans?|autrefois|jadis|histoire|avait|avaient|etait|etaient|last|ago|previous|before|years?|former|was|were)/u;

/** Whether the answering sentence tells what was, where the question asks for what is new. */
function tellsOtherTime(best: RankedPassage, { text, wanted }: QuestionView): boolean {
  if (wanted === "date" || !otherTime.test(bestSentence(best.sentences).text)) return false;
  return !asksOfTime.test(foldText(text));
}

/** The share of the belief that the fact is stated which these rules take away, 0..1. */
export function statedDoubt(best: RankedPassage, question: QuestionView): number {
  const { wanted, counted } = question;
  if (indispensable(question).some((term) => lacks(best, term))) return mostDoubt;
  if (lacksNamed(best, question) || tellsOtherTime(best, question)) return mostDoubt;
  if (wanted === null) return 0;
  if (lacksKind(best, wanted) || deniesFact(best, wanted)) return mostDoubt;
  return wanted === "number" ? mostDoubt * countedMissing(best, counted) : 0;
}
