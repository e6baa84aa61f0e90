/**
 * Reply -> messages: a first line that answers as far as the text allows, then numbered quotations with
 * their sources. Adds no fact of its own; where room is short it shows less and says so.
 */
import type { Answer, Citation, Language, Reply } from "../answer/answer.ts";
import type { Article } from "../clean/article.ts";
import type { ArticleId } from "../corpus/raw-article.ts";
import type { ArticleSummary } from "../store/store.ts";
import { answerHead } from "./answer-head.ts";
import { isProof } from "./encounter-words.ts";
import { citationLink } from "./citation-buttons.ts";
import { FormattedString } from "./formatted-text.ts";
import { markChars, renderQuotation } from "./quotation.ts";
import type { RenderedPage, RenderedReply } from "./rendered-reply.ts";
import { createPage, maxMessageChars } from "./rendered-page.ts";
import { replyButtons } from "./reply-buttons.ts";
import { alsoInLine, sourceLine } from "./source-line.ts";
import { safeUrl } from "./text-fragment.ts";
import { textsOf } from "./texts/texts-of.ts";

export interface RenderOptions {
  /** @default the answer's language */
  readonly lang?: Language;
  /** Titles and outlets for "aussi dans …"; without them other articles are only counted. */
  readonly articles?: ReadonlyMap<ArticleId, ArticleSummary>;
  /** Cited articles, so that links can be made unmistakable within the whole text. */
  readonly texts?: ReadonlyMap<ArticleId, Article>;
  /** Whether 👍 and 👎 are offered. @default false */
  readonly feedback?: boolean;
  /** False where nothing can be pressed (a terminal): links are then written out. @default true */
  readonly interactive?: boolean;
  /** Where people reach the page; null: nowhere. @default null */
  readonly publicUrl?: string | null;
}

/** `options` with the defaults filled in. */
export type RenderSettings = Required<Omit<RenderOptions, "articles" | "texts">> &
  Pick<RenderOptions, "articles" | "texts">;

/** Passages on each further page. */
const passagesPerPage = 3;
/** A quotation is never reduced below this; fewer passages are shown instead. */
const minQuotedChars = 320;
/** Kept free for the lines between and below the quotations. */
const noteChars = 130;
/** Between blocks, and between a quotation and its source. */
const blankLineChars = 3;
/** Longer addresses are behind buttons and linked titles only. */
const maxWrittenUrlChars = 500;

/** Answer -> words. The words on a terminal are `pages[0].text`, with `interactive: false`. */
export function renderReply(reply: Reply, options: RenderOptions = {}): RenderedReply {
  const settings: RenderSettings = {
    lang: reply.answer.lang,
    feedback: false,
    interactive: true,
    publicUrl: null,
    ...options,
  };
  const groups = [shownCitations(reply.answer), ...groupsOf(furtherCitations(reply))];
  const [first, ...rest] = groups.map((citations, page) =>
    renderPage(reply, citations, { page, of: groups.length }, settings),
  );
  return { pages: first === undefined ? [createPage([])] : [first, ...rest] };
}

/** A further passage by itself, under words that do not take it for the answer. */
export function renderFurtherPassage(citation: Citation, lang: Language): RenderedPage {
  const settings = { lang, feedback: false, interactive: true, publicUrl: null };
  const head = textsOf(lang).answer.otherPassages;
  const room = maxMessageChars - head.length - noteChars;
  return createPage([head, ...quotationBlocks([citation], false, room, settings)]);
}

/** The citations that the answer itself shows. */
function shownCitations(answer: Answer): readonly Citation[] {
  return answer.confidence === "none" && answer.kind === "no-answer" ? [] : answer.citations;
}

function furtherCitations({ answer, others }: Reply): readonly Citation[] {
  if (answer.confidence === "none" || answer.kind === "source") return [];
  return others.map((citation, i) => ({ ...citation, n: answer.citations.length + i + 1 }));
}

function groupsOf(citations: readonly Citation[]): (readonly Citation[])[] {
  const count = Math.ceil(citations.length / passagesPerPage);
  return Array.from({ length: count }, (_, i) =>
    citations.slice(i * passagesPerPage, (i + 1) * passagesPerPage),
  );
}

