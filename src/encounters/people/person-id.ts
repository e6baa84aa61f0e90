// A person's name -> the id that stands for them across articles.

import type { PersonId } from "../encounter.ts";
import { foldName } from "../tokens.ts";

/** "Sergueï Lavrov" -> "serguei-lavrov": folded, so that accents make no second person. */
export function personId(name: string): PersonId {
  return foldName(name)
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-|-$/g, "") as PersonId;
}
