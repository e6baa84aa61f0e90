/**
 * Text in any script -> lower-case text without accents, in Latin letters where the script is
 * Cyrillic. Two spellings that a reader takes for the same fold to the same string. Offsets are not kept.
 */

const letters: Readonly<Record<string, string>> = {
  œ: "oe",
  æ: "ae",
  ß: "ss",
  ø: "o",
  ł: "l",
  đ: "d",
  ð: "d",
  þ: "th",
  ı: "i",
  ə: "e",
};

/** Scientific-press transliteration, accents already gone (й has become и, ё е). */
const cyrillic: Readonly<Record<string, string>> = {
  а: "a",
  б: "b",
  в: "v",
  г: "g",
  ґ: "g",
  д: "d",
  е: "e",
  є: "ie",
  ж: "zh",
  з: "z",
  и: "i",
  і: "i",
  ї: "i",
  ј: "i",
  к: "k",
  л: "l",
  љ: "l",
  м: "m",
  н: "n",
  њ: "n",
  о: "o",
  п: "p",
  р: "r",
  с: "s",
  т: "t",
  ћ: "c",
  ђ: "dj",
  у: "u",
  ф: "f",
  х: "kh",
  ц: "ts",
  ч: "tch",
  џ: "dj",
  ш: "sh",
  щ: "sh",
  ъ: "",
  ы: "i",
  ь: "",
  э: "e",
  ю: "iu",
  я: "ia",
};

const outsideAscii = /[^\0-\x7f]/u;
const mark = /\p{M}/gu;
const mapped = /[œæßøłđðþıə\u0400-\u04ff]/gu;

/** Lower case, no accents, ligatures spelt out, one kind of apostrophe, Cyrillic in Latin letters. */
export function foldText(text: string): string {
  if (!outsideAscii.test(text)) return text.toLowerCase();
  return text
    .normalize("NFKC")
    .replace(/[’‘ʼʹ′`´]/gu, "'")
    .toLowerCase()
    .normalize("NFD")
    .replace(mark, "")
    .replace(mapped, (letter) => letters[letter] ?? cyrillic[letter] ?? letter);
}
