/**
 * Which rows a generation shows, and how long their passages are: blocks of 65,536 lengths. Rows are numbered once and for ever, so a change touches only the blocks it happens in; for scoring, the
 * rows that are there are numbered anew without gaps.
 */
import { IndexError } from "../../errors.ts";
import type { Row } from "../store.ts";
import type { RunQuery } from "./database.ts";

export const rowsPerBlock = 65_536;

/** Per row of the block one more than its length in sixteenths of a term, 0 where there is no passage. */
export type LengthBlock = Uint32Array;

export interface LiveRows {
  /** Row per dense number, ascending. */
  readonly rows: Int32Array;
  /** Lengths per dense number. */
  readonly lengths: Uint32Array;
  /** The dense number of a row, or -1. */
  dense(row: number): number;
}

/** The blocks of a generation by number. */
export async function readLengthBlocks(
  query: RunQuery,
  schema: string,
  generation: number,
): Promise<Map<number, LengthBlock>> {
  const found = await query<{ block: number; lengths: Buffer }>(
    `select distinct on (block) block, lengths from ${schema}.length_blocks
     where added_in <= $1 order by block, added_in desc`,
    [generation],
  );
  return new Map(found.map(({ block, lengths }) => [block, decodeLengths(lengths)]));
}

export function createLiveRows(blocks: ReadonlyMap<number, LengthBlock>): LiveRows {
  const numbers = [...blocks.keys()].sort((a, b) => a - b);
  const count = numbers.reduce((sum, number) => sum + countLive(blocks.get(number)), 0);
  const rows = new Int32Array(count);
  const lengths = new Uint32Array(count);
  const denseNumbers = new Map<number, Int32Array>();
  let next = 0;
  for (const number of numbers) {
    const block = blocks.get(number) ?? new Uint32Array();
    const dense = new Int32Array(rowsPerBlock).fill(-1);
    for (let i = 0; i < block.length; i++) {
      const stored = block[i] ?? 0;
      if (stored === 0) continue;
      rows[next] = number * rowsPerBlock + i;
      lengths[next] = stored - 1;
      dense[i] = next++;
    }
    denseNumbers.set(number, dense);
  }
  return {
    rows,
    lengths,
    dense: (row) => denseNumbers.get(Math.floor(row / rowsPerBlock))?.[row % rowsPerBlock] ?? -1,
  };
}

/** @throws {RangeError} for a row that this generation does not show */
export function checkRow(live: LiveRows, row: Row): Row {
  if (!Number.isInteger(row) || live.dense(row) === -1)
    throw new RangeError(`Row ${row} is not in this index of ${live.rows.length} passages`);
  return row;
}

/** Without what is empty at the end: a small index has small blocks. */
export function encodeLengths(block: LengthBlock): Uint8Array {
  const used = block.findLastIndex((stored) => stored !== 0) + 1;
  const bytes = Buffer.alloc(used * 4);
  for (let i = 0; i < used; i++) bytes.writeUInt32LE(block[i] ?? 0, i * 4);
  return bytes;
}

function decodeLengths(bytes: Buffer): LengthBlock {
  const used = bytes.length / 4;
  if (!Number.isInteger(used) || used > rowsPerBlock)
    throw new IndexError(
      "",
      "damaged",
      `A block of passage lengths has ${bytes.length} bytes. Run "npm run sourcier -- ingest"`,
    );
  const block = new Uint32Array(rowsPerBlock);
  for (let i = 0; i < used; i++) block[i] = bytes.readUInt32LE(i * 4);
  return block;
}

function countLive(block: LengthBlock | undefined): number {
  return block?.reduce((sum, stored) => sum + (stored === 0 ? 0 : 1), 0) ?? 0;
}
