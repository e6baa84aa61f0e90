/** How far two words are apart in letters put in, left out or replaced (Levenshtein). */
export { distance as editDistance } from "fastest-levenshtein";
