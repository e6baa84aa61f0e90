export interface PixelSize {
  readonly width: number;
  readonly height: number;
}

const signature = "\x89PNG\r\n\x1a\n";

/** Width and height as the header of a PNG states them (PNG specification, 11.2.1); null for anything else. */
export function findPngSize(bytes: Uint8Array): PixelSize | null {
  const header = Buffer.from(bytes.subarray(0, 24));
  if (header.length < 24 || header.toString("latin1", 0, 8) !== signature) return null;
  return { width: header.readUInt32BE(16), height: header.readUInt32BE(20) };
}
