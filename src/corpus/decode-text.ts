/*
 * The bytes of a file in, its text out, or the reason why the bytes are no text. The charset is taken
 * from the byte order mark, then from what the document declares, then UTF-8 if it fits, then windows-1252,
 * which is what the web means by latin-1.
 */
import { TextDecoder } from "node:util";

export type DecodedText =
  | { readonly kind: "text"; readonly text: string; readonly charset: string }
  | { readonly kind: "refused"; readonly reason: string };

/** First bytes of files that are never text, whatever their name says. */
const BINARY_SIGNATURES: readonly (readonly [name: string, bytes: readonly number[]])[] = [
  ["a PDF file", [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ["a PNG image", [0x89, 0x50, 0x4e, 0x47]],
  ["a JPEG image", [0xff, 0xd8, 0xff]],
  ["a GIF image", [0x47, 0x49, 0x46, 0x38]],
  ["a ZIP archive (or a .docx, .odt)", [0x50, 0x4b, 0x03, 0x04]],
  ["a gzip archive", [0x1f, 0x8b]],
  ["a program", [0x7f, 0x45, 0x4c, 0x46]],
];

/** Share of control characters above which a file is binary; a text with a stray NUL has far fewer. */
const MAX_CONTROL_SHARE = 0.02;
/** A few stray ones prove nothing in a short text. */
const FEW_CONTROLS = 5;

/**
 * Decodes `bytes`.
 *
 * @param declaredCharset what the document or the server says, if anything (`iso-8859-1`).
 */
export function decodeText(bytes: Uint8Array, declaredCharset: string | null = null): DecodedText {
  const signature = BINARY_SIGNATURES.find(([, magic]) => magic.every((b, i) => bytes[i] === b));
  if (signature !== undefined)
    return { kind: "refused", reason: `it is ${signature[0]}, not text` };
  const charset = charsetOfMark(bytes) ?? charsetOfNulPattern(bytes);
  const decoded =
    charset === null ? decodeUnmarked(bytes, declaredCharset) : decodeAs(bytes, charset, false);
  if (decoded === null || !looksLikeText(decoded.text)) {
    return { kind: "refused", reason: "its bytes are not text in any charset Sourcier knows" };
  }
  return { kind: "text", ...decoded };
}

/** Decodes a text that comes in pieces, whose charset is known. */
export class StreamDecoder {
  readonly #decoder: TextDecoder;

  constructor(charset: string) {
    this.#decoder = new TextDecoder(charset);
  }

  decode(chunk: Uint8Array): string {
    return this.#repaired(this.#decoder.decode(chunk, { stream: true }));
  }

  end(): string {
    return this.#repaired(this.#decoder.decode());
  }

  #repaired(text: string): string {
    return this.#decoder.encoding === "windows-1252" ? repairWestern(text) : text;
  }
}

function charsetOfMark(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return "utf-8";
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  return null;
}

/** UTF-16 without a mark: every other byte of western text is NUL. */
function charsetOfNulPattern(bytes: Uint8Array): string | null {
  const sample = bytes.subarray(0, 1024);
  const nulsAt = [0, 0];
  sample.forEach((byte, i) => {
    if (byte === 0) nulsAt[i % 2] = (nulsAt[i % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = nulsAt;
  const many = sample.length * 0.3;
  if (odd > many && even < many / 10) return "utf-16le";
  if (even > many && odd < many / 10) return "utf-16be";
  return null;
}

function decodeUnmarked(bytes: Uint8Array, declared: string | null) {
  const strict = decodeAs(bytes, "utf-8", true);
  // Valid UTF-8 with accents is never an accident, so it wins over a wrong declaration.
  if (strict !== null) return strict;
  const asDeclared = declared === null ? null : decodeAs(bytes, declared, false);
  if (asDeclared !== null && asDeclared.charset !== "utf-8") return asDeclared;
  const lenient = decodeAs(bytes, "utf-8", false);
  return lenient !== null && isDamagedUtf8(lenient.text)
    ? lenient
    : decodeAs(bytes, "windows-1252", false);
}

/** A UTF-8 text with a few broken bytes (cut off, stray) has far more whole accents than broken ones. */
function isDamagedUtf8(text: string): boolean {
  let broken = 0;
  let whole = 0;
  for (const char of text) {
    if (char === "\ufffd") broken += 1;
    else if (char > "\u007f") whole += 1;
  }
  return whole > 10 * broken;
}

function decodeAs(bytes: Uint8Array, charset: string, fatal: boolean) {
  try {
    const decoder = new TextDecoder(charset, { fatal });
    const text = decoder.decode(bytes);
    const isWestern = decoder.encoding === "windows-1252";
    return { text: isWestern ? repairWestern(text) : text, charset: decoder.encoding };
  } catch (error) {
    // RangeError: no such charset. TypeError: the bytes do not fit it. Both mean "try the next".
    if (error instanceof RangeError || error instanceof TypeError) return null;
    throw error;
  }
}

/** What windows-1252 has at 0x80 to 0x9f; five places are empty. */
const WESTERN = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

/** Some versions of Node decode windows-1252 as if it were ISO 8859-1, which has controls there. */
function repairWestern(text: string): string {
  return text.replace(/[\u0080-\u009f]/g, (char) => WESTERN.charAt(char.charCodeAt(0) - 0x80));
}

function looksLikeText(text: string): boolean {
  const sample = text.slice(0, 65_536);
  // eslint-disable-next-line no-control-regex -- counting control characters is the point
  const controls = sample.match(/[\u0000-\u0008\u000e-\u001f\u007f-\u009f\ufffd]/g)?.length ?? 0;
  return controls <= Math.max(FEW_CONTROLS, sample.length * MAX_CONTROL_SHARE);
}
