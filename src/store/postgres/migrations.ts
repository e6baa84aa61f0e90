/**
 * The schema, as numbered steps from an empty database. A step that has been released is never changed; what has to
 * be different comes as a further step. `$schema` stands for the schema's name.
 */

export interface Migration {
  readonly version: number;
  readonly name: string;
  readonly statements: readonly string[];
}

/**
 * Readers hold on to one generation. What a generation shows is decided by `length_blocks` (which rows live, and how
 * long their passages are) and by `added_in` and `removed_in` of articles and encounters; rows, vectors and postings
 * of other generations may lie beside them unseen.
 */
const first: Migration = {
  version: 1,
  name: "articles, passages, postings, encounters",
  statements: [
    `create table $schema.index_state (
      only_one boolean primary key default true check (only_one),
      published int,
      last_generation int not null default 0,
      next_row int not null default 0,
      writer text,
      writer_until timestamptz
    )`,
    `insert into $schema.index_state default values`,
    `create table $schema.generations (
      generation int primary key,
      published_at timestamptz not null default clock_timestamp(),
      embedder_fingerprint text not null,
      dimensions int not null,
      articles int not null,
      passages int not null,
      sentences int not null,
      encounters int not null,
      passage_sums bytea not null,
      sentence_sums bytea not null
    )`,
    `create table $schema.articles (
      number bigint generated always as identity primary key,
      article_id text not null,
      content_hash text not null,
      summary json not null,
      document json not null,
      first_row int not null,
      passages int not null,
      added_in int not null,
      removed_in int
    )`,
    `create index articles_by_id on $schema.articles (article_id)`,
    `create index articles_removed on $schema.articles (removed_in) where removed_in is not null`,
    `create index articles_added on $schema.articles (added_in)`,
    // `vector` is searched, `records` holds the passage's vector and its sentences' as the files store writes them.
    `create table $schema.passages (
      row int primary key,
      passage json not null,
      records bytea not null,
      keys bytea[] not null,
      dimensions int not null,
      vector halfvec not null
    )`,
    `alter table $schema.passages alter column records set storage external`,
    `create index passages_by_text on $schema.passages using gin (keys)`,
    `create table $schema.length_blocks (
      block int not null,
      added_in int not null,
      lengths bytea not null,
      primary key (block, added_in)
    )`,
    `create table $schema.posting_blocks (
      term text collate "C" not null,
      block int not null,
      postings bytea not null,
      primary key (term, block)
    )`,
    // Lists only grow at their end: kept uncompressed, growing one costs a copy.
    `alter table $schema.posting_blocks alter column postings set storage external`,
    `create table $schema.found_encounters (
      article bigint not null references $schema.articles on delete cascade,
      ordinal int not null,
      record json not null,
      primary key (article, ordinal)
    )`,
    `create table $schema.linked_encounters (
      article_id text not null,
      ordinal int not null,
      record json not null,
      added_in int not null,
      removed_in int,
      primary key (article_id, ordinal, added_in)
    )`,
    `create table $schema.remembered_vectors (
      key bytea primary key,
      record bytea not null
    )`,
  ],
};

const second: Migration = {
  version: 2,
  name: "handled updates, consent and feedback",
  statements: [
    `create table $schema.bot_processes (
      process text primary key,
      alive_until timestamptz not null
    )`,
    `create table $schema.handled_updates (
      bot text not null,
      update_id bigint not null,
      process text not null,
      attempts int not null default 1,
      done boolean not null default false,
      touched_at timestamptz not null default clock_timestamp(),
      primary key (bot, update_id)
    )`,
    `create index handled_updates_by_time on $schema.handled_updates (touched_at)`,
    `create table $schema.feedback (
      number bigint generated always as identity primary key,
      person bytea not null,
      kind text not null check (kind in ('consent', 'entry')),
      record bytea not null
    )`,
    `create index feedback_by_person on $schema.feedback (person)`,
  ],
};

const third: Migration = {
  version: 3,
  name: "answers that people are taken to have seen",
  statements: [
    `alter table $schema.handled_updates add column seen boolean not null default false`,
  ],
};

/** In order. */
export const migrations: readonly Migration[] = [first, second, third];
