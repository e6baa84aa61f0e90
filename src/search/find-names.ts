/**
 * The names in a sentence, by their capitals alone: "Maryanne Trump Barry", "Loire-Atlantique", "BFMTV". Pure.
 */
import { sentenceOpeners } from "../passages/sentence-openers.ts";
import { foldText } from "../terms/fold-text.ts";

const capitalized =
  /(?<![\p{L}\p{N}])\p{Lu}[\p{L}\p{N}’'-]+(?: (?:d[eu] |des |la |von |van |al-|el-|ben |Ben )?\p{Lu}[\p{L}\p{N}’'-]+)*/gu;
const elided = /^(?:[LDCJMNST]|Qu|Jusqu|Lorsqu|Puisqu)[’'](?=\p{L})/u;
/** What may stand before the first word of a sentence; the point of "M. Lavrov" ends none. */
const sentenceStart = /(?:^|(?<!\b(?:M|MM|Dr|Pr|\p{Lu}))[.!?…:] |\n)[\s"«“”»(–—-]*$/u;
const acronym = /^\p{Lu}[\p{Lu}\p{N}-]+$/u;

const englishOpeners =
  "the an in at for from with but and after before when while as it its he she his her they their we i this that there of by";

/** What a sentence may begin with before a name: "Selon Le Figaro", "Mais Paris", "Mme Hidalgo". Folded. */
const openers: ReadonlySet<string> = new Set([
  ...sentenceOpeners,
  ..."d mon ma m mme mlle mm dr pr c l".split(" "),
  ...englishOpeners.split(" "),
]);

/** Found names, as written; a lone capitalised word that begins a sentence is none, unless it is an acronym. */
export function findNames(sentence: string): readonly string[] {
  const names: string[] = [];
  for (const { 0: run, index } of sentence.matchAll(capitalized)) {
    const starts = sentenceStart.test(sentence.slice(Math.max(0, index - 12), index));
    const bare = run.replace(elided, "");
    if (!/^\p{Lu}/u.test(bare)) continue;
    const words = bare.split(" ");
    const cut = starts ? words.findIndex((word) => !openers.has(foldText(word))) : 0;
    if (cut < 0) continue;
    const rest = words.slice(cut);
    const isLone = starts && cut === 0 && bare === run && rest.length === 1;
    if (isLone && !acronym.test(bare)) continue;
    if (!(rest.length === 1 && openers.has(foldText(bare)))) names.push(rest.join(" "));
  }
  return names;
}

/** Whether a name is written in capitals alone, as organisations' and broadcasters' are. */
export function isAcronym(name: string): boolean {
  return acronym.test(name);
}
