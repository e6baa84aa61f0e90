/** Puts the page on a port of this machine, and takes it off again without cutting an answer in two. */
import { once } from "node:events";
import { createServer } from "node:http";
import { isIPv6 } from "node:net";
import { getRequestListener } from "@hono/node-server";
import { ConfigError, errorWord } from "../errors.ts";

export interface ServedPage {
  /** `http://127.0.0.1:8080` */
  readonly url: string;
  /** Takes no new request and waits for those under way, at most `graceMs`. @default 5000 */
  close(graceMs?: number): Promise<void>;
}

export interface ServeOptions {
  /** @default "127.0.0.1" */
  readonly host?: string;
  /** 0 picks a free one. @default 8080 */
  readonly port?: number;
}

/** @throws {ConfigError} when the port cannot be had */
export async function servePage(
  page: { fetch(request: Request): Response | Promise<Response> },
  { host = "127.0.0.1", port = 8080 }: ServeOptions = {},
): Promise<ServedPage> {
  const listener = getRequestListener((request) => page.fetch(request));
  const server = createServer((request, response) => void listener(request, response));
  server.requestTimeout = 30_000;
  try {
    server.listen(port, host);
    await once(server, "listening");
  } catch (error) {
    throw new ConfigError([explainListenError(error, host, port)]);
  }
  const address = server.address();
  const actualPort = typeof address === "object" && address !== null ? address.port : port;
  return {
    url: pageAddress(host, actualPort),
    async close(graceMs = 5000) {
      const closed = once(server, "close");
      server.close();
      server.closeIdleConnections();
      const cut = setTimeout(() => server.closeAllConnections(), graceMs);
      await closed;
      clearTimeout(cut);
    },
  };
}

/** The address at which a browser on this machine finds the page. */
export function pageAddress(host: string, port: number): string {
  const isEverywhere = host === "0.0.0.0" || host === "::";
  const name = isEverywhere ? "127.0.0.1" : isIPv6(host) ? `[${host}]` : host;
  return `http://${name}:${port}`;
}

function explainListenError(error: unknown, host: string, port: number): string {
  const code = errorWord(error);
  const where = `Cannot open the page on ${host}:${port}`;
  if (code === "EADDRINUSE") {
    return `${where}: the port is in use; stop the other program or set PORT`;
  }
  if (code === "EACCES") return `${where}: not permitted; set PORT above 1023`;
  return `${where}: ${code}; set HOST to an address of this machine`;
}
