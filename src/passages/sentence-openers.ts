/**
 * Words of French grammar that begin sentences and are nobody's name; lower case, without accents. Whoever tells a
 * name from the capital of a beginning adds what may begin there besides: titles, headlines, "Ma", which is a name too.
 * Stop words are others: little words wherever they stand, "été" and "m" among them.
 */
export const sentenceOpeners: ReadonlySet<string> = new Set(
  (
    "a ainsi alors apres au aucun aucune aussi autre autres aux avant avec ca car ce cela celle celui cependant certaines " +
    "certains ces cet cette ceux chaque chez comme contre dans de depuis des deux donc dont du durant elle elles en enfin " +
    "ensuite entre et etait face ici il ils jamais je la le les leur leurs lors lorsque lui mais malgre meme mes ne ni nos " +
    "notre nous on or ou par pas pendant plus plusieurs pour pourquoi pourtant premier premiere pres puis puisque quand " +
    "quant que quel quelle qui quoi sa sans se selon ses seul si son sous sur tous tout toute toutefois toutes tres trois " +
    "trop un une vers voici voila vos votre vous y"
  ).split(" "),
);
