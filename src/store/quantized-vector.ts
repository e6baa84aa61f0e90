/**
 * Vectors of unit length as one 16-bit number per dimension and a scale: half of the space of float32, and cosines
 * right to 0.000002. Eight bits would halve it again, but their error (0.0002) already changes the order of the
 * nearest passages: 987 of 1,000 neighbours kept among 3,000 passages of news, fewer among more.
 * Quantising what was dequantised gives the same numbers again, so vectors may be carried from build to build.
 */
import { IndexError } from "../errors.ts";

export interface QuantizedVector {
  /** Factor that gives `values` unit length. */
  readonly scale: number;
  readonly values: Int16Array;
}

const largestValue = 32_767;
/** Largest departure from unit length that still counts as rounding. */
const lengthTolerance = 1e-3;

/**
 * @throws {IndexError} when a number is not finite, the length is not 1, or the dimension is another one:
 * the graph would accept such a vector and answer nonsense for ever.
 */
export function checkVector(vector: Float32Array, dimensions: number): void {
  if (vector.length !== dimensions)
    throw unusable(`it has ${vector.length} numbers, the index has ${dimensions}`);
  let squares = 0;
  for (const value of vector) squares += value * value;
  if (!Number.isFinite(squares)) throw unusable("it holds numbers that are not finite");
  if (Math.abs(Math.sqrt(squares) - 1) > lengthTolerance)
    throw unusable(`its length is ${Math.sqrt(squares).toFixed(4)}, not 1`);
}

function unusable(found: string): IndexError {
  return new IndexError(
    "",
    "incompatible",
    `A vector from the encoder cannot be used: ${found}. Check the encoder's files`,
  );
}

export function quantizeVector(vector: Float32Array): QuantizedVector {
  let largest = 0;
  for (const value of vector) largest = Math.max(largest, Math.abs(value));
  const values = new Int16Array(vector.length);
  let squares = 0;
  for (let i = 0; i < vector.length; i++) {
    const value = Math.round(((vector[i] ?? 0) / largest) * largestValue);
    values[i] = value;
    squares += value * value;
  }
  return { scale: Math.fround(1 / Math.sqrt(squares)), values };
}

export function dequantizeVector({ scale, values }: QuantizedVector): Float32Array {
  return Float32Array.from(values, (value) => value * scale);
}

/** Bytes of one record: the scale as float32, then two bytes per number, all little-endian. */
export function recordBytes(dimensions: number): number {
  return 4 + 2 * dimensions;
}

export function encodeRecord({ scale, values }: QuantizedVector): Uint8Array {
  const record = Buffer.allocUnsafe(recordBytes(values.length));
  record.writeFloatLE(scale, 0);
  record.set(new Uint8Array(values.buffer, values.byteOffset, values.byteLength), 4);
  return record;
}

/** The `index`-th record of a run of records that starts at an even place. `values` is a view on `bytes`. */
export function decodeRecord(
  bytes: Uint8Array,
  index: number,
  dimensions: number,
): QuantizedVector {
  const start = bytes.byteOffset + index * recordBytes(dimensions);
  return {
    scale: new DataView(bytes.buffer, start, 4).getFloat32(0, true),
    values: new Int16Array(bytes.buffer, start + 4, dimensions),
  };
}

/** Cosine of a question's vector and a stored one: one here, many by `createReadSimilarities`. */
export function similarity(vector: Float32Array, { values, scale }: QuantizedVector): number {
  let sum = 0;
  for (let i = 0; i < vector.length; i++) sum += (vector[i] ?? 0) * (values[i] ?? 0);
  return sum * scale;
}
