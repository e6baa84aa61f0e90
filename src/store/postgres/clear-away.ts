/** Removes what no reader can show any more: generations replaced long ago, and what unfinished updates left. */
import type { Database, RunQuery } from "./database.ts";

/** A reader holds on to a generation for as long at most: its questions have ended and it has reopened long before. */
const keptMinutes = 10;

const timeoutMs = 600_000;

/** Under the writer's lease, before anything of the new generation is written. */
export async function clearAway(database: Database): Promise<void> {
  await database.transaction((query) => clear(query, database.schema), { timeoutMs });
}

async function clear(query: RunQuery, schema: string): Promise<void> {
  const [oldest] = await query<{ oldest: number | null; published: number | null }>(
    `select published, coalesce(
       (select max(generation) from ${schema}.generations
        where published_at < clock_timestamp() - $1 * interval '1 minute'),
       (select min(generation) from ${schema}.generations)) as oldest
     from ${schema}.index_state`,
    [keptMinutes],
  );
  const values = [oldest?.oldest ?? 0, oldest?.published ?? 0];
  const gone = "(removed_in <= $1 or added_in > $2)";
  await query(
    `delete from ${schema}.passages p using ${schema}.articles a
     where ${gone} and p.row >= a.first_row and p.row < a.first_row + a.passages`,
    values,
  );
  await query(`delete from ${schema}.articles where ${gone}`, values);
  await query(`delete from ${schema}.linked_encounters where ${gone}`, values);
  await query(
    `delete from ${schema}.length_blocks old where exists (
       select from ${schema}.length_blocks new
       where new.block = old.block and new.added_in > old.added_in and new.added_in <= $1)`,
    values.slice(0, 1),
  );
  await query(`delete from ${schema}.generations where generation < $1`, values.slice(0, 1));
}
