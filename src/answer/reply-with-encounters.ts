/**
 * Chosen records -> a reply whose quotations are the sentences that prove them; passages complete a thin one.
 */
import type { Encounter } from "../encounters/encounter.ts";
import { analyzedPassages } from "../search/analyzed-text.ts";
import { articleCatalogue } from "../search/article-catalogue.ts";
import type { SearchResult } from "../search/create-search.ts";
import type { Store, StoredPassage } from "../store/store.ts";
import { foldText } from "../terms/fold-text.ts";
import type { Answer, Citation, Confidence, EncounterQuery, Reply } from "./answer.ts";
import { cite } from "./cite.ts";
import { assess, confidenceLevel } from "./confidence.ts";
import { answerEncounters } from "./encounter-records.ts";
import { mergeDuplicates } from "./merge-duplicates.ts";
import { answerBase, topicOf, type PassageQuery, type Turn } from "./turn.ts";

/** Records whose evidence is looked up; more would only page. */
const mostRecords = 12;

/** The passage that holds the sentence that proves an encounter. */
async function passageOf(store: Store, encounter: Encounter): Promise<StoredPassage | undefined> {
  const passages = await analyzedPassages(store, await store.rowsOf(encounter.articleId));
  return passages
    .map(({ passage }) => passage)
    .find(({ start, end }) => start <= encounter.start && encounter.start < end);
}

async function citeEvidence(
  store: Store,
  records: readonly Encounter[],
): Promise<readonly Citation[]> {
  const catalogue = await articleCatalogue(store);
  const citations = new Map<number, Citation>();
  for (const [i, record] of records.slice(0, mostRecords).entries()) {
    const passage = await passageOf(store, record);
    const entry = catalogue.get(record.articleId);
    if (passage === undefined || entry === undefined || citations.has(passage.row)) continue;
    const { articleId, title, outlet, url, published } = entry.summary;
    const highlight = { start: record.start, end: Math.min(record.end, passage.end) };
    citations.set(passage.row, {
      ...{ n: 0, articleId, title, outlet, url, published, highlight, alsoIn: [] },
      ...{ passage: passage.text, start: passage.start, end: passage.end, score: -i },
    });
  }
  return [...citations.values()];
}

const folded = new WeakMap<StoredPassage, string>();

/** Whether a passage speaks of everybody that the question names, if only by the last name. */
function namesAll({ person, other }: EncounterQuery, passage: StoredPassage): boolean {
  const text = folded.get(passage) ?? foldText(passage.text);
  folded.set(passage, text);
  return [person, other].every((asked) => {
    const lastName = asked === null ? "" : (foldText(asked.name).split(" ").at(-1) ?? "");
    return text.includes(lastName);
  });
}

/** Evidence first, then what search found about the same people; numbered, scores descending from 1. */
function complete(
  query: EncounterQuery,
  evidence: readonly Citation[],
  found: SearchResult | null,
): readonly Citation[] {
  const shown = new Set(evidence.map(({ articleId, start }) => `${articleId} ${start}`));
  const rest =
    found === null
      ? []
      : mergeDuplicates(found.ranked)
          .filter(
            ({ passage }) =>
              !shown.has(`${passage.articleId} ${passage.start}`) && namesAll(query, passage),
          )
          .map((one, i) => cite(one, i, found.question));
  return [...evidence, ...rest].map((citation, i) => ({
    ...citation,
    n: i + 1,
    score: 1 / (i + 1),
  }));
}

/** Records that state what was asked for come first: a place for "where", a date for "when". */
function states({ wants }: EncounterQuery, record: Encounter): boolean {
  if (wants === "where") return record.place !== null;
  return wants !== "when" || record.date !== null;
}

/**
 * Records by what they state, then by how well the question fits their evidence: it may describe the
 * other side ("son homologue turc") where its name would have chosen.
 */
function orderRecords(
  query: EncounterQuery,
  records: readonly Encounter[],
  found: SearchResult,
): readonly Encounter[] {
  const fit = (record: Encounter) => {
    const at = found.ranked.findIndex(
      ({ passage }) =>
        passage.articleId === record.articleId &&
        passage.start <= record.start &&
        record.start < passage.end,
    );
    return at < 0 ? found.ranked.length : at;
  };
  return records
    .map((record) => ({ record, unstated: states(query, record) ? 0 : 1, fit: fit(record) }))
    .sort((a, b) => a.unstated - b.unstated || a.fit - b.fit)
    .map(({ record }) => record);
}

function confidenceIn(query: EncounterQuery, records: readonly Encounter[]): Confidence {
  const [first] = records;
  return first !== undefined && states(query, first) ? "high" : "low";
}

/** Whom and where a question is about, so that "de quoi ont-ils parlé ?" can lean on it; null when it names nobody. */
function topicText({ person, other, place }: EncounterQuery): string | null {
  if (person === null) return null;
  const where = place === null ? "" : ` à ${place}`;
  return other === null
    ? `qui a rencontré ${person.name}${where} ?`
    : `${person.name} a rencontré ${other.name}${where} ?`;
}

/**
 * Answers a question about encounters from the records, their evidence quoted; passages complete a
 * thin answer. Null when the records know nothing near: an ordinary question then, unless it wants a yes or no.
 */
export async function replyWithEncounters(
  turn: Turn,
  asked: PassageQuery,
  {
    query,
    encounters,
  }: { readonly query: EncounterQuery; readonly encounters: readonly Encounter[] },
): Promise<Reply | null> {
  const { records, verdict, nearest } = answerEncounters(query, encounters);
  const isSilent = records.length === 0 && nearest.length === 0;
  if (isSilent && query.wants !== "whether") return null;
  // Who was met answers neither who was not nor who may be yet.
  const isOther = ["not-held", "cancelled", "open"].includes(query.status ?? "");
  if (records.length === 0 && isOther) return null;
  const found = await turn.search(asked.text, asked.options);
  const level = confidenceLevel(assess(found));
  // Asked for a noun that no record has a slot for ("dans quel hôtel ?"), or stated in the text alone.
  if (found.question.focus !== null) return null;
  if (records.length === 0 && query.wants !== "whether" && level === "high") return null;
  // Asked for plans, the nearest are ordered by how open they are.
  const ordered =
    records.length === 0 && query.status !== null
      ? nearest
      : orderRecords(query, records.length > 0 ? records : nearest, found);
  const evidence = await citeEvidence(turn.store, ordered);
  const citations = complete(query, evidence, level === "none" ? null : found);
  const confidence = confidenceIn(query, records.length > 0 ? ordered : []);
  // A record that states what was asked for needs nothing beside its proof.
  const shown = confidence === "high" ? Math.min(turn.k, evidence.length) : turn.k;
  const shared = {
    ...answerBase(turn, found.embedMs),
    verdict,
    citations: citations.slice(0, shown),
    query,
  };
  const answer: Answer =
    records.length > 0
      ? {
          ...shared,
          kind: "encounters",
          confidence,
          encounters: ordered,
        }
      : {
          ...shared,
          kind: "no-answer",
          reason: "not-stated",
          confidence: citations.length > 0 ? "low" : "none",
          encounters: ordered,
        };
  const topic = { ...topicOf(topicText(query) ?? asked.topic, answer), query };
  return { answer, others: citations.slice(shown), topic };
}
