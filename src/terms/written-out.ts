/**
 * "ki c ki a gagné" -> "qui c'est qui a gagné": the function words of French as they are typed on a phone, written
 * out, so that whoever reads the question knows them. A closed class: content words stay as they are.
 */
import { withoutShouting } from "./without-shouting.ts";

/** Each stands alone, in small letters: "Ki-moon" and "Kan" are people. */
const phoneWords: Readonly<Record<string, string>> = {
  pourquoi: "pk pq pkoi pourkoi",
  combien: "cb cmb kombien",
  quand: "qd kan kand",
  comment: "koman cmt",
  "qu'est-ce qui": "keski",
  "qu'est-ce que": "keske keskon",
  qui: "ki",
  "qu'il": "kil",
  quoi: "koi",
  que: "ke",
  quel: "kel",
  quelle: "kelle",
  quels: "kels",
  quelles: "kelles",
  dans: "ds",
  pour: "pr",
  avec: "avc",
  temps: "tps",
  beaucoup: "bcp",
  "rendez-vous": "rdv",
};

const longForms: ReadonlyMap<string, string> = new Map(
  Object.entries(phoneWords).flatMap(([long, short]) =>
    short.split(" ").map((one): [string, string] => [one, long]),
  ),
);

const alone = (form: string) =>
  new RegExp(`(?<![\\p{L}\\p{N}'’-])(?:${form})(?![\\p{L}\\p{N}'’-])`, "gu");

const phoneWord = alone([...longForms.keys()].join("|"));

const questionWord = "(?:quoi|qui|o[uù]|quand|combien|comment|pourquoi|quel(?:le)?s?)";
/** "c qui", "kan c la course", "c gratuit": no vitamin, which follows its noun. */
const phrases: readonly (readonly [RegExp, string])[] = [
  [alone("(?:il )?y ?a(?= (?:un|une|des|eu|combien|pas|d['’]))"), "il y a"],
  [alone(`c(?: ?est)?(?= ${questionWord}(?![\\p{L}-]))`), "c'est"],
  [alone(`(?<=(?:^|${questionWord} ))c(?= \\p{L})`), "c'est"],
  [alone("qu[ '’]?est[- ]ce(?= qu)"), "qu'est-ce"],
  [alone("est ce(?= qu)"), "est-ce"],
];

const opening = /^\p{Lu}(?=\p{Ll}{0,3}(?![\p{L}'’-]))/u;

/** The question with such words written out; one in capitals alone is read in small letters. */
export function writtenOut(question: string): string {
  const quiet = withoutShouting(question);
  const opened = quiet.replace(opening, (letter) => letter.toLowerCase());
  const words = opened.replace(phoneWord, (short) => longForms.get(short) ?? short);
  const written = phrases.reduce((text, [form, long]) => text.replace(form, long), words);
  return written === opened ? quiet : written;
}
