/*
 * What was dropped from a page in; the day and the address that it states plainly out. A date counts only
 * on a line that says "publié": other dates may be anything.
 */
import { parseDate } from "../corpus/parse-date.ts";
import { parseUrl } from "../corpus/parse-url.ts";
import type { DroppedText } from "./article.ts";
import { foldLine } from "./fold-line.ts";

const STATES_PUBLICATION =
  /^(?:[^.!?:]{1,60}[ ,] ?)?(?:publiee?|postee?|mise? en ligne|date de publication|parue?|published)\b/;
const STATES_ADDRESS =
  /^(?:url|lien (?:permanent|de l'article|vers l'article|canonique)|adresse de l'article|canonical|permalien|permalink) ?:? ?/;

/** Returns the first publication day and the first address of the article stated in `dropped`. */
export function findPublication(dropped: readonly DroppedText[]): {
  readonly published: string | null;
  readonly url: string | null;
} {
  let published: string | null = null;
  let url: string | null = null;
  for (const { text } of dropped) {
    const folded = foldLine(text.slice(0, 2100));
    if (published === null && STATES_PUBLICATION.test(folded)) published = parseDate(text);
    if (url === null && STATES_ADDRESS.test(folded)) {
      url = parseUrl(/https?:\/\/\S+/i.exec(text)?.[0] ?? "");
    }
  }
  return { published, url };
}
