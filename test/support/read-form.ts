/** The fields of a multipart form as grammY sends it, which the runtime's own reader refuses on Node 20. */
export function readForm(body: Buffer, contentType: string): Record<string, unknown> {
  const boundary = /boundary="?([^";]+)"?/.exec(contentType)?.[1] ?? "";
  // One byte a character, so that the bytes of files survive.
  const parts = body.toString("latin1").split(`--${boundary}`).slice(1, -1);
  return Object.fromEntries(parts.map(readPart));
}

function readPart(part: string): readonly [name: string, value: unknown] {
  const headEnd = part.indexOf("\r\n\r\n");
  const head = part.slice(0, headEnd);
  const value = Buffer.from(part.slice(headEnd + 4, -2), "latin1");
  const name = /\bname="?([^";\r]+)"?/.exec(head)?.[1] ?? "";
  return [name, /\bfilename=/.test(head) ? new Blob([value]) : parseField(value.toString("utf8"))];
}

/** In a form, whatever is not text is JSON. */
function parseField(value: string): unknown {
  if (!/^[[{]/.test(value)) return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}
