/**
 * Words too common to tell passages apart, folded. French ones are dropped from passages and
 * questions alike; the words that only ask or connect in other languages are dropped from questions.
 */

function wordSet(...lines: readonly string[]): ReadonlySet<string> {
  return new Set(lines.join(" ").split(" "));
}

/** Function words of French. */
export const frenchStopWords = wordSet(
  "a au aux avec ai aie ait as avaient avais avait avez aviez avions avoir avons ayant ayez ayons aura aurait auraient auront auquel auxquels auxquelles",
  "c ca car ce ceci cela celle celles celui ces cet cette ceux ceux-ci chez ci comme comment combien",
  "d dans de des desquels desquelles depuis donc dont du duquel dos",
  "elle elles en encore entre es est et etaient etais etait etant ete etes etiez etions etre eu eue eues eurent eus eut eux",
  "fait faire faite faites font fit fus furent fut",
  "il ils j je jusque l la laquelle le lequel les lesquels lesquelles leur leurs lors lorsque lui",
  "m ma mais me meme memes mes moi mon n ne ni nos notre nous nul nulle",
  "on ont or ou par parce pas pendant peu plus pour pourquoi plutot puis puisque",
  "qu quand que quel quelle quelles quels qui quoi quoique quelque quelques",
  "s sa sans se selon sera serait seraient seront ses si soi soient sois soit sommes son sont sous suis sur",
  "t ta tandis te tel telle telles tels tes toi ton tous tout toute toutes tres tu un une",
  "va vers voici voila vont vos votre vous y dit alors ainsi aussi afin ailleurs apres avant autre autres bien cependant chaque deja dessous dessus egalement etc hors ici moins notamment peut peuvent parmi quelqu toujours toutefois vis via",
);

/** Words that only ask, politely or not, in French, English, Turkish and transliterated Russian. */
export const askingWords = wordSet(
  "bonjour bonsoir salut merci svp stp plait veuillez pouvez peux pourriez voudrais aimerais savoir sais dis dites dire expliquez connaitre cherche bot question reponse hello",
  "the of and to in on at for from with by about is are was were be been being has have had do does did done will would shall should can could may might must what which who whom whose when where why how many much long that this these those there it its his her their our your my he she they we you i an or not if than then into out up over please tell say said says me him them us any some after before during between both",
  "hakkinda nedir neden nasil nerede nereye kim kimi kimin kimle kiminle hangi kac mi mu ile icin ve bir bu ne zaman soyledi dedi oldu mi",
  "chto kto kogda gde pochemu zachem skolko kak kakoi kakaia kakie o ob v vo na i s so k po iz u za ot do dlia li ne no kem kom kogo komu chem chego tchto potchemu zatchem eto bil bila bili skazal skazala o pro",
);
