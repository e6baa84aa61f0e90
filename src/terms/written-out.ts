/**
 * "ki c ki a gagné" -> "qui c'est qui a gagné": the function words of French as they are typed on a phone, written
 * out, so that whoever reads the question knows them. A closed class: content words stay as they are.
 */
import { withoutShouting } from "./without-shouting.ts";

/** Each stands alone, in small letters: "Ki-moon" and "Kan" are people. */
const phoneWords: readonly (readonly [string, string])[] = [
  ["pk|pq|pkoi|pourkoi", "pourquoi"],
  ["cb|cmb|kombien", "combien"],
  ["qd|kan|kand", "quand"],
  ["koman|cmt", "comment"],
  ["keski", "qu'est-ce qui"],
  ["keske|keskon", "qu'est-ce que"],
  ["ki", "qui"],
  ["kil", "qu'il"],
  ["koi", "quoi"],
  ["ke", "que"],
  ["kel", "quel"],
  ["kelle", "quelle"],
  ["kels", "quels"],
  ["kelles", "quelles"],
  ["ds", "dans"],
  ["pr", "pour"],
  ["avc", "avec"],
  ["tps", "temps"],
  ["bcp", "beaucoup"],
  ["rdv", "rendez-vous"],
  ["(?:il )?y ?a(?= (?:un|une|des|eu|combien|pas|d['’]))", "il y a"],
];

const questionWord = "(?:quoi|qui|o[uù]|quand|combien|comment|pourquoi|quel(?:le)?s?)";
/** "c qui", "kan c la course", "c gratuit": no vitamin, which follows its noun. */
const phrases: readonly (readonly [string, string])[] = [
  [`c(?: ?est)?(?= ${questionWord}(?![\\p{L}-]))`, "c'est"],
  [`(?<=(?:^|${questionWord} ))c(?= \\p{L})`, "c'est"],
  ["qu[ '’]?est[- ]ce(?= qu)", "qu'est-ce"],
  ["est ce(?= qu)", "est-ce"],
];

const rules = [...phoneWords, ...phrases].map(([short, long]) => ({
  form: new RegExp(`(?<![\\p{L}\\p{N}'’-])(?:${short})(?![\\p{L}\\p{N}'’-])`, "gu"),
  long,
}));

const opening = /^\p{Lu}(?=\p{Ll}{0,3}(?![\p{L}'’-]))/u;

/** The question with such words written out; one in capitals alone is read in small letters. */
export function writtenOut(question: string): string {
  const quiet = withoutShouting(question);
  const opened = quiet.replace(opening, (letter) => letter.toLowerCase());
  const written = rules.reduce((text, { form, long }) => text.replace(form, long), opened);
  return written === opened ? quiet : written;
}
