/**
 * The names in a sentence, by their capitals alone: "Maryanne Trump Barry", "Loire-Atlantique", "BFMTV". Pure.
 */
import { foldText } from "../terms/fold-text.ts";

const capitalized =
  /(?<![\p{L}\p{N}])\p{Lu}[\p{L}\p{N}’'-]+(?: (?:d[eu] |des |la |von |van |al-|el-|ben |Ben )?\p{Lu}[\p{L}\p{N}’'-]+)*/gu;
const elided = /^(?:[LDCJMNST]|Qu|Jusqu|Lorsqu|Puisqu)[’'](?=\p{L})/u;
/** What may stand before the first word of a sentence; the point of "M. Lavrov" ends none. */
const sentenceStart = /(?:^|(?<!\b(?:M|MM|Dr|Pr|\p{Lu}))[.!?…:] |\n)[\s"«“”»(–—-]*$/u;
const acronym = /^\p{Lu}[\p{Lu}\p{N}-]+$/u;

/** Words that a sentence may begin with before a name: "Selon Le Figaro", "Mais Paris". Folded. */
const openers = new Set(
  "le la les un une des ce cet cette ces il elle ils elles on je nous vous en dans a au aux de du d par pour sur sous selon mais et ou or car donc ni si avec sans depuis apres avant pendant entre vers chez contre malgre comme quand lorsque alors ainsi aussi puis enfin son sa ses leur leurs mon ma mes notre nos votre vos m mme mlle mm dr pr qui que quoi dont y ne pas plus tout tous toute toutes autre autres chaque certains certaines plusieurs deux trois premier premiere cela celui celle ceux c l the an in at for from with but and after before when while as it its he she his her they their we i this that there of by".split(
    " ",
  ),
);

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
