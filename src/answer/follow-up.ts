/**
 * A short question and the conversation's last one -> a question that stands for itself. What is carried over
 * depends on what the short one lacks: a name takes another's place ("et la CFDT ?"), what is asked of somebody
 * needs only whom ("où est-elle née ?"), and the rest needs all that was asked ("quand ?").
 */
import { FRENCH_MONTHS } from "../corpus/months.ts";
import { strictKinds } from "../search/passage-features.ts";
import { findWantedKind, type WantedKind } from "../search/wanted-kind.ts";
import { foldText } from "../terms/fold-text.ts";
import { questionTerms } from "../terms/question-terms.ts";
import { splitWords } from "../terms/split-words.ts";
import { askingWords, frenchStopWords } from "../terms/stop-words.ts";
import type { Topic } from "./answer.ts";

/** A question completed by the conversation's last one. */
export interface ResolvedQuestion {
  /** What to search for. */
  readonly text: string;
  /** The kind of answer the follow-up itself asks for. */
  readonly wanted: WantedKind | null;
  /** What the next question may lean on. */
  readonly topic: string;
  /** What a follow-up names itself, which comes before what is carried over; null where it names nothing or stands alone. */
  readonly own: string | null;
}

const continues = /^(?:et|mais|and|ou bien|but)\b/u;
const pronoun =
  /\b(?:il|elle|ils|elles|lui|leur|leurs|son|sa|ses|celui-ci|celle-ci|cela|ca|he|she|they|him|them|his|her|its|their|it|this|that)\b|^qui (?:l'|l[ea] |les )\S+(?: \S+)?$/u;
/** Pronouns that stand for nobody. */
const impersonal = /\by a-t-il\b|\bil y (?:en )?a|\bs'est-il passe|\bfaut-il|\bil faut/u;
/** "à quelle heure", "combien de malades", "c'est dangereux": without a verb of its own. */
const isBare =
  /^(?:(?:et|mais|and|but) )?(?:(?:(?:a|en|dans|avec|pour|par|de|depuis|jusqu'a|vers|chez|sur|contre|in|at|on|with|for|from) )?(?:quel(?:le)?s? |combien d(?:e |')|how many |which |what )[\p{L}-]+(?: d(?:e |')[\p{L}-]+(?: d(?:e |')[\p{L}-]+)?)?|(?:c'est|est-ce) (?!qu|ou\b|combien)\p{L}+)$/u;
const mostTerms = 2;
const longestTopic = 300;

/** As written: "Odile Varenne", "CGT", "Lens". */
const nameRun =
  "\\p{Lu}[\\p{L}\\p{N}-]*(?:['’]\\p{Lu}[\\p{L}-]*)?(?: (?:d[eu] |des |la |von |van |b[ei]n |ibn )?\\p{Lu}[\\p{L}\\p{N}'’-]*)*";
const article = "(?:la |le |les |l['’]|the |M\\. |Mme )?";
const preposition =
  "(?:(?:celui|celle|ceux|celles) )?(?:(?:à|au|aux|en|dans|chez|in|at|de|du|des|of|from|avec|with|pour|for|par|by|contre|against|sur) |d['’])?";
/** "l'usine de Dole", "le maire de Lens": the nouns that a name belongs to. */
const owners = "(?:[\\p{Ll}-]{3,} (?:de |du |des |d['’]|à |au |aux )(?:la |le |les |l['’])?){0,2}";
const anotherName = new RegExp(
  `^(?:[Ee]t|[Mm]ais|[Aa]nd|[Bb]ut) (${preposition})${article}(${nameRun})$`,
  "u",
);
const namesWithOwners = new RegExp(`(?<![\\p{L}\\p{N}])(${owners})(${nameRun})`, "gu");
const endsInPreposition = new RegExp(`(?<![\\p{L}\\p{N}])(${preposition})${article}$`, "u");

/** "et le vaccin ?": what is asked of it is another thing than what was asked before. */
const anotherThing = /^(?:et|mais) ((?:l[ea] |les |l['’])[^,]+)$/iu;
/** "et le dimanche ?", "et la deuxième ?": the same is asked, of another time or turn. On folded text. */
const sameOfAnother = new RegExp(
  `\\b(?:(?:lun|mar|mercre|jeu|vendre|same)di|dimanche|week-end|matin|midi|soir|nuit|jour|veille|lendemain|semaine|mois|an|annee|${FRENCH_MONTHS.join("|")}|printemps|ete|automne|hiver|premiere?|seconde?|troisieme|\\p{L}+ieme|derniere?|prochaine?|suivante?|autre|\\d+)s?\\b`,
  "u",
);
/** "le vaccin, Perpignan": what a completed question is about stands first. */
const thingFirst = /^((?:l[ea] |les |l['’])[^,?]{2,80}), /iu;

/** "les vers, …", "quels fromages …", "comment les vers ont-ils …": what a question without names is about. */
const subjectForms: readonly RegExp[] = [
  /^([^,?]{2,80}), /u,
  /(?<!\p{L})(?:quel(?:le)?s?|combien d(?:e |['’])) ?(?!(?:est|sont|était|étaient|fut|sera|seront)(?!\p{L}))([\p{L}-]+)/iu,
  /(?<!\p{L})((?:l[ae] |les |l['’])[\p{L}-]+(?: d(?:e |u |es |['’])[\p{L}-]+)?) [\p{L}']+-(?:t-)?(?:ils?|elles?)(?!\p{L})/iu,
];

/** What is told of somebody is not what a question is about: "quel âge a …". */
const measures: ReadonlySet<WantedKind | null> = new Set<WantedKind>([
  ...strictKinds,
  "quotation",
  "reason",
]);

/** Prepositions that say the same of a name. */
const roles: readonly (readonly [RegExp, string])[] = [
  [/^(?:à|au|aux|en|dans|chez|in|at)$/u, "place"],
  [/^(?:(?:celui|celle|ceux|celles) )?(?:de|du|des|d['’]|of|from)$/u, "of"],
];

interface NamedIn {
  readonly name: string;
  readonly start: number;
  /** With the nouns that it belongs to. */
  readonly phrase: string;
  readonly role: string;
}

function roleOf(words: string): string {
  const bare = words.trim();
  return roles.find(([pattern]) => pattern.test(bare))?.[1] ?? bare;
}

const onlyAsks = (word: string) => {
  const folded = splitWords(word).map((one) => one.folded);
  return folded.every((one) => frenchStopWords.has(one) || askingWords.has(one));
};

/** The names in a question, by their capitals; the first word of a question has one anyhow. */
function namesIn(question: string): readonly NamedIn[] {
  const names: NamedIn[] = [];
  for (const { 0: all, 1: owner = "", 2: run = "", index } of question.matchAll(namesWithOwners)) {
    const words = run.split(" ");
    const asking = words.findIndex((word) => !onlyAsks(word));
    if (asking < 0) continue;
    const name = words.slice(asking).join(" ");
    const start = index + all.length - name.length;
    const [, before = ""] = endsInPreposition.exec(question.slice(0, start)) ?? [];
    names.push({ name, start, phrase: owner + name, role: roleOf(before) });
  }
  return names;
}

/** "Que dit la CGT ?", "et la CFDT ?": the same of another; null where none can take its place. */
function withAnotherName(question: string, before: string): string | null {
  const [, words = "", name] = anotherName.exec(withoutEnd(question)) ?? [];
  if (name === undefined) return null;
  const role = roleOf(words);
  const names = namesIn(before);
  const alike = names.filter((one) => one.role === role);
  const replaced = alike.at(-1) ?? (role === "" && names.length === 1 ? names[0] : undefined);
  if (replaced === undefined) return null;
  const end = replaced.start + replaced.name.length;
  return before.slice(0, replaced.start) + name + before.slice(end);
}

/** Whom or what a question is about: its names, else its noun; empty where neither is told by its form. */
function subjectOf(question: string): string {
  const [, thing] = thingFirst.exec(question) ?? [];
  const names = namesIn(question).map(({ phrase }) => phrase);
  if (names.length > 0) return [...new Set([thing, ...names])].filter(Boolean).join(" ");
  for (const form of subjectForms) {
    const [, noun] = form.exec(question) ?? [];
    if (noun !== undefined && !measures.has(findWantedKind(`quel ${noun}`))) return noun;
  }
  return "";
}

function withoutEnd(question: string): string {
  return question.replace(/[\s?!.]+$/u, "");
}

/** What was asked last and first: completed questions have the newest in front, the one they began with at the end. */
function askedBefore(before: string): { readonly last: string; readonly first: string | null } {
  const [last = "", ...others] = before.slice(0, longestTopic).split(/(?<=\?) +/u);
  return { last, first: others.at(-1) ?? null };
}

/** A question word's capital in the middle would be a name's. */
function asContinued(question: string): string {
  const [first = ""] = question.split(" ", 1);
  return onlyAsks(first) ? first.toLowerCase() + question.slice(first.length) : question;
}

/** Completes "quand ?", "et à Paris ?", "où est-elle née ?" with the last question; others stay as they are. */
export function resolveFollowUp(question: string, previous: Topic | undefined): ResolvedQuestion {
  const wanted = findWantedKind(question);
  const alone = { text: question, wanted, topic: question, own: null };
  const before = previous?.question.trim() ?? "";
  if (before === "") return alone;
  const folded = withoutEnd(foldText(question)).trim();
  const terms = questionTerms(question);
  const named = terms.some(({ marked }) => marked);
  const pointsBack = !named && terms.length <= mostTerms && pronoun.test(folded);
  const mostContinued = wanted === null ? mostTerms + 1 : mostTerms;
  const goesOn = continues.test(folded) && terms.length <= mostContinued;
  const bare = !named && isBare.test(folded);
  if (terms.length > 0 && !pointsBack && !goesOn && !bare) return alone;

  const another = withAnotherName(question, before);
  if (another !== null) return { text: another, wanted: null, topic: another, own: question };
  // What is said of somebody may be told in other words; "quelle heure" and "combien de temps" name but a kind.
  const namesKind = bare && wanted !== "number";
  const isOfSomebody = pronoun.test(folded) && !impersonal.test(folded);
  const own = namesKind || isOfSomebody ? null : question;
  const saysWhat = terms.length > 0 && !bare && (pronoun.test(folded) || wanted !== null);
  const { last, first } = askedBefore(before);
  const whom = subjectOf(first ?? last);
  const [, thing] =
    named || sameOfAnother.test(folded) ? [] : (anotherThing.exec(withoutEnd(question)) ?? []);
  if (thing !== undefined) {
    const text = whom === "" ? thing : `${thing}, ${whom}`;
    return { text, wanted: findWantedKind(`quel est ${thing}`), topic: text, own: thing };
  }
  if (saysWhat && whom !== "" && !impersonal.test(folded)) {
    const text = `${whom}, ${asContinued(question)}`;
    return { text, wanted, topic: text, own };
  }
  const context = first === null ? last : saysWhat ? first : `${last} ${first}`;
  const text =
    wanted === null
      ? `${context} ${question}`
      : `${withoutEnd(question)} ? ${asContinued(context)}`;
  const isElliptic = terms.length === 0 || (wanted === null && !named);
  return { text, wanted, topic: isElliptic ? before : text, own };
}