function renderPage(
  reply: Reply,
  citations: readonly Citation[],
  position: { readonly page: number; readonly of: number },
  settings: RenderSettings,
): RenderedPage {
  const head =
    position.page === 0
      ? answerHead(reply.answer, settings.lang)
      : textsOf(settings.lang).answer.otherPassages;
  const isNumbered = citations.length > 1 || position.page > 0;
  const room = maxMessageChars - head.length - noteChars;
  const body =
    reply.answer.kind === "source"
      ? sourceBlocks(citations, isNumbered, room, settings)
      : quotationBlocks(citations, isNumbered, room, settings);
  const shown = citations.slice(0, body.length);
  const dropped = citations.length - shown.length;
  const note = dropped > 0 ? [textsOf(settings.lang).answer.fewerPassages(dropped)] : [];
  const buttons = settings.interactive ? replyButtons(reply, shown, position, settings) : [];
  const proofs = position.page === 0 ? countProofs(reply.answer, shown) : 0;
  const split =
    proofs > 0 && proofs < body.length ? [textsOf(settings.lang).answer.toComplete] : [];
  const blocks = [...body.slice(0, proofs), ...split, ...body.slice(proofs)];
  return createPage([head, ...blocks, ...note], buttons);
}

/** How many quotations prove the encounters told above them; 0 where they do not come first. */
function countProofs(answer: Answer, shown: readonly Citation[]): number {
  if (answer.kind !== "encounters") return 0;
  const areProofs = shown.map((citation) => isProof(citation, answer.encounters));
  const count = areProofs.filter(Boolean).length;
  return areProofs.lastIndexOf(true) === count - 1 ? count : 0;
}

/** As many of the citations as fit into `room`, each as long as possible; one at least. */
function quotationBlocks(
  citations: readonly Citation[],
  isNumbered: boolean,
  room: number,
  settings: RenderSettings,
): FormattedString[] {
  const shortened = textsOf(settings.lang).answer.shortened(settings.interactive);
  const marks = markChars + shortened.length + 1;
  for (let count = citations.length; count > 0; count -= 1) {
    const shown = citations.slice(0, count);
    const frames = shown.map((one) => quotationFrame(one, isNumbered, settings).text.length);
    const left =
      room - count * (marks + blankLineChars) - frames.reduce((sum, length) => sum + length, 0);
    const cap = fairShare(
      shown.map(({ passage }) => passage.length),
      left,
    );
    if (cap >= minQuotedChars || count === 1) {
      return shown.map((one) => quotationBlock(one, isNumbered, Math.max(cap, 1), settings));
    }
  }
  return [];
}

/** The largest cap under which lengths, each cut to it, add up to at most `total`. */
function fairShare(lengths: readonly number[], total: number): number {
  const ascending = lengths.toSorted((a, b) => a - b);
  let left = total;
  for (const [i, length] of ascending.entries()) {
    const share = Math.floor(left / (ascending.length - i));
    if (length > share) return share;
    left -= length;
  }
  return Infinity;
}

function quotationBlock(
  citation: Citation,
  isNumbered: boolean,
  maxChars: number,
  settings: RenderSettings,
): FormattedString {
  const quotation = renderQuotation(citation, maxChars);
  const frame = quotationFrame(citation, isNumbered, settings);
  const note = quotation.isShortened
    ? [textsOf(settings.lang).answer.shortened(settings.interactive)]
    : [];
  return FormattedString.join([quotation.text, frame, ...note], "\n");
}

/** Everything of a block but the quotation; its length, with the marks, is what the quotation must leave. */
function quotationFrame(
  citation: Citation,
  isNumbered: boolean,
  settings: RenderSettings,
): FormattedString {
  const { lang, articles, texts, interactive } = settings;
  const link = citationLink(citation, texts?.get(citation.articleId)?.text);
  const also = alsoInLine(citation, lang, articles);
  const address = interactive ? null : writtenUrl(citation.url);
  return FormattedString.join(
    [
      FormattedString.join([
        isNumbered ? `[${citation.n}] ` : "",
        sourceLine(citation, lang, link),
      ]),
      ...(also === null ? [] : [also]),
      ...(address === null ? [] : [`${textsOf(lang).answer.addressLabel} ${address}`]),
    ],
    "\n",
  );
}

function sourceBlocks(
  citations: readonly Citation[],
  isNumbered: boolean,
  room: number,
  settings: RenderSettings,
): FormattedString[] {
  const blocks: FormattedString[] = [];
  let left = room;
  for (const citation of citations) {
    const block = sourceBlock(citation, isNumbered, settings);
    left -= block.text.length + blankLineChars;
    if (left < 0) break;
    blocks.push(block);
  }
  return blocks;
}

function sourceBlock(
  citation: Citation,
  isNumbered: boolean,
  { lang }: RenderSettings,
): FormattedString {
  const line = sourceLine(citation, lang, safeUrl(citation.url));
  const address = writtenUrl(citation.url);
  const known = safeUrl(citation.url) !== null;
  return FormattedString.join([
    isNumbered ? `[${citation.n}] ` : "",
    line,
    ...(address === null ? [] : [`\n${address}`]),
    ...(known ? [] : [`\n${textsOf(lang).answer.noAddress}`]),
  ]);
}

function writtenUrl(url: string | null): string | null {
  const safe = safeUrl(url);
  return safe !== null && safe.length <= maxWrittenUrlChars ? safe : null;
}
