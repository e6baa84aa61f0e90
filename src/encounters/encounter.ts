import type { Span } from "../clean/article.ts";
import type { ArticleId } from "../corpus/raw-article.ts";

/** Identity of a person across articles, made from the fullest known name, folded (`serguei-lavrov`). */
export type PersonId = string & { readonly brand: "PersonId" };

export type EncounterMode = "in-person" | "phone" | "video" | "unknown";

export type EncounterStatus =
  "held" | "planned" | "cancelled" | "denied" | "hypothetical" | "called-for";

export interface Participant {
  readonly id: PersonId;
  /** The fullest name known in the corpus, as the press writes it: "Sergueï Lavrov". */
  readonly name: string;
}

/** A date as the text states it, and as ISO 8601 (`2017-06-20`, `2017-06`, `2017`) where text and publication date allow it. */
export interface StatedDate {
  readonly text: string;
  readonly iso: string | null;
}

/** Who met whom: one meeting or talk as one article tells it, with the sentence that proves it. */
export interface Encounter extends Span {
  readonly id: string;
  /** At least two, unless the text names one side only; order carries no meaning. */
  readonly participants: readonly Participant[];
  readonly mode: EncounterMode;
  readonly status: EncounterStatus;
  readonly place: string | null;
  /** The wider event it took place in: "en marge de la conférence des ministres de l'OSCE". */
  readonly setting: string | null;
  readonly date: StatedDate | null;
  readonly articleId: ArticleId;
  /** `article.text.slice(start, end)`: the sentence that proves it. */
  readonly evidence: string;
  /** Further sentences of the same article about the same encounter. */
  readonly alsoAt: readonly Span[];
  /** Ids of the records of the same encounter in other articles. */
  readonly sameAs: readonly string[];
}
