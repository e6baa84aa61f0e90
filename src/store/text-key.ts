/**
 * Names a text under an encoder in 16 bytes, and finds records by such names: half of a SHA-256, so that two
 * texts never share a name. The table holds 4 bytes of a name and a number; whoever asks compares the rest.
 */
import { createHash } from "node:crypto";

export const keyBytes = 16;

export function textKey(embedderFingerprint: string, text: string): Uint8Array {
  const hash = createHash("sha256").update(embedderFingerprint).update("\0").update(text);
  return hash.digest().subarray(0, keyBytes);
}

export interface KeyTable {
  /** A later number under the same key replaces the earlier one. */
  set(key: Uint8Array, number: number): void;
  /** The number, or -1. */
  get(key: Uint8Array): number;
}

/** Open addressing over two columns of numbers: 16 bytes a key at most, for millions of them. */
export function createKeyTable(): KeyTable {
  let prefixes = new BigUint64Array(1024);
  let numbers = new Uint32Array(1024);
  let size = 0;
  const place = (prefix: bigint): number => {
    let slot = Number(prefix & 0x7fffffffn) & (numbers.length - 1);
    while (numbers[slot] !== 0 && prefixes[slot] !== prefix)
      slot = (slot + 1) & (numbers.length - 1);
    return slot;
  };
  const grow = (): void => {
    const [oldPrefixes, oldNumbers] = [prefixes, numbers];
    prefixes = new BigUint64Array(oldPrefixes.length * 2);
    numbers = new Uint32Array(oldNumbers.length * 2);
    oldNumbers.forEach((number, slot) => {
      if (number === 0) return;
      const moved = place(oldPrefixes[slot] ?? 0n);
      prefixes[moved] = oldPrefixes[slot] ?? 0n;
      numbers[moved] = number;
    });
  };
  return {
    set(key, number) {
      if (2 * size >= numbers.length) grow();
      const prefix = prefixOf(key);
      const slot = place(prefix);
      if (numbers[slot] === 0) size++;
      prefixes[slot] = prefix;
      numbers[slot] = number + 1;
    },
    get: (key) => (numbers[place(prefixOf(key))] ?? 0) - 1,
  };
}

function prefixOf(key: Uint8Array): bigint {
  return Buffer.from(key.buffer, key.byteOffset, 8).readBigUInt64LE();
}
