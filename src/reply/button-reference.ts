/**
 * What a button stands for, as Telegram's callback data: at most 64 bytes, without a word of any
 * question. Articles and people are named by a short hash, so that long ids fit and old buttons can
 * still be understood after a restart.
 */
import { createHash } from "node:crypto";
import type { Language } from "../answer/answer.ts";
import type { Span } from "../clean/article.ts";
import { wellFormed } from "./well-formed.ts";

/** Hash of an id, 12 characters of A-Z a-z 0-9 _ -. */
export type ShortKey = string & { readonly brand: "ShortKey" };

export type PictureKind = "graph" | "timeline";

export type ButtonReference =
  /** Page `page` of the reply that carries the button. */
  | { readonly kind: "page"; readonly page: number }
  /** The paragraphs around a passage; `check` proves that the article still has it. */
  | {
      readonly kind: "context";
      readonly article: ShortKey;
      readonly span: Span;
      readonly check: string;
    }
  /** Sends the stored article. */
  | { readonly kind: "read"; readonly article: ShortKey }
  /** Shows part `part` of the article in the message that carries the button. */
  | { readonly kind: "part"; readonly article: ShortKey; readonly part: number }
  | { readonly kind: "card"; readonly article: ShortKey }
  | { readonly kind: "articles"; readonly page: number }
  | { readonly kind: "judge"; readonly right: boolean }
  | { readonly kind: "consent"; readonly granted: boolean }
  | { readonly kind: "picture"; readonly picture: PictureKind; readonly person: ShortKey | null }
  | { readonly kind: "people"; readonly page: number }
  | { readonly kind: "person"; readonly person: ShortKey }
  | { readonly kind: "language"; readonly lang: Language | null }
  | { readonly kind: "forget" }
  /** A label such as "2/5": nothing happens. */
  | { readonly kind: "nothing" };

export function shortKey(id: string): ShortKey {
  return digest(id, 12) as ShortKey;
}

/** Proves that `passage` is the text a button was made for. */
export function passageCheck(passage: string): string {
  return digest(passage, 4);
}

export function encodeButton(reference: ButtonReference): string {
  switch (reference.kind) {
    case "page":
      return `p:${reference.page}`;
    case "context": {
      const { start, end } = reference.span;
      return `c:${reference.article}:${start}:${end}:${reference.check}`;
    }
    case "read":
      return `r:${reference.article}`;
    case "part":
      return `t:${reference.article}:${reference.part}`;
    case "card":
      return `i:${reference.article}`;
    case "articles":
      return `a:${reference.page}`;
    case "judge":
      return `j:${reference.right ? 1 : 0}`;
    case "consent":
      return `y:${reference.granted ? 1 : 0}`;
    case "picture":
      return `g:${reference.picture === "graph" ? "g" : "t"}:${reference.person ?? ""}`;
    case "people":
      return `w:${reference.page}`;
    case "person":
      return `q:${reference.person}`;
    case "language":
      return `l:${reference.lang ?? ""}`;
    case "forget":
      return "o:";
    case "nothing":
      return "n:";
  }
}

const number = String.raw`(\d{1,9})`;
const key = String.raw`([\w-]{12})`;

const readers: readonly (readonly [RegExp, (parts: readonly string[]) => ButtonReference])[] = [
  [new RegExp(`^p:${number}$`), ([page]) => ({ kind: "page", page: Number(page) })],
  [
    new RegExp(String.raw`^c:${key}:${number}:${number}:([\w-]{4})$`),
    ([article = "", start, end, check = ""]) => ({
      kind: "context",
      article: article as ShortKey,
      span: { start: Number(start), end: Number(end) },
      check,
    }),
  ],
  [new RegExp(`^r:${key}$`), ([article = ""]) => ({ kind: "read", article: article as ShortKey })],
  [
    new RegExp(`^t:${key}:${number}$`),
    ([article = "", part]) => ({
      kind: "part",
      article: article as ShortKey,
      part: Number(part),
    }),
  ],
  [new RegExp(`^i:${key}$`), ([article = ""]) => ({ kind: "card", article: article as ShortKey })],
  [new RegExp(`^a:${number}$`), ([page]) => ({ kind: "articles", page: Number(page) })],
  [/^j:([01])$/, ([right]) => ({ kind: "judge", right: right === "1" })],
  [/^y:([01])$/, ([granted]) => ({ kind: "consent", granted: granted === "1" })],
  [
    new RegExp(`^g:([gt]):${key}?$`),
    ([picture, person]) => ({
      kind: "picture",
      picture: picture === "g" ? "graph" : "timeline",
      person: person ? (person as ShortKey) : null,
    }),
  ],
  [new RegExp(`^w:${number}$`), ([page]) => ({ kind: "people", page: Number(page) })],
  [new RegExp(`^q:${key}$`), ([person = ""]) => ({ kind: "person", person: person as ShortKey })],
  [/^l:(fr|en)?$/, ([lang]) => ({ kind: "language", lang: lang ? (lang as Language) : null })],
  [/^o:$/, () => ({ kind: "forget" })],
  [/^n:$/, () => ({ kind: "nothing" })],
];

/** Null for data this version does not know. */
export function decodeButton(data: string): ButtonReference | null {
  for (const [pattern, read] of readers) {
    const match = pattern.exec(data);
    if (match) return read(match.slice(1));
  }
  return null;
}

function digest(text: string, length: number): string {
  return createHash("sha256").update(wellFormed(text)).digest("base64url").slice(0, length);
}
