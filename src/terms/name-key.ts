/**
 * A folded name -> a key that its spellings in the French, English, German and Turkish press and a
 * transliteration from Cyrillic share: Poutine, Putin, Путин; Choïgou, Shoigu, Шойгу.
 * General sound rules, not a list of people. Keys are approximate: they add matches, never remove any.
 */

/** Applied in order; each a spelling of one sound. */
const soundRules: readonly (readonly [RegExp, string])[] = [
  [/tsch|tch/gu, "c"],
  [/sch|sh|ch/gu, "s"],
  [/zh/gu, "j"],
  [/dj/gu, "j"],
  [/kh/gu, "h"],
  [/ph/gu, "f"],
  [/th/gu, "t"],
  [/gh/gu, "g"],
  [/gu(?=[ei])/gu, "g"],
  [/ou|oo/gu, "u"],
  [/w/gu, "v"],
  [/ck|q/gu, "k"],
  [/x/gu, "ks"],
  [/y/gu, "i"],
  [/c(?=[ei])/gu, "s"],
  [/ie(?=[vdl])/gu, "e"],
  [/iu/gu, "u"],
  [/ia/gu, "a"],
  [/(.)\1+/gu, "$1"],
  [/(?<=[^aeiou])e$/u, ""],
];

const shortestKey = 4;

/** The key of a folded name, without the prefix that keeps keys apart from words; null for very short names. */
export function nameKey(folded: string): string | null {
  if (folded.length < shortestKey || /[^a-z]/u.test(folded)) return null;
  let key = folded;
  for (const [spelling, sound] of soundRules) key = key.replace(spelling, sound);
  return key.length < shortestKey ? null : key;
}

/** Case endings of Russian names in Latin letters: Лавровым -> lavrovim -> lavrov. */
const caseEnding = /(?:ami|iami|ogo|omu|om|em|im|oi|ei|akh|u|a|e|i|iu|ia)$/u;

/** The key of a name that may stand in an oblique case, its ending cut off; null when nothing is left. */
export function bareNameKey(folded: string): string | null {
  const bare = folded.replace(caseEnding, "");
  return bare === folded ? null : nameKey(bare);
}
